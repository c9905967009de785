"""Every construction on sentences of our own: how many statements, what they say, in which mode, by whom."""

import csv
from functools import cache
from pathlib import Path

import pytest

from depeche.language.pipeline import SpacyPipeline, load
from depeche.model import Article, Block, Span, Statement
from depeche.reading.actors import build_cast
from depeche.reading.statements import find_statements

ROWS = list(csv.DictReader((Path(__file__).parent / "sentences.tsv").open(encoding="utf-8"), delimiter="\t",
                           quoting=csv.QUOTE_NONE))  # fmt: skip


@cache
def _pipeline() -> SpacyPipeline:
    return load()


def _read(text: str) -> tuple[Statement, ...]:
    block = Block(Span(0, len(text)))
    article = Article(id="sentence", text=text, text_sha256="", blocks=(block,))
    parse = _pipeline().parse(text, [block.span])
    return find_statements(parse, build_cast(parse, article), article)


def _told(text: str, statement: Statement) -> str:
    return " || ".join(span.of(text) for span in statement.content)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['construction']}: {row['sentence'][:50]}" for row in ROWS])
def test_sentence(row: dict[str, str]) -> None:
    text = row["sentence"]
    expected = [cell.split("|", 2) for cell in (row["statements"] or "").split(" ## ") if cell]
    found = _read(text)
    assert sorted(_told(text, one) for one in found) == sorted(content for _, _, content in expected)
    by_content = {_told(text, one): one for one in found}
    for modes, speaker, content in expected:
        statement = by_content[content]
        assert statement.mode in modes.split("?")
        assert speaker.lower() in statement.speaker.actor.name.lower()
