"""A town lies where the table of towns has it, whoever acts there."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents


@pytest.mark.parametrize(
    "sentence",
    [
        "Le ministre russe a reçu mercredi son homologue turc à Tunxi.",
        "Le ministre russe des Affaires étrangères a rencontré mercredi son homologue chinois à Tunxi.",
    ],
)
def test_a_town_of_one_state_lies_there(sentence: str) -> None:
    document = Document(text=sentence, id="a", published="2024-05-16", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    places = {event.place for event in reading.events if event.place}
    assert {(place.name, place.country) for place in places} == {("Tunxi", "CHN")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dans la soirée, à New York, le représentant permanent du Chili a exigé l'arrêt des combats.",
            {"New York"},
        ),
        ("En mars, à Doha, le Chili avait accepté de retirer ses troupes.", {"Doha"}),
        ("Réunis jeudi à Bergen, les ministres nordiques ont exhorté le Chili à la retenue.", {"Bergen"}),
        ("La Norvège a opposé son veto mardi, à Bruxelles, au déblocage du prêt.", {"Bruxelles"}),
        ("Le ministre norvégien a promis mardi à Lima une aide financière.", set()),
    ],
)
def test_where_words_are_said(sentence: str, expected: set[str]) -> None:
    document = Document(text=sentence, id="a", published="2024-05-16", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    assert {event.place.name for event in reading.events if event.place} == expected
