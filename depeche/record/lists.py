"""What lists of the record can be asked for: one filter for all, and plain rows as answer."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from depeche.record.queries import query
from depeche.record.words import fold, match

Row = dict[str, Any]
Listed = Literal[
    "articles", "statements", "events", "actors", "positions", "terms", "timeline", "contradictions"
]

_QUERIES: dict[Listed, str] = {
    "articles": "list_articles",
    "statements": "list_statements",
    "events": "list_events",
    "actors": "list_actors",
    "positions": "list_positions",
    "terms": "list_terms",
    "timeline": "timeline",
    "contradictions": "list_contradictions",
}


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are wanted; None asks nothing.

    `actor` is any part of a name, case and accents aside; `country` is ISO alpha-3; `type` the PLOVER type of
    events, the act of speech of statements, the kind of actors, the stance of positions; `since` and `until` are
    ISO days (both included) of events, and of publication for the rest.
    """

    article: str | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int = -1
    offset: int = 0


def list_rows(connection: sqlite3.Connection, what: Listed, filter: Filter) -> Iterator[Row]:
    """The rows of one view that pass the filter, in a stable order."""
    asked = msgspec.structs.asdict(filter)
    if filter.actor is not None:
        asked["actor"] = fold(filter.actor)
    for row in connection.execute(query(_QUERIES[what]), asked):
        yield dict(row)


def search_rows(connection: sqlite3.Connection, words: str, *, limit: int, offset: int = 0) -> Iterator[Row]:
    """The passages of articles that bear the words: best first; words in quotation marks as they are printed."""
    if asked := match(words):
        for row in connection.execute(query("search"), {"match": asked, "limit": limit, "offset": offset}):
            yield dict(row)
