"""Verbs that are told by their form, and nouns that only look like verbs."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


def kind(text: str, form: str) -> tuple[str, str]:
    token = next(token for token in load().parse(text, [Span(0, len(text))]).tokens if token.text == form)
    return token.pos, token.lemma


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Vexée, Rome a rappelé son consul.", "Vexée", "vexer"),
        ("Sollicitée, la mairie de Dakar n'a pas répondu.", "Sollicitée", "solliciter"),
        ("Martelant que rien ne presse, Lima attend.", "Martelant", "marteler"),
        ("Douchanbé nie avoir franchi la frontière.", "nie", "nier"),
        ("Nous réglerons ce différend.", "réglerons", "régler"),
    ],
)
def test_verbs(text: str, form: str, lemma: str) -> None:
    assert kind(text, form) == ("VERB", lemma)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Le parti au pouvoir à Lomé a perdu.", "pouvoir"),
        ("Le droit au souvenir est sacré.", "souvenir"),
        ("Il a reçu un mot du premier conseiller.", "conseiller"),
        ("Représentant de Rome à Lomé, Luca Ferri a démenti.", "Représentant"),
    ],
)
def test_nouns(text: str, form: str) -> None:
    assert kind(text, form)[0] == "NOUN"
