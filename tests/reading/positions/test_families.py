"""Families of words that tell a stance (table stances.tsv): the one that Norway takes; none where the cell is empty."""

from functools import cache
from pathlib import Path

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "stances.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@cache
def stances() -> dict[str, set[str]]:
    documents = [
        Document(text=row[0], id=str(number), published="2024-05-16", published_basis="given")
        for number, row in enumerate(ROWS)
    ]
    readings = read_documents(documents, pipeline=load())
    return {
        row[0]: {one.stance for one in reading.positions if one.actor.country == "NOR"}
        for row, reading in zip(ROWS, readings, strict=True)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_stance(row: list[str]) -> None:
    sentence, stance = row
    assert stances()[sentence] == ({stance} if stance else set())
