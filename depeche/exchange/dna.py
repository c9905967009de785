"""Event list in the layout of Discourse Network Analyzer: who takes which side on which concept, when.

One row per position that takes a side. `concept` is the issue; `agreement` is 1 for supports, calls_for and
conditions (whose condition stands in a column of its own) and 0 for opposes and denies; a neutral stance takes no
side and is left out. `person` is who holds the position, or who speaks in the sentence that tells it for the same
state; `organization` is their state, or the body itself. `time` is the first day that the position's date can mean,
else that of publication; positions with neither are left out, because the program orders by day. Offsets count
characters of the raw text.
"""

import csv
from typing import IO

from depeche.exchange.acts import Cast, quoted
from depeche.model import Span
from depeche.model.edtf import days_of
from depeche.record import Record
from depeche.views import gather
from depeche.views.entries import PositionEntry, StatementEntry

COLUMNS = (
    "statement_id", "time", "document_id", "document_title", "document_author", "document_source",
    "document_section", "document_type", "person", "organization", "concept", "agreement", "condition", "stance",
    "start", "stop", "text",
)  # fmt: skip
_AGREEMENT = {"supports": 1, "calls_for": 1, "conditions": 1, "opposes": 0, "denies": 0}


def write_event_list(record: Record, out: IO[str]) -> int:
    """Write the positions of a record that take a side; returns how many."""
    story = gather(record, title="")
    cast, articles = Cast(story), {article.id: article for article in story.articles}
    said: dict[str, list[StatementEntry]] = {}
    for statement in story.statements:
        said.setdefault(statement.article, []).append(statement)
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    count = 0
    for position in story.positions:
        article = articles[position.article]
        day = days_of(position.date)[0] or days_of(article.published)[0]
        if position.stance not in _AGREEMENT or day is None:
            continue
        count += 1
        writer.writerow(
            (
                count,
                f"{day.isoformat()} 00:00:00",
                article.id,
                article.headline or article.id,
                article.author or ", ".join(article.agencies),
                article.outlet or "",
                "",
                "article",
                _person(position, cast, said.get(article.id, [])),
                cast.side_name(cast.side(position.actor)),
                position.issue,
                _AGREEMENT[position.stance],
                position.condition or "",
                position.stance,
                min(span.start for span in position.evidence),
                max(span.end for span in position.evidence),
                quoted(article.text, position.evidence),
            )
        )
    return count


def _person(position: PositionEntry, cast: Cast, said: list[StatementEntry]) -> str:
    """The person who holds a position, or the one person who speaks for its side in its sentences."""
    if cast.kind(position.actor) == "person":
        return cast.name(position.actor)
    speakers = {
        statement.speaker
        for statement in said
        if cast.kind(statement.speaker) == "person"
        and cast.side(statement.speaker) == cast.side(position.actor)
        and _overlap(statement.content, position.evidence)
    }
    return cast.name(speakers.pop()) if len(speakers) == 1 else ""


def _overlap(one: tuple[Span, ...], two: tuple[Span, ...]) -> bool:
    return any(first.overlaps(second) for first in one for second in two)
