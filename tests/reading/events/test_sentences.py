"""Each construction and each settling rule of the codebook, on one sentence (table sentences.tsv).

`told` lists the acts that must be found: type, mode, states of actors > states of recipients, status, and where the
row is about them `date=` and `place=` (the state of the place, None for no place). An empty side is not tested. `untold` lists types that must not come out: a plan or a denied act told as done is the worst error.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Actor, Event

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
Alone = Callable[[tuple[str, ...]], dict[str, tuple[Event, ...]]]
SENTENCES = tuple(row[1] for row in ROWS)


def sides(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.country or actor.name for actor in actors}


def _state(event: Event) -> str:
    return (event.place.country if event.place else None) or "None"


def fits(event: Event, told: str) -> bool:
    name, parties, status, *rest = told.split()
    wanted = dict(item.split("=") for item in rest)
    kind, _, mode = name.partition("/")
    actors, _, recipients = parties.partition(">")
    return (
        event.type == kind
        and (event.mode or "") == mode
        and (not actors or sides(event.actor) == set(actors.split("+")))
        and (not recipients or sides(event.recipient) == set(recipients.split("+")))
        and event.status == status
        and wanted.get("date", event.date) == event.date
        and wanted.get("place", _state(event)) == _state(event)
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_sentence(row: list[str], read_alone: Alone) -> None:
    _, sentence, told, *rest = row
    events = read_alone(SENTENCES)[sentence]
    for act in filter(None, told.split("; ")):
        assert any(fits(event, act) for event in events), events
    for kind in (rest[0] if rest else "").split():
        assert kind not in {event.type for event in events}, events


def test_evidence_is_the_sentence(read_alone: Alone) -> None:
    for sentence, events in read_alone(SENTENCES).items():
        for event in events:
            assert all(0 <= span.start < span.end <= len(sentence) for span in event.evidence)
