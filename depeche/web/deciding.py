"""From what a person does on a page, or a program sends, to corrections in the journal."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from depeche.model import Actor, Span
from depeche.model.correction import Correction, EventName, Recast, Target
from depeche.record import Record, Sheet, Trace, likeness_of, spans_of
from depeche.record.correcting import LISTS
from depeche.record.ids import actor_id
from depeche.web.naming import read_actor, read_actors, read_edtf, read_place
from depeche.web.problems import Problem

SEVERAL_ACTORS = ("recipient", "via", "addressee")
DATES = ("date",)

Identify = Callable[[Record], None]


def no_identities(_: Record) -> None:
    """Leave the actors of several names as the last weaving found them."""


class Ask(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One decision about one record.

    `record` is the id of a statement, event, position, term, actor, or of an event of the occurrence; `article`
    the id of the article for "add", for a correction of the article itself, and for "undo" of nothing. `words`
    are fields as people type them (actors by name or as `Wang Yi [personne, Chine]`, in French, English or
    codes (`[person, CHN]`); several separated by semicolons; dates in EDTF), `values` fields in the model's own
    shape. For "add", `at` are the spans ([start, end) in code points) of the new record. For "merge" and
    "split" of an actor, `other` is the actor it is (an id, or as people type it) and `articles` those where it
    holds (empty: all); "reject" of an actor says that it is not `other`, which a weaving takes for the same;
    for "merge" of an occurrence, `other` is the id of an event. For "undo", `number` is the entry of the
    journal. `seen` is the last entry that the person knew of, `by` who says so (a person who has signed in is
    always named by that), `note` why.
    """

    target: Target = "article"
    verdict: Literal["set", "accept", "reject", "add", "merge", "split", "undo"]
    record: str | None = None
    article: str | None = None
    words: dict[str, str] = {}
    values: dict[str, msgspec.Raw] = {}
    at: tuple[Span, ...] = ()
    other: str = ""
    articles: tuple[str, ...] = ()
    number: int | None = None
    seen: int | None = None
    by: str = ""
    note: str = ""


class Noted(msgspec.Struct, frozen=True):
    """A decision in the journal: the numbers of its entries, and where to look now, if not at the same address."""

    numbers: list[int]
    see: str | None = None


