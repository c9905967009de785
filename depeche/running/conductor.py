"""The conductor: documents and refusals in, a record out, article by article."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from depeche.model import Document, Reading, Refusal
from depeche.record import Record, RecordError, Unsourced
from depeche.running.readers import Reader, quarantined
from depeche.running.summary import Summary

BATCH = 16  # documents read together: the parser's own batch, and what an interrupted run reads again


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to run: `again` reads texts anew that the record already has; `batch` documents are read together; `keep`
    is told of each document whose reading failed, with its text in UTF-8."""

    again: bool = False
    batch: int = BATCH
    keep: Callable[[Refusal, bytes], None] | None = None


def run(
    record: Record,
    items: Iterable[Document | Refusal],
    *,
    reader: Reader,
    options: Options | None = None,
    watch: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Read every document into the record and note every refusal; `watch` is called after each of them.

    Ctrl-C and a record that can take no more end the run; the summary says so, and all that was stored before
    stays whole: the next run takes up there.
    """
    conductor = _Conductor(record, options or Options(), watch)
    try:
        for batch, outcomes in reader(conductor.batches(items)):
            for document, outcome in zip(batch, outcomes, strict=True):
                conductor.settle(document, outcome)
    except KeyboardInterrupt:
        conductor.summary.interrupted = True
    except RecordError as error:
        conductor.summary.failure = error
    return conductor.summary


class _Conductor:
    def __init__(self, record: Record, options: Options, watch: Callable[[Summary], None]) -> None:
        self.summary = Summary()
        self._record = record
        self._options = options
        self._watch = watch
        self._copies: dict[str, list[Document]] = {}  # by the text that is being read, those met meanwhile
        self._origins: set[str] = set()
        self._renewed: set[str] = set()

    def batches(self, items: Iterable[Document | Refusal]) -> Iterator[list[Document]]:
        """The documents that are to be read; all others are settled on the way."""
        batch = []
        for item in items:
            if item.origin not in self._origins:
                # What an earlier run said against an origin holds no longer.
                self._origins.add(item.origin)
                self._record.forget_refusals([item.origin])
            if isinstance(item, Refusal):
                self._refuse(item)
            elif self._is_new(item):
                self._copies[item.sha256] = []
                batch.append(item)
            if len(batch) >= self._options.batch:
                yield batch
                batch = []
        if batch:
            yield batch

    def _is_new(self, document: Document) -> bool:
        text = document.sha256
        if text in self._copies:
            self._copies[text].append(document)
            return False
        if self._options.again and text not in self._renewed:
            return True
        met = self._record.meet(document)
        if met is not None:
            self._count_known(met)
        return met is None

    def settle(self, document: Document, outcome: Reading | Refusal) -> None:
        """Store what came of a document, and note the copies that were met while it was read."""
        copies = self._copies.pop(document.sha256)
        outcome = self._store(document, outcome) if isinstance(outcome, Reading) else self._refuse(outcome)
        if isinstance(outcome, Refusal) and self._options.keep:
            self._options.keep(outcome, document.text.encode("utf-8", "replace"))
        for copy in copies:
            if isinstance(outcome, Refusal):
                self._refuse(msgspec.structs.replace(outcome, origin=copy.origin))
            else:
                self._count_known(self._record.meet(copy) or "copy")

    def _store(self, document: Document, reading: Reading) -> Reading | Refusal:
        renewed = self._options.again and self._record.meet(document) is not None
        try:
            self._record.store(reading)
        except Unsourced as error:
            return self._refuse(quarantined(document, str(error)))
        self._renewed.add(document.sha256)
        self.summary.add(reading)
        self.summary.renewed += renewed
        self._watch(self.summary)
        return reading

    def _count_known(self, met: str) -> None:
        if met == "copy":
            self.summary.copies += 1
        else:
            self.summary.known += 1
        self._watch(self.summary)

    def _refuse(self, refusal: Refusal) -> Refusal:
        self._record.refuse(refusal)
        self.summary.refusals.append(refusal)
        self._watch(self.summary)
        return refusal
