"""Accepting, undoing, merging and splitting: what people decide stands beside what the machine read."""

import multiprocessing
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from depeche.model import Actor, Reading, text_sha256
from depeche.model.correction import Correction, EventName, Recast
from depeche.record import (
    Links,
    Overtaken,
    Record,
    WrongCorrection,
    likeness_of,
    open_record,
    schema,
    spans_of,
)

Make = Callable[..., Reading]
LENZ, PERU = Actor("Ada Lenz", "person", "AUT"), Actor("Pérou", "state", "PER")


def as_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


@pytest.fixture
def record(tmp_path: Path, make_reading: Make) -> Record:
    opened = open_record(tmp_path / "r.db", create=True)
    opened.store(make_reading())
    return opened


def on_event(reading: Reading, number: int = 0, **fields: object) -> Correction:
    event = reading.events[number]
    base = Correction(
        text_sha256=reading.article.text_sha256, target="event", verdict="accept", at=spans_of(event),
        like=likeness_of(event), by="I. M.",
    )  # fmt: skip
    return msgspec.structs.replace(base, **fields)


def undo(number: int) -> Correction:
    return Correction(text_sha256="", target="event", verdict="undo", value=str(number))


def merge(former: Actor, new: Actor, *, sha256: str = "") -> Correction:
    verdict = "split" if sha256 else "merge"
    value = as_json(Recast(former, new))
    return Correction(text_sha256=sha256, target="actor", verdict=verdict, like=former.name, value=value)


def occurrence(reading: Reading, other: Reading | None = None) -> Correction:
    value = "null"
    if other is not None:
        event = other.events[0]
        value = as_json(EventName(other.article.text_sha256, spans_of(event), likeness_of(event)))
    return on_event(reading, target="occurrence", verdict="merge" if other else "split", value=value)


def test_an_accepted_record_bears_its_reader_and_keeps_its_proposal(
    record: Record, make_reading: Make
) -> None:
    reading = make_reading()
    number = record.correct(on_event(reading))
    assert record.reading("vienne").events[0].rule == "person"
    trace = next(one for one in record.sheet("vienne").traces if one.numbers == [number])
    assert (trace.proposed.rule, trace.proposed.confidence) == ("proposer", 0.75)
    assert trace.current.confidence == 1.0
    record.store(reading)
    assert record.reading("vienne").events[0].rule == "person"


def test_a_rejected_record_stays_beside_its_rejection(record: Record, make_reading: Make) -> None:
    number = record.correct(on_event(make_reading(), verdict="reject"))
    (trace,) = [one for one in record.sheet("vienne").traces if one.current is None]
    assert trace.proposed == make_reading().events[0]
    assert trace.numbers == [number]


