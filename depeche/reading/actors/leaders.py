"""Known office-holders: what an article leaves unsaid about a person whom it names."""

import re
from functools import cache

import msgspec

from depeche.lexicon import cell_values, table
from depeche.reading.actors.words import fold, sound

ARTICLE = re.compile(r"^(al|el|ar|as|ad|an|at|ash|ach|ech|ez|az)-(?=\w{3})")


class Leader(msgspec.Struct, frozen=True):
    """A person in office from `first` to `last` (ISO dates cut to the year or month; `last` "" while in office).

    `state` is the ISO alpha-3 code of the state led or spoken for, "" for those of an organisation; `body` the
    organisation's name, `office` the kind of office as in the table of offices, `feminine` the person's gender.
    """

    name: str
    state: str
    body: str
    office: str
    first: str
    last: str
    feminine: bool


@cache
def _rows() -> tuple[tuple[Leader, tuple[str, ...]], ...]:
    rows = []
    codes = {row["iso3"] for row in table("states")}
    for row in table("leaders"):
        state = row["state"] if row["state"] in codes else ""
        leader = Leader(row["person"], state, "" if state else row["state"], row["office"], row["from"], row["to"],
                        row["gender"] == "f")  # fmt: skip
        rows.append((leader, (row["person"], *cell_values(row["spellings"]))))
    return tuple(rows)


def name_key(name: str) -> tuple[str, ...]:
    """The sounds of a name's words, without Arabic articles: equal for two spellings of one name."""
    words = (ARTICLE.sub("", word) for word in fold(name).split())
    return tuple(key for word in words if word not in ("al", "el") and (key := sound(word)))


@cache
def _by_name() -> dict[tuple[str, ...], tuple[Leader, ...]]:
    found: dict[tuple[str, ...], tuple[Leader, ...]] = {}
    for leader, spellings in _rows():
        for spelling in spellings:
            held = found.setdefault(name_key(spelling), ())
            if leader not in held:
                found[name_key(spelling)] = (*held, leader)
    return found


def leaders_named(name: str) -> tuple[Leader, ...]:
    """All terms of the person whom a name means, in any known spelling; a surname alone when one person bears it."""
    found = _by_name().get(name_key(name), ())
    return found if len({leader.name for leader in found}) == 1 else ()


@cache
def known_words() -> frozenset[str]:
    """The sounds of names that are spelt as one word in the table: surnames by which the press calls a leader."""
    return frozenset(key[0] for key in _by_name() if len(key) == 1)


@cache
def first_names() -> frozenset[str]:
    """The sounds of the first words of the names in the table."""
    return frozenset(key[0] for key in _by_name() if len(key) > 1 and len(key[0]) > 2)


def held_on(terms: tuple[Leader, ...], day: str | None) -> tuple[Leader, ...]:
    """The terms in force on a day (ISO or EDTF, any precision); all of them when it is unknown or none was in force."""
    if day is None or not day[:4].isdigit():
        return terms
    held = tuple(
        term for term in terms if term.first <= day and (not term.last or day[: len(term.last)] <= term.last)
    )
    return held or terms
