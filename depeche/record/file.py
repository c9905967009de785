"""A record as the rest of the house uses it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from depeche.model import Document, Reading, Refusal
from depeche.record.answers import Answers
from depeche.record.corrected import Corrected
from depeche.record.gathering import decided
from depeche.record.journal import store_corrected
from depeche.record.links import Links, restore_links, store_links
from depeche.record.loom import Loom
from depeche.record.opening import connect
from depeche.record.storing import document_of, store_document, store_refusal

Known = Literal["known", "copy"]


def open_record(path: Path, *, create: bool = False, writing: bool = True) -> "Record":
    """Open the record at `path`; close it, or use it in a `with`.

    `create` makes it where there is none; `writing=False` leaves the file as it is. Raises RecordError.
    """
    return Record(path, connect(path, create=create, writing=writing))


class Record(Answers, Corrected):
    """An open record. Every method may raise RecordError; what one call stores is stored whole or not at all."""

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
                self._execute("forget_refusals", origin=origin)

    def link(self, links: Links) -> None:
        """Store what is known across articles, in place of what was known before; people's decisions hold."""
        with self._writing():
            store_links(self._connection, links, decided=decided(self._connection, links.occurrences))

    def links(self) -> Links:
        """What is known across articles since the last weaving."""
        with self.snapshot():
            return restore_links(self._connection)

    def unwoven(self) -> list[str]:
        """The articles that were stored, or decided upon, since the last weaving."""
        return [row["id"] for row in self._rows("unwoven")]

    @contextmanager
    def weaving(self) -> Iterator[Loom]:
        """A loom to weave some articles in; what it wrote is stored whole or not at all."""
        with self._writing():
            yield Loom(self._connection)
