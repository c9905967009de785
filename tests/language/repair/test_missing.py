"""Subjects that a relative clause or a participle parts from their verb."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Lima (AFP) - Le Pérou a demandé jeudi la réunion en urgence du Conseil, cinq jours après l'incursion d'un "
            "patrouilleur chilien, tandis que Santiago, qui revendique de longue date la région, nie avoir franchi "
            "une quelconque frontière.",
            "nie",
            "Santiago",
        ),
        (
            "Le comité n'est pas parvenu à s'entendre, la Norvège ayant bloqué le texte portugais.",
            "bloqué",
            "Norvège",
        ),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    read = load().parse(text, [Span(0, len(text))])
    token = next(token for token in read.tokens if token.text == verb)
    assert [child.text for child in token.children if child.dep.startswith("nsubj")] == [subject]
