"""The days that an EDTF date (ISO 8601-2) can mean, for sorting and for filters."""

import re
from calendar import monthrange
from datetime import date

# EDTF seasons of the northern half, as the press means them, from day to day.
_SEASONS = {
    "21": ("03-20", "06-20"),
    "22": ("06-21", "09-22"),
    "23": ("09-23", "12-20"),
    "24": ("12-21", "03-19"),
}
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days_of(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day as ISO dates, None where the date is open, unknown, or has no year ("XXXX-03").

    Marks of doubt (~ ? %) are passed over.
    """
    if not edtf:
        return None, None
    plain = re.sub(r"[~?%]", "", edtf)
    if "/" in plain:
        start, _, end = plain.partition("/")
        return days_of(start)[0], days_of(end)[1]
    shape = _SHAPE.fullmatch(plain)
    if not shape:
        return None, None
    year, month, day = shape.groups()
    if month in _SEASONS:
        start, end = _SEASONS[month]
        ends = int(year) + (end < start)
        return f"{year}-{start}", f"{ends:04}-{end}"
    first, last = f"{year}-{month or '01'}-{day or '01'}", None
    try:
        if day:
            last = date.fromisoformat(first).isoformat()
        elif month:
            last = f"{year}-{month}-{monthrange(int(year), int(month))[1]:02}"
        else:
            last = f"{year}-12-31"
        date.fromisoformat(first)
    except ValueError:  # no such day in the calendar
        return None, None
    return first, last
