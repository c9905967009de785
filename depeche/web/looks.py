"""What the pages show of an article: one card for each record, from proposal to decision."""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from depeche.model import Event, Position, Reading, Span, Statement
from depeche.model.event import EventType, Status
from depeche.model.position import Stance
from depeche.model.statement import Mode, SpeechAct
from depeche.record import JournalEntry, Trace, spans_of
from depeche.views.labels import Language
from depeche.views.quads import QUADS
from depeche.web.marking import Mark
from depeche.web.naming import as_typed
from depeche.web.words import word

LETTERS = {"statement": "s", "event": "e", "position": "p", "term": "t"}

# The fields of each record that the pages show and let people edit: (field, how it is typed).
# "actor", "actors", "date", "place" and "text" are typed; what has a tuple is chosen from it, and "mode" from the
# modes of the chosen type.
FORMS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "statement": {
        "speaker": "actor", "act": get_args(SpeechAct), "mode": get_args(Mode), "addressee": "actors",
        "via": "actors", "channel": "text",
    },
    "event": {
        "type": get_args(EventType), "mode": "mode", "actor": "actors", "recipient": "actors", "date": "date",
        "place": "place", "status": get_args(Status), "according_to": "text",
    },
    "position": {
        "actor": "actor", "issue": "text", "stance": get_args(Stance), "condition": "text", "date": "date",
    },
    "term": {"term": "text", "voice": "text"},
    "article": {"headline": "text", "outlet": "text", "published": "date"},
}  # fmt: skip


class Shown(msgspec.Struct, frozen=True):
    """A field of a record: its name, what holds now, and what the machine had proposed."""

    name: str
    now: str
    proposed: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A record on an article's page.

    `ref` names it on the page through all its corrections, `id` is its id in the record (None when rejected).
    `state` is "proposed", "accepted", "edited", "added" or "rejected"; `rule` and `confidence` are the machine's.
    """

    ref: str
    id: str | None
    target: str
    state: str
    head: str
    kind: str
    quad: str
    quotes: tuple[str, ...]
    start: int
    fields: tuple[Shown, ...]
    values: dict[str, str]
    rule: str
    confidence: float | None
    entries: tuple[JournalEntry, ...]
    occurrence: str | None = None


def cards(
    reading: Reading,
    traces: Sequence[tuple[str | None, Trace]],
    journal: Sequence[JournalEntry],
    *,
    occurrences: dict[str, str],
    language: Language,
) -> list[Card]:
    """The cards of an article in text order, in the words of a language.

    `occurrences` gives the act that an event tells, by the event's id.
    """
    entries = {entry.number: entry for entry in journal}
    numbers = dict.fromkeys(LETTERS, 0)
    made = []
    for id, trace in traces:
        ref = f"{LETTERS[trace.target]}{numbers[trace.target]}"
        numbers[trace.target] += 1
        made.append(_card(reading, ref, id, trace, entries, occurrences, language))
    return sorted(made, key=lambda card: card.start)


def marks(traces: Sequence[tuple[str | None, Trace]]) -> list[Mark]:
    """Where the records stand; those that are rejected leave no mark."""
    numbers = dict.fromkeys(LETTERS, 0)
    found = []
    for _, trace in traces:
        ref = f"{LETTERS[trace.target]}{numbers[trace.target]}"
        numbers[trace.target] += 1
        if trace.current is None:
            continue
        found += [Mark(span, ref, trace.target) for span in spans_of(trace.current)]
        if isinstance(trace.current, Statement) and trace.current.cue:
            found.append(Mark(trace.current.cue, ref, "cue"))
    return found


def _card(
    reading: Reading,
    ref: str,
    id: str | None,
    trace: Trace,
    entries: dict[int, JournalEntry],
    occurrences: dict[str, str],
    language: Language,
) -> Card:
    shown = trace.current if trace.current is not None else trace.proposed
    spans: tuple[Span, ...] = spans_of(shown)
    values = _values(trace.target, shown, language)
    proposed = _values(trace.target, trace.proposed, language)
    return Card(
        ref=ref,
        id=id,
        target=trace.target,
        state=_state(trace, entries),
        head=_head(shown, language),
        kind=_kind(shown),
        quad=QUADS[shown.type] if isinstance(shown, Event) else "",
        quotes=tuple(" ".join(span.of(reading.article.text).split()) for span in spans),
        start=spans[0].start if spans else 0,
        fields=tuple(
            Shown(name, values[name], proposed.get(name, ""))
            for name in values
            if values[name] or proposed.get(name)
        ),
        values=values,
        rule=getattr(trace.proposed, "rule", ""),
        confidence=getattr(trace.proposed, "confidence", None),
        entries=tuple(entries[number] for number in trace.numbers if number in entries),
        occurrence=occurrences.get(id) if id else None,
    )


def _state(trace: Trace, entries: dict[int, JournalEntry]) -> str:
    if trace.current is None:
        return "rejected"
    if trace.proposed is None:
        return "added"
    if not trace.numbers:
        return "proposed"
    verdicts = {entries[number].correction.verdict for number in trace.numbers if number in entries}
    return "accepted" if verdicts == {"accept"} else "edited"


def _values(target: str, record: Any, language: Language) -> dict[str, str]:
    if record is None:
        return {}
    values = {name: getattr(record, name) for name in FORMS[target]}
    if isinstance(record, Statement):
        values["speaker"] = record.speaker.actor
    return {name: as_typed(value, language=language) for name, value in values.items()}


def _head(record: Any, language: Language) -> str:
    if isinstance(record, Statement):
        return record.speaker.actor.name
    if isinstance(record, Event):
        sides = [", ".join(actor.name for actor in side) for side in (record.actor, record.recipient)]
        return " → ".join(side or "?" for side in sides) if record.recipient else sides[0] or "?"
    if isinstance(record, Position):
        return f"{record.actor.name}\u00a0: {word('issue', record.issue, language=language)}"
    return str(record.term)


def _kind(record: Any) -> str:
    """The key of the words that say what a record is."""
    if isinstance(record, Statement):
        return f"act.{record.act}"
    if isinstance(record, Event):
        return f"type.{record.type}"
    return f"stance.{record.stance}" if isinstance(record, Position) else "kind.term"
