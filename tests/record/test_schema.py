"""The schema: its mark, its steps from version to version, and what Datasette needs."""

import sqlite3
from pathlib import Path

import pytest

from depeche.record import open_record, schema
from depeche.record.queries import query


def test_a_record_bears_the_programs_mark(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db", create=True).close()
    connection = sqlite3.connect(tmp_path / "r.db")
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_every_table_is_strict(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db", create=True).close()
    connection = sqlite3.connect(tmp_path / "r.db")
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    connection.close()
    assert loose == []


def test_every_version_has_the_step_that_leads_to_it() -> None:
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.VERSION))


def test_steps_run_in_order_and_each_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    connection = sqlite3.connect(path, isolation_level=None)
    first = schema.VERSION
    good = {first: "CREATE TABLE note (text TEXT) STRICT;"}
    broken = {first + 1: "CREATE TABLE extra (text TEXT) STRICT; CREATE TABLE note (text TEXT);"}
    with pytest.raises(sqlite3.OperationalError):
        schema.upgrade(connection, version=first, target=first + 2, migrations=good | broken)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert connection.execute("PRAGMA user_version").fetchone() == (first + 1,)
    assert "note" in tables
    assert "extra" not in tables
    connection.close()


def test_a_former_record_is_copied_before_it_is_brought_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    former = schema.VERSION
    monkeypatch.setattr(schema, "VERSION", former + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", {former: "CREATE TABLE note (text TEXT) STRICT;"})
    open_record(path).close()
    kept = sqlite3.connect(tmp_path / f"r.db.v{former}")
    assert kept.execute("PRAGMA user_version").fetchone() == (former,)
    kept.close()
    now = sqlite3.connect(path)
    assert now.execute("PRAGMA user_version").fetchone() == (former + 1,)
    assert now.execute("SELECT count(*) FROM note").fetchone() == (0,)
    now.close()


def test_unknown_queries_are_told() -> None:
    with pytest.raises(KeyError):
        query("no_such_query")


def test_a_record_of_the_second_schema_becomes_one_of_the_present(tmp_path: Path) -> None:
    former = sqlite3.connect(tmp_path / "former.db")
    former.executescript((Path(__file__).parent / "schema_2.sql").read_text(encoding="utf-8"))
    former.executescript(f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = 2;")
    former.close()
    open_record(tmp_path / "former.db").close()
    open_record(tmp_path / "present.db", create=True).close()
    assert _columns(tmp_path / "former.db") == _columns(tmp_path / "present.db")


def _columns(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(
        'SELECT t.type, t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master t'
        " LEFT JOIN pragma_table_info(t.name) c WHERE t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid"
    ).fetchall()
    connection.close()
    return found
