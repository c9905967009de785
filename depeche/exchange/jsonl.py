"""The exchange format of codebook section 9: JSON Lines, one article per line, for gold and system alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from depeche.model import Actor, Event, PlannedAct, Reading, Span, Statement
from depeche.record import Record

__all__ = [
    "ActorEntry", "BrokenLine", "EventEntry", "Line", "PlaceEntry", "PositionEntry", "PublishedEntry",
    "SpeakerEntry", "StatementEntry", "TermEntry", "decode_lines", "encode_line", "read_lines", "to_line",
    "write_lines", "write_record",
]  # fmt: skip


class BrokenLine(ValueError):
    """A line that is no article of the exchange format; the message names file, line and field."""


class ActorEntry(msgspec.Struct, frozen=True):
    """An actor by name, kind and ISO alpha-3 country."""

    name: str
    kind: str | None = None
    country: str | None = None


class SpeakerEntry(msgspec.Struct, frozen=True):
    """An actor at the mention that names them: `span` counts in the raw text, None where nothing does."""

    name: str
    kind: str | None = None
    country: str | None = None
    span: Span | None = None


class PlaceEntry(msgspec.Struct, frozen=True):
    """A place by name and the ISO alpha-3 state it lies in."""

    name: str | None = None
    country: str | None = None


class PublishedEntry(msgspec.Struct, frozen=True):
    """When the article was published (EDTF), how that is known, and why, days that disagree among the reasons."""

    value: str | None = None
    basis: str = "unknown"
    reasons: tuple[str, ...] = ()


class StatementEntry(msgspec.Struct, frozen=True):
    """A statement of codebook section 3."""

    id: str
    content: tuple[Span, ...]
    mode: str
    cue: Span | None = None
    speaker: SpeakerEntry | None = None
    via: tuple[ActorEntry, ...] = ()
    channel: str | None = None
    addressee: tuple[ActorEntry, ...] = ()
    act: str | None = None


class EventEntry(msgspec.Struct, frozen=True):
    """An event of codebook section 4; `about` is kept as it was written."""

    id: str
    type: str
    evidence: tuple[Span, ...]
    mode: str | None = None
    actor: tuple[ActorEntry, ...] = ()
    recipient: tuple[ActorEntry, ...] = ()
    date: str | None = None
    place: PlaceEntry | None = None
    status: str = "actual"
    according_to: str | None = None
    about: dict[str, Any] | None = None
    contexts: tuple[str, ...] = ()


class PositionEntry(msgspec.Struct, frozen=True):
    """A position of codebook section 5."""

    actor: ActorEntry
    issue: str
    stance: str
    evidence: tuple[Span, ...]
    condition: str | None = None
    date: str | None = None


class TermEntry(msgspec.Struct, frozen=True):
    """A term of codebook section 6."""

    term: str
    span: Span
    voice: str = "outlet"


class Line(msgspec.Struct, frozen=True):
    """One article and all its records, as one line of the format; fields left out have defaults."""

    id: str
    text_sha256: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    headline: str | None = None
    published: PublishedEntry = PublishedEntry()
    furniture: tuple[Span, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    positions: tuple[PositionEntry, ...] = ()
    terms: tuple[TermEntry, ...] = ()
    metadata_from: dict[str, str] = {}


def to_line(reading: Reading) -> Line:
    """A reading as one line of the format; statements and events get the ids s1, e1 … in text order."""
    article = reading.article
    statements = sorted(reading.statements, key=lambda statement: statement.content[:1])
    events = sorted(reading.events, key=lambda event: event.evidence[:1])
    return Line(
        id=article.id,
        text_sha256=article.text_sha256,
        outlet=article.outlet,
        agencies=article.agencies,
        headline=article.headline,
        published=PublishedEntry(article.published.value, article.published.basis, article.published.reasons),
        furniture=tuple(cut.span for cut in article.furniture),
        statements=tuple(_statement(f"s{number}", item) for number, item in enumerate(statements, start=1)),
        events=tuple(_event(f"e{number}", item) for number, item in enumerate(events, start=1)),
        positions=tuple(
            PositionEntry(
                _actor(item.actor), item.issue, item.stance, item.evidence, item.condition, item.date
            )
            for item in reading.positions
        ),
        terms=tuple(TermEntry(item.term, item.span, item.voice) for item in reading.terms),
        metadata_from=article.metadata_from,
    )


def _actor(actor: Actor) -> ActorEntry:
    return ActorEntry(actor.name, actor.kind, actor.country)


def _statement(id: str, statement: Statement) -> StatementEntry:
    speaker = statement.speaker.actor
    return StatementEntry(
        id=id,
        content=statement.content,
        mode=statement.mode,
        cue=statement.cue,
        speaker=SpeakerEntry(speaker.name, speaker.kind, speaker.country, statement.speaker.span),
        via=tuple(map(_actor, statement.via)),
        channel=statement.channel,
        addressee=tuple(map(_actor, statement.addressee)),
        act=statement.act,
    )


def _event(id: str, event: Event) -> EventEntry:
    return EventEntry(
        id=id,
        type=event.type,
        evidence=event.evidence,
        mode=event.mode,
        actor=tuple(map(_actor, event.actor)),
        recipient=tuple(map(_actor, event.recipient)),
        date=event.date,
        place=PlaceEntry(event.place.name, event.place.country) if event.place else None,
        status=event.status,
        according_to=event.according_to,
        about=_about(event.about),
        contexts=event.contexts,
    )


def _about(act: PlannedAct | None) -> dict[str, Any] | None:
    if act is None:
        return None
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(act))
    return found


# The order of the codebook's example, which is easier to read than that of the structs with their defaults.
_KEYS = {
    EventEntry: ("id", "type", "mode", "actor", "recipient", "date", "place", "status", "according_to",
                 "about", "contexts", "evidence"),
    PositionEntry: ("actor", "issue", "stance", "condition", "date", "evidence"),
}  # fmt: skip


def encode_line(line: Line) -> str:
    """One line of JSON without its line break, in UTF-8 characters; `decode_lines` reads it back equal."""
    made: dict[str, Any] = msgspec.to_builtins(line)
    for part, keys in (("events", _KEYS[EventEntry]), ("positions", _KEYS[PositionEntry])):
        made[part] = [{key: entry[key] for key in keys} for entry in made[part]]
    for owner, key in ((made["published"], "reasons"), (made, "metadata_from")):  # annotations have neither
        if not owner[key]:
            del owner[key]
    return msgspec.json.encode(made).decode("utf-8")


def decode_lines(lines: Iterable[str], *, origin: str = "-") -> Iterator[Line]:
    """Articles of JSON lines, in order; blank lines are passed over, unknown fields ignored.

    Raises BrokenLine, naming `origin`, the line (from 1) and the field, where a line is not of the format.
    """
    decoder = msgspec.json.Decoder(Line)
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            yield decoder.decode(text)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            raise BrokenLine(f"{origin}, line {number}: {error}") from error


def read_lines(path: Path) -> list[Line]:
    """All articles of a JSON Lines file. Raises OSError where it cannot be read, and BrokenLine."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenLine(f"{path.name}: not UTF-8 ({error.reason} at byte {error.start})") from error
    return list(decode_lines(text.split("\n"), origin=path.name))


def write_lines(readings: Iterable[Reading], out: IO[str]) -> int:
    """Write readings to an open text file, one line each; returns how many."""
    count = 0
    for reading in readings:
        out.write(encode_line(to_line(reading)) + "\n")
        count += 1
    return count


def write_record(record: Record, out: IO[str]) -> int:
    """Write all articles of a record to an open text file, one line each; returns how many."""
    return write_lines(record.readings(), out)
