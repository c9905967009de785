"""Subjects that commas part from their verb."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Lima, à ce stade, n'a pas rappelé le sien.", "rappelé", "Lima"),
        ("L'été dernier, Xi s'est entretenu à Hanoï avec le roi.", "entretenu", "Xi"),
        (
            "Selon le juge, les agents, qui suivaient un convoi, n'ont jamais franchi la frontière.",
            "franchi",
            "agents",
        ),
        ("La junte, malgré ses promesses, a suspendu les élections.", "suspendu", "junte"),
        (
            "Oslo a demandé une enquête, tandis que Lima, qui revendique cette île, nie avoir franchi la frontière.",
            "nie",
            "Lima",
        ),
        (
            "Le comité n'est pas parvenu à s'entendre, la Norvège ayant bloqué le texte portugais.",
            "bloqué",
            "Norvège",
        ),
        (
            "La motion a recueilli douze voix, dont celles de Riga et de Rome, le Chili, Malte, le Pérou et Cuba "
            "s'étant abstenus.",
            "abstenus",
            "Chili",
        ),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    read = load().parse(text, [Span(0, len(text))])
    token = next(token for token in read.tokens if token.text == verb)
    assert [child.text for child in token.children if child.dep.startswith("nsubj")] == [subject]


@pytest.mark.parametrize(
    "text", ["Depuis mardi, il pleut sur la ville.", "Mardi, interdit de vol, il rentrera par mer."]
)
def test_adverbials_are_no_subjects(text: str) -> None:
    read = load().parse(text, [Span(0, len(text))])
    assert {token.text for token in read.tokens if token.dep.startswith("nsubj")} <= {"il"}


def test_insertion_between_auxiliary_and_participle() -> None:
    text = "La présidence turque s'est, elle, félicitée d'une sage décision, par la voix de son directeur."
    read = load().parse(text, [Span(0, len(text))])
    verb = next(token for token in read.tokens if token.text == "félicitée")
    assert [child.text for child in verb.children if child.dep.startswith("nsubj")] == ["présidence"]
    assert [child.text for child in verb.children if child.dep.startswith("aux")] == ["est"]
