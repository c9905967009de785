"""What people say is applied, kept through re-readings, and never overwritten."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from depeche.model import Actor, Event, Published, Reading, Span, Statement
from depeche.model.correction import Correction
from depeche.record import Links, Record, UnknownArticle, WrongCorrection, open_record
from depeche.record.correcting import likeness_of, spans_of

Make = Callable[..., Reading]


@pytest.fixture
def record(tmp_path: Path, make_reading: Make) -> Record:
    opened = open_record(tmp_path / "r.db", create=True)
    opened.store(make_reading())
    return opened


def on(record: Statement | Event, sha256: str, **fields: str) -> Correction:
    base = Correction(
        text_sha256=sha256, target="event" if isinstance(record, Event) else "statement", verdict="set",
        at=spans_of(record), like=likeness_of(record), by="I. M.",
    )  # fmt: skip
    return msgspec.structs.replace(base, **fields)


def test_a_field_is_set_and_marked_as_a_persons(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    sha256 = reading.article.text_sha256
    record.correct(on(reading.events[0], sha256, field="date", value='"2024-06-05"'))
    vaca = {"actor": {"name": "Luis Vaca", "kind": "person", "country": "ECU"}, "span": [0, 4]}
    record.correct(
        on(reading.statements[1], sha256, field="speaker", value=msgspec.json.encode(vaca).decode())
    )
    now = record.reading("vienne")
    assert (now.events[0].date, now.events[0].rule, now.events[0].confidence) == ("2024-06-05", "person", 1.0)
    assert now.statements[1].speaker.actor == Actor("Luis Vaca", "person", "ECU")
    assert now.events[1] == reading.events[1]
    assert record.rows("events")[0]["date_first"] == "2024-06-05"
    assert [entry.correction.field for entry in record.journal()] == ["date", "speaker"]
    assert record.audit() == []


def test_corrections_outlive_a_new_reading(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    sha256 = reading.article.text_sha256
    record.correct(on(reading.events[0], sha256, field="status", value='"negated"'))
    record.correct(on(reading.statements[0], sha256, verdict="reject"))
    first = reading.statements[1]
    moved = msgspec.structs.replace(first, content=(Span(first.content[0].start, first.content[0].end - 3),))
    record.store(msgspec.structs.replace(reading, statements=(reading.statements[0], moved)))
    now = record.reading("vienne")
    assert now.events[0].status == "negated"
    assert now.statements == (moved,)
    assert record.audit() == []


def test_a_correction_without_its_record_waits_for_it(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    record.correct(on(reading.events[0], reading.article.text_sha256, field="status", value='"negated"'))
    record.store(msgspec.structs.replace(reading, events=()))
    assert [entry.loose for entry in record.journal()] == [True]
    record.store(reading)
    assert [entry.loose for entry in record.journal()] == [False]
    assert record.reading("vienne").events[0].status == "negated"


def test_records_are_rejected_and_added(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    sha256 = reading.article.text_sha256
    record.correct(on(reading.events[1], sha256, verdict="reject"))
    new = Event(type="CONSULT", actor=reading.events[0].actor, evidence=(Span(16, 44),))
    value = msgspec.json.encode(new).decode()
    record.correct(Correction(text_sha256=sha256, target="event", verdict="add", value=value))
    now = record.reading("vienne")
    assert [event.type for event in now.events] == ["CONSULT", "AGREE"]
    assert now.events[0].rule == "person"
    record.store(reading)
    assert record.reading("vienne").events == now.events


def test_the_later_word_counts_and_both_are_kept(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    for date in ('"2024-06-05"', "null", '"2024-06-04"'):
        record.correct(on(reading.events[0], reading.article.text_sha256, field="date", value=date))
    assert record.reading("vienne").events[0].date == "2024-06-04"
    assert len(record.journal(reading.article.text_sha256)) == 3
    assert record.journal("0" * 64) == []


def test_an_articles_own_fields_can_be_corrected(record: Record, make_reading: Make) -> None:
    sha256 = make_reading().article.text_sha256
    value = '{"value": "2019-06-04", "basis": "given"}'
    record.correct(
        Correction(text_sha256=sha256, target="article", verdict="set", field="published", value=value)
    )
    assert record.rows("articles")[0]["published"] == "2019-06-04"
    record.store(make_reading())
    assert record.reading("vienne").article.published == Published(value="2019-06-04", basis="given")


def test_links_and_narrowed_dates_outlive_a_correction(record: Record, make_reading: Make) -> None:
    record.store(make_reading("b", more="Suite."))
    narrowed = {"vienne": Published(value="2024-06-05", basis="inferred")}
    links = Links(occurrences=((("b", 0), ("vienne", 0)),), published=narrowed)
    record.link(links)
    reading = make_reading()
    record.correct(on(reading.events[0], reading.article.text_sha256, field="status", value='"negated"'))
    assert record.links() == links
    assert record.own_dates()["vienne"] == reading.article.published


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"field": "colour", "value": '"red"'}, "no field 'colour'"),
        ({"field": "rule", "value": '"x"'}, "no field 'rule'"),
        ({"field": "status", "value": '"perhaps"'}, "no value for event status"),
        ({"field": "status", "value": '"perhaps"'}, "one of actual, alleged"),
        ({"field": "type", "value": '"MEET"'}, "one of AGREE, CONSULT"),
        ({"field": "date", "value": '"foo"'}, "'foo' is no date for event date: write it as EDTF"),
        ({"field": "date", "value": '"2024-02-30"'}, "write it as EDTF"),
        ({"field": "mode", "value": '"drone"'}, "'drone' is no mode of"),
        ({"field": "status", "value": "{"}, "no value for event status"),
        ({"verdict": "add", "value": "{}"}, "no value for event"),
    ],
)
def test_a_wrong_correction_changes_nothing(
    record: Record, make_reading: Make, fields: dict[str, str], told: str
) -> None:
    reading = make_reading()
    with pytest.raises(WrongCorrection, match=told):
        record.correct(on(reading.events[0], reading.article.text_sha256, **fields))
    assert record.journal() == []
    assert record.reading("vienne") == reading


def test_an_article_is_published_on_a_date(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    with pytest.raises(WrongCorrection, match="no date for article published"):
        record.correct(
            Correction(
                text_sha256=reading.article.text_sha256, target="article", verdict="set", field="published",
                value='{"value": "mardi", "basis": "given"}',
            )
        )  # fmt: skip
    assert record.journal() == []


def test_what_is_not_there_cannot_be_corrected(record: Record, make_reading: Make) -> None:
    reading = make_reading()
    correction = on(reading.events[0], reading.article.text_sha256, field="date")
    with pytest.raises(WrongCorrection, match="no event stands there"):
        record.correct(msgspec.structs.replace(correction, at=(Span(0, 5),)))
    with pytest.raises(UnknownArticle):
        record.correct(msgspec.structs.replace(correction, text_sha256="0" * 64))


def test_of_several_events_in_a_sentence_the_one_meant_is_corrected(
    record: Record, make_reading: Make
) -> None:
    reading = make_reading()
    sha256 = reading.article.text_sha256
    record.correct(on(reading.events[1], sha256, field="status", value='"alleged"'))
    assert [event.status for event in record.reading("vienne").events] == ["future", "alleged"]
    retyped = [msgspec.structs.replace(event, type="REJECT") for event in reading.events]
    record.store(msgspec.structs.replace(reading, events=tuple(retyped)))
    assert [event.status for event in record.reading("vienne").events] == ["future", "actual"]
    assert record.journal()[0].loose
