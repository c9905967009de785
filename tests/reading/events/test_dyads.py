"""Who does what to whom, on one sentence for each construction and register (table dyads.tsv).

`told` lists the acts that must be found: type, states or names of actors > states or names of recipients. A side that
is left out is not tested, "-" says that nobody is named on it. A sentence with nothing told must give no act at all.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Actor, Event

LINES = (Path(__file__).parent / "dyads.tsv").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]
Alone = Callable[[tuple[str, ...]], dict[str, tuple[Event, ...]]]
SENTENCES = tuple(row[0] for row in ROWS)


def is_side(actors: tuple[Actor, ...], wanted: str) -> bool:
    if wanted == "-":
        return not actors
    return not wanted or {actor.country or actor.name for actor in actors} == set(wanted.split("+"))


def tells(event: Event, told: str) -> bool:
    kind, _, parties = told.partition(" ")
    actors, _, recipients = parties.partition(">")
    return event.type == kind and is_side(event.actor, actors) and is_side(event.recipient, recipients)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_dyad(row: tuple[str, str], read_alone: Alone) -> None:
    sentence, told = row
    events = read_alone(SENTENCES)[sentence]
    if not told:
        assert not events
    for act in filter(None, told.split("; ")):
        assert any(tells(event, act) for event in events), events
