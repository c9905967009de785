"""Open a record file: the connection, its settings, and the errors that people meet."""

import sqlite3
from pathlib import Path

from depeche.record import schema
from depeche.record.errors import NoRecord, RecordLocked, RecordUnwritable, told

PATIENCE = 10.0  # seconds to wait for another program that is writing


def connect(path: Path, *, create: bool = False, writing: bool = True) -> sqlite3.Connection:
    """A connection to the record at `path`, brought up to the present schema when it may be written.

    Raises NoRecord where there is none and `create` is false, NotARecord, NewerRecord, RecordUnwritable,
    RecordLocked, RecordFull, RecordDamaged.
    """
    if path.is_dir():
        raise RecordUnwritable(f"{path}: a folder, not a record")
    if not path.exists():
        if not create:
            raise NoRecord(f"{path}: no record there")
        if not path.parent.is_dir():
            raise RecordUnwritable(f"{path}: there is no folder {path.parent}")
    with told(path):
        connection = _open(path, writing=writing)
        try:
            version = schema.check(connection, path)
            if writing:
                _bring_up(connection, path, version, create=create)
            elif version == 0:
                raise NoRecord(f"{path}: an empty file, not yet a record")
        except BaseException:
            connection.close()
            raise
    return connection


def may_be_written(path: Path) -> bool:
    """Whether the record may be written where it is; one of a former schema is brought up to date by the way.

    Raises what `connect` raises, RecordUnwritable and RecordLocked apart.
    """
    try:
        connection = connect(path)
        try:
            with told(path):
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        finally:
            connection.close()
    except RecordLocked:
        return True  # by somebody who is writing
    except RecordUnwritable:
        return False
    return True


def _open(path: Path, *, writing: bool) -> sqlite3.Connection:
    mode = "rwc" if writing else "ro"
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode={mode}", uri=True, timeout=PATIENCE, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    if not writing:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            # A record on a read-only disk: WAL wants to write beside it, unless told that nothing changes.
            unwritable = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
            if (error.sqlite_errorcode & 0xFF) not in unwritable or Path(f"{path}-wal").exists():
                raise
            connection.close()
            connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
            connection.row_factory = sqlite3.Row
    return connection


def _bring_up(connection: sqlite3.Connection, path: Path, version: int, *, create: bool) -> None:
    if version == 0:
        if not create:
            raise NoRecord(f"{path}: an empty file, not yet a record")
        connection.execute("PRAGMA journal_mode = WAL")
        try:
            schema.make(connection)
        except sqlite3.OperationalError:
            # Another program may have made the same record in between; any other cause is told.
            if schema.check(connection, path) != schema.VERSION:
                raise
    elif version < schema.VERSION:
        _keep_former(connection, path, version)
        schema.upgrade(connection, version=version, target=schema.VERSION, migrations=schema.MIGRATIONS)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _keep_former(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a record beside itself before its schema changes."""
    former = path.with_name(f"{path.name}.v{version}")
    if not former.exists():
        copy = sqlite3.connect(former)
        try:
            connection.backup(copy)
        finally:
            copy.close()
