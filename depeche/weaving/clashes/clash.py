"""What two passages disagree on."""

from typing import Literal

import msgspec

from depeche.model import Span

Matter = Literal["status", "date", "place", "roles", "number"]
# What was compared; the words for people stand under these keys.
Why = Literal["telling", "count", "correction", "time", "slot", "soil", "denial", "doer"]

WIDEST = 90  # characters of a quoted value


class Side(msgspec.Struct, frozen=True):
    """One article's side: the passage, the event that it tells where one was read there, and what it says."""

    at: Span
    event: int | None
    says: str


class Contradiction(msgspec.Struct, frozen=True):
    """Two passages that cannot both hold, on what, and what was compared."""

    matter: Matter
    why: Why
    first: Side
    second: Side


def quoted(text: str) -> str:
    """A piece of text as a value: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1].rsplit(" ", 1)[0] + " …"
