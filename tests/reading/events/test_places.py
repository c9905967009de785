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
