"""Nobody acts upon himself, and no state stands beside its own people on one side."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents

TEXTS = [
    "Le Premier ministre letton Andris Kalns s'est entretenu lundi à Riga avec la ministre danoise Karen Holm, arrivée "
    "la veille en Lettonie pour une visite officielle.",
    "Le président finlandais a promis d'envoyer en Serbie et dans d'autres pays un représentant spécial pour les Balkans.",
    "C'était le premier face-à-face entre le président kényan William Ruto et Andris Kalns depuis leur rencontre de Riga.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sides_are_parted(text: str) -> None:
    document = Document(text=text, id="essai", published="2024-05-07", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    assert reading.events
    for event in reading.events:
        assert not {actor.name for actor in event.actor} & {actor.name for actor in event.recipient}
        for side in (event.actor, event.recipient):
            own = {actor.country for actor in side if actor.kind in ("person", "institution")}
            assert not any(actor.kind == "state" and actor.country in own for actor in side)
