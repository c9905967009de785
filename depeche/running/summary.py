"""What a run did."""

import msgspec

from depeche.model import Reading, Refusal
from depeche.record import RecordError


class Summary(msgspec.Struct):
    """Counts of one run.

    `read` articles were read and stored, `renewed` of them replaced an earlier reading; `known` texts had been
    read before from the same origin; `copies` are known texts at another origin, noted with their article.
    `refusals` are the documents that were not read. `interrupted` says that somebody stopped the run, `failure`
    that the record could take no more; what was stored before either is safe.
    """

    read: int = 0
    renewed: int = 0
    known: int = 0
    copies: int = 0
    statements: int = 0
    events: int = 0
    positions: int = 0
    terms: int = 0
    refusals: list[Refusal] = msgspec.field(default_factory=list)
    interrupted: bool = False
    failure: RecordError | None = None

    @property
    def seen(self) -> int:
        """How many documents the run has dealt with."""
        return self.read + self.known + self.copies + len(self.refusals)

    @property
    def fruitless(self) -> bool:
        """Whether no document could be read: none now, and none known from before."""
        return not (self.read or self.known or self.copies)

    def add(self, reading: Reading) -> None:
        """Count an article that was read and stored."""
        self.read += 1
        self.statements += len(reading.statements)
        self.events += len(reading.events)
        self.positions += len(reading.positions)
        self.terms += len(reading.terms)
