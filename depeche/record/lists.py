"""What lists of the record can be asked for: one filter for all, and plain rows as answer."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from depeche.record.folding import Clash, fold_copies
from depeche.record.queries import query
from depeche.record.words import fold, match

Row = dict[str, Any]
Listed = Literal[
    "articles",
    "statements",
    "events",
    "occurrences",
    "actors",
    "identities",
    "roles",
    "positions",
    "issues",
    "stances",
    "terms",
    "framing",
    "timeline",
    "contradictions",
]

_QUERIES: dict[Listed, str] = {
    "articles": "list_articles",
    "statements": "list_statements",
    "events": "list_events",
    "occurrences": "list_occurrences",
    "actors": "list_actors",
    "identities": "list_identities",
    "roles": "list_roles",
    "positions": "list_positions",
    "issues": "list_issues",
    "stances": "list_stances",
    "terms": "list_terms",
    "framing": "list_framing",
    "timeline": "timeline",
    "contradictions": "list_contradictions",
}


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are wanted; None asks nothing.

    `actor` is any part of a name, case and accents aside; `actor_id` is an id, `occurrence` that of any event of
    the act; `country` is ISO
    alpha-3; `type` the PLOVER type of events, the act of speech of statements, the kind of actors, the stance of
    positions; `since` and `until` are ISO days (both included) of events, and of publication for the rest.
    """

    article: str | None = None
    actor: str | None = None
    actor_id: str | None = None
    occurrence: str | None = None
    issue: str | None = None
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
    if what == "contradictions":
        end = None if filter.limit < 0 else filter.offset + filter.limit
        yield from _contradictions(connection, filter)[filter.offset : end]
        return
    for row in connection.execute(query(_QUERIES[what]), _asked(filter)):
        yield dict(row)


def _contradictions(connection: sqlite3.Connection, filter: Filter) -> list[Row]:
    """All contradictions that pass the filter, those of several copies once."""
    asked = _asked(filter) | {"limit": -1, "offset": 0}
    rows = [dict(row) for row in connection.execute(query("list_contradictions"), asked)]
    clashes = (
        Clash(
            row["matter"], row["why"], row["occurrence"],
            (row["first_article"], row["second_article"]), (row["first_says"], row["second_says"]),
        )
        for row in rows
    )  # fmt: skip
    origins = {row["article_id"]: row["origin_id"] for row in connection.execute(query("origins"))}
    return [
        rows[one.place] | {"articles": one.articles, "origins": one.origins}
        for one in fold_copies(clashes, origins)
    ]


def list_columns(connection: sqlite3.Connection, what: Listed) -> list[str]:
    """The columns of a list's rows."""
    nothing = _asked(Filter(limit=0))
    return [column[0] for column in connection.execute(query(_QUERIES[what]), nothing).description]


def count_rows(connection: sqlite3.Connection, what: Listed, filter: Filter) -> int:
    """How many rows pass the filter, whatever its limit."""
    if what == "contradictions":
        return len(_contradictions(connection, filter))
    return _count(connection, _QUERIES[what], _asked(filter))


def search_rows(connection: sqlite3.Connection, words: str, filter: Filter) -> Iterator[Row]:
    """The passages of articles that bear the words: best first; words in quotation marks as they are printed.

    Of the filter, an actor or a country asks for articles that name them, the rest for articles as in their list.
    """
    if asked := match(words):
        for row in connection.execute(query("search"), {"match": asked, **_asked(filter)}):
            yield dict(row)


def count_hits(connection: sqlite3.Connection, words: str, filter: Filter) -> int:
    """How many passages bear the words, whatever the filter's limit."""
    asked = match(words)
    return _count(connection, "search", {"match": asked, **_asked(filter)}) if asked else 0


def _count(connection: sqlite3.Connection, name: str, asked: dict[str, Any]) -> int:
    everything = asked | {"limit": -1, "offset": 0}
    (count,) = connection.execute(f"SELECT count(*) FROM ({query(name)})", everything).fetchone()
    return int(count)


def _asked(filter: Filter) -> dict[str, Any]:
    asked = msgspec.structs.asdict(filter)
    if filter.actor is not None:
        asked["actor"] = fold(filter.actor)
    return asked
