"""One act and its tellings: their contradictions, what people decided about them, and the acts next to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from depeche.record import Filter, JournalEntry, Record
from depeche.weaving.contradictions import find_contradictions
from depeche.weaving.occurrences import Occurrence, Telling

NEAR = 12  # acts offered to be joined with one
AROUND = 30  # days between these


def contradictions_of(record: Record, rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The contradictions among tellings, given as rows of the list of events.

    The record's own list is that of the last weaving, which may be older than a decision about the act.
    """
    found = find_contradictions(Occurrence(tuple(_telling(record, row) for row in rows)))
    return [
        {
            "matter": one.matter,
            "first_article": one.first.article,
            "first_says": one.first_says,
            "second_article": one.second.article,
            "second_says": one.second_says,
        }
        for one in found
    ]


def decisions_about(
    record: Record, journal: Sequence[JournalEntry], rows: list[dict[str, Any]]
) -> list[JournalEntry]:
    """The decisions that name one of these events."""
    articles = {row["article"] for row in rows}
    texts = [sha256 for sha256, (id, _) in record.article_names().items() if id in articles]
    events = {(row["article"], row["number"]) for row in rows}
    return [
        entry
        for entry in journal
        if entry.correction.target == "occurrence"
        and any(text in entry.correction.text_sha256 + entry.correction.value for text in texts)
        and events & set(record.decided_places(entry.correction))
    ]


def near_acts(record: Record, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Acts of the same type about the same time as an event, the nearest first."""
    acts = [one for one in record.rows("occurrences", _alike(row)) if one["id"] != row["occurrence"]]
    day = _ordinal(row["date_first"])
    return sorted(acts, key=lambda one: abs(_ordinal(one["date_first"]) - day))[:NEAR]


def _telling(record: Record, row: dict[str, Any]) -> Telling:
    reading = record.reading(row["article"])
    event = reading.events[row["number"]]
    return Telling(
        article=row["article"],
        number=row["number"],
        event=event,
        passage=" ".join(span.of(reading.article.text) for span in event.evidence),
        published=reading.article.published.value,
    )


def _alike(row: dict[str, Any]) -> Filter:
    """Acts of the same type about the same time."""
    if not row["date_first"]:
        return Filter(type=row["type"], limit=10 * NEAR)
    first, last = (date.fromisoformat(row[name] or row["date_first"]) for name in ("date_first", "date_last"))
    around = timedelta(days=AROUND)
    return Filter(
        type=row["type"],
        since=(first - around).isoformat(),
        until=(last + around).isoformat(),
        limit=10 * NEAR,
    )


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
