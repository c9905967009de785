"""Openers of infinitives, coordinations and participles that the parser hung or read beside their place."""

import pytest

from depeche.language.pipeline import load
from depeche.language.syntax import introducer, subjects
from depeche.language.token import Token
from depeche.model import Span


def word(text: str, form: str) -> Token:
    return next(token for token in load().parse(text, [Span(0, len(text))]).tokens if token.text == form)


def test_avant_opens_its_infinitive() -> None:
    assert introducer(word("Le ministre a salué Rome, avant de fustiger Tunis.", "fustiger")) == "avant"


def test_et_joins_what_stands_before_it() -> None:
    signed = word("Sans la Suède, le Chili et la Bolivie ont signé lundi un traité.", "signé")
    assert [token.text for token in subjects(signed)] == ["Chili", "Bolivie"]


@pytest.mark.parametrize("form", ["inscrit", "venu"])
def test_a_form_after_its_noun_is_a_participle(form: str) -> None:
    text = f"Le banquier Milan Horvat, {form} jeudi sur la liste de l'Union européenne, a protesté."
    assert word(text, form).feat("VerbForm") == "Part"


def test_a_finite_form_stays_finite() -> None:
    assert word("Le ministre inscrit la question à l'ordre du jour.", "inscrit").feat("VerbForm") == "Fin"


def test_a_name_after_small_letters_opens_no_sentence() -> None:
    text = "La reine a reçu mardi l'émissaire kényan Amos Keriako, venu plaider pour deux marins."
    assert len(load().parse(text, [Span(0, len(text))]).sentences) == 1


def test_a_cleft_names_who_acts() -> None:
    text = "C'est le Chili qui a négocié la trêve entre la Bolivie et le Pérou."
    assert [token.text for token in subjects(word(text, "négocié"))] == ["Chili"]
