"""Subjects that stand behind their verb."""

from depeche.language.pipeline import load
from depeche.model import Span


def subjects(text: str, verb: str) -> list[str]:
    tokens = load().parse(text, [Span(0, len(text))]).tokens
    token = next(token for token in tokens if token.text == verb)
    return [child.text for child in token.children if child.dep == "nsubj"]


def test_what_follows_a_verb_of_motion_is_its_subject() -> None:
    assert subjects("La ville d'Akroum, d'où sont partis les tirs, a été évacuée.", "partis") == ["tirs"]
    assert subjects("Le camp de Torsa, d'où sont venus les rebelles, a été fermé.", "venus") == ["rebelles"]


def test_what_follows_a_reflexive_verb_in_a_relative_clause_is_its_subject() -> None:
    assert subjects("Le palais où se réunissent les délégués est gardé.", "réunissent") == ["délégués"]
    assert subjects("C'est à Bergen que se sont retrouvés les rebelles.", "retrouvés") == ["rebelles"]


def test_who_stands_behind_two_verbs_speaks() -> None:
    assert subjects("Les rebelles négocient déjà, croit savoir Al Jazeera.", "croit") == ["Al"]


def test_reflexives_keep_their_object() -> None:
    assert subjects("Les deux chefs se sont serré la main.", "serré") == ["chefs"]
