"""Whether an act is told as done: every way in which French tells what was not done, on one sentence each (status.tsv).

`told` lists the acts that must be found, by type and, where the row is about it, status; `untold` lists what must not
come out, as type or type/status: a plan, a wish or a denied act recorded as done is the worst error.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Event

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "status.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
Alone = Callable[[tuple[str, ...]], dict[str, tuple[Event, ...]]]
SENTENCES = tuple(row[1] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_status(row: list[str], read_alone: Alone) -> None:
    _, sentence, told, *rest = row
    events = read_alone(SENTENCES)[sentence]
    found = {(event.type, event.status) for event in events}
    for wanted in filter(None, told.split("; ")):
        kind, _, status = wanted.partition(" ")
        assert any(one[0] == kind and status in ("", one[1]) for one in found), events
    for unwanted in (rest[0] if rest else "").split():
        kind, _, status = unwanted.partition("/")
        assert not any(one[0] == kind and status in ("", one[1]) for one in found), events
