"""Counts of votes that name who cast them."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents


def stances(sentence: str) -> set[tuple[str, str]]:
    document = Document(text=sentence, id="essai", published="2023-05-05", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    return {(one.actor.country or one.actor.name, one.stance) for one in reading.positions}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Le texte a recueilli dix voix, dont celles de Riga et d'Oslo, la France et le Chili s'étant abstenus.",
            {("LVA", "supports"), ("NOR", "supports"), ("FRA", "neutral"), ("CHL", "neutral")},
        ),
        (
            "La résolution a été adoptée par neuf voix pour, deux contre (la Syrie et Cuba) et trois abstentions, "
            "celles de la Norvège, de Malte et du Pérou.",
            {
                ("SYR", "opposes"),
                ("CUB", "opposes"),
                ("NOR", "neutral"),
                ("MLT", "neutral"),
                ("PER", "neutral"),
            },
        ),
        (
            "La motion a obtenu huit voix, parmi lesquelles celle du Portugal, malgré l'abstention de la Suède.",
            {("PRT", "supports"), ("SWE", "neutral")},
        ),
        (
            "L'accord sur la pêche a été adopté avec les voix de la Norvège et de l'Islande.",
            {("NOR", "supports"), ("ISL", "supports")},
        ),
        (
            "Lisbonne avait voté avec Oslo contre le projet.",
            {("PRT", "opposes"), ("NOR", "opposes")},
        ),
        ("La voix de la France compte encore dans cette région.", set()),
    ],
)
def test_votes(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert stances(sentence) == expected
