"""One actor under several names is one; what could be two stays two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.model import Actor
from depeche.weaving.identities import Known, find_identities


def person(name: str, country: str | None = "UKR", *roles: str) -> Known:
    return Known(Actor(name, "person", country), roles)


def body(name: str, kind: str = "institution", country: str | None = "NOR") -> Known:
    return Known(Actor(name, kind, country))  # type: ignore[arg-type]


ONE = [
    ([person("Volodymyr Zelensky"), person("Volodymyr Zelenskyy"), person("Volodimir Zelenski")], "spelling"),
    (
        [person("Sergueï Lavrov", "RUS"), person("Sergei Lavrov", "RUS"), person("Sergey Lavrov", "RUS")],
        "spelling",
    ),
    ([person("Andriy Yermak"), person("Andriï Iermak")], "spelling"),
    ([person("Hassan Cheikh Mohamoud", "SOM"), person("Hassan Sheikh Mohamud", "SOM")], "spelling"),
    ([person("Dmytro Kouleba", "UKR", "ministre"), person("Dmitri Kuleba", "UKR", "ministre")], "spelling"),
    ([person("Xi Jinping", "CHN"), person("Xi", "CHN")], "shorter"),
    ([person("Ada Lenz", "AUT"), person("Lenz", "AUT")], "shorter"),
    ([person("Tor Magnus Lunde", "NOR", "ministre"), person("Tor Lunde", "NOR", "ministre")], "shorter"),
    ([person("Joe Biden", "USA", "président"), person("J. Biden", "USA", "président")], "shorter"),
    ([person("Ada Lenz", "AUT"), person("Ada Lenz", None)], "country"),
    ([body("ministère norvégien des Pêches"), body("ministère des Pêches norvégien")], "spelling"),
    ([body("OTAN", "igo", None), body("Alliance atlantique", "igo", None)], "acronym"),
]
TWO = [
    [person("Joe Biden", "USA"), person("Jill Biden", "USA"), person("Biden", "USA")],
    [person("Wang Yi", "CHN"), person("Wang Wenbin", "CHN"), person("Wang", "CHN")],
    [person("Raúl Castro", "CUB", "président"), person("Fidel Castro", "CUB", "président")],
    [person("Tor Lunde", "NOR", "ministre"), person("Tor Magnus Lunde", "NOR", "pêcheur")],
    [person("Ada Lenz", "AUT"), person("Ada Lenz", "DEU")],
    [person("Ada Lenz", "AUT", "chancelière"), person("Lenz", "AUT", "douanier")],
    [person("envoyé spécial norvégien", "NOR"), person("envoyé norvégien spécial", "NOR")],
    [body("ministère norvégien des Pêches"), body("ministère norvégien de la Pêche et des Ports")],
    [body("police norvégienne"), body("policiers norvégiens", "group")],
    [body("Le Phare", "outlet", "FRA"), body("Le Phare", "outlet", "HTI")],
    [body("Norvège", "state"), body("Norvège", "institution")],
]


@pytest.mark.parametrize(("known", "why"), ONE)
def test_several_names_of_one(known: list[Known], why: str) -> None:
    found = find_identities(known)
    assert len(found) == len(known) - 1
    assert len({one.whole for one in found}) == 1
    assert {one.why for one in found} == {why}


@pytest.mark.parametrize("known", TWO)
def test_what_could_be_two(known: list[Known]) -> None:
    assert find_identities(known) == []


def test_an_office_tells_whom_a_surname_means() -> None:
    known = [
        person("Joe Biden", "USA", "président"),
        person("Jill Biden", "USA", "professeure"),
        person("Biden", "USA", "président"),
    ]
    (found,) = find_identities(known)
    assert (found.actor.name, found.whole.name, found.why) == ("Biden", "Joe Biden", "title")


def test_what_people_hold_apart_stays_apart() -> None:
    known = [person("Ada Lenz", "AUT"), person("Lenz", "AUT")]
    for pair in ((known[0].actor, known[1].actor), (known[1].actor, known[0].actor)):
        assert find_identities(known, apart=frozenset({pair})) == []


EVERY = list({one.actor: one for known in [*(known for known, _ in ONE), *TWO] for one in known}.values())


@settings(deadline=None)
@given(st.permutations(EVERY))
def test_the_order_changes_nothing(known: list[Known]) -> None:
    assert find_identities(known) == find_identities(EVERY)
