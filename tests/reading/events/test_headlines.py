"""Headlines of two clauses: what a comma joins shares neither place nor day."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents

TWO_CLAUSES = [
    ("Lula en visite mardi à Lisbonne, Brasilia convoque l'ambassadeur espagnol", "ACCUSE"),
    ("Macron attendu mardi à Rabat, Paris reprend langue avec Alger", "CONSULT"),
]
BODY = "\n\nLe gouvernement n'a fait aucun commentaire sur le fond du dossier, selon une source proche."


@pytest.mark.parametrize(("headline", "kind"), TWO_CLAUSES)
def test_clauses_of_a_headline_share_no_place_and_no_day(headline: str, kind: str) -> None:
    document = Document(text=headline + BODY, id="a", published="2024-05-16", published_basis="given")
    events = next(iter(read_documents([document], pipeline=load()))).events
    assert [(event.date, event.place) for event in events if event.type == kind] == [(None, None)]


def test_an_opening_without_a_subject_places_the_act_of_a_headline() -> None:
    text = "En visite mardi à Lisbonne, Lula rencontre le Premier ministre portugais" + BODY
    document = Document(text=text, id="a", published="2024-05-16", published_basis="given")
    events = next(iter(read_documents([document], pipeline=load()))).events
    assert {event.place and event.place.name for event in events} == {"Lisbonne"}