def test_undo_gives_back_what_was_and_can_be_undone(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    record.correct(on_event(reading, verdict="set", field="date", value='"2024-06-05"'))
    rejected = record.correct(on_event(reading, verdict="reject"))
    undone = record.correct(undo(rejected))
    assert record.reading("vienne").events[0].date == "2024-06-05"
    record.correct(undo(1))
    assert record.reading("vienne") == reading
    record.correct(undo(undone))
    assert len(record.reading("vienne").events) == 1
    assert [entry.correction.verdict for entry in record.journal()] == [
        "set",
        "reject",
        "undo",
        "undo",
        "undo",
    ]
    with pytest.raises(WrongCorrection, match="undone already"):
        record.correct(undo(1))
    with pytest.raises(WrongCorrection, match="no entry 99"):
        record.correct(undo(99))
    assert record.audit() == []


def test_actors_become_one_in_all_articles_old_and_new(record: Record, make_reading: Make) -> None:
    record.store(make_reading("b", more="Suite."))
    number = record.correct(merge(PERU, Actor("République du Pérou", "state", "PER")))
    for article in ("b", "vienne"):
        reading = record.reading(article)
        assert "Pérou" not in as_json((reading.actors, reading.events, reading.statements)).split('"')
        assert reading.events[0].recipient[0].name == "République du Pérou"
    record.store(make_reading("c", more="Fin."))
    assert record.reading("c").events[0].recipient[0].name == "République du Pérou"
    assert record.audit() == []
    record.correct(undo(number))
    assert [record.reading(one) for one in ("vienne", "b", "c")] == [
        make_reading(),
        make_reading("b", more="Suite."),
        make_reading("c", more="Fin."),
    ]
    with pytest.raises(WrongCorrection):
        record.correct(merge(Actor("Personne", "person"), PERU))


def test_one_name_for_two_people_is_split_by_article(record: Record, make_reading: Make) -> None:
    record.store(make_reading("b", more="Suite."))
    other = Actor("Ada Lenz (ministre)", "person", "DEU")
    record.correct(merge(LENZ, other, sha256=make_reading().article.text_sha256))
    now = record.reading("vienne")
    assert (now.statements[0].speaker.actor.name, now.statements[0].speaker.actor.country) == (
        other.name,
        "DEU",
    )
    assert now.terms[0].voice == other.name
    assert now.actors[0].roles == ("chancelière",)
    assert record.reading("b") == make_reading("b", more="Suite.")
    record.store(make_reading())
    assert record.reading("vienne") == now


def test_two_tellings_become_one_act_and_two_again(record: Record, make_reading: Make) -> None:
    one, two = make_reading(), make_reading("b", more="Suite.")
    record.store(two)
    merged = record.correct(occurrence(one, two))
    assert record.links().occurrences == ((("b", 0), ("vienne", 0)),)
    record.link(Links())
    assert record.links().occurrences == ((("b", 0), ("vienne", 0)),)
    record.correct(on_event(one, verdict="set", field="status", value='"negated"'))
    assert len(record.links().occurrences) == 1
    record.correct(undo(merged))
    assert record.links().occurrences == ()


def test_a_telling_that_the_machine_joined_is_taken_out(record: Record, make_reading: Make) -> None:
    record.store(make_reading("b", more="Suite."))
    record.store(make_reading("c", more="Fin."))
    found = Links(occurrences=((("b", 0), ("c", 0), ("vienne", 0)),))
    record.link(found)
    number = record.correct(occurrence(make_reading()))
    assert record.links().occurrences == ((("b", 0), ("c", 0)),)
    record.link(found)
    assert record.links().occurrences == ((("b", 0), ("c", 0)),)
    record.correct(undo(number))
    assert record.links() == found
    with pytest.raises(WrongCorrection, match="no such event"):
        record.correct(msgspec.structs.replace(occurrence(make_reading()), at=()))


def test_nobody_corrects_blindly_what_somebody_else_has_corrected(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    record.correct(on_event(reading, verdict="set", field="status", value='"negated"'), seen=0)
    with pytest.raises(Overtaken, match=r"I\. M\."):
        record.correct(on_event(reading, verdict="reject"), seen=0)
    record.correct(on_event(reading, verdict="reject"), seen=1)
    assert len(record.journal()) == 2


@pytest.mark.parametrize(
    ("target", "verdict"),
    [("article", "reject"), ("event", "merge"), ("actor", "set"), ("occurrence", "set")],
)
def test_what_cannot_be_said_of_it_is_refused(
    record: Record, make_reading: Make, target: str, verdict: str
) -> None:
    value = as_json(Recast(LENZ, PERU)) if target == "actor" else "null"
    with pytest.raises(WrongCorrection):
        record.correct(on_event(make_reading(), target=target, verdict=verdict, value=value))
    assert record.journal() == []


def test_a_record_of_the_first_schema_keeps_its_journal(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "old.db"
    with open_record(path, create=True) as record:
        record.store(make_reading())
        record.correct(on_event(make_reading(), verdict="set", field="status", value='"negated"'))
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP VIEW stances; DROP VIEW articles; CREATE VIEW articles AS SELECT 1; DROP VIEW framing; DROP VIEW roles; DROP VIEW identities; DROP VIEW actors; DROP VIEW contradictions;"
        "DROP TABLE identity; DROP TABLE contradiction; DROP TABLE woven; DROP TABLE shingle; DROP TABLE event_key;"
        "DROP TABLE tie; ALTER TABLE origin DROP COLUMN why; CREATE TABLE contradiction (matter TEXT);"
        "CREATE VIEW actors AS SELECT 1; CREATE VIEW contradictions AS SELECT 1;"
        "DROP INDEX statement_by_mention; DROP INDEX statement_by_cue; DROP INDEX statement_content_by_anchor;"
        "DROP INDEX event_evidence_by_anchor; DROP INDEX position_evidence_by_anchor; DROP INDEX term_by_anchor;"
        "DROP TABLE proposal; DROP TABLE proposed_telling; ALTER TABLE correction DROP COLUMN baked;"
        "PRAGMA user_version = 1;"
    )
    connection.close()
    with open_record(path) as record:
        assert record.reading("vienne").events[0].status == "negated"
        record.correct(on_event(make_reading(), 1, verdict="reject"))
        with pytest.raises(WrongCorrection, match="read again"):
            record.correct(undo(1))
        record.store(make_reading())
        record.correct(undo(1))
        assert [event.status for event in record.reading("vienne").events] == ["future"]
    made = sqlite3.connect(path).execute("PRAGMA user_version").fetchone()
    assert made == (schema.VERSION,)


def _add_many(path: Path, reading: Reading, who: str) -> None:
    with open_record(path) as record:
        for number in range(10):
            value = as_json(msgspec.structs.replace(reading.terms[0], term=f"{who} {number}"))
            record.correct(
                Correction(
                    text_sha256=text_sha256(reading.article.text),
                    target="term",
                    verdict="add",
                    value=value,
                    by=who,
                )
            )


def test_two_people_at_once_lose_nothing(tmp_path: Path, record: Record, make_reading: Make) -> None:
    context = multiprocessing.get_context("spawn")
    people = [
        context.Process(target=_add_many, args=(tmp_path / "r.db", make_reading(), who)) for who in ("a", "b")
    ]
    for person in people:
        person.start()
    for person in people:
        person.join(60)
    assert len(record.journal()) == 20
    assert len(record.reading("vienne").terms) == 21
    assert record.audit() == []
