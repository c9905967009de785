"""From a document to its reading: each step is one package that answers one question."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from depeche.language.moments import find_moments
from depeche.language.pipeline import Pipeline
from depeche.language.token import Parse
from depeche.model import Article, Document, Reading
from depeche.reading.actors import build_cast
from depeche.reading.events import find_events
from depeche.reading.page import find_article
from depeche.reading.positions import find_positions
from depeche.reading.statements import find_statements
from depeche.reading.terms import find_terms

__all__ = ["read_documents"]


def read_documents(documents: Iterable[Document], *, pipeline: Pipeline) -> Iterator[Reading]:
    """Read documents in batches, in order; each yields one Reading whose offsets count in the raw text."""
    articles: list[Article] = []

    def texts() -> Iterator[tuple[str, list]]:  # type: ignore[type-arg]
        for document in documents:
            article = find_article(document)
            articles.append(article)
            yield article.text, [block.span for block in article.blocks]

    for parse in pipeline.parse_many(texts()):
        with _uncollected():
            reading = _read(articles.pop(0), parse)
            parse.let_go()
        yield reading


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from searching all of memory in the middle of an article.

    What a reading makes is freed with it, since it holds no circles once the parse is let go; collections in between
    would only carry it over to the old objects, and with them grow the searches through everything that was loaded.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(article: Article, parse: Parse) -> Reading:
    cast = build_cast(parse, article)
    moments = find_moments(parse, published=article.published.value)
    statements = find_statements(parse, cast, article)
    events = find_events(parse, cast, article, statements=statements, moments=moments)
    return Reading(
        article=article,
        actors=cast.actors,
        statements=statements,
        events=events,
        positions=find_positions(parse, cast, article, statements=statements, events=events),
        terms=find_terms(parse, cast, article, statements=statements),
    )
