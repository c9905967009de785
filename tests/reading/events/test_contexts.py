"""The contexts of an act: that of its type, and the topics that its words bear."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents

SENTENCES = {
    "Le ministre grec a rencontré lundi son homologue turc.": {"diplomatic"},
    "L'armée éthiopienne a bombardé un village érythréen.": {"military"},
    "Le Canada a interdit les importations de blé ukrainien.": {"economic"},
    "La Tunisie a expulsé quarante migrants ivoiriens.": {"migration"},
    "Le ministre iranien a rejeté les accusations de l'AIEA sur son programme nucléaire.": {
        "diplomatic",
        "cbrn",
    },
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_contexts(sentence: str) -> None:
    (reading,) = read_documents([Document(text=sentence, id="one")], pipeline=load())
    assert reading.events
    assert set(reading.events[0].contexts) == SENTENCES[sentence]
