"""Persons in office and wars under way: what a text names bounds when it can have been written."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from depeche.lexicon import cell_values, table
from depeche.model.edtf import days_of

# How a text calls who holds an office of the table of leaders.
OFFICES = {
    "head_of_state": r"président|chef de l'[EÉ]tat|\broi\b|\breine\b|émir|sultan|souverain",
    "head_of_government": r"premi(?:er|ère)[ -]ministre|chanceli|chef(?:fe)? du gouvernement|présidente? du Conseil",
    "foreign_minister": r"ministre|diplomatie",
}
REACH = 80  # characters between a name and the title that goes with it
_FORMER = re.compile(r"(?:ancien|ancienne|ex-|feu|futur|alors|à l'époque|défunt)\W*$", re.IGNORECASE)


_WORD = re.compile(r"\w+")


class Landmark(NamedTuple):
    """A name, the title that must stand near it (None: the name is enough), and from when to when it holds.

    `openings` are the words with which the name begins; empty where it is a pattern.
    """

    name: re.Pattern[str]
    title: re.Pattern[str] | None
    since: date
    until: date | None
    openings: frozenset[str] = frozenset()


class Bound(NamedTuple):
    """The days between which a landmark that the text names puts it, and the words that name it."""

    since: date
    until: date | None
    words: str


def find_bounds(text: str) -> list[Bound]:
    """The bounds that a text's landmarks set, in the order of the table."""
    plain = text.replace("’", "'").replace("\u00a0", " ")
    landmarks, by_opening = _landmarks(), _by_opening()
    named = {n for word in {"", *_WORD.findall(plain)} for n in by_opening.get(word, ())}
    return [bound for n in sorted(named) if (bound := _bound(landmarks[n], plain))]


def _bound(landmark: Landmark, plain: str) -> Bound | None:
    for found in landmark.name.finditer(plain):
        before = plain[max(0, found.start() - REACH) : found.start()]
        after = plain[found.end() : found.end() + REACH]
        if landmark.title is None:
            return Bound(landmark.since, landmark.until, found[0])
        title = landmark.title.search(before.rsplit(".", 1)[-1]) or landmark.title.match(after.lstrip(", "))
        if title and not _FORMER.search(before[: title.start()] if title.string is not after else before):
            return Bound(landmark.since, landmark.until, f"{title[0]} {found[0]}")
    return None


@cache
def _landmarks() -> tuple[Landmark, ...]:
    others = (
        Landmark(
            name=re.compile(row["name"]),
            title=re.compile(row["title"], re.IGNORECASE) if row["title"] else None,
            since=date.fromisoformat(row["since"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
        )
        for row in table("landmarks")
    )
    return (*others, *_leaders())


@cache
def _by_opening() -> dict[str, list[int]]:
    """The numbers of landmarks by the words with which their names begin; those of patterns under ""."""
    found: dict[str, list[int]] = {}
    for number, landmark in enumerate(_landmarks()):
        for word in landmark.openings or ("",):
            found.setdefault(word, []).append(number)
    return found


def _leaders() -> Iterator[Landmark]:
    """One landmark for each leader and office, from the first time in it to the last."""
    terms: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in table("leaders"):
        if row["office"] in OFFICES and row["from"]:
            terms.setdefault((row["person"], row["office"]), []).append(row)
    for (person, office), rows in terms.items():
        names = [person, *(name for row in rows for name in cell_values(row["spellings"]) if " " in name)]
        ends = [_day(row["to"], last=True) for row in rows if row["to"]]
        yield Landmark(
            name=re.compile("|".join(re.escape(name) for name in dict.fromkeys(names))),
            title=re.compile(OFFICES[office], re.IGNORECASE),
            since=min(_day(row["from"]) for row in rows),
            until=max(ends) if len(ends) == len(rows) else None,
            openings=frozenset(found[0] for name in names if (found := _WORD.match(name))),
        )


def _day(value: str, *, last: bool = False) -> date:
    """The first or last day of a day, month or year in the table."""
    first, end = days_of(value)
    if first is None or end is None:
        raise ValueError(f"table leaders: {value!r} is no day, month or year")
    return end if last else first
