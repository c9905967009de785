"""Whatever order articles come in, however they are split into runs: one record."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depeche.model import Actor, Article, Block, Event, Place, Published, Reading, Span, text_sha256
from depeche.model.correction import Correction, EventName
from depeche.record import Listed, Record, open_record
from depeche.running import weave

NORWAY, ECUADOR, CHILE = (
    Actor(name, "state", code) for name, code in (("Norvège", "NOR"), ("Équateur", "ECU"), ("Chili", "CHL"))
)
LUNDE = Actor("Tor Lunde", "person", "NOR", ("ministre",))
LUNDE_FULLY = Actor("Tor Magnus Lunde", "person", "NOR", ("ministre",))
DISPATCH = (
    "La Norvège a accueilli mardi à Oslo une délégation équatorienne venue discuter du sort de douze marins "
    "retenus depuis le mois de mars dans un port du Nord, ont indiqué plusieurs responsables locaux. Les deux "
    "parties se sont séparées tard dans la soirée sans annoncer la date de leur prochaine rencontre, mais elles "
    "sont convenues de garder ouverte la ligne directe installée au printemps entre les deux ministères."
)
OWN = (
    "À Quito, les familles des marins équatoriens attendaient mardi devant le ministère. Quatorze marins sont retenus "
    "en Norvège, assurent-elles. Le ministre Tor Lunde n'a signé aucun accord avec l'Équateur à Oslo, dit son cabinet."
)
OTHER = (
    "Un accord sur les marins de l'Équateur a été signé à Oslo par le ministre Tor Magnus Lunde, dit Quito."
)


def reading(id: str, text: str, *events: tuple[str, dict[str, Any]], published: Published) -> Reading:
    """A reading whose events stand on the words given with them."""
    whole = Span(0, len(text))
    return Reading(
        article=Article(
            id=id, text=text, text_sha256=text_sha256(text), published=published, blocks=(Block(whole),),
            origin=f"{id}.txt",
        ),
        actors=(LUNDE_FULLY if "Magnus" in text else LUNDE, NORWAY),
        events=tuple(
            Event(evidence=(Span(text.index(words), text.index(words) + len(words)),), **fields)
            for words, fields in events
        ),
    )  # fmt: skip


def visit(**fields: Any) -> dict[str, Any]:
    return {"type": "CONSULT", "mode": "visit", "actor": (ECUADOR,), "recipient": (NORWAY,), **fields}


PRINTED, NEXT_DAY = (
    Published(value="2024-05-07", basis="text"),
    Published(value="2024-05-08", basis="metadata"),
)
READINGS = [
    reading("a", DISPATCH, ("La Norvège a accueilli mardi", visit(date="2024-05-07", place=Place("Oslo", "NOR"))),
            published=PRINTED),
    reading("b", f"{DISPATCH} Fin.", ("La Norvège a accueilli mardi", visit(place=Place("Bergen", "NOR"))),
            published=Published()),
    reading("c", f"{OWN}\n{DISPATCH}", ("La Norvège a accueilli mardi", visit(date="2024-05-07")),
            published=Published(value="XXXX-05-08", basis="text")),
    reading("d", OWN, ("les familles des marins équatoriens", {"type": "PROTEST", "actor": (ECUADOR,)}),
            published=NEXT_DAY),
    reading("e", OTHER, ("Un accord sur les marins", {"type": "SUPPORT", "actor": (ECUADOR, NORWAY)}),
            published=NEXT_DAY),
    reading("f", "Le Chili et l'Équateur ont rouvert mardi leur poste commun.",
            ("rouvert", {"type": "COOPERATE", "actor": (CHILE, ECUADOR), "date": "2024-05-07"}), published=PRINTED),
]  # fmt: skip
SPLIT = Correction(
    text_sha256=READINGS[2].article.text_sha256,
    target="occurrence",
    verdict="split",
    at=READINGS[2].events[0].evidence,
    like="CONSULT Équateur → Norvège",
)
MERGE = msgspec.structs.replace(
    SPLIT,
    verdict="merge",
    value=msgspec.json.encode(
        EventName(
            READINGS[5].article.text_sha256, READINGS[5].events[0].evidence, "COOPERATE Chili, Équateur → "
        )
    ).decode(),
)


def known(record: Record) -> dict[str, Any]:
    """All that a record knows across articles, and the articles as they are dated."""
    lists: tuple[Listed, ...] = ("articles", "events", "actors", "contradictions", "positions")
    return {name: record.rows(name) for name in lists} | {"links": record.links()}


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    """Store readings in an order, weaving after those whose places are given, and deciding then."""

    def read(
        order: list[int], weavings: set[int], *, again: tuple[int, ...] = (), decide: bool = False
    ) -> Any:
        with open_record(tmp_path_factory.mktemp("r") / "r.db", create=True) as record:
            for place, number in enumerate(order):
                record.store(READINGS[number])
                if place in weavings:
                    weave(record)
            for number in again:
                record.store(READINGS[number])
            weave(record)
            if decide:
                record.correct_all([SPLIT, MERGE])
                weave(record)
            assert record.audit() == []
            return known(record)

    return read


def test_there_is_something_to_know(read_in: Callable[..., dict[str, Any]]) -> None:
    links = read_in([0, 1, 2, 3, 4, 5], set())["links"]
    assert links.origins == {"b": "a", "c": "a", "d": "c"} or links.origins.keys() >= {"b", "c"}
    assert links.occurrences == ((("a", 0), ("b", 0), ("c", 0)),)
    assert {link.matter for link in links.contradictions} >= {"place", "status", "number"}
    assert links.published["b"].value == "2024-05"
    assert links.published["c"].value == "2024-05-08"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(range(len(READINGS))),
    weavings=st.sets(st.integers(0, len(READINGS) - 1)),
    again=st.lists(st.integers(0, len(READINGS) - 1), max_size=3),
    decide=st.booleans(),
)
def test_any_order_and_any_split_make_one_record(
    read_in: Callable[..., dict[str, Any]],
    order: list[int],
    weavings: set[int],
    again: list[int],
    decide: bool,
) -> None:
    straight = read_in(list(range(len(READINGS))), set(), decide=decide)
    assert read_in(order, weavings, again=tuple(again), decide=decide) == straight


def test_a_weaving_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["depeche.running.weave"]
    monkeypatch.setattr(module, "BATCH", 2)
    with open_record(tmp_path / "r.db", create=True) as record:
        for one in READINGS:
            record.store(one)
        weave(record)
        straight = known(record)
    joined: list[list[str]] = []

    def stop(self: Any, articles: list[str]) -> None:
        if joined:
            raise KeyboardInterrupt
        joined.append(articles)
        join(self, articles)

    join = module.Joining.join
    with open_record(tmp_path / "s.db", create=True) as record:
        for one in READINGS:
            record.store(one)
        monkeypatch.setattr(module.Joining, "join", stop)
        with pytest.raises(KeyboardInterrupt):
            weave(record)
        monkeypatch.setattr(module.Joining, "join", join)
        assert record.unwoven() == ["c", "d", "e", "f"]
        weave(record)
        assert known(record) == straight
