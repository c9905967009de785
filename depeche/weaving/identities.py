"""Actors that go by several names: one person, institution or organisation over a whole record (codebook section 2).

Cautious: what could be two actors stays two. Persons are one only where no first name speaks against it; a surname
alone is a person's only where the record knows one person of that surname and state, or one in that office.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from depeche.lexicon import cell_values, table
from depeche.model import Actor
from depeche.weaving.sounds import changes, is_name, name_parts, name_sounds
from depeche.weaving.wording import fold, root, stop_words

Why = Literal["spelling", "shorter", "title", "acronym", "country"]

SURNAME_FIRST = {"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "SGP", "KHM"}
SLIPS = (
    2  # letters by which two spellings of one first name may differ, where surname, office and state agree
)
BODIES = {"institution", "igo", "outlet", "group"}
ORDERED = {"institution", "igo"}  # whose names are phrases: "ministère russe des Transports"


class Known(msgspec.Struct, frozen=True):
    """An actor as a record knows it: the titles that articles give it, and how many articles name it."""

    actor: Actor
    roles: tuple[str, ...] = ()
    articles: int = 1


class Sameness(msgspec.Struct, frozen=True):
    """That an actor is another under another name, and why."""

    actor: Actor
    whole: Actor
    why: Why


Apart = frozenset[tuple[Actor, Actor]]  # actors that people hold apart, each pair in order, without roles


def find_identities(known: Iterable[Known], *, apart: Apart = frozenset()) -> list[Sameness]:
    """The actors that are another one under another name, each with the one that stands for it: the fullest name.

    The result depends on the set of actors alone. What people hold `apart` is never joined.
    """
    every = sorted(known, key=lambda one: (one.actor.kind, one.actor.name, one.actor.country or ""))
    persons = [one for one in every if one.actor.kind == "person" and is_name(one.actor.name)]
    others = [one for one in every if one.actor.kind in BODIES]
    found = [*_persons(persons, apart), *_bodies(others, apart)]
    return sorted(found, key=lambda one: (one.actor.name, one.actor.kind, one.actor.country or ""))


def _persons(persons: Sequence[Known], apart: Apart) -> list[Sameness]:
    """Full names first, then surnames alone, each to the single fuller name that it can stand for."""
    by_surname: defaultdict[str, list[Known]] = defaultdict(list)
    for one in persons:
        for surname in _surnames(one.actor):
            by_surname[surname].append(one)
    whole: dict[Actor, tuple[Actor, Why]] = {}
    for one in sorted(persons, key=_fullest):
        fuller = [
            other
            for surname in sorted(_surnames(one.actor))
            for other in by_surname[surname]
            if _fullest(other) < _fullest(one)
            and other.actor not in whole
            and len(name_parts(other.actor.name)) > 1
        ]
        if len(name_parts(one.actor.name)) > 1:
            matched = {other.actor: why for other in fuller if (why := _same_person(one, other))}
        else:
            matched = _named_by_surname(one, fuller, persons, whole)
        if len(matched) == 1:
            ((other, why),) = matched.items()
            if not {(one.actor, other), (other, one.actor)} & apart:
                whole[one.actor] = other, why
    return [Sameness(actor, *found) for actor, found in whole.items()]


def _named_by_surname(
    one: Known, fuller: Sequence[Known], persons: Sequence[Known], whole: Mapping[Actor, tuple[Actor, Why]]
) -> dict[Actor, Why]:
    """Whom a surname alone can stand for: the only one of that name and state, or the only one in that office."""
    here = {other.actor for other in fuller if one.actor.country and other.actor.country == one.actor.country}
    offices = _offices(one.roles)
    held = {actor for actor in here if offices & _offices(_roles(actor, persons, whole))}
    if held:
        return dict.fromkeys(held, "title")
    return {} if offices else dict.fromkeys(here, "shorter")


def _same_person(one: Known, two: Known) -> Why | None:
    """Why two full names are one person's, None where they may be two's."""
    states = one.actor.country, two.actor.country
    if states[0] and states[1] and states[0] != states[1]:
        return None
    ours, theirs = name_sounds(one.actor.name), name_sounds(two.actor.name)
    if sorted(ours) == sorted(theirs):
        return "spelling" if states[0] == states[1] else "country"
    if states[0] != states[1] or ours[-1] != theirs[-1] or not _offices(one.roles) & _offices(two.roles):
        return None
    first = ours[0], theirs[0]
    like = first[0][0] == first[1][0] and min(map(len, first)) > SLIPS and changes(*first) <= SLIPS
    if like and ours[1:] == theirs[1:]:
        return "spelling"
    if ours[0] == theirs[0] and (set(ours) <= set(theirs) or set(theirs) <= set(ours)):
        return "shorter"
    initials = len(ours[0]) == 1 or len(theirs[0]) == 1
    return "shorter" if initials and ours[0][0] == theirs[0][0] and ours[1:] == theirs[1:] else None


def _roles(actor: Actor, persons: Sequence[Known], whole: Mapping[Actor, tuple[Actor, Why]]) -> set[str]:
    """The titles of an actor under all names that are known to be its."""
    return {
        role
        for one in persons
        if one.actor == actor or whole.get(one.actor, (None,))[0] == actor
        for role in one.roles
    }


def _offices(roles: Iterable[str]) -> set[frozenset[str]]:
    """Titles as the roots of their words."""
    return {
        frozenset(root(word) for word in re.findall(r"\w+", role.lower()) if fold(word) not in stop_words())
        for role in roles
    }


def _fullest(one: Known) -> tuple[int, bool, int, str, str]:
    """What orders the names of one actor: the one that stands for it first."""
    parts = name_parts(one.actor.name)
    spelt = sum(len(part) > 1 for part in parts)
    return -spelt, one.actor.country is None, -one.articles, one.actor.name, one.actor.country or ""


def _surnames(actor: Actor) -> set[str]:
    """What a person may be called by alone."""
    parts = name_sounds(actor.name)
    if not parts:
        return set()
    return {parts[0] if actor.country in SURNAME_FIRST else parts[-1], parts[-1]}


def _bodies(bodies: Sequence[Known], apart: Apart) -> list[Sameness]:
    """Institutions, organisations and outlets by the same words in another order, or by acronym and full name."""
    groups: defaultdict[tuple[str, object], list[Known]] = defaultdict(list)
    for one in bodies:
        groups[one.actor.country or "", _words(one.actor)].append(one)
    found: list[Sameness] = []
    for group in groups.values():
        first, *others = sorted(group, key=_best_known)
        for one in others:
            if not {(one.actor, first.actor), (first.actor, one.actor)} & apart:
                lengths = sorted(len(_letters(each.actor.name)) for each in (one, first))
                acronym = 2 * lengths[0] < lengths[1]
                found.append(Sameness(one.actor, first.actor, "acronym" if acronym else "spelling"))
    return found


def _best_known(one: Known) -> tuple[bool, int, str, str]:
    """What orders the names of one body: the acronym that the table gives, then what most articles call it."""
    known = _organisations().get(_letters(one.actor.name))
    return known != one.actor.name, -one.articles, one.actor.name, one.actor.kind


def _words(actor: Actor) -> object:
    """What names of one body have in common: the words whatever their order and case, with the kind.

    Organisations that the table knows by several names go by one of them.
    """
    if known := _organisations().get(_letters(actor.name)):
        return known
    words = re.findall(r"\w+", fold(actor.name))
    if actor.kind in ORDERED:
        return actor.kind, frozenset(word for word in words if word not in stop_words())
    return actor.kind, tuple(words)


def _letters(name: str) -> str:
    return re.sub(r"\W+", "", fold(name))


@cache
def _organisations() -> dict[str, str]:
    """The acronym of each organisation by all of its names, as letters."""
    found: dict[str, str] = {}
    for row in table("organisations"):
        short = row["acronym"] or row["name_fr"]
        for name in (row["acronym"], row["name_fr"], *cell_values(row["aliases"])):
            if name:
                found.setdefault(_letters(name), short)
    return found
