"""A journal of another record, or of another copy of this one, said again."""

from collections.abc import Iterable

import msgspec

from depeche.record.errors import RecordError
from depeche.record.file import Record
from depeche.record.journal import JournalEntry


class Replayed(msgspec.Struct, frozen=True):
    """What a replay did: how many entries were taken, and those that were not, each with the reason."""

    taken: int
    left: tuple[tuple[JournalEntry, str], ...]


def replay(record: Record, entries: Iterable[JournalEntry]) -> Replayed:
    """Say again what a journal holds, in order, with its own names and times.

    What this record's journal holds already is passed over, so that a replay can be repeated. Undoings follow the
    numbers that their entries get here.
    """
    known = {_key(entry): entry.number for entry in record.journal() if entry.correction.verdict != "undo"}
    undone = {entry.correction.value for entry in record.journal() if entry.correction.verdict == "undo"}
    numbers: dict[str, int] = {}
    taken, left = 0, []
    for entry in entries:
        correction = entry.correction
        if correction.verdict == "undo":
            number = numbers.get(correction.value)
            if number is None:
                left.append((entry, f"entry {correction.value} was not taken"))
                continue
            if str(number) in undone:
                continue
            correction = msgspec.structs.replace(correction, value=str(number))
        elif _key(entry) in known:
            numbers[str(entry.number)] = known[_key(entry)]
            continue
        try:
            numbers[str(entry.number)] = record.correct(correction)
            taken += 1
        except RecordError as error:
            left.append((entry, str(error)))
    return Replayed(taken, tuple(left))


def _key(entry: JournalEntry) -> bytes:
    return msgspec.json.encode(entry.correction)
