"""Tellings of one act that cannot both hold (codebook section 7).

Compared are status, day, place, roles and numbers. How an act is named or judged is framing and contradicts nothing;
articles of one origin (copies) are compared too: a dispatch that changed a number on its way is worth a look.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

import msgspec

from depeche.model import Event
from depeche.weaving.occurrences import MUTUAL, Occurrence, Telling, days_apart, participant_keys
from depeche.weaving.quantities import quantities
from depeche.weaving.wording import fold

Matter = Literal["status", "date", "place", "roles", "number"]


class Contradiction(msgspec.Struct, frozen=True):
    """Two tellings and what they disagree on; `first_says` and `second_says` are the values of each."""

    matter: Matter
    first: Telling
    second: Telling
    first_says: str
    second_says: str


def find_contradictions(occurrence: Occurrence) -> Iterator[Contradiction]:
    """What the tellings of one occurrence contradict each other on, pair by pair."""
    for one, two in combinations(occurrence.tellings, 2):
        yield from _compare(one, two)


def _compare(one: Telling, two: Telling) -> Iterator[Contradiction]:
    first, second = one.event, two.event
    if {first.status, second.status} in ({"actual", "negated"}, {"future", "negated"}):
        yield Contradiction("status", one, two, first.status, second.status)
    if first.date and second.date and days_apart(one, two):
        yield Contradiction("date", one, two, first.date, second.date)
    if first.place and second.place and _apart(first, second):
        yield Contradiction("place", one, two, first.place.name, second.place.name)
    if _roles_swapped(first, second):
        yield Contradiction("roles", one, two, _side(first), _side(second))
    counted, counted_too = quantities(one.passage), quantities(two.passage)
    for noun in sorted(counted.keys() & counted_too.keys()):
        if not counted[noun] & counted_too[noun]:
            yield Contradiction(
                "number", one, two, _numbers(counted[noun], noun), _numbers(counted_too[noun], noun)
            )


def _apart(one: Event, two: Event) -> bool:
    """Whether two places cannot be the same; a country and a city in it can."""
    assert one.place and two.place
    if one.place.country and two.place.country and one.place.country != two.place.country:
        return True
    names = fold(one.place.name), fold(two.place.name)
    return names[0] not in names[1] and names[1] not in names[0]


def _roles_swapped(one: Event, two: Event) -> bool:
    """Whether the actor of each is the recipient of the other, in an act that has sides."""
    if one.type in MUTUAL:
        return False
    actors, recipients = participant_keys(one.actor), participant_keys(one.recipient)
    if not actors or not recipients or actors == recipients:
        return False
    return actors == participant_keys(two.recipient) and recipients == participant_keys(two.actor)


def _side(event: Event) -> str:
    return " → ".join(
        ", ".join(actor.name for actor in side) for side in (event.actor, event.recipient) if side
    )


def _numbers(values: frozenset[int], noun: str) -> str:
    return f"{', '.join(str(value) for value in sorted(values))} ({noun}…)"
