"""W3C Web Annotation (JSON-LD): each record as an annotation on the very characters it was read from.

The target's source is the article's address where it is known, else a URN of its text's hash. Positions count
Unicode code points of the raw text, as the recommendation asks; the quotation selectors find the place again where
the text has moved. A record on several spans has several targets.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

from depeche.model import Article, Event, Position, Reading, Span, Statement, Term
from depeche.record import Listed, Record

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix


def write_annotations(record: Record, out: IO[str]) -> int:
    """Write every record as an annotation, one per line inside one page; returns how many."""
    count = 0
    out.write(
        f'{{"@context": "{_CONTEXT}", "id": "urn:depeche:annotations", "type": "AnnotationPage", "items": ['
    )
    kinds: tuple[Listed, ...] = ("statements", "events", "positions", "terms")
    ids = {
        (str(kind), row["article"], row["number"]): str(row["id"])
        for kind in kinds
        for row in record.rows(kind)
    }
    for reading in record.readings():
        for annotation in _annotations(reading, ids):
            out.write(",\n" if count else "\n")
            json.dump(annotation, out, ensure_ascii=False)
            count += 1
    out.write("\n]}\n")
    return count


def _annotations(reading: Reading, ids: dict[tuple[str, str, int], str]) -> Iterator[dict[str, Any]]:
    article = reading.article
    told: list[tuple[str, int, str, tuple[Span, ...]]] = []
    told += [
        ("statements", number, _said(each), each.content) for number, each in enumerate(reading.statements)
    ]
    told += [("events", number, _done(each), each.evidence) for number, each in enumerate(reading.events)]
    told += [
        ("positions", number, _stands(each), each.evidence) for number, each in enumerate(reading.positions)
    ]
    told += [("terms", number, _named(each), (each.span,)) for number, each in enumerate(reading.terms)]
    for kind, number, words, spans in told:
        targets = [_target(article, span) for span in spans]
        yield {
            "id": f"urn:depeche:{ids[kind, article.id, number]}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": kind.removesuffix("s")},
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


def _said(statement: Statement) -> str:
    return f"{statement.speaker.actor.name}: {statement.act} ({statement.mode})"


def _done(event: Event) -> str:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    actors, recipients = (
        ", ".join(each.name for each in side) or "–" for side in (event.actor, event.recipient)
    )
    return f"{kind}: {actors} → {recipients}, {event.date or '?'}, {event.status}"


def _stands(position: Position) -> str:
    return f"{position.actor.name} {position.stance}: {position.issue}"


def _named(term: Term) -> str:
    return f"{term.term} ({term.voice})"
