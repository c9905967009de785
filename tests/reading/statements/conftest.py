"""Short texts of our own, read by the real pipeline: one paragraph a line."""

from collections.abc import Callable

import pytest

from depeche.language.pipeline import Pipeline
from depeche.model import Article, Block, Span, Statement
from depeche.reading.actors import build_cast
from depeche.reading.statements import find_statements

Read = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Read:
    """Read the statements of a text."""

    def read_text(text: str) -> tuple[Statement, ...]:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span(start, start + len(line))))
            start += len(line) + 1
        article = Article(id="text", text=text, text_sha256="", blocks=tuple(blocks))
        parse = pipeline.parse(text, [block.span for block in blocks])
        return find_statements(parse, build_cast(parse, article), article)

    return read_text


def told(text: str, statement: Statement) -> str:
    """What a statement says, its pieces joined by bars."""
    return " || ".join(span.of(text) for span in statement.content)
