"""Files that are no record, newer records, no room, no right, and other writers."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Reading
from depeche.record import (
    NewerRecord,
    NoRecord,
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordLocked,
    RecordUnwritable,
    open_record,
    opening,
    schema,
)

Make = Callable[..., Reading]


def test_reading_from_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRecord):
        open_record(tmp_path / "r.db", writing=False)
    assert not (tmp_path / "r.db").exists()
    (tmp_path / "empty.db").touch()
    with pytest.raises(NoRecord):
        open_record(tmp_path / "empty.db", writing=False)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    open_record(tmp_path / "empty.db", create=True).close()
    open_record(tmp_path / "empty.db", writing=False).close()


@pytest.mark.parametrize("writing", [True, False])
def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path, writing: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Cher ami, " * 200, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NotARecord):
        open_record(path, create=True, writing=writing)
    assert path.read_bytes() == before


@pytest.mark.parametrize("writing", [True, False])
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, writing: bool) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord):
        open_record(path, create=True, writing=writing)
    assert path.read_bytes() == before


def test_a_newer_record_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    newer.close()
    for writing in (True, False):
        with pytest.raises(NewerRecord, match=f"schema {schema.VERSION + 1}"):
            open_record(path, create=True, writing=writing)


def test_folders_are_no_records(tmp_path: Path) -> None:
    with pytest.raises(RecordUnwritable, match="a folder"):
        open_record(tmp_path, create=True)
    with pytest.raises(RecordUnwritable, match="no folder"):
        open_record(tmp_path / "absent" / "r.db", create=True)


def test_a_damaged_record_is_told(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.store(make_reading())
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordDamaged), open_record(path, writing=False) as record:
        record.rows("statements")


def test_a_full_disk_leaves_the_record_as_it_was(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.store(make_reading())
        before = record.counts()
        pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
        record._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordFull, match="no space"):
            record.store(make_reading("long", more="Un paragraphe de plus.\n" * 2000))
        assert record.counts() == before
    with open_record(path, create=True) as record:
        assert record.audit() == []
        record.store(make_reading("long", more="Un paragraphe de plus.\n" * 2000))
        assert record.counts()["articles"] == 2


def test_another_writer_is_waited_for_then_told(
    tmp_path: Path, make_reading: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    path = tmp_path / "r.db"
    with open_record(path, create=True) as one, open_record(path) as other:
        one._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordLocked):
            other.store(make_reading())
        one._connection.execute("ROLLBACK")
        other.store(make_reading())
        assert one.article_ids() == ["vienne"]


def test_people_read_while_a_program_writes(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as writer:
        writer.store(make_reading())
        with open_record(path, writing=False) as reader:
            writer._connection.execute("BEGIN IMMEDIATE")
            assert reader.article_ids() == ["vienne"]
            writer._connection.execute("ROLLBACK")


def test_a_record_opened_for_reading_is_not_written(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    with open_record(path, writing=False) as record, pytest.raises(RecordUnwritable):
        record.store(make_reading())


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_record_on_a_read_only_disk_can_be_read(tmp_path: Path, make_reading: Make) -> None:
    path = tmp_path / "disk" / "r.db"
    path.parent.mkdir()
    with open_record(path, create=True) as record:
        record.store(make_reading())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_record(path, writing=False) as record:
            assert record.article_ids() == ["vienne"]
    finally:
        path.parent.chmod(0o755)


def test_every_error_says_what_to_do() -> None:
    kinds = RecordError.__subclasses__()
    assert len(kinds) == 11
    assert all(kind.advice for kind in kinds)
