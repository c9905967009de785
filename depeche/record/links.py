"""What is known across articles (codebook section 7), as plain structs, and its rows."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from depeche.model import Published, Span
from depeche.record.queries import query
from depeche.record.rows import as_json, first_and_last

Place = tuple[str, int]  # an event: its article's id, and its place in the article's reading, from 0


class CopyLink(msgspec.Struct, frozen=True):
    """Two articles that share text: the share of the shorter one, and where it stands in each."""

    first: str
    second: str
    containment: float
    first_spans: tuple[Span, ...] = ()
    second_spans: tuple[Span, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """Two tellings of one act that cannot both hold: on what, which events, and what each says."""

    matter: str
    first: Place
    second: Place
    first_says: str
    second_says: str


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """What is known across articles.

    `origins` gives, by article, the article whose text it copies; `occurrences` are the events of several articles
    that tell one act; `published` are the dates that other articles narrow. What is missing stands alone.
    """

    copies: tuple[CopyLink, ...] = ()
    origins: Mapping[str, str] = {}
    occurrences: tuple[tuple[Place, ...], ...] = ()
    contradictions: tuple[Link, ...] = ()
    published: Mapping[str, Published] = {}


def store_links(
    connection: sqlite3.Connection, links: Links, *, decided: tuple[tuple[Place, ...], ...]
) -> None:
    """Replace all links inside the open transaction. Raises KeyError for an event that the record lacks.

    `decided` are the occurrences after what people said; contradictions hold within these alone.
    """
    for name in ("copies", "origins", "tellings", "proposed_tellings", "contradictions"):
        connection.execute(query(f"forget_{name}"))
    for copy in links.copies:
        spans = {"first_spans": as_json(copy.first_spans), "second_spans": as_json(copy.second_spans)}
        ends = {"first": copy.first, "second": copy.second, "containment": copy.containment}
        connection.execute(query("add_copy"), ends | spans)
    for article, origin in links.origins.items():
        connection.execute(query("add_origin"), {"article": article, "origin": origin})
    events = {(row["article_id"], row["number"]): row["id"] for row in connection.execute(query("event_ids"))}
    for places in links.occurrences:
        for place in places:
            row = {"event": events[place], "occurrence": events[min(places)]}
            connection.execute(query("add_proposed_telling"), row)
    occurrence_of = {}
    for places in decided:
        for place in places:
            occurrence_of[place] = events[min(places)]
            connection.execute(
                query("add_telling"), {"event": events[place], "occurrence": occurrence_of[place]}
            )
    numbers: dict[str, int] = defaultdict(int)
    for link in links.contradictions:
        if link.first not in occurrence_of or occurrence_of[link.first] != occurrence_of.get(link.second):
            continue
        occurrence = occurrence_of[link.first]
        values = {
            "occurrence": occurrence, "number": numbers[occurrence], "matter": link.matter,
            "first": events[link.first], "second": events[link.second],
            "first_says": link.first_says, "second_says": link.second_says,
        }  # fmt: skip
        numbers[occurrence] += 1
        connection.execute(query("add_contradiction"), values)
    _date(connection, links.published)


def _date(connection: sqlite3.Connection, narrowed: Mapping[str, Published]) -> None:
    """Give the articles the narrowed dates, and all others what their own page says."""
    for row in connection.execute(query("own_dates")).fetchall():
        own = msgspec.json.decode(row["own_published"], type=Published)
        set_date(connection, row["id"], narrowed.get(row["id"], own))


def set_date(connection: sqlite3.Connection, article: str, published: Published) -> None:
    """Date an article, beside what its own page says."""
    first, last = first_and_last(published.value)
    connection.execute(
        query("set_date"),
        {
            "id": article, "value": published.value, "basis": published.basis, "first": first, "last": last,
            "candidates": as_json(published.candidates), "reasons": as_json(published.reasons),
        },
    )  # fmt: skip


def restore_links(connection: sqlite3.Connection, *, proposed: bool = False) -> Links:
    """The links as they hold; with `proposed`, their occurrences as the last weaving found them."""
    occurrences: dict[str, list[Place]] = defaultdict(list)
    for row in connection.execute(query("proposed_tellings" if proposed else "tellings")):
        occurrences[row["occurrence"]].append((row["article_id"], row["number"]))
    return Links(
        copies=tuple(
            CopyLink(
                row["first_id"],
                row["second_id"],
                row["containment"],
                msgspec.json.decode(row["first_spans"], type=tuple[Span, ...]),
                msgspec.json.decode(row["second_spans"], type=tuple[Span, ...]),
            )
            for row in connection.execute(query("copies"))
        ),
        origins={row["article_id"]: row["origin_id"] for row in connection.execute(query("origins"))},
        occurrences=tuple(sorted(map(tuple, occurrences.values()))),
        contradictions=tuple(
            Link(
                row["matter"],
                (row["first_article"], row["first_number"]),
                (row["second_article"], row["second_number"]),
                row["first_says"],
                row["second_says"],
            )
            for row in connection.execute(query("contradictions"))
        ),
        published=_narrowed(connection),
    )


def _narrowed(connection: sqlite3.Connection) -> dict[str, Published]:
    """The dates that differ from what the pages themselves say."""
    found = {}
    for row in connection.execute(query("narrowed_dates")):
        found[row["id"]] = Published(
            value=row["published"],
            basis=row["published_basis"],
            candidates=tuple(msgspec.json.decode(row["published_candidates"])),
            reasons=tuple(msgspec.json.decode(row["published_reasons"])),
        )
    return found
