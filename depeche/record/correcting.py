"""Apply what people said to what was read: pure, in order, and again after every re-reading."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from depeche.model import Event, Position, Reading, Span, Statement, Term
from depeche.model.correction import Correction, Recast, Target
from depeche.record.errors import WrongCorrection
from depeche.record.recasting import recast_cast, recast_record, same_actor

PERSON = "person"  # the rule that a corrected record bears instead of a construction's name
SAME = 0.5  # overlap (Dice) from which a record read anew is the one that was corrected

# Where each target's records stand in a reading, and their type.
LISTS: dict[Target, tuple[str, type[Any]]] = {
    "statement": ("statements", Statement),
    "event": ("events", Event),
    "position": ("positions", Position),
    "term": ("terms", Term),
}


class Trace(msgspec.Struct):
    """A record from proposal to decision.

    `proposed` is what the machine read (None for what a person added), `current` what holds now (None for what a
    person rejected), `numbers` the entries of the journal that led from one to the other.
    """

    target: Target
    proposed: Any | None
    current: Any | None
    numbers: list[int]


class Sheet:
    """The records of one article under correction."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.traces = [
            Trace(target, record, record, [])
            for target, (name, _) in LISTS.items()
            for record in getattr(reading, name)
        ]
        self._touched: set[Target] = set()

    def apply(self, correction: Correction, *, number: int = 0) -> bool:
        """Apply a correction, the entry `number` of the journal; False where no record is the one meant.

        Raises WrongCorrection where the field does not exist, the value is none for it, or the target cannot be
        so corrected.
        """
        if correction.target == "actor":
            return self._recast(correction, number)
        if correction.target == "article":
            if correction.verdict != "set":
                raise WrongCorrection(f"an article cannot be corrected by {correction.verdict!r}")
            article = _with_field(self._reading.article, correction)
            self._reading = msgspec.structs.replace(self._reading, article=article)
            return True
        if correction.target not in LISTS or correction.verdict not in ("set", "accept", "reject", "add"):
            raise WrongCorrection(f"{correction.target} cannot be corrected by {correction.verdict!r}")
        if correction.verdict == "add":
            added = _marked(_value(correction, LISTS[correction.target][1]))
            self.traces.append(Trace(correction.target, None, added, [number]))
            self._touched.add(correction.target)
            return True
        trace = self.find(correction)
        if trace is None:
            return False
        self._decide(trace, correction)
        trace.numbers.append(number)
        return True

    def find(self, correction: Correction) -> Trace | None:
        """The record that a correction is about."""
        here = [one for one in self.traces if one.target == correction.target and one.current is not None]
        place = place_of([one.current for one in here], correction)
        return None if place is None else here[place]

    def reading(self) -> Reading:
        """What holds now; a list that changed is in text order again."""
        lists = {}
        for target, (name, _) in LISTS.items():
            records = [one.current for one in self.traces if one.target == target and one.current is not None]
            if target in self._touched:
                records.sort(key=lambda one: spans_of(one)[:1])
            lists[name] = tuple(records)
        return msgspec.structs.replace(self._reading, **lists)

    def _decide(self, trace: Trace, correction: Correction) -> None:
        if correction.verdict == "reject":
            trace.current = None
        else:
            self._touched.add(correction.target)
            accepted = correction.verdict == "accept"
            record = trace.current if accepted else _with_field(trace.current, correction)
            trace.current = _marked(record)

    def _recast(self, correction: Correction, number: int) -> bool:
        if correction.verdict not in ("merge", "split"):
            raise WrongCorrection(f"an actor cannot be corrected by {correction.verdict!r}")
        recast: Recast = _value(correction, Recast)
        found = False
        for trace in self.traces:
            if trace.current is None or (
                correction.at and not _touch(spans_of(trace.current), correction.at)
            ):
                continue
            record = recast_record(trace.current, recast)
            if record != trace.current:
                trace.current, found = record, True
                trace.numbers.append(number)
        cast = self._reading.actors
        if any(same_actor(actor, recast.former) for actor in cast):
            found = True
            renamed = recast_cast(cast, recast)
            # Where only some records are recast, the article still names the former.
            cast = (*cast, *(one for one in renamed if one not in cast)) if correction.at else renamed
            self._reading = msgspec.structs.replace(self._reading, actors=cast)
        return found


def correct(reading: Reading, correction: Correction) -> Reading | None:
    """The reading with the correction, or None where no record of it is the one meant. Raises WrongCorrection."""
    sheet = Sheet(reading)
    return sheet.reading() if sheet.apply(correction) else None


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


def numbered(reading: Reading) -> Iterator[tuple[Target, int, Any]]:
    """The records of a reading with the numbers under which they are stored: statements and events in text order."""
    for target, (name, _) in LISTS.items():
        records: Sequence[Any] = getattr(reading, name)
        if target in ("statement", "event"):
            records = sorted(records, key=lambda one: spans_of(one)[:1])
        for place, record in enumerate(records):
            yield target, place, record


def place_of(records: Sequence[Any], correction: Correction) -> int | None:
    """Which of an article's records of one kind a correction is about: its place, or None."""
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
    if correction.target in ("event", "occurrence"):
        return like.split(" ")[0] == correction.like.split(" ")[0]
    return like == correction.like


def _overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    first = {place for span in one for place in range(span.start, span.end)}
    second = {place for span in two for place in range(span.start, span.end)}
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _touch(one: Sequence[Span], two: Sequence[Span]) -> bool:
    return any(first.overlaps(second) for first in one for second in two)


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
