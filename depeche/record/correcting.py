"""Apply what people said to what was read: pure, in order, and again after every re-reading."""

from collections.abc import Sequence
from typing import Any

import msgspec

from depeche.model import Event, Position, Reading, Span, Statement, Term
from depeche.model.correction import Correction, Target
from depeche.record.errors import WrongCorrection

PERSON = "person"  # the rule that a corrected record bears instead of a construction's name
SAME = 0.5  # overlap (Dice) from which a record read anew is the one that was corrected

# Where each target's records stand in a reading, and their type.
_LISTS: dict[Target, tuple[str, type[Any]]] = {
    "statement": ("statements", Statement),
    "event": ("events", Event),
    "position": ("positions", Position),
    "term": ("terms", Term),
}


def correct(reading: Reading, correction: Correction) -> Reading | None:
    """The reading with the correction, or None where no record of it is the one meant.

    Raises WrongCorrection where the field does not exist or the value is none for it.
    """
    if correction.target == "article":
        article = _with_field(reading.article, correction)
        return msgspec.structs.replace(reading, article=article)
    name, kind = _LISTS[correction.target]
    records: tuple[Any, ...] = getattr(reading, name)
    if correction.verdict == "add":
        return _with_list(reading, name, (*records, _marked(_value(correction, kind))))
    place = _find(records, correction)
    if place is None:
        return None
    kept = list(records)
    if correction.verdict == "reject":
        del kept[place]
    else:
        kept[place] = _marked(_with_field(kept[place], correction))
    return _with_list(reading, name, tuple(kept))


def spans_of(record: Any) -> tuple[Span, ...]:
    """The characters that a record stands on."""
    if isinstance(record, Statement):
        return record.content
    if isinstance(record, Term):
        return (record.span,)
    spans: tuple[Span, ...] = record.evidence
    return spans


def likeness_of(record: Any) -> str:
    """What tells records on the same characters apart."""
    if isinstance(record, Statement):
        return record.speaker.actor.name
    if isinstance(record, Event):
        actors, recipients = (
            ", ".join(actor.name for actor in side) for side in (record.actor, record.recipient)
        )
        return f"{record.type} {actors} → {recipients}"
    return str(record.issue if isinstance(record, Position) else record.term)


def _find(records: Sequence[Any], correction: Correction) -> int | None:
    best: tuple[float, bool, int] | None = None
    for place, record in enumerate(records):
        overlap, like = _overlap(spans_of(record), correction.at), likeness_of(record)
        if overlap < SAME or not _may_be(correction, like):
            continue
        worth = (overlap, like == correction.like, -place)
        if best is None or worth > best:
            best = worth
    return None if best is None else -best[2]


def _may_be(correction: Correction, like: str) -> bool:
    """Whether a record at the right place can be the one meant: one sentence tells events of several types."""
    if correction.target == "statement":
        return True
    if correction.target == "event":
        return like.split(" ")[0] == correction.like.split(" ")[0]
    return like == correction.like


def _overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    first = {place for span in one for place in range(span.start, span.end)}
    second = {place for span in two for place in range(span.start, span.end)}
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _with_list(reading: Reading, name: str, records: tuple[Any, ...]) -> Reading:
    # In text order again, where a record was added.
    return msgspec.structs.replace(
        reading, **{name: tuple(sorted(records, key=lambda one: spans_of(one)[:1]))}
    )


def _with_field(record: Any, correction: Correction) -> Any:
    fields = {field.name: field.type for field in msgspec.structs.fields(record)}
    if correction.field not in fields or correction.field in ("rule", "confidence", "text", "text_sha256"):
        raise WrongCorrection(f"{correction.target} has no field {correction.field!r} to correct")
    return msgspec.structs.replace(record, **{correction.field: _value(correction, fields[correction.field])})


def _marked(record: Any) -> Any:
    if isinstance(record, Statement | Event):
        return msgspec.structs.replace(record, rule=PERSON, confidence=1.0)
    return record


def _value(correction: Correction, kind: Any) -> Any:
    try:
        return msgspec.json.decode(correction.value, type=kind)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        what = f"{correction.target} {correction.field}".strip()
        raise WrongCorrection(f"{correction.value} is no value for {what}: {error}") from error
