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

YEARS = range(1995, 2036)  # of the articles that people bring
DAYS_BEFORE = 31  # within which a day of the body belongs to the same year as the stamp
# A year that the text names lies shortly before: the calendar repeats a weekday after 5, 6 or 11 years, so the first
# fitting year is taken only this near.
NEAR = 6
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


class YearGuess(NamedTuple):
    """The year chosen (None when several are as likely), those possible, and why."""

    year: int | None
    years: tuple[int, ...]
    reasons: tuple[str, ...]


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

    def year_of(
        self,
        month: int,
        day: int,
        *,
        weekday: int | None = None,
        near: Sequence[Weekday] = (),
        loose: bool = False,
    ) -> YearGuess:
        """The year of a day of the month: by its own weekday, or by the past weekdays that stand `near` it.

        The day is the one told, else the day after; when `loose` (a page dated by its update) both are as likely.
        """
        existing = [year for year in YEARS if _exists(year, month, day)]
        years = [year for year in existing if self._allows(year, month, day)]
        if not years:  # somebody named is out of office by now
            years = [year for year in existing if self._allows(year, month, day, ended=True)]
        reasons = list(self._reasons())
        told = next((one for one in self.dated if _fixes_year(one, month, day)), None)
        if weekday is not None or told is not None:
            # "depuis les élections d'octobre 2024": who writes in December may name the year that it is.
            same = self.after
            if same in existing and self._allows(same, month, day, same=True):
                years = [same, *years]
        if told is not None:
            years = [year for year in years if date(year, told.month, told.day).weekday() == told.weekday]
            reasons.append(f"“{told.words}” is in {_few(years)}")
        past = [one for one in near if one.direction != "future"] if told is None else []
        if weekday is not None:
            years = [year for year in years if date(year, month, day).weekday() == weekday]
            reasons.append(f"{_name(weekday)} {day}/{month:02} is in {_few(years)}")
        elif past:
            for distances in (
                ((0, 1),) if loose else ((0,), (1,))
            ):  # the day itself, or the day after what is told
                fitting = [year for year in years if _distance(date(year, month, day), past[0]) in distances]
                if fitting:
                    years = fitting
                    reasons.append(f"“{past[0].words}” fits {day}/{month:02} in {_few(years)}")
                    break
        if self.anniversary in years:
            return YearGuess(
                self.anniversary, (self.anniversary,), (*reasons, f"an anniversary in {self.anniversary}")
            )
        floor = max(self.after or 0, self.since.year if self.since else 0)
        certain = weekday is not None or told is not None or bool(past)
        chosen = years[0] if years and (len(years) == 1 or (certain and years[0] - floor <= NEAR)) else None
        return YearGuess(chosen, tuple(years), tuple(reasons))

    def _allows(self, year: int, month: int, day: int, *, ended: bool = False, same: bool = False) -> bool:
        when = date(year, month, day)
        if self.after is not None and year <= self.after - same:
            return False
        return (self.since is None or self.since <= when) and (
            ended or self.until is None or when <= self.until
        )

    def _reasons(self) -> list[str]:
        reasons = [f"the text names {self.after} as past"] if self.after else []
        for bound in self.bounds:
            if bound.since == self.since or (bound.until and bound.until == self.until):
                end = f" until {bound.until.isoformat()}" if bound.until else ""
                reasons.append(f"“{bound.words}”: from {bound.since.isoformat()}{end}")
        return reasons


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


def _fixes_year(one: Dated, month: int, day: int) -> bool:
    """Whether a past day with weekday and no year ("jeudi 25 septembre") lies within days before a day of the month."""
    if one.weekday is None or one.year is not None or one.direction == "future":
        return False
    if not (_exists(YEARS[0], month, day) and _exists(YEARS[0], one.month, one.day)):
        return False
    apart = (date(YEARS[0], month, day) - date(YEARS[0], one.month, one.day)).days
    return 0 <= apart <= DAYS_BEFORE


def _distance(when: date, told: Weekday) -> int:
    return (when.weekday() - told.number) % 7


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _name(weekday: int) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]


def _few(years: Sequence[int]) -> str:
    return ", ".join(map(str, years[:4])) + (" …" if len(years) > 4 else "") if years else "no possible year"
