"""Names from the lexicon and from the article itself."""

import pytest

from depeche.language.pipeline import load
from depeche.language.token import Token
from depeche.model import Span


def tokens(text: str) -> dict[str, Token]:
    return {token.text: token for token in load().parse(text, [Span(0, len(text))]).tokens}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Le président Poutine a quitté la salle.", "Poutine", "PER"),
        ("Xi s'est entretenu lundi avec Poutine.", "Xi", "PER"),
        ("Un texte de l'ONU a été rejeté par Ouagadougou.", "ONU", "ORG"),
        ("Un texte de l'ONU a été rejeté par Ouagadougou.", "Ouagadougou", "LOC"),
        ("Il l'a écrit dans un entretien au Monde.", "Monde", "ORG"),
    ],
)
def test_label(text: str, name: str, label: str) -> None:
    assert tokens(text)[name].ent == label


def test_bare_name_before_a_verb_is_its_subject() -> None:
    read = tokens("Xi s'est entretenu lundi avec Poutine.")
    assert (read["Xi"].pos, read["Xi"].dep) == ("PROPN", "nsubj")


def test_surname_of_a_person_named_in_full_is_that_kind_everywhere() -> None:
    text = "Amadou Bagayoko est à Rome. Bagayoko rentre mardi."
    read = load().parse(text, [Span(0, len(text))])
    assert [token.ent for token in read.tokens if token.text == "Bagayoko"] == ["PER", "PER"]


def test_long_names_go_on_to_their_end() -> None:
    text = "La ministre, Nayra Santillán Quishpe, a reçu Mme Abena Serwaa Tetteh à Rome."
    read = load().parse(text, [Span(0, len(text))])
    assert [token.text for token in read.tokens if token.ent == "PER"] == [
        "Nayra", "Santillán", "Quishpe", "Abena", "Serwaa", "Tetteh",
    ]  # fmt: skip
