"""What people say against a record, and what came of it."""

from collections.abc import Sequence

from depeche.model.correction import Correction
from depeche.record.correcting import Sheet, Trace, numbered
from depeche.record.errors import UnknownArticle, told
from depeche.record.gathering import places_of, take_decision
from depeche.record.journal import JournalEntry, read_journal, sheet_of, take_correction, undoing
from depeche.record.links import Place
from depeche.record.opened import OpenFile


class Corrected(OpenFile):
    """The side of an open record that people correct."""

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
