"""What people said about which tellings are of one act, applied to what the machine put together."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from depeche.model import Event
from depeche.model.correction import Correction, EventName
from depeche.record.correcting import place_of
from depeche.record.errors import WrongCorrection
from depeche.record.journal import JournalEntry, note, read_journal, standing
from depeche.record.links import Groups, Place, restore_links
from depeche.record.queries import query
from depeche.record.restoring import restore_reading

Events = dict[
    str, tuple[str, tuple[Event, ...]] | None
]  # by text: the article's id and its events, as far as read


def decided(connection: sqlite3.Connection, groups: Groups) -> Groups:
    """The groups of tellings with every standing decision applied in order; those of one telling left out.

    A decision about an event that the last readings lack changes nothing, and is marked as loose.
    """
    found = [set(group) for group in groups]
    entries = [one for one in read_journal(connection, None) if one.correction.target == "occurrence"]
    events: Events = {}
    for entry in standing(entries):
        places = places_of(connection, entry.correction, events=events)
        _mark(connection, entry, loose=places is None)
        if places is None:
            continue
        first = _taken(found, places[:1])
        if entry.correction.verdict == "merge":
            found.append(first | _taken(found, places[1:]) | set(places))
        else:
            found += [first - set(places), set(places)]
    return tuple(sorted(tuple(sorted(group)) for group in found if len(group) > 1))


def take_decision(connection: sqlite3.Connection, correction: Correction, *, seen: int | None) -> int:
    """Note a decision about an occurrence and apply it, inside the open transaction; its number.

    Raises WrongCorrection where it names no event, Overtaken.
    """
    if correction.verdict not in ("merge", "split", "undo"):
        raise WrongCorrection(f"an occurrence cannot be corrected by {correction.verdict!r}")
    if correction.verdict != "undo" and places_of(connection, correction) is None:
        raise WrongCorrection("no such event stands there")
    number = note(connection, correction, seen=seen)
    before = set(restore_links(connection).occurrences)
    after = set(decided(connection, restore_links(connection, proposed=True).occurrences))
    for place in (place for group in before - after for place in group):
        connection.execute(query("forget_telling"), {"event": _event(connection, place)})
    for group in sorted(after - before):
        occurrence = _event(connection, group[0])
        for place in group:
            row = {"event": _event(connection, place), "occurrence": occurrence}
            connection.execute(query("add_telling"), row)
    connection.execute(query("forget_parted_contradictions"))
    # What else follows from the decision is found by the next weaving.
    for article in {place[0] for group in before ^ after for place in group}:
        connection.execute(query("unweave"), {"article": article})
    return number


def _event(connection: sqlite3.Connection, place: Place) -> str:
    row = connection.execute(query("event_at"), {"article": place[0], "number": place[1]}).fetchone()
    return str(row["id"])


def places_of(
    connection: sqlite3.Connection, correction: Correction, *, events: Events | None = None
) -> list[Place] | None:
    """The events that a correction of an occurrence names, or None where one of them is missing.

    `events` keeps what was read of the articles for the next call.
    """
    kept = {} if events is None else events
    names = [EventName(correction.text_sha256, correction.at, correction.like)]
    if correction.verdict == "merge":
        try:
            names.append(msgspec.json.decode(correction.value, type=EventName))
        except msgspec.DecodeError as error:
            raise WrongCorrection(f"{correction.value} does not name an event: {error}") from error
    places = [_place(connection, name, kept) for name in names]
    known = [place for place in places if place is not None]
    return known if len(known) == len(names) else None


def _place(connection: sqlite3.Connection, name: EventName, kept: Events) -> Place | None:
    if name.text_sha256 not in kept:
        row = connection.execute(query("article_by_sha256"), {"sha256": name.text_sha256}).fetchone()
        kept[name.text_sha256] = (row["id"], restore_reading(connection, row["id"]).events) if row else None
    found = kept[name.text_sha256]
    if found is None:
        return None
    meant = Correction(
        text_sha256=name.text_sha256, target="occurrence", verdict="split", at=name.at, like=name.like
    )
    number = place_of(found[1], meant)
    return None if number is None else (found[0], number)


def _taken(groups: list[set[Place]], places: Sequence[Place]) -> set[Place]:
    """The groups that hold the places, taken out and joined."""
    joined = set(_all(group for group in groups if group & set(places)))
    groups[:] = [group for group in groups if not group & set(places)]
    return joined


def _all(groups: Iterable[set[Place]]) -> Iterable[Place]:
    for group in groups:
        yield from group


def _mark(connection: sqlite3.Connection, entry: JournalEntry, *, loose: bool) -> None:
    if entry.loose != loose:
        connection.execute(query("set_loose"), {"number": entry.number, "loose": loose})
