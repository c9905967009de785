"""When an act happened, in the grammar of French news (table dates.tsv): texts published on Thursday 2024-05-16.

`told` lists the acts that must be found, each as type and EDTF date; "-" stands for an act without a date.
"""

from functools import cache
from pathlib import Path

import pytest

from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@cache
def dated_acts() -> dict[str, list[tuple[str, str]]]:
    documents = [
        Document(text=row[1], id=str(number), published="2024-05-16", published_basis="given")
        for number, row in enumerate(ROWS)
    ]
    found = read_documents(documents, pipeline=load())
    return {
        row[1]: [(event.type, event.date or "-") for event in reading.events]
        for row, reading in zip(ROWS, found, strict=True)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_date(row: list[str]) -> None:
    left = list(dated_acts()[row[1]])
    for wanted in row[2].split("; "):
        kind, day = wanted.split()
        assert (kind, day) in left
        left.remove((kind, day))
