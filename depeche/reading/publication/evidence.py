"""What the body of an article tells about the day it was written: weekdays, dated days, named years, landmarks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from depeche.language.moments.cues import outlook_in_text
from depeche.language.moments.grammar import Expression, expressions_of, normalise, read_point
from depeche.language.moments.scene import Direction
from depeche.language.moments.words import day_number, month_number, value
from depeche.model import Block
from depeche.reading.publication.landmarks import Bound, find_bounds
from depeche.reading.publication.occasions import Sentence

LEAD = 2  # paragraphs
_SENTENCE = re.compile(r"[.!?…]+[\"»”)]*\s+(?=[A-ZÀ-Ý«\"“–—-])|\n")
_ANNIVERSARY = re.compile(r"\b(\d{1,3})e (?:anniversaire|année)")
_OPEN = ("until", "deadline", "not_before", "ahead", "recent")


class Dated(NamedTuple):
    """A day of the month in the body: with or without weekday and year.

    `deictic` for "ce jeudi 16 juin", `open` for "depuis jeudi 16 juin".
    """

    month: int
    day: int
    weekday: int | None
    year: int | None
    deictic: bool
    direction: Direction
    words: str
    open: bool = False


class Weekday(NamedTuple):
    """A bare weekday in the body; `deictic` for "ce dimanche"."""

    number: int
    deictic: bool
    direction: Direction
    words: str


@dataclass(slots=True)
class Evidence:
    """All evidence of one body, in text order."""

    dated: list[Dated] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    lead_weekdays: list[Weekday] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    last_month: bool = False
    named_years: list[int] = field(default_factory=list)
    anniversary: int | None = None
    bounds: list[Bound] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)  # those that name weekdays and no year

    @property
    def after(self) -> int | None:
        """The latest year that the text names as past: whoever names it writes later."""
        return max(self.named_years, default=None)

    @property
    def since(self) -> date | None:
        """The first day that the landmarks allow."""
        return max((bound.since for bound in self.bounds), default=None)

    @property
    def until(self) -> date | None:
        """The last day that the landmarks allow; None when they contradict each other or set no end."""
        ends = [bound.until for bound in self.bounds if bound.until]
        last = min(ends, default=None)
        return last if last and (self.since is None or self.since <= last) else None


def read_evidence(text: str, blocks: Sequence[Block]) -> Evidence:
    """Read the body's paragraphs; furniture, by-lines and datelines are no evidence."""
    evidence = Evidence()
    body = [block for block in blocks if block.kind in ("body", "standfirst", "headline", "heading")]
    paragraphs = 0
    for block in body:
        paragraphs += block.kind == "body"
        raw = block.span.of(text).replace("\n", " ")
        plain = normalise(raw)
        told: dict[int, list[tuple[tuple[int, ...], Direction]]] = {}
        ends = [0, *(found.end() for found in _SENTENCE.finditer(raw)), len(raw)]
        for expression in expressions_of(raw):
            at = bisect_right(ends, expression.start, hi=len(ends) - 1)
            sentence, close = ends[at - 1], ends[at]
            look = outlook_in_text(plain, (sentence, close), (expression.start, expression.end))
            _take(evidence, expression, look.direction, plain, in_lead=paragraphs <= LEAD)
            if numbers := _weekdays(expression):
                told.setdefault(at, []).append((numbers, look.direction))
            if expression.rule == "year" and (found := _ANNIVERSARY.search(plain, sentence, close)):
                evidence.anniversary = int(expression.parts["y"]) + int(found[1])
        evidence.sentences += [
            Sentence(raw[ends[at - 1] : ends[at]].replace("’", "'"), tuple(weekdays))
            for at, weekdays in told.items()
        ]
    evidence.bounds = find_bounds("\n".join(block.span.of(text) for block in body))
    return evidence


def _weekdays(found: Expression) -> tuple[int, ...]:
    """The numbers of a bare weekday, or of the first and the last of a range of them; empty for anything else."""
    if found.rule == "weekday" and "mod" not in found.parts:
        return (int(value("weekday", found.parts["w"])),)
    if found.rule == "weekday_range":
        return tuple(int(value("weekday", found.parts[group])) for group in ("w", "w2"))
    return ()


def _take(evidence: Evidence, found: Expression, direction: Direction, plain: str, *, in_lead: bool) -> None:
    parts, words = found.parts, plain[found.start : found.end]
    deictic = words.startswith("ce ")
    if found.rule not in _OPEN and direction != "future":
        evidence.named_years += [int(parts[group]) for group in ("y", "y2", "y3", "y4") if group in parts]
        for group in ("p", "inner", "a", "b"):
            evidence.named_years += [
                int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", parts.get(group, ""))
            ]
    since = read_point(plain, found.places["p"]) if found.rule == "since" else None
    if since is not None and since.rule == "day" and "y" not in since.parts:
        parts = since.parts
    if found.rule == "day" or parts is not found.parts:
        weekday = int(value("weekday", parts["w"])) if "w" in parts else None
        year = int(parts["y"]) if "y" in parts else None
        month, day = month_number(parts["m"]), day_number(parts["d"])
        evidence.dated.append(
            Dated(month, day, weekday, year, deictic, direction, words, open=since is not None)
        )
        if year is not None and weekday is not None and direction != "future":
            evidence.named_years.remove(year)  # the story's own day: its year is the year of writing
    elif found.rule == "weekday" and "mod" not in parts:
        one = Weekday(int(value("weekday", parts["w"])), deictic, direction, words)
        evidence.weekdays.append(one)
        if in_lead:
            evidence.lead_weekdays.append(one)
    elif found.rule == "month" and "y" not in parts and "mod" not in parts and direction != "future":
        evidence.months.append(month_number(parts["m"]))
    elif found.rule == "period_modified" and parts["p"] == "mois" and parts["mod"].startswith("dern"):
        evidence.last_month = True
