"""The ledger of a watch: a small SQLite file beside the record that a kill at any moment leaves true."""

import sqlite3
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

from depeche.record.errors import NewerRecord, NotARecord, RecordLocked, told
from depeche.record.opened import OpenFile

APPLICATION_ID = 0x44455057  # "DEPW"
VERSION = 1
_PATIENCE = 1.0  # seconds to wait for another watch, which will keep the file anyway

State = Literal["waiting", "fetched", "read", "refused", "variant"]


class WatchedFeed(NamedTuple):
    """A feed, what its last answer bore, when it may be asked again, its failures in a row, why it failed last."""

    address: str
    title: str | None
    etag: str | None
    modified: str | None
    next: int
    failures: int
    said: str | None


class WatchedPage(NamedTuple):
    """A page that a feed named, how often it was asked for in vain, and where it stands in the archive."""

    number: int
    address: str
    dated: str | None
    tries: int
    archive: int | None
    start: int | None
    end: int | None
    feed_title: str | None


class FoundPage(NamedTuple):
    """A page as a feed names it; `key` is the same for all spellings of its address."""

    key: str
    address: str
    dated: str | None


def open_ledger(path: Path) -> "Ledger":
    """Open the ledger at `path`, or make it; close it, or use it in a `with`.

    Raises RecordLocked while another watch has it, and the other errors of records.
    """
    with told(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            # One watch at a time: two would write into one archive.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            _bring_up(connection, path)
        except BaseException:
            connection.close()
            raise
    return Ledger(path, connection)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if (tables or owner) and owner != APPLICATION_ID:
            raise NotARecord(f"{path}: a SQLite file, but not the ledger of a watch")
        if version > VERSION:
            raise NewerRecord(f"{path}: ledger {version}, but this version of Dépêche knows {VERSION}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        if not tables:
            script = files("depeche.record").joinpath("ledger_schema.sql").read_text(encoding="utf-8")
            connection.execute("COMMIT")
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION_ID};\n"
                f"PRAGMA user_version = {VERSION};\nCOMMIT;"
            )
        else:
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_BUSY:
            raise RecordLocked(f"{path}: another watch is running") from error
        raise


class Ledger(OpenFile):
    """An open ledger. Every method may raise RecordError; what one call notes is noted whole or not at all."""

    queries = "ledger"

    def feeds(self, addresses: Sequence[str]) -> list[WatchedFeed]:
        """The feeds at these addresses, noted for the first time where they are new."""
        found = []
        for address in addresses:
            self._note("add_feed", address=address)
            found.extend(self._rows("feed", address=address))
        return [WatchedFeed(*row) for row in found]

    def answered(self, feed: WatchedFeed, pages: Sequence[FoundPage], *, next: int) -> int:
        """Note a feed's answer (its `title`, `etag` and `modified`) and the pages it names; how many are new."""
        with self._writing():
            new = 0
            for page in pages:
                new += self._execute("add_page", feed=feed.address, **page._asdict()).rowcount
            self._execute(
                "feed_answered",
                address=feed.address,
                title=feed.title,
                etag=feed.etag,
                modified=feed.modified,
                next=next,
            )
        return new

    def unchanged(self, feed: WatchedFeed, *, next: int) -> None:
        """Note that a feed has nothing new."""
        self._note("feed_unchanged", address=feed.address, next=next)

    def failed(self, feed: WatchedFeed, reason: str, *, next: int) -> None:
        """Note that a feed failed, and why."""
        self._note("feed_failed", address=feed.address, said=reason, next=next)

    def pages(self, state: State, *, now: int, limit: int, each: int | None = None) -> list[WatchedPage]:
        """At most `limit` pages in a state whose time has come, at most `each` of a host; the longest waiting first.

        Hosts take turns, so that one with many pages does not keep the others waiting.
        """
        rows = self._rows("pages", state=state, now=now, limit=limit, each=limit if each is None else each)
        return [WatchedPage(*row) for row in rows]

    def same_as(self, page: WatchedPage, identity: str) -> str | None:
        """The address of another page that was fetched before with the same identity."""
        rows = self._rows("page_of_identity", identity=identity, number=page.number)
        return str(rows[0]["address"]) if rows else None

    def fetched(self, page: WatchedPage, identity: str, *, archive: int, start: int, end: int) -> None:
        """Note that a page stands in the archive, at bytes [start, end) of a file, which ends there."""
        with self._writing():
            self._execute(
                "page_fetched",
                number=page.number,
                identity=identity,
                archive=archive,
                start=start,
                end=end,
            )
            self._execute("archive_grown", archive=archive, end=end)

    def settled(self, pages: Sequence[WatchedPage], state: State, *, said: str | None = None) -> None:
        """Note that nothing more is to be done for these pages."""
        with self._writing():
            for page in pages:
                self._execute("page_settled", number=page.number, state=state, said=said)

    def later(self, page: WatchedPage, reason: str, *, next: int) -> None:
        """Note that a page was asked for in vain, why, and when to ask again."""
        self._note("page_later", number=page.number, said=reason, next=next)

    def begun(self, archive: int) -> None:
        """Note a new file of the archive, before anything is written to it."""
        self._note("add_archive", number=archive)

    def last_archive(self) -> tuple[int, int] | None:
        """The number of the file that was written last and its length in bytes, None before the first."""
        rows = self._rows("last_archive")
        return (rows[0]["number"], rows[0]["length"]) if rows else None

    def next_page(self) -> int | None:
        """When the next waiting page may be asked for, None where none waits."""
        found: int | None = self._rows("next_page")[0]["next"]
        return found

    def states(self) -> dict[str, int]:
        """How many pages are in each state."""
        return {row["state"]: row["count"] for row in self._rows("states")}

    def _note(self, name: str, **values: object) -> None:
        with self._writing():
            self._execute(name, **values)
