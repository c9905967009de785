"""The record's schema: made new, recognised, and brought up to date."""

import sqlite3
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from depeche.record.errors import NewerRecord, NotARecord

APPLICATION_ID = 0x44455045  # "DEPE": how SQLite files tell whose they are
VERSION = 3

# From each version to the next: {version: script}. A change of schema.sql adds one and raises VERSION.
MIGRATIONS: Mapping[int, str] = {
    version: files("depeche.record").joinpath(f"to_{version + 1}.sql").read_text(encoding="utf-8")
    for version in range(1, VERSION)
}


def make(connection: sqlite3.Connection) -> None:
    """Make the tables of a new record, all or none."""
    script = files("depeche.record").joinpath("schema.sql").read_text(encoding="utf-8")
    _run(connection, script, version=VERSION)


def check(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a record; 0 for an empty file. Raises NotARecord, NewerRecord."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner == 0 and tables == 0:
        return 0
    if owner != APPLICATION_ID:
        raise NotARecord(f"{path}: a SQLite file, but not a record of Dépêche")
    if version > VERSION:
        raise NewerRecord(f"{path}: schema {version}, but this version of Dépêche knows {VERSION}")
    return int(version)


def upgrade(
    connection: sqlite3.Connection,
    *,
    version: int,
    target: int,
    migrations: Mapping[int, str],
) -> None:
    """Bring a record from `version` to `target`, one step after the other, each whole or not at all."""
    for step in range(version, target):
        _run(connection, migrations[step], version=step + 1)


def _run(connection: sqlite3.Connection, script: str, *, version: int) -> None:
    # executescript commits first, so the transaction stands in the script itself.
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};\nCOMMIT;"
        )
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
