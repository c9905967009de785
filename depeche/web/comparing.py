"""What the tellings of one act contradict each other in, as people have grouped them by now."""

from typing import Any

from depeche.record import Record
from depeche.weaving.contradictions import find_contradictions
from depeche.weaving.occurrences import Occurrence, Telling


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
