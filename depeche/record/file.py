"""A record as the rest of the house uses it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal

import msgspec

from depeche.model import Actor, Document, Published, Reading, Refusal
from depeche.model.correction import Correction, Target
from depeche.record.audit import Finding, audit_record
from depeche.record.correcting import Sheet, Trace, numbered
from depeche.record.errors import UnknownArticle, told
from depeche.record.gathering import decided, places_of, take_decision
from depeche.record.journal import (
    JournalEntry,
    read_journal,
    sheet_of,
    store_corrected,
    take_correction,
    undoing,
)
from depeche.record.links import Links, Place, restore_links, store_links
from depeche.record.lists import (
    Filter,
    Listed,
    Row,
    count_hits,
    count_rows,
    list_columns,
    list_rows,
    search_rows,
)
from depeche.record.opening import connect
from depeche.record.queries import query
from depeche.record.restoring import restore_reading
from depeche.record.storing import document_of, store_document, store_refusal

Known = Literal["known", "copy"]


def open_record(path: Path, *, create: bool = False, writing: bool = True) -> "Record":
    """Open the record at `path`; close it, or use it in a `with`.

    `create` makes it where there is none; `writing=False` leaves the file as it is. Raises RecordError.
    """
    return Record(path, connect(path, create=create, writing=writing))


class Record:
    """An open record. Every method may raise RecordError; what one call stores is stored whole or not at all."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. The record must not be used afterwards."""
        self._connection.close()

    def meet(self, document: Document) -> Known | None:
        """Whether the record has the document's very text: "known" from the same origin, else "copy".

        A copy's origin and metadata are noted with the article. None for a text that is new.
        """
        row = self._one("article_by_sha256", sha256=document.sha256)
        if row is None:
            return None
        with self._writing():
            return "copy" if store_document(self._connection, row["id"], document) else "known"

    def store(self, reading: Reading) -> str:
        """Store a reading and return its article's id in the record.

        The records that an earlier reading of the same text left are replaced; what people said about them is
        applied to the new ones. Raises Unsourced where a record
        of the reading points outside the text.
        """
        with self._writing():
            article = store_corrected(self._connection, reading)
            store_document(self._connection, article, document_of(reading.article))
            return article

    def refuse(self, refusal: Refusal) -> None:
        """Note a document that could not be read."""
        with self._writing():
            store_refusal(self._connection, refusal)

    def forget_refusals(self, origins: Iterable[str]) -> None:
        """Drop the refusals of these origins, before they are read anew."""
        with self._writing():
            for origin in origins:
                self._connection.execute(query("forget_refusals"), {"origin": origin})

    def correct(self, correction: Correction, *, seen: int | None = None) -> int:
        """Note what a person said, apply it, and return its number in the journal; see `correct_all`."""
        return self.correct_all([correction], seen=seen)[0]

    def correct_all(self, corrections: Sequence[Correction], *, seen: int | None = None) -> list[int]:
        """Note what a person said, apply it in order, and return the numbers in the journal; all or nothing.

        `seen` is the last number that the person knew of: a record that somebody else corrected since is not
        corrected blindly. Raises UnknownArticle, WrongCorrection, Overtaken; then nothing changes.
        """
        with self._writing():
            return [self._take(correction, seen=seen, made=corrections) for correction in corrections]

    def sheet(self, article: str) -> Sheet:
        """An article's records from the machine's proposals to what holds now. Raises UnknownArticle."""
        if self._one("article_by_id", id=article) is None:
            raise UnknownArticle(f"{self.path}: no article {article}")
        with self.snapshot():
            return sheet_of(self._connection, article)

    def journal(self, text_sha256: str | None = None) -> list[JournalEntry]:
        """What people said, of all texts or of one, in order."""
        with told(self.path):
            return read_journal(self._connection, text_sha256)

    def article_ids(self) -> list[str]:
        """The ids of all articles, in order."""
        return [row["id"] for row in self._rows("article_ids")]

    def article_names(self) -> dict[str, tuple[str, str | None]]:
        """The id and the headline of each article, by the hash of its text."""
        return {row["sha256"]: (row["id"], row["headline"]) for row in self._rows("article_names")}

    def find_article(self, start: str) -> str:
        """The id of the article whose id, or text hash, begins so. Raises UnknownArticle for none or several."""
        found = [row["id"] for row in self._rows("articles_by_start", start=start)]
        if not found:
            raise UnknownArticle(f"{self.path}: no article {start}")
        if len(found) > 1 and found[0] != start:
            raise UnknownArticle(f"{self.path}: several articles begin with {start}: {', '.join(found)} …")
        return str(found[0])

    def reading(self, article: str) -> Reading:
        """The reading of an article by its id in the record. Raises UnknownArticle."""
        if self._one("article_by_id", id=article) is None:
            raise UnknownArticle(f"{self.path}: no article {article}")
        with self.snapshot():
            return restore_reading(self._connection, article)

    def readings(self) -> Iterator[Reading]:
        """All readings, in the order of the articles' ids."""
        for article in self.article_ids():
            yield self.reading(article)

    def documents(self, article: str) -> list[Row]:
        """Every place where an article's text was found."""
        return [dict(row) for row in self._rows("documents", article=article)]

    def refusals(self) -> list[Refusal]:
        """All documents that could not be read, in the order of their origins."""
        return [
            Refusal(origin=row["origin"], reason=row["reason"], advice=row["advice"], excerpt=row["excerpt"])
            for row in self._rows("refusals")
        ]

    def own_dates(self) -> dict[str, Published]:
        """When each article was published by what its own page says, before other articles narrow it."""
        return {
            row["id"]: msgspec.json.decode(row["own_published"], type=Published)
            for row in self._rows("own_dates")
        }

    def link(self, links: Links) -> None:
        """Store what is known across articles, in place of what was known before; people's decisions hold."""
        with self._writing():
            store_links(self._connection, links, decided=decided(self._connection, links.occurrences))

    def decided(self, occurrences: tuple[tuple[Place, ...], ...]) -> tuple[tuple[Place, ...], ...]:
        """Occurrences found by machine with what people decided about them."""
        with self._writing():
            return decided(self._connection, occurrences)

    def links(self) -> Links:
        """What is known across articles since the last weaving."""
        with self.snapshot():
            return restore_links(self._connection)

    def rows(self, what: Listed, filter: Filter | None = None) -> list[Row]:
        """The rows of a list that pass the filter; their columns are those of the view of that name."""
        with told(self.path):
            return list(list_rows(self._connection, what, filter or Filter()))

    def count(self, what: Listed, filter: Filter | None = None) -> int:
        """How many rows of a list pass the filter, whatever its limit."""
        with told(self.path):
            return count_rows(self._connection, what, filter or Filter())

    def search(
        self, words: str, *, limit: int = 50, offset: int = 0, filter: Filter | None = None
    ) -> list[Row]:
        """Passages that bear all the words, by stem, or as printed for words in quotation marks; best first."""
        asked = msgspec.structs.replace(filter or Filter(), limit=limit, offset=offset)
        with told(self.path):
            return list(search_rows(self._connection, words, asked))

    def hits(self, words: str, filter: Filter | None = None) -> int:
        """How many passages such a search finds in all."""
        with told(self.path):
            return count_hits(self._connection, words, filter or Filter())

    def traces(self, article: str) -> list[tuple[str | None, Trace]]:
        """An article's records from proposal to decision, with the id of what holds now (None if rejected)."""
        with self.snapshot():
            sheet = self.sheet(article)
            rows = self._rows("record_ids", article=article)
        ids = {(row["target"], row["number"]): row["id"] for row in rows}
        numbers = {id(record): (target, place) for target, place, record in numbered(sheet.reading())}
        return [
            (ids.get(numbers[id(trace.current)]) if trace.current is not None else None, trace)
            for trace in sheet.traces
        ]

    def columns(self, what: Listed) -> list[str]:
        """The columns of a list's rows."""
        with told(self.path):
            return list_columns(self._connection, what)

    def place(self, target: Target, id: str) -> Place | None:
        """Where the record of this kind and id stands: its article's id, and its number in the reading."""
        row = self._one("record_place", target=target, id=id)
        return (row["article_id"], row["number"]) if row else None

    def actor(self, id: str) -> Actor | None:
        """The actor with this id."""
        row = self._one("actor_by_id", id=id)
        return Actor(row["name"], row["kind"], row["country"]) if row else None

    def version(self) -> int:
        """A number that changes when another connection has changed the record."""
        with told(self.path):
            (number,) = self._connection.execute(query("data_version")).fetchone()
            return int(number)

    def counts(self) -> dict[str, int]:
        """How many rows the record has of each kind."""
        (row,) = self._rows("counts")
        return dict(row)

    def audit(self) -> list[Finding]:
        """All that is wrong with the record; empty for a sound one."""
        with told(self.path):
            return list(audit_record(self._connection))

    def decided_places(self, correction: Correction) -> list[Place]:
        """The events that a decision about occurrences names; none where the last readings lack one of them."""
        with told(self.path):
            return places_of(self._connection, correction) or []

    def _take(self, correction: Correction, *, seen: int | None, made: Sequence[Correction]) -> int:
        if correction.verdict == "undo":
            correction = undoing(self._connection, correction)
        take = take_decision if correction.target == "occurrence" else take_correction
        # What the same person said a moment ago overtakes nobody.
        return take(self._connection, correction, seen=seen if correction is made[0] else None)

    def _rows(self, name: str, **values: object) -> list[sqlite3.Row]:
        with told(self.path):
            return self._connection.execute(query(name), values).fetchall()

    def _one(self, name: str, **values: object) -> sqlite3.Row | None:
        with told(self.path):
            found: sqlite3.Row | None = self._connection.execute(query(name), values).fetchone()
            return found

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
