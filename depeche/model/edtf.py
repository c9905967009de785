"""What an EDTF value (ISO 8601-2) can mean, in days.

The record uses days, months, seasons (21 spring to 24 winter), years, closed and open intervals, `~` for
approximate values, and `XXXX` for an unknown year.
"""

import re
from calendar import monthrange
from datetime import date

SEASONS = {21: (3, 1, 5), 22: (6, 1, 8), 23: (9, 1, 11), 24: (12, 1, 2)}  # first month, its day, last month
_VALUE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?[~?%]?")


def is_edtf(value: str) -> bool:
    """Whether a text is an EDTF value of these kinds: its days are in the calendar, its interval does not run back."""
    start, slash, end = value.partition("/")
    ends = [one for one in (start, end) if one and one != ".."]
    if not ends or (slash and not (start and end)) or not all(map(_is_one, ends)):
        return False
    first, last = days_of(start)[0], days_of(end)[1]
    return not (first and last and last < first)


def _is_one(value: str) -> bool:
    match = _VALUE.fullmatch(value)
    if not match:
        return False
    if match["month"] and int(match["month"]) in SEASONS and match["day"]:
        return False
    # A leap year stands for the unknown one: the 29th of February may be meant.
    known = value.replace("XXXX", "2000")
    return days_of(known) != (None, None)


def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day that an EDTF value can mean; None for an open or unknown end.

    A value that is None, has no year, or is no EDTF of these kinds gives (None, None). Winter begins in December
    of the year that it is named by.
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        return days_of(start)[0] if start != ".." else None, days_of(end)[1] if end != ".." else None
    match = _VALUE.fullmatch(edtf)
    if not match or match["year"] == "XXXX":
        return None, None
    year = int(match["year"])
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    try:
        if month in SEASONS:
            first, day, last = SEASONS[month]
            end_year = year + (last < first)
            return date(year, first, day), date(end_year, last, monthrange(end_year, last)[1])
        if match["day"]:
            day_meant = date(year, month, int(match["day"]))
            return day_meant, day_meant
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None, None


def can_agree(one: str | None, two: str | None) -> bool:
    """Whether two EDTF values can mean the same time; an unknown value agrees with all."""
    first_one, last_one = days_of(one)
    first_two, last_two = days_of(two)
    if last_one and first_two and last_one < first_two:
        return False
    return not (last_two and first_one and last_two < first_one)
