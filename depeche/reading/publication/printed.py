"""Dates that a page prints about itself: stamps, by-lines, datelines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from depeche.language.moments.grammar import Expression, find_expressions, normalise
from depeche.language.moments.words import day_number, month_number
from depeche.model import Block, Cut, Span

Place = Literal["stamp", "dateline", "margin", "update"]

# What is printed for the reader's first sight of the article comes before the dispatch's own day, and both before
# the day of the last change.
ORDER: tuple[Place, ...] = ("stamp", "dateline", "margin", "update")
_UPDATE = re.compile(
    r"(?:mise? à jour|mise? a jour|\bmaj\b|modifi\w+|actualis\w+|updated|edited|modified)[^\d]{0,12}"
    r"(?:à \d{1,2} ?h ?\d{0,2}|\d{1,2}:\d\d)?[^\d]{0,8}$"
)
_ENGLISH = {
    name: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
         "november", "december"), start=1)
}  # fmt: skip
_NAMES = "|".join(name[:3] for name in _ENGLISH)
_ENGLISH_DATE = re.compile(
    rf"\b(?:(?P<m>{_NAMES})[a-z]*\.? (?P<d>\d{{1,2}}),?|(?P<d2>\d{{1,2}}) (?P<m2>{_NAMES})[a-z]*\.?,?)"
    r" (?P<y>\d{4})\b"
)
# "Bamako, 12 mars 2025 (AMAP) –" where the dateline was left in the paragraph
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{2,40}\)|/[^/]{2,45}/)?\s*(?:[-–—:]|\.-)")
SHORT = 60  # characters: a line with a date and little else prints the day of publication
OTHER_DAYS = ("comments", "related", "caption", "copy", "legal", "newsletter")
# "Cette dépêche a été publiée pour la première fois le 21 mars 2022."
_PUBLISHED = re.compile(
    r"\b(?:article|texte|dépêche|reportage|page)\b[^.\n]{0,60}\bpubliée?\b", re.IGNORECASE
)
_DATED = re.compile(r"(?:rédigé|publié|posté|paru|écrit|mis en ligne|diffusé)\b", re.IGNORECASE)
FIRST_BLOCKS = 6  # a dateline or by-line with a date stands near the top


@dataclass(frozen=True, slots=True)
class Printed:
    """A day that the page prints; `year` is None where it prints none."""

    year: int | None
    month: int
    day: int
    place: Place
    words: str

    @property
    def edtf(self) -> str:
        """The day in EDTF, with XXXX for an unknown year."""
        return f"{self.year or 'XXXX'}-{self.month:02}-{self.day:02}"

    @property
    def reason(self) -> str:
        """Where it stands, in words."""
        where = {"stamp": "page", "dateline": "dateline", "margin": "margin", "update": "last update"}[
            self.place
        ]
        return f"the {where} prints “{self.words}”"


def find_printed(text: str, *, blocks: Sequence[Block], furniture: Sequence[Cut]) -> Printed | None:
    """The day of publication as the page prints it, or None; a year counts more than the place."""
    found = [*_in_furniture(text, furniture), *_in_blocks(text, blocks)]
    found.sort(key=lambda printed: (printed.year is None, ORDER.index(printed.place)))
    return found[0] if found else None


def _in_furniture(text: str, furniture: Sequence[Cut]) -> Iterator[Printed]:
    for cut in furniture:
        if cut.reason not in OTHER_DAYS:
            yield from _days(text, cut.span, place="stamp" if cut.reason == "stamp" else "margin")


def _in_blocks(text: str, blocks: Sequence[Block]) -> Iterator[Printed]:
    for block in blocks if "publié" in text.lower() else ():
        if found := _PUBLISHED.search(text, block.span.start, block.span.end):
            yield from _days(
                text, Span(found.start(), min(block.span.end, found.end() + SHORT)), place="stamp"
            )
    for block in blocks[:FIRST_BLOCKS]:
        if block.kind in ("dateline", "byline"):
            yield from _days(text, block.span, place="dateline" if block.kind == "dateline" else "stamp")
        elif len(block.span) <= SHORT and block.kind != "headline":
            dated = bool(_DATED.match(block.span.of(text)))
            yield from (one for one in _days(text, block.span, place="margin") if one.year or dated)
        else:
            opening = Span(block.span.start, min(block.span.end, block.span.start + SHORT))
            for one in _days(text, opening, place="dateline"):
                end = text.find(one.words, opening.start) + len(one.words)
                if _AFTER_DATELINE.match(text, end):
                    yield one


def _days(text: str, span: Span, *, place: Place) -> Iterator[Printed]:
    """The days in one stretch; the words before each tell first print from update."""
    stretch = span.of(text)
    plain = normalise(stretch)
    for expression in find_expressions(stretch):
        day = _numbers(expression, plain)
        if day is not None:
            before = plain[max(0, expression.start - 40) : expression.start]
            where: Place = "update" if _UPDATE.search(before) else place
            yield Printed(*day, where, stretch[expression.start : expression.end])
    for found in _ENGLISH_DATE.finditer(plain):
        short = found["m"] or found["m2"]
        month = next(number for name, number in _ENGLISH.items() if name.startswith(short))
        before = plain[max(0, found.start() - 40) : found.start()]
        where = "update" if _UPDATE.search(before) else place
        number = int(found["d"] or found["d2"])
        yield Printed(int(found["y"]), month, number, where, stretch[found.start() : found.end()])


def _numbers(expression: Expression, plain: str) -> tuple[int | None, int, int] | None:
    parts = expression.parts
    if expression.rule == "numeric":
        numbers = [
            int(part) for part in re.split(r"\D+", plain[expression.start : expression.end][:10]) if part
        ]
        year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
        return (year + 2000 if year < 100 else year), month, day
    if expression.rule in ("day", "short_numeric"):
        month = int(parts["m"]) if parts["m"].isdigit() else month_number(parts["m"])
        return (int(parts["y"]) if "y" in parts else None), month, day_number(parts["d"])
    return None
