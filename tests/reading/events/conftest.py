"""Sentences read one by one, as articles of one day."""

from collections.abc import Callable
from functools import cache

import pytest

from depeche.language.pipeline import load
from depeche.model import Document, Event
from depeche.reading import read_documents

Alone = Callable[[tuple[str, ...]], dict[str, tuple[Event, ...]]]


@pytest.fixture(scope="session")
def read_alone() -> Alone:
    """The acts of each sentence, by the sentence; a table is read once."""

    @cache
    def read(sentences: tuple[str, ...]) -> dict[str, tuple[Event, ...]]:
        documents = [
            Document(text=sentence, id=str(number), published="2024-05-16", published_basis="given")
            for number, sentence in enumerate(sentences)
        ]
        found = read_documents(documents, pipeline=load())
        return {sentence: reading.events for sentence, reading in zip(sentences, found, strict=True)}

    return read
