"""One act and its tellings: their contradictions, what people decided about them, and the acts next to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from depeche.record import Clash, Filter, JournalEntry, Record, fold_copies
from depeche.weaving.clashes.tellings import clashing_tellings
from depeche.weaving.versions import version_of

NEAR = 12  # acts offered to be joined with one
AROUND = 30  # days between these
SHOWN = (
    "matter",
    "why",
    "first_article",
    "first_says",
    "second_article",
    "second_says",
)  # of a contradiction


def contradictions_of(record: Record, rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The contradictions among tellings, given as rows of the list of events.

    Those of when, where and whether it was done are compared here: the record's own list is that of the last weaving,
    which may be older than a decision about the act. The others are the record's. Those of copies are
    listed once.
    """
    versions = {row["article"]: version_of(record.reading(row["article"])) for row in rows}
    found = []
    for one, two in combinations(sorted(rows, key=lambda row: (row["article"], row["number"])), 2):
        same = [(one["number"], two["number"])]
        for each in clashing_tellings(versions[one["article"]], versions[two["article"]], same):
            found.append(
                {
                    "matter": each.matter,
                    "why": each.why,
                    "first_article": one["article"],
                    "first_says": each.first.says,
                    "second_article": two["article"],
                    "second_says": each.second.says,
                }
            )
    kept = record.rows("contradictions", Filter(occurrence=rows[0]["id"]))
    told = found + [{name: row[name] for name in SHOWN} for row in kept if row["why"] != "telling"]
    clashes = (
        Clash(
            row["matter"], row["why"], rows[0]["occurrence"],
            (row["first_article"], row["second_article"]), (row["first_says"], row["second_says"]),
        )
        for row in told
    )  # fmt: skip
    return [told[one.place] for one in fold_copies(clashes, record.links().origins)]


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
