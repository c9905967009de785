"""What can go wrong with a record, each told with what to do next.

RecordError
 ├─ NoRecord          nothing stands at the path
 ├─ NotARecord        a file stands there, but it is no record of this program
 ├─ NewerRecord       made by a later version of this program
 ├─ RecordDamaged     the file is broken
 ├─ RecordUnwritable  no right to write, or no such folder
 ├─ RecordFull        the disk, or the space allowed, is full
 ├─ RecordLocked      another program keeps it
 ├─ Unsourced         a reading points outside its text, so it is not stored
 ├─ UnknownArticle    no article, or several, go by the id asked for
 ├─ WrongCorrection   a correction of something that is not there, or with a value that cannot be
 └─ Overtaken         somebody else has corrected the same record meanwhile
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RecordError(Exception):
    """Something is wrong with a record; the message says what and where, `advice` what to do next."""

    advice = ""


class NoRecord(RecordError):
    """Nothing stands at the path."""

    advice = "Read some articles first (depeche read …), or name the record with --record."


class NotARecord(RecordError):
    """The file is no record of this program; it was left as it is."""

    advice = "Name another file with --record."


class NewerRecord(RecordError):
    """The record was made by a later version of this program; it was left as it is."""

    advice = "Install the newer version of Dépêche, or name another file with --record."


class RecordDamaged(RecordError):
    """The file is broken."""

    advice = "Go back to a copy of it, or read the articles again into a new record."


class RecordUnwritable(RecordError):
    """The record cannot be opened or written there."""

    advice = "Check that the folder exists and that you may write in it."


class RecordFull(RecordError):
    """There is no space left; what was stored before is safe."""

    advice = "Make room on the disk and run the same command again: it goes on where it stopped."


class RecordLocked(RecordError):
    """Another program keeps the record; what was stored before is safe."""

    advice = "Wait until the other program is done, or close it, and run the same command again."


class Unsourced(RecordError):
    """A reading points outside its text; none of it was stored."""

    advice = "Please report it with the article."


class UnknownArticle(RecordError):
    """No article, or more than one, goes by the id that was asked for."""

    advice = "See the ids with: depeche show"


class WrongCorrection(RecordError):
    """The correction's record, field or value does not exist; nothing was changed."""

    advice = "See the article's records with: depeche show ARTICLE"


class Overtaken(RecordError):
    """Somebody else has corrected the same record meanwhile; nothing was changed."""

    advice = "Look at it again, and correct it if you still think so."


_BY_CODE = {
    sqlite3.SQLITE_FULL: (RecordFull, "no space left"),
    sqlite3.SQLITE_BUSY: (RecordLocked, "another program is writing to it"),
    sqlite3.SQLITE_LOCKED: (RecordLocked, "another program is writing to it"),
    sqlite3.SQLITE_NOTADB: (NotARecord, "not a SQLite file"),
    sqlite3.SQLITE_CORRUPT: (RecordDamaged, "the file is broken"),
    sqlite3.SQLITE_READONLY: (RecordUnwritable, "it may not be written"),
    sqlite3.SQLITE_PERM: (RecordUnwritable, "it may not be opened"),
    sqlite3.SQLITE_CANTOPEN: (RecordUnwritable, "it cannot be opened"),
    sqlite3.SQLITE_IOERR: (RecordUnwritable, "the disk does not answer as it should"),
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell SQLite's errors as ours; those that only a mistake of this program can cause pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; the others tell its cause (SQLITE_IOERR_WRITE …).
        known = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        kind, reason = known
        raise kind(f"{path}: {reason} ({error})") from error
