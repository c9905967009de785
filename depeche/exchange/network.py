"""Who acts towards whom, as a graph: what GEXF and GraphML write.

A node is a side: a state with all who act for it, or a body or person without a state. An edge joins two sides by
all their acts of one PLOVER type; its weight is the number of independent origins that tell them, summed over the
acts. Acts that are only denied or conditional are left out, and so are acts within one side. Where an act has
several actors and no recipient (a meeting on neutral ground), each pair of actors has an edge from the first in
alphabetical order to the second, marked as mutual.
"""

from itertools import combinations

import msgspec

from depeche.exchange.acts import Cast, told_acts
from depeche.lexicon.plover import weigh
from depeche.model import EventType
from depeche.views import Moment, Story


class Node(msgspec.Struct, frozen=True):
    """A side: ISO alpha-3 code or actor's id, its French name, what it is, and how many acts join it to others."""

    id: str
    name: str
    kind: str
    country: str | None
    acts: int


class Edge(msgspec.Struct, frozen=True):
    """The acts of one type from one side to another.

    `spells` are the days of the dated acts, first and last included; `score` is the mean of their PLOVER scores.
    """

    source: str
    target: str
    type: EventType
    mutual: bool
    weight: int
    acts: int
    score: float
    quad: str
    spells: tuple[tuple[str, str], ...]


class Network(msgspec.Struct, frozen=True):
    """The sides of a story by id, and their edges by sides and type."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(story: Story) -> Network:
    """The network of a story."""
    cast = Cast(story)
    between: dict[tuple[str, str, EventType, bool], list[Moment]] = {}
    for moment in told_acts(story):
        for first, second, mutual in _pairs(moment, cast):
            between.setdefault((first, second, moment.event.type, mutual), []).append(moment)
    acts: dict[str, set[str]] = {}
    for (first, second, _, _), moments in between.items():
        for side in (first, second):
            acts.setdefault(side, set()).update(moment.event.id for moment in moments)
    kinds = {actor.id: actor.kind for actor in story.actors if not actor.country}
    return Network(
        nodes=tuple(
            Node(
                id=side,
                name=cast.side_name(side),
                kind=kinds.get(side, "state"),
                country=None if side in kinds else side,
                acts=len(acts[side]),
            )
            for side in sorted(acts)
        ),
        edges=tuple(_edge(*key, moments) for key, moments in sorted(between.items(), key=lambda one: one[0])),
    )


def _pairs(moment: Moment, cast: Cast) -> list[tuple[str, str, bool]]:
    actors = sorted({cast.side(id) for id in moment.event.actor})
    recipients = sorted({cast.side(id) for id in moment.event.recipient})
    if not recipients:
        return [(first, second, True) for first, second in combinations(actors, 2)]
    return [(first, second, False) for first in actors for second in recipients if first != second]


def _edge(source: str, target: str, type: EventType, mutual: bool, moments: list[Moment]) -> Edge:
    scores = [weigh(moment.event.type, moment.event.mode).plover_score for moment in moments]
    spells = {
        (moment.date.first, moment.date.last)
        for moment in moments
        if moment.date and moment.date.first and moment.date.last
    }
    return Edge(
        source=source,
        target=target,
        type=type,
        mutual=mutual,
        weight=sum(moment.origins for moment in moments),
        acts=len(moments),
        score=round(sum(scores) / len(scores), 2),
        quad=weigh(type).quad_name,
        spells=tuple(sorted(spells)),
    )
