"""Where it happened: the places of a story's acts, as far as the tables locate them."""

import msgspec

from depeche.views.entries import EventEntry
from depeche.views.points import Point, locate
from depeche.views.story import Story


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map and what is told to have happened there.

    `name` is the place as most tellings print it, or None where the tables know no more than its state: all such
    places of a state are one. `events` are the tellings, `acts` counts the distinct acts among them,
    `articles` the articles that tell them, and `origins` the independent articles among these (copies of one dispatch
    count once).
    """

    name: str | None
    point: Point
    events: tuple[str, ...]
    acts: int
    articles: int
    origins: int


def spots(story: Story) -> tuple[Spot, ...]:
    """The located places of a story, those told by the most independent origins first, then by most acts."""
    there: dict[Point, list[EventEntry]] = {}
    for event in story.events:
        point = locate(event.place, event.place_country)
        if point:
            there.setdefault(point, []).append(event)
    origins = story.origins()
    found = [_spot(point, events, origins) for point, events in there.items()]
    return tuple(sorted(found, key=lambda spot: (-spot.origins, -spot.acts, spot.events[0])))


def _spot(point: Point, events: list[EventEntry], origins: dict[str, str]) -> Spot:
    printed = sorted(event.place for event in events if event.place)
    return Spot(
        name=max(printed, key=printed.count) if printed and point.precision != "country" else None,
        point=point,
        events=tuple(event.id for event in events),
        acts=len({event.occurrence for event in events}),
        articles=len({event.article for event in events}),
        origins=len({origins[event.article] for event in events}),
    )
