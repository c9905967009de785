"""The conductor: documents and refusals in, a record out, article by article."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from depeche.language.pipeline import Pipeline
from depeche.model import Document, Reading, Refusal
from depeche.reading import read_documents
from depeche.record import Record, RecordError, Unsourced
from depeche.running.summary import Summary

BATCH = 16  # documents read together: the parser's own batch, and what an interrupted run reads again
EXCERPT = 200  # characters of a quarantined text that its refusal shows

ReadBatch = Callable[[list[Document]], Iterable[Reading]]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to run: `again` reads texts anew that the record already has; `batch` documents are read together."""

    again: bool = False
    batch: int = BATCH


def batch_reader(load: Callable[[], Pipeline]) -> ReadBatch:
    """The reading of a batch; the pipeline is loaded with the first batch, so never for known texts alone."""

    def read(documents: list[Document]) -> Iterable[Reading]:
        return read_documents(documents, pipeline=load())

    return read


def run(
    record: Record,
    items: Iterable[Document | Refusal],
    *,
    read: ReadBatch,
    options: Options | None = None,
    watch: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Read every document into the record and note every refusal; `watch` is called after each of them.

    A document whose reading fails is refused with its reason, and the run goes on. Ctrl-C and a record that can
    take no more end the run; the summary says so, and all that was stored before stays whole.
    """
    conductor = _Conductor(record, read, options or Options(), watch)
    try:
        conductor.run(items)
    except KeyboardInterrupt:
        conductor.summary.interrupted = True
    except RecordError as error:
        conductor.summary.failure = error
    return conductor.summary


class _Conductor:
    def __init__(
        self, record: Record, read: ReadBatch, options: Options, watch: Callable[[Summary], None]
    ) -> None:
        self.summary = Summary()
        self._record = record
        self._read = read
        self._options = options
        self._watch = watch
        self._waiting: dict[str, list[Document]] = {}  # by text: the first is read, the others are its copies
        self._origins: set[str] = set()
        self._renewed: set[str] = set()

    def run(self, items: Iterable[Document | Refusal]) -> None:
        for item in items:
            self._begin(item.origin)
            if isinstance(item, Refusal):
                self._refuse(item)
            else:
                self._take(item)
        self._read_waiting()

    def _begin(self, origin: str) -> None:
        """Drop what an earlier run said against an origin, once."""
        if origin not in self._origins:
            self._origins.add(origin)
            self._record.forget_refusals([origin])

    def _take(self, document: Document) -> None:
        text = document.sha256
        if text in self._waiting:
            self._waiting[text].append(document)
            return
        again = self._options.again and text not in self._renewed
        met = None if again else self._record.meet(document)
        if met is not None:
            self._count_known(met)
            return
        self._waiting[text] = [document]
        if len(self._waiting) >= self._options.batch:
            self._read_waiting()

    def _read_waiting(self) -> None:
        groups = list(self._waiting.values())
        self._waiting = {}
        for group, outcome in zip(groups, self._outcomes([group[0] for group in groups]), strict=True):
            if isinstance(outcome, Refusal):
                for document in group:
                    self._refuse(msgspec.structs.replace(outcome, origin=document.origin))
                continue
            self._store(group, outcome)

    def _store(self, group: list[Document], reading: Reading) -> None:
        renewed = self._options.again and self._record.meet(group[0]) is not None
        try:
            self._record.store(reading)
        except Unsourced as error:
            self._refuse(_quarantined(group[0], error))
            return
        self._renewed.add(reading.article.text_sha256)
        self.summary.add(reading)
        self.summary.renewed += renewed
        self._watch(self.summary)
        for document in group[1:]:
            self._count_known(self._record.meet(document) or "copy")

    def _outcomes(self, documents: list[Document]) -> Iterator[Reading | Refusal]:
        """One reading or refusal for each document, in order."""
        if not documents:
            return
        try:
            readings = list(self._read(documents))
        except Exception as error:  # a fault in reading is the document's end, not the run's
            if len(documents) == 1:
                yield _quarantined(documents[0], error)
            else:
                for document in documents:
                    yield from self._outcomes([document])
        else:
            yield from readings

    def _count_known(self, met: str) -> None:
        if met == "copy":
            self.summary.copies += 1
        else:
            self.summary.known += 1
        self._watch(self.summary)

    def _refuse(self, refusal: Refusal) -> None:
        self._record.refuse(refusal)
        self.summary.refusals.append(refusal)
        self._watch(self.summary)


def _quarantined(document: Document, error: Exception) -> Refusal:
    return Refusal(
        origin=document.origin,
        reason=f"the reading failed ({type(error).__name__}: {error})",
        advice="The other articles are not affected. Please report it with the text.",
        excerpt=document.text[:EXCERPT],
    )
