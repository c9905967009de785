"""Every construction on sentences of our own: how many statements, what they say, in which mode, by whom."""

import csv
from pathlib import Path

import pytest

from tests.reading.statements.conftest import Read, told

ROWS = list(csv.DictReader((Path(__file__).parent / "sentences.tsv").open(encoding="utf-8"), delimiter="\t",
                           quoting=csv.QUOTE_NONE))  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['construction']}: {row['sentence'][:50]}" for row in ROWS])
def test_sentence(read: Read, row: dict[str, str]) -> None:
    text = row["sentence"]
    expected = [cell.split("|", 2) for cell in (row["statements"] or "").split(" ## ") if cell]
    found = {told(text, statement): statement for statement in read(text)}
    assert sorted(found) == sorted(content for _, _, content in expected)
    for modes, speaker, content in expected:
        assert found[content].mode in modes.split("?")
        assert speaker.lower() in found[content].speaker.actor.name.lower()
