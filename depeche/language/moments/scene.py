"""What a time expression is resolved against: the day of publication, the narration, the governing verb."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from depeche.language.moments.periods import UNKNOWN, Period, Reference
from depeche.language.moments.words import value

Direction = Literal["past", "present", "future", "unknown"]

NOMINAL_YEAR = 1204  # stands in for an unknown year: a leap year that no text of the press means


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is resolved against.

    `plain` is the normalised text; `direction` where the governing verb looks; `narrated` the day that the story
    stands on and `told` the last period it named, of any granularity; `named_year` the last day that the same
    sentence dated with a year of its own.
    """

    plain: str
    published: Reference
    direction: Direction = "unknown"
    narrated: Period = UNKNOWN
    told: Period = UNKNOWN
    named_year: date | None = None

    @property
    def narrated_date(self) -> date | None:
        """The narrated day as a date; an unknown year counts as NOMINAL_YEAR."""
        return nominal(self.narrated) if self.narrated.grain == "day" else None

    @property
    def today(self) -> date | None:
        """The day of publication, in NOMINAL_YEAR when only its year is unknown."""
        known = self.published
        if known.year is None and known.month and known.day:
            return date(NOMINAL_YEAR, known.month, known.day)
        return known.exact


def nominal(period: Period) -> date | None:
    """The first day of a period; one without a year counts in NOMINAL_YEAR."""
    if period.first is not None or period.edtf is None:
        return period.first
    if period.edtf.startswith("XXXX-") and len(period.edtf) == 10:
        return date(NOMINAL_YEAR, int(period.edtf[5:7]), int(period.edtf[8:10]))
    return None


def masked(period: Period) -> Period:
    """The period with its nominal year made unknown."""
    if period.edtf is None or period.first is None or abs(period.first.year - NOMINAL_YEAR) > 1:
        return period
    if period.grain not in ("day", "month", "interval"):
        return UNKNOWN
    parts = ["XXXX" + part[4:] if part[0].isdigit() else part for part in period.edtf.split("/")]
    return Period("/".join(parts), None, None, period.grain)


def modifier(parts: dict[str, str], group: str = "mod") -> str:
    """ "last", "next", "following", "preceding" or "" for the adjective of an expression."""
    word = parts.get(group)
    return "" if word is None or word.startswith("en ") else value("modifier", word)
