"""A journal is said again over another record of the same articles."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from depeche.model import Reading
from depeche.model.correction import Correction
from depeche.record import JournalEntry, Record, likeness_of, open_record, replay, spans_of

Make = Callable[..., Reading]


@pytest.fixture
def journal(tmp_path: Path, make_reading: Make) -> list[JournalEntry]:
    """A journal of four entries: a rejection taken back, a rejection, and a correction of another article."""
    reading, other = make_reading(), make_reading("b", more="Suite.")
    with open_record(tmp_path / "first.db", create=True) as record:
        record.store(other)
        record.store(reading)
        record.correct(_rejection(other))
        record.correct(_rejection(reading))
        record.correct(Correction(text_sha256="", target="event", verdict="undo", value="2"))
        record.correct(_rejection(reading, number=1))
        return record.journal()


def _rejection(reading: Reading, *, number: int = 0) -> Correction:
    event = reading.events[number]
    return Correction(
        text_sha256=reading.article.text_sha256, target="event", verdict="reject", at=spans_of(event),
        like=likeness_of(event), by="Ann", made="2024-05-06T07:08:09+00:00",
    )  # fmt: skip


@pytest.fixture
def second(tmp_path: Path, make_reading: Make) -> Record:
    record = open_record(tmp_path / "second.db", create=True)
    record.store(make_reading())
    return record


def test_what_applies_is_taken_and_the_rest_is_told(
    second: Record, make_reading: Make, journal: list[JournalEntry]
) -> None:
    done = replay(second, journal)
    assert done.taken == 3
    assert [(entry.number, "no article" in reason) for entry, reason in done.left] == [(1, True)]
    assert second.reading("vienne").events == make_reading().events[:1]
    assert second.journal()[0].correction == journal[1].correction
    assert [entry.correction.value for entry in second.journal() if entry.correction.verdict == "undo"] == [
        "1"
    ]


def test_a_replay_can_be_repeated(second: Record, journal: list[JournalEntry]) -> None:
    replay(second, journal)
    before = second.journal()
    assert replay(second, journal).taken == 0
    assert second.journal() == before


def test_a_journal_travels_as_json(second: Record, journal: list[JournalEntry]) -> None:
    packed = msgspec.json.encode(journal)
    assert replay(second, msgspec.json.decode(packed, type=list[JournalEntry])).taken == 3
