"""The subject after a fronted participle."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Interviewé par la diplomatie allemande, M. Vargas a signalé à la presse son départ.",
            "signalé",
            "M.",
        ),
        (
            "Interrogé par Andriy Petrovic, un diplomate arabe juge que l'accord est mort.",
            "juge",
            "diplomate",
        ),
        ("Contacté, le ministère n'a pas donné suite.", "donné", "ministère"),
        (
            "Estimant que « la ligne rouge » avait été franchie, Helsinki a convoqué l'ambassadeur.",
            "convoqué",
            "Helsinki",
        ),
        ("Saluant un geste courageux, la présidente a promis une aide d'urgence.", "promis", "présidente"),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    read = load().parse(text, [Span(0, len(text))])
    token = next(token for token in read.tokens if token.text == verb)
    assert [child.text for child in token.children if child.dep.startswith("nsubj")] == [subject]
