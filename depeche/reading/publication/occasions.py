"""Visits, calls and summits whose days are known: a text that tells one on fitting weekdays was written about then."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from depeche.language.moments.scene import Direction
from depeche.lexicon import table

# What a sentence must say of those who meet, by the kind of occasion.
_WORDS = {
    "visit": r"visit|\brend|voyage|déplac|arriv|\bre[çc]u|accueill|rencontr|entretien|s'entret|sommet|tête-à-tête|"
    r"invit|atterri|séjour|escale|\bà l'issue",
    "call": r"téléphon|appel|visioconf|vidéoconf|entretien|s'entret|conversation",
    "summit": r"sommet|réuni|forum|conférence|rencontr|pourparlers|négociation|discussion|dirigeants|COP",
}
BEFORE = 7  # days before an occasion in which the press announces it by bare weekdays


class Sentence(NamedTuple):
    """A sentence that names weekdays: its text, and each weekday or range of weekdays with where it points."""

    text: str
    weekdays: tuple[tuple[tuple[int, ...], Direction], ...]


class Occasion(NamedTuple):
    """A row of the table: who came or spoke where (or to whom), and from which day to which."""

    kind: str
    who: re.Pattern[str]
    where: re.Pattern[str]
    first: date
    last: date


class Told(NamedTuple):
    """An occasion as a sentence tells it: still ahead or not, the last of its days that is told, and the words."""

    occasion: Occasion
    ahead: bool
    day: date
    words: str


def find_occasions(
    sentences: Iterable[Sentence], *, since: date | None, until: date | None
) -> Sequence[Told]:
    """What the sentences tell of occasions of the table between two days, where their weekdays fit the known days."""
    return [told for sentence in sentences for told in _told(sentence, since, until)]


def announced_on(first: date, weekdays: Iterable[int]) -> date | None:
    """The latest day before an occasion that is one of these weekdays; None where none is near enough."""
    days = (first - timedelta(days=distance) for distance in range(1, BEFORE + 1))
    wanted = set(weekdays)
    return next((day for day in days if day.weekday() in wanted), None)


def _told(sentence: Sentence, since: date | None, until: date | None) -> Iterator[Told]:
    for occasion in _occasions():
        if (since and occasion.last < since) or (until and occasion.first > until):
            continue
        who = occasion.who.search(sentence.text)
        where = who and occasion.where.search(sentence.text)
        if not who or not where or not _pattern(occasion.kind).search(sentence.text):
            continue
        for numbers, direction in sentence.weekdays:
            days = _days(occasion, numbers)
            if days:
                yield Told(occasion, direction == "future", days[-1], f"{who[0]} … {where[0]}")
                break


def _days(occasion: Occasion, numbers: tuple[int, ...]) -> list[date]:
    """The days of an occasion that bear these weekdays, in order; empty where one of them is missing."""
    length = (occasion.last - occasion.first).days + 1
    days = [occasion.first + timedelta(days=distance) for distance in range(length)]
    if len(numbers) > 1:
        ends = [days[0].weekday(), days[-1].weekday()]
        return [days[0], days[-1]] if ends == list(numbers) else []
    return [day for day in days if day.weekday() == numbers[0]]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_WORDS[kind], re.IGNORECASE)


@cache
def _occasions() -> tuple[Occasion, ...]:
    return tuple(
        Occasion(
            kind=row["kind"],
            who=re.compile(row["who"]),
            where=re.compile(row["where"]),
            first=date.fromisoformat(row["first"]),
            last=date.fromisoformat(row["last"]),
        )
        for row in table("occasions")
    )