def decide(record: Record, ask: Ask, *, by: str, identify: Identify = no_identities) -> Noted:
    """Note and apply a decision; `identify` joins again what is no longer held apart. Raises Problem, RecordError."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    with record.snapshot():
        corrections = _corrections(record, ask)
        joins = ask.verdict == "undo" and _is_about_names(record, ask.number)
    signed = [msgspec.structs.replace(one, by=by or ask.by, made=made, note=ask.note) for one in corrections]
    see = None
    if ask.target == "actor" and ask.verdict == "merge":
        see = f"/actors/{actor_id(msgspec.json.decode(signed[0].value, type=Recast).new)}"
    numbers = record.correct_all(signed, seen=ask.seen)
    if joins:
        identify(record)
    return Noted(numbers, see)


def _is_about_names(record: Record, number: int | None) -> bool:
    """Whether an entry of the journal, or what it takes back, holds two actors apart."""
    entries = {entry.number: entry.correction for entry in record.journal()}
    entry = entries.get(number or 0)
    while entry is not None and entry.verdict == "undo":
        entry = entries.get(int(entry.value))
    return entry is not None and entry.target == "actor" and entry.verdict == "reject"


def _corrections(record: Record, ask: Ask) -> list[Correction]:
    if ask.verdict == "undo":
        if ask.number is None:
            raise Problem(422, "wrong-body", "number: which entry of the journal?")
        return [Correction(text_sha256="", target="article", verdict="undo", value=str(ask.number))]
    if ask.target == "actor":
        return _of_actor(record, ask)
    if ask.target == "occurrence":
        return [_of_occurrence(record, ask)]
    if ask.verdict == "add":
        return [_addition(record, ask)]
    if ask.target == "article":
        return _of_article(record, ask)
    return _of_record(record, ask)


def _of_record(record: Record, ask: Ask) -> list[Correction]:
    article, trace, sheet = _found(record, ask)
    base = Correction(text_sha256=article, target=ask.target, verdict=ask.verdict)
    if ask.verdict != "set":
        return [_at(base, trace.current)]
    corrections = []
    for field, value in _fields(record, ask, trace.current).items():
        correction = msgspec.structs.replace(_at(base, trace.current), field=field, value=value)
        # The next field is of the record as this one leaves it.
        sheet.apply(correction)
        corrections.append(correction)
    if not corrections:
        raise Problem(422, "wrong-body", "words or values: which fields?")
    return corrections


def _found(record: Record, ask: Ask) -> tuple[str, Trace, Sheet]:
    place = record.place(ask.target, ask.record or "")
    if place is None:
        raise Problem(404, "unknown-record", f"no {ask.target} {ask.record}")
    ids = [id for id, _ in record.traces(place[0])]
    sheet = record.sheet(place[0])
    return sheet.reading().article.text_sha256, sheet.traces[ids.index(ask.record)], sheet


def _at(base: Correction, current: Any) -> Correction:
    return msgspec.structs.replace(base, at=spans_of(current), like=likeness_of(current))


def _of_article(record: Record, ask: Ask) -> list[Correction]:
    sha256 = record.reading(record.find_article(ask.article or "")).article.text_sha256
    return [
        Correction(text_sha256=sha256, target="article", verdict=ask.verdict, field=field, value=value)
        for field, value in _fields(record, ask, None).items()
    ]


def _addition(record: Record, ask: Ask) -> Correction:
    if ask.target not in LISTS or not ask.at:
        raise Problem(
            422, "wrong-body", "add a statement, event, position or term, at the spans where it stands"
        )
    sha256 = record.reading(record.find_article(ask.article or "")).article.text_sha256
    given = {name: msgspec.json.decode(value) for name, value in _fields(record, ask, None).items()}
    if ask.target == "term":
        given["span"] = ask.at[0]
    else:
        given["content" if ask.target == "statement" else "evidence"] = ask.at
    given = {name: value for name, value in given.items() if value is not None}
    return Correction(text_sha256=sha256, target=ask.target, verdict="add", at=ask.at, value=_json(given))


def _of_actor(record: Record, ask: Ask) -> list[Correction]:
    former = record.actor(ask.record or "")
    if former is None:
        raise Problem(404, "unknown-record", f"no actor {ask.record}")
    new = record.actor(ask.other) or read_actor(record, ask.other)
    if new == former:
        raise Problem(422, "wrong-correction", f"{former.name} is that actor already")
    value = _json(Recast(Actor(former.name, former.kind, former.country), new))
    if ask.verdict == "split" and not ask.articles:
        raise Problem(422, "wrong-body", "articles: where is it another actor?")
    texts = [record.reading(record.find_article(one)).article.text_sha256 for one in ask.articles]
    return [
        Correction(text_sha256=sha256, target="actor", verdict=ask.verdict, like=former.name, value=value)
        for sha256 in texts or [""]
    ]


def _of_occurrence(record: Record, ask: Ask) -> Correction:
    event = _event(record, ask.record)
    other = _event(record, ask.other) if ask.verdict == "merge" else None
    if other == event:
        raise Problem(422, "wrong-correction", "an act cannot be joined with itself")
    return Correction(
        text_sha256=event.text_sha256, target="occurrence", verdict=ask.verdict, at=event.at, like=event.like,
        value=_json(other),
    )  # fmt: skip


def _event(record: Record, id: str | None) -> EventName:
    place = record.place("event", id or "")
    if place is None:
        raise Problem(404, "unknown-record", f"no event {id}")
    reading = record.reading(place[0])
    event = reading.events[place[1]]
    return EventName(reading.article.text_sha256, spans_of(event), likeness_of(event))


def _fields(record: Record, ask: Ask, current: Any) -> dict[str, str]:
    """The fields of a decision as JSON of the model's shape."""
    fields = {
        name: _json(_typed(record, ask.target, name, words, current)) for name, words in ask.words.items()
    }
    fields |= {name: bytes(value).decode("utf-8") for name, value in ask.values.items()}
    return fields


def _typed(record: Record, target: Target, field: str, words: str, current: Any) -> object:
    if field == "speaker":
        return {"actor": read_actor(record, words), "span": current.speaker.span if current else None}
    if field == "actor" and target == "position":
        return read_actor(record, words)
    if field in SEVERAL_ACTORS or (field == "actor" and target == "event"):
        return read_actors(record, words)
    if field == "place":
        return read_place(words)
    if field == "published":
        return {"value": read_edtf(words), "basis": "given"}
    if field in DATES:
        return read_edtf(words)
    return words.strip() or None


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")
