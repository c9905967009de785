"""EDTF dates as people read them: the days they span, whether they are partial, and words in two languages."""

import re

import msgspec

from depeche.model.edtf import days_of

MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
SEASONS = {
    "fr": {21: "printemps", 22: "été", 23: "automne", 24: "hiver"},
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
}
WORDS = {
    "fr": {
        "about": "vers",
        "no_year": "année inconnue",
        "since": "depuis",
        "until": "jusqu'à",
        "until_day": "jusqu'au",
    },
    "en": {
        "about": "about",
        "no_year": "year unknown",
        "since": "since",
        "until": "until",
        "until_day": "until",
    },
}
_PART = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<about>[~?%])?")


class DateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A date as a view shows it.

    `first` and `last` are the first and last ISO day it can mean, None where unknown or open; `partial` says
    that a day is missing or in doubt; `fr` and `en` are its words.
    """

    edtf: str
    first: str | None
    last: str | None
    partial: bool
    fr: str
    en: str


class _Part(msgspec.Struct, frozen=True):
    year: int | None
    month: int | None
    day: int | None
    about: bool


def read_date(edtf: str) -> DateEntry:
    """Read an EDTF value of the codebook (day, month, season, year, interval, `~`, `XXXX`).

    A value of another form keeps its own characters as its words: a view must show what the record holds.
    """
    first, last = days_of(edtf)
    ends = tuple(_part(end) for end in edtf.split("/"))
    return DateEntry(
        edtf=edtf,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        partial=not all(end and end.year and end.day and not end.about for end in ends),
        fr=_phrase(edtf, ends, language="fr"),
        en=_phrase(edtf, ends, language="en"),
    )


def _part(text: str) -> _Part | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year, month, day = (
        None if value is None or "X" in value else int(value) for value in match.group("year", "month", "day")
    )
    known = month is None or 1 <= month <= 12 or month in SEASONS["fr"]
    return _Part(year, month, day, bool(match.group("about"))) if known else None


def _words(part: _Part, *, language: str) -> str:
    words = WORDS[language]
    pieces = [words["about"]] if part.about else []
    if part.month in SEASONS["fr"]:
        pieces.append(SEASONS[language][part.month])
    elif part.month is not None:
        if part.day is not None:
            pieces.append("1er" if part.day == 1 and language == "fr" else str(part.day))
        pieces.append(MONTHS[language][part.month - 1])
    pieces.append(str(part.year) if part.year is not None else f"({words['no_year']})")
    return " ".join(pieces)


def _phrase(edtf: str, ends: tuple[_Part | None, ...], *, language: str) -> str:
    words = WORDS[language]
    start, end = ends[0], ends[-1]
    if len(ends) == 1:
        return _words(start, language=language) if start else edtf
    if start and end:
        if start.day and (start.year, start.month) == (end.year, end.month):
            first = "1er" if start.day == 1 and language == "fr" else str(start.day)
            return f"{first}–{_words(end, language=language)}"
        return f"{_words(start, language=language)} – {_words(end, language=language)}"
    if start:
        return f"{words['since']} {_words(start, language=language)}"
    if end:
        return f"{words['until_day' if end.day else 'until']} {_words(end, language=language)}"
    return edtf
