"""What is known across articles (codebook section 7), as plain structs, and its rows."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from depeche.model import Actor, Published, Span
from depeche.record.ids import actor_id
from depeche.record.queries import query
from depeche.record.rows import as_json, first_and_last

Place = tuple[str, int]  # an event: its article's id, and its place in the article's reading, from 0
Groups = tuple[tuple[Place, ...], ...]


class CopyLink(msgspec.Struct, frozen=True):
    """Two articles that share text: the share of the shorter one, and where it stands in each."""

    first: str
    second: str
    containment: float
    first_spans: tuple[Span, ...] = ()
    second_spans: tuple[Span, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """Two passages that cannot both hold: on what, where, and what each says.

    `first` and `second` are the events that they tell, with None for the number where no event was read there.
    `why` names what was compared; "telling" stands for two tellings of one occurrence. `first_at` and `second_at` are
    the passages; without them, the events' first evidence is.
    """

    matter: str
    first: tuple[str, int | None]
    second: tuple[str, int | None]
    first_says: str
    second_says: str
    why: str = "telling"
    first_at: Span | None = None
    second_at: Span | None = None


class Identity(msgspec.Struct, frozen=True):
    """That one actor of the record is another under another name, and why; see the reasons in words."""

    actor: Actor
    whole: Actor
    why: str


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """What is known across articles.

    `origins` gives, by article, the article whose text it copies; `occurrences` are the events of several articles
    that tell one act; `published` are the dates that other articles narrow, `identities` the actors that go by several
    names. What is missing stands alone.
    """

    copies: tuple[CopyLink, ...] = ()
    origins: Mapping[str, str] = {}
    occurrences: Groups = ()
    contradictions: tuple[Link, ...] = ()
    published: Mapping[str, Published] = {}
    identities: tuple[Identity, ...] = ()


def store_links(connection: sqlite3.Connection, links: Links, *, decided: Groups) -> None:
    """Replace all links inside the open transaction. Raises KeyError for an event that the record lacks.

    `decided` are the occurrences after what people said; contradictions of tellings hold within these alone.
    """
    for name in ("copies", "origins", "tellings", "proposed_tellings", "contradictions"):
        connection.execute(query(f"forget_{name}"))
    for copy in links.copies:
        add_copy(connection, copy)
    for article, origin in links.origins.items():
        connection.execute(query("add_origin"), {"article": article, "origin": origin, "why": "id"})
    events = {(row["article_id"], row["number"]): row["id"] for row in connection.execute(query("event_ids"))}
    for name, groups in (("add_proposed_telling", links.occurrences), ("add_telling", decided)):
        for places in groups:
            for place in places:
                row = {"event": events[place], "occurrence": events[min(places)]}
                connection.execute(query(name), row)
    for link in links.contradictions:
        add_contradiction(connection, link, events)
    connection.execute(query("forget_parted_contradictions"))
    store_identities(connection, links.identities)
    _date(connection, links.published)


def add_copy(connection: sqlite3.Connection, copy: CopyLink) -> None:
    """Store that two articles share text."""
    spans = {"first_spans": as_json(copy.first_spans), "second_spans": as_json(copy.second_spans)}
    ends = {"first": copy.first, "second": copy.second, "containment": copy.containment}
    connection.execute(query("add_copy"), ends | spans)


def add_contradiction(connection: sqlite3.Connection, link: Link, events: Mapping[Place, str]) -> None:
    """Store that two passages contradict each other; `events` are the ids of the events they tell."""
    row: dict[str, object] = {"matter": link.matter, "why": link.why}
    sides = (("first", link.first, link.first_at), ("second", link.second, link.second_at))
    for name, (article, number), at in sides:
        event = None if number is None else events[article, number]
        if at is None:
            ((start, end),) = connection.execute(query("first_evidence"), {"event": event})
            at = Span(start, end)
        row |= {f"{name}_id": article, f"{name}_event": event}
        row |= {f"{name}_start": at.start, f"{name}_end": at.end}
    says = {"first_says": link.first_says, "second_says": link.second_says}
    connection.execute(query("add_contradiction"), row | says)


def store_identities(connection: sqlite3.Connection, identities: Iterable[Identity]) -> None:
    """Replace what is known of actors that go by several names."""
    connection.execute(query("forget_identities"))
    for one in identities:
        row = {"actor": actor_id(one.actor), "identity": actor_id(one.whole), "why": one.why}
        connection.execute(query("add_identity"), row)


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
                (row["first_id"], row["first_number"]),
                (row["second_id"], row["second_number"]),
                row["first_says"],
                row["second_says"],
                row["why"],
                Span(row["first_start"], row["first_end"]),
                Span(row["second_start"], row["second_end"]),
            )
            for row in connection.execute(query("contradictions"))
        ),
        published=_narrowed(connection),
        identities=tuple(
            Identity(
                Actor(row["name"], row["kind"], row["country"]),
                Actor(row["whole_name"], row["whole_kind"], row["whole_country"]),
                row["why"],
            )
            for row in connection.execute(query("identities"))
        ),
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
