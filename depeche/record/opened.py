"""An open SQLite file of ours: how it is closed, asked and written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from depeche.record.errors import told
from depeche.record.queries import Owner, query


class OpenFile:
    """An open file. Every method may raise RecordError; what one call stores is stored whole or not at all."""

    queries: ClassVar[Owner] = "record"  # whose named queries it runs

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. It must not be used afterwards."""
        self._connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is of one moment, whatever others write meanwhile."""
        with told(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def _execute(self, name: str, **values: object) -> sqlite3.Cursor:
        return self._connection.execute(query(name, of=self.queries), values)

    def _rows(self, name: str, **values: object) -> list[sqlite3.Row]:
        with told(self.path):
            return self._execute(name, **values).fetchall()

    def _one(self, name: str, **values: object) -> sqlite3.Row | None:
        with told(self.path):
            found: sqlite3.Row | None = self._execute(name, **values).fetchone()
            return found

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing, whatever ends it."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite has already rolled back by itself when the disk is full.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
