"""Who acts towards whom: pairs of countries, and the network they make."""

from collections import Counter
from itertools import combinations

import msgspec

from depeche.model import EventType
from depeche.views.entries import EventEntry
from depeche.views.quads import QUADS, Quad
from depeche.views.story import Story


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of sides and the acts between them.

    A side is an ISO alpha-3 code, or the id of an actor without a country. `mutual` says that the acts have
    several actors and no recipient (a meeting on neutral ground): the sides are then in alphabetical order.
    `origins` counts the independent articles that tell them: copies of one dispatch count once.
    """

    first: str
    second: str
    mutual: bool
    types: dict[EventType, int]
    quads: dict[Quad, int]
    events: tuple[str, ...]
    origins: int


def dyads(story: Story) -> tuple[Dyad, ...]:
    """The pairs of sides of a story, those with the most acts first.

    Every telling counts once for each pair of sides that it names; acts within one side have no pair.
    """
    countries, origins = story.countries(), story.origins()
    between: dict[tuple[str, str, bool], list[EventEntry]] = {}
    for event in story.events:
        for pair in _pairs(event, countries):
            between.setdefault(pair, []).append(event)
    found = [
        Dyad(
            first=first,
            second=second,
            mutual=mutual,
            types=dict(sorted(Counter(event.type for event in events).items())),
            quads=dict(sorted(Counter(QUADS[event.type] for event in events).items())),
            events=tuple(event.id for event in events),
            origins=len({origins[event.article] for event in events}),
        )
        for (first, second, mutual), events in between.items()
    ]
    return tuple(sorted(found, key=lambda dyad: (-len(dyad.events), dyad.first, dyad.second, dyad.mutual)))


def _pairs(event: EventEntry, countries: dict[str, str | None]) -> list[tuple[str, str, bool]]:
    actors = sorted({countries[each] or each for each in event.actor})
    recipients = sorted({countries[each] or each for each in event.recipient})
    if not recipients:
        return [(first, second, True) for first, second in combinations(actors, 2)]
    return [(first, second, False) for first in actors for second in recipients if first != second]
