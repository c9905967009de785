"""How batches of documents are read: here in this process, in `workers` in several."""

from collections.abc import Callable, Iterable, Iterator

from depeche.language.pipeline import Pipeline
from depeche.model import Document, Reading, Refusal

EXCERPT = 200  # characters of a quarantined text that its refusal shows

ReadBatch = Callable[[list[Document]], Iterable[Reading]]
Outcome = Reading | Refusal
# Batches in, each with an outcome for every document out, in order.
Reader = Callable[[Iterable[list[Document]]], Iterator[tuple[list[Document], list[Outcome]]]]


class NoReader(RuntimeError):
    """Nothing can be read at all, so no document is to blame: the pipeline, or a process for it, does not start."""


def reading_with(load: Callable[[], Pipeline]) -> ReadBatch:
    """The reading of a batch; the pipeline is loaded with the first batch, so never for known texts alone.

    The reading raises NoReader where the pipeline cannot be loaded.
    """

    def read(documents: list[Document]) -> Iterable[Reading]:
        from depeche.reading import read_documents

        try:
            pipeline = load()
        except Exception as error:
            raise NoReader(f"the French pipeline cannot be loaded ({error})") from error
        return read_documents(documents, pipeline=pipeline)

    return read


def here(read: ReadBatch) -> Reader:
    """Read in this process. A document whose reading raises is refused with its reason, and the others are read."""

    def outcomes(documents: list[Document]) -> list[Outcome]:
        try:
            return list(read(documents))
        except NoReader:
            raise
        except Exception as error:  # a fault in reading is the document's end, not the run's
            if len(documents) == 1:
                return [quarantined(documents[0], f"{type(error).__name__}: {error}")]
            return [outcome for document in documents for outcome in outcomes([document])]

    def reader(batches: Iterable[list[Document]]) -> Iterator[tuple[list[Document], list[Outcome]]]:
        for batch in batches:
            yield batch, outcomes(batch)

    return reader


def quarantined(document: Document, reason: str) -> Refusal:
    """The refusal of a document whose reading failed."""
    return Refusal(
        origin=document.origin,
        reason=f"the reading failed ({reason})",
        advice="The other articles are not affected. Please report it with the text.",
        excerpt=document.text[:EXCERPT],
    )
