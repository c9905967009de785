"""Dates as containers print them, in French or English, by a month table: no locale is asked."""

import re
import unicodedata
from datetime import date
from functools import cache

from depeche.lexicon import cell_values, table

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s~+Z])")
_COMPACT = re.compile(r"(?<!\d)(19|20)(\d{2})(\d{2})(\d{2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(\d{4})(?!\d)")
_ENGLISH = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_MONTH_YEAR = re.compile(r"([^\W\d_]+)\.?\s+(\d{4})(?!\d)")

_IN_PATH = re.compile(r"/(20\d\d|19[89]\d)([/-]?)(\d\d)\2(\d\d)(?=[/_.-])")


def day_of(text: str) -> str | None:
    """The first date of a text as EDTF ("mardi 14 mars 2006", "March 14, 2006", "2006-03-14T08:00Z"), None without one.

    Days printed as numbers are read day first, as French does, unless that is no date. A month and year without a day
    gives a month; an ISO value keeps its own precision.
    """
    iso = _ISO.match(text)
    if iso and (iso[2] or text.strip() == iso[1]):
        if not iso[2]:
            return iso[1]
        return f"{iso[1]}-{iso[2]}" if not iso[3] else _checked(int(iso[1]), int(iso[2]), int(iso[3]))
    found: list[tuple[int, str]] = []
    for match in _NAMED.finditer(text):
        month = months().get(_plain(match[2]))
        day = _checked(int(match[3]), month, int(match[1])) if month else None
        if day:
            found.append((match.start(), day))
    for match in _ENGLISH.finditer(text):
        month = months().get(_plain(match[1]))
        day = _checked(int(match[3]), month, int(match[2])) if month else None
        if day:
            found.append((match.start(), day))
    for match in _NUMBERS.finditer(text):
        year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
        day = _checked(year, int(match[2]), int(match[1])) or _checked(year, int(match[1]), int(match[2]))
        if day:
            found.append((match.start(), day))
    if found:
        return min(found)[1]
    compact = compact_day(text)
    if compact:
        return compact
    for match in _MONTH_YEAR.finditer(text):
        month = months().get(_plain(match[1]))
        if month:
            return f"{match[2]}-{month:02d}"
    return None


def compact_day(text: str) -> str | None:
    """The first date of eight digits in a text ("news·20060315·PO·…"), as an ISO day."""
    for match in _COMPACT.finditer(text):
        day = _checked(int(match[1] + match[2]), int(match[3]), int(match[4]))
        if day:
            return day
    return None


def day_of_address(address: str) -> str | None:
    """The day in the path of a page's address ("…/2024/05/03/titre", "…/20240503-titre"), as an ISO day."""
    found = _IN_PATH.search(address)
    return _checked(int(found[1]), int(found[3]), int(found[4])) if found else None


@cache
def months() -> dict[str, int]:
    """Number of each month by its French and English names and abbreviations, without accents."""
    return {_plain(name): int(row["number"]) for row in table("months") for name in cell_values(row["names"])}


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in bare if not unicodedata.combining(char))


def _checked(year: int, month: int | None, day: int) -> str | None:
    if month is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
