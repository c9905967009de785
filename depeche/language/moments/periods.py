"""Stretches of the calendar: EDTF values with the first and last day that they can mean."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

# Meteorological seasons; a winter carries the year of its December.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
# "Huit jours" and "quinze jours" are one week and two: the day of today is counted with them.
IDIOMATIC_DAYS = {8: 7, 15: 14}
_PART = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


class Period(NamedTuple):
    """An EDTF value (None when nothing can be said), its first and last day, and its granularity.

    `grain` is "day", "month", "season", "year" or "interval". Days are None where the year is unknown or an
    end is open.
    """

    edtf: str | None
    first: date | None = None
    last: date | None = None
    grain: str = "day"


UNKNOWN = Period(None)


class Reference(NamedTuple):
    """What is known of the publication date: parts that are None are unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day itself, when year, month and day are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def last(self) -> date | None:
        """The last day that the date can mean, or None when the year is unknown."""
        if self.year is None:
            return None
        return self.exact or (month(self.year, self.month) if self.month else year(self.year)).last


def reference(edtf: str | None) -> Reference:
    """Read a publication date: a day, month or year in EDTF, with XXXX for an unknown year.

    Raises ValueError when it is no such value.
    """
    if edtf is None:
        return Reference()
    found = _PART.fullmatch(edtf.strip()[:10].rstrip("~?%"))
    if found is None:
        raise ValueError(
            f"not a publication date in EDTF (such as 2023-05-04, 2023-05, XXXX-05-04): {edtf!r}"
        )
    numbers = [None if part in (None, "XXXX") else int(part) for part in found.groups()]
    known = Reference(*numbers)
    if known.month is not None and not 1 <= known.month <= 12:
        raise ValueError(f"no such month: {edtf!r}")
    if known.month and known.day and not 1 <= known.day <= monthrange(known.year or 2000, known.month)[1]:
        raise ValueError(f"no such day: {edtf!r}")
    return known


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def day_of(in_year: int | None, in_month: int, in_day: int) -> Period:
    """A day by its numbers, with XXXX for an unknown year; UNKNOWN when the calendar has no such day."""
    if in_day > monthrange(in_year or 2000, in_month)[1]:
        return UNKNOWN
    if in_year is None:
        return Period(f"XXXX-{in_month:02}-{in_day:02}", None, None, "day")
    return day(date(in_year, in_month, in_day))


def month(in_year: int | None, in_month: int) -> Period:
    """A calendar month."""
    if in_year is None:
        return Period(f"XXXX-{in_month:02}", None, None, "month")
    last = monthrange(in_year, in_month)[1]
    return Period(
        f"{in_year}-{in_month:02}", date(in_year, in_month, 1), date(in_year, in_month, last), "month"
    )


def season(in_year: int | None, code: int) -> Period:
    """A season by its EDTF code: spring 21, summer 22, autumn 23, winter 24."""
    if in_year is None:
        return Period(None, None, None, "season")
    start = SEASON_MONTHS[code]
    end = month(in_year + 1, 2) if code == 24 else month(in_year, start + 2)
    return Period(f"{in_year}-{code}", date(in_year, start, 1), end.last, "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def months(in_year: int, first: int, count: int) -> Period:
    """Several months of one year, such as a quarter: `count` months from month `first`."""
    return interval(month(in_year, first), month(in_year, first + count - 1))


def week(when: date) -> Period:
    """The week from Monday to Sunday that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return interval(day(monday), day(monday + timedelta(days=6)))


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = when + timedelta(days=5 - when.weekday())
    return interval(day(saturday), day(saturday + timedelta(days=1)))


def interval(start: Period, end: Period) -> Period:
    """From one period to another; an unknown or reversed end makes the whole unknown."""
    if start.edtf is None or end.edtf is None:
        return UNKNOWN
    if start.first and end.last and start.first > end.last:
        return UNKNOWN
    if start.edtf == end.edtf:
        return start
    # The two ends of an interval are themselves intervals when a week or a list is meant.
    return Period(f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}", start.first, end.last, "interval")


def since(start: Period) -> Period:
    """From a period on, with an open end."""
    if start.edtf is None:
        return UNKNOWN
    return Period(f"{start.edtf.split('/')[0]}/..", start.first, None, "interval")


def until(end: Period) -> Period:
    """At any time up to a period, with an open start."""
    if end.edtf is None:
        return UNKNOWN
    return Period(f"../{end.edtf.split('/')[-1]}", None, end.last, "interval")


def about(period: Period) -> Period:
    """The same period, marked as approximate."""
    if period.edtf is None or period.edtf.endswith("~"):
        return period
    return period._replace(edtf="/".join(f"{part}~" for part in period.edtf.split("/")))


def shifted(when: date, count: int, unit: str) -> Period:
    """The day, month or year that lies `count` units from a day ("day", "week", "month", "quarter", "year" …).

    Days are exact up to six; whoever counts further, or in larger units, rounds, so the value is approximate.
    """
    if unit == "hour":
        return day(when + timedelta(days=round(count / 24)))
    if unit == "day" and abs(count) in IDIOMATIC_DAYS:
        return about(day(when + timedelta(days=IDIOMATIC_DAYS[abs(count)] * (1 if count > 0 else -1))))
    if unit in ("day", "week"):
        moved = day(when + timedelta(days=count * (7 if unit == "week" else 1)))
        return moved if unit == "day" and abs(count) <= 6 else about(moved)
    if unit in ("month", "quarter"):
        total = when.year * 12 + when.month - 1 + count * (3 if unit == "quarter" else 1)
        return about(month(total // 12, total % 12 + 1))
    return about(year(when.year + count * (10 if unit == "decade" else 1)))


def seasons_around(when: date, code: int) -> Iterator[Period]:
    """The season of the years around a day, in order."""
    for number in range(when.year - 2, when.year + 3):
        yield season(number, code)
