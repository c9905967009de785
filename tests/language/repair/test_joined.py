"""Participles that share the auxiliary of the main verb, not the preposition of an infinitive beside them."""

from depeche.language.pipeline import load
from depeche.language.syntax import subjects
from depeche.model import Span


def test_a_participle_joined_to_an_infinitive_belongs_to_the_main_verb() -> None:
    text = "Les ministres grec et chypriote ont exhorté la Turquie à retirer ses navires et appelé l'Union à agir."
    tokens = load().parse(text, [Span(0, len(text))]).tokens
    called = next(token for token in tokens if token.text == "appelé")
    assert called.head.text == "exhorté"
    assert [token.text for token in subjects(called)] == ["ministres"]


def test_an_infinitive_joined_to_an_infinitive_stays() -> None:
    text = "Le ministre a exhorté la Turquie à retirer ses navires et à rouvrir le port."
    tokens = load().parse(text, [Span(0, len(text))]).tokens
    assert next(token for token in tokens if token.text == "rouvrir").head.text == "retirer"
