"""Attributed speech: cues, contents, modes and speakers (codebook section 3)."""

from depeche.language.token import Parse
from depeche.model import Article, Statement
from depeche.reading.actors import Cast
from depeche.reading.statements.reader import StatementReader

__all__ = ["find_statements"]


def find_statements(parse: Parse, cast: Cast, article: Article) -> tuple[Statement, ...]:
    """Every act of speech or writing that the article attributes to somebody, in text order."""
    return StatementReader(parse, cast, article).read()
