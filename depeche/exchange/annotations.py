"""W3C Web Annotation (JSON-LD): each record as an annotation on the very characters it was read from.

The target's source is the article's address where it is known, else a URN of its text's hash. Positions count
Unicode code points of the raw text, as the recommendation asks; the quotation selectors find the place again where
the text has moved. A record on several spans has several targets.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

from depeche.exchange.jsonl import (
    EventEntry,
    Line,
    PositionEntry,
    StatementEntry,
    TermEntry,
    to_line,
)
from depeche.model import Article, Span
from depeche.record import Record

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix


def write_annotations(record: Record, out: IO[str]) -> int:
    """Write every record as an annotation, one per line inside one page; returns how many."""
    count = 0
    out.write(
        f'{{"@context": "{_CONTEXT}", "id": "urn:depeche:annotations", "type": "AnnotationPage", "items": ['
    )
    for reading in record.readings():
        for annotation in _annotations(reading.article, to_line(reading)):
            out.write(",\n" if count else "\n")
            json.dump(annotation, out, ensure_ascii=False)
            count += 1
    out.write("\n]}\n")
    return count


def _annotations(article: Article, line: Line) -> Iterator[dict[str, Any]]:
    for statement in line.statements:
        yield _annotation(article, statement.id, "statement", _said(statement), statement.content)
    for event in line.events:
        yield _annotation(article, event.id, "event", _done(event), event.evidence)
    for number, position in enumerate(line.positions, start=1):
        yield _annotation(article, f"p{number}", "position", _stands(position), position.evidence)
    for number, term in enumerate(line.terms, start=1):
        yield _annotation(article, f"t{number}", "term", _named(term), (term.span,))


def _annotation(article: Article, id: str, tag: str, words: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    targets = [_target(article, span) for span in spans]
    return {
        "id": f"urn:depeche:{article.text_sha256[:16]}:{id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": tag},
            {"type": "TextualBody", "purpose": "describing", "value": words, "format": "text/plain"},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(article: Article, span: Span) -> dict[str, Any]:
    text = article.text
    return {
        "source": article.url or f"urn:sha256:{article.text_sha256}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _said(statement: StatementEntry) -> str:
    speaker = statement.speaker.name if statement.speaker else "?"
    return f"{speaker}: {statement.act} ({statement.mode})"


def _done(event: EventEntry) -> str:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    actors, recipients = (
        ", ".join(each.name for each in side) or "–" for side in (event.actor, event.recipient)
    )
    return f"{kind}: {actors} → {recipients}, {event.date or '?'}, {event.status}"


def _stands(position: PositionEntry) -> str:
    return f"{position.actor.name} {position.stance}: {position.issue}"


def _named(term: TermEntry) -> str:
    return f"{term.term} ({term.voice})"
