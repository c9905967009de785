"""Names take the kind that the noun before them tells, there and wherever they stand alone."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


def labels(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for token in load().parse(text, [Span(0, len(text))]).tokens:
        found.setdefault(token.text, set()).add(token.ent)
    return found


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Le constructeur Autelis a fermé son usine.", "Autelis", "ORG"),
        ("La société de gardiennage Kerat a démenti.", "Kerat", "ORG"),
        ("Le géant minier Oromax conteste l'amende.", "Oromax", "ORG"),
        ("Le patron d'Oromax a quitté le pays.", "Oromax", "ORG"),
        ("Le village de Karsova est tombé.", "Karsova", "LOC"),
        ("Les habitants de Karsova ont fui.", "Karsova", "LOC"),
        ("Des maquis se cachent dans les monts Orim.", "Orim", "LOC"),
        ("Le fleuve Velsa est en crue.", "Velsa", "LOC"),
        ("Le maire sortant de Karsova a perdu.", "Karsova", "LOC"),
        ("Le milliardaire Odrik Velsunder a vendu ses parts.", "Velsunder", "PER"),
        ("Odrika Velsunder, gouverneure de la province, a été élue.", "Odrika", "PER"),
        ("Le ministre serbe du Pétrole Odrik Velsunder a démenti.", "Velsunder", "PER"),
        ("L'ALPK a revendiqué l'attaque.", "ALPK", "ORG"),
        ("L'ONG Terre Orim dénonce des violences.", "Orim", "ORG"),
        ("L'ONG Terre Orim dénonce des violences.", "ONG", ""),
        ("Le PIB a reculé d'un point.", "PIB", ""),
    ],
)
def test_the_noun_before_tells_the_kind(text: str, name: str, label: str) -> None:
    assert labels(text)[name] == {label}


def test_what_one_place_tells_holds_everywhere() -> None:
    text = "Le constructeur Autelis a fermé son usine. Autelis n'a pas répondu. Un avocat défend Autelis."
    assert labels(text)["Autelis"] == {"ORG"}


def test_names_of_the_lexicon_keep_their_kind() -> None:
    assert labels("La chaîne France 24 a été coupée.")["France"] != {"LOC"}
    assert labels("Le maire de Paris a reçu le ministre.")["Paris"] == {"LOC"}


def test_a_noun_elsewhere_tells_nothing() -> None:
    assert labels("Le groupe a reçu le général Amadou Sissako.")["Sissako"] == {"PER"}
