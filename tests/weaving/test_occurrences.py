"""Which tellings are of one act: what speaks for it, what against, and what a chain of them becomes."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.model import Actor, Event, Place, Span
from depeche.weaving.occurrences import (
    LINK,
    Telling,
    days_of_telling,
    gather,
    keys_of,
    link_strength,
)
from depeche.weaving.stories import of_one_story

PERU, BOLIVIA, CHILE = (
    Actor(name, "state", code) for name, code in (("Pérou", "PER"), ("Bolivie", "BOL"), ("Chili", "CHL"))
)
NAMES = frozenset({"puno", "lima", "titicac", "quispe"})
PASSAGE = "Les ministres péruvien et bolivien se sont rencontrés à Puno au sujet du lac."


def telling(
    article: str,
    *,
    passage: str = PASSAGE,
    published: str | None = "2024-05-15",
    names: frozenset[str] = NAMES,
    **fields: Any,
) -> Telling:
    event = Event(
        **(
            {"type": "CONSULT", "actor": (PERU, BOLIVIA), "date": "2024-05-14", "evidence": (Span(0, 1),)}
            | fields
        )
    )
    return Telling(article, 0, event, passage, published, names)


ALIKE = [
    {},
    {"date": None},
    {"date": "2024-05"},
    {"actor": (BOLIVIA,), "recipient": (PERU,)},
    {"place": Place("Puno", "PER")},
    {"passage": "À Puno, les ministres bolivien et péruvien se sont rencontrés : le lac les occupe."},
]
UNLIKE = [
    {"type": "ACCUSE"},
    {"date": "2024-06-02"},
    {"date": None, "published": "2024-08-01"},
    {"actor": (PERU, CHILE)},
    {"status": "hypothetical"},
    {"passage": "Un orage a coupé la route.", "names": frozenset({"arica"})},
]


@pytest.mark.parametrize("fields", ALIKE)
def test_tellings_of_one_act(fields: dict[str, Any]) -> None:
    one, two = telling("a"), telling("b", **fields)
    assert link_strength(one, two) == link_strength(two, one) >= LINK
    # Whatever is linked is also found.
    assert set(keys_of(one)) & set(keys_of(two))
    (first, last), (start, end) = days_of_telling(one), days_of_telling(two)
    assert first is None or end is None or first <= end
    assert start is None or last is None or start <= last


@pytest.mark.parametrize("fields", UNLIKE)
def test_tellings_of_two_acts(fields: dict[str, Any]) -> None:
    assert link_strength(telling("a"), telling("b", **fields)) < LINK


def test_persons_of_one_state_must_agree() -> None:
    rosa, ana = Actor("Rosa Quispe", "person", "PER"), Actor("Ana Huanca", "person", "PER")
    shortly = Actor("Quispe", "person", "PER")
    assert link_strength(telling("a", actor=(rosa, BOLIVIA)), telling("b", actor=(ana, BOLIVIA))) == 0
    assert link_strength(telling("a", actor=(rosa, BOLIVIA)), telling("b", actor=(shortly, BOLIVIA))) >= LINK


@settings(deadline=None)
@given(st.permutations(range(5)))
def test_an_undated_telling_joins_no_two_days(order: list[int]) -> None:
    dates = ("2024-05-01", "2024-05-01", None, "2024-05-20", "2024-05-20")
    tellings = [telling(letter, date=date) for letter, date in zip("abcde", dates, strict=True)]
    told = {each.key: each for each in tellings}
    pairs = [(one, two) for one in order for two in order if one != two]
    ties = [
        (link_strength(tellings[one], tellings[two]), tellings[one].key, tellings[two].key)
        for one, two in pairs
    ]
    groups = gather((tie for tie in ties if tie[0] >= LINK), told)
    assert [[article for article, _ in group] for group in groups] == [["a", "b", "c"], ["d", "e"]]


def test_two_acts_of_one_article_stay_two() -> None:
    first, again = telling("a"), Telling("a", 1, telling("a").event, PASSAGE, "2024-05-15", NAMES)
    other = telling("b")
    ties = [(3.0, first.key, other.key), (2.5, again.key, other.key)]
    assert gather(ties, {each.key: each for each in (first, again, other)}) == [(("a", 0), ("b", 0))]


def test_a_story_is_of_one_week_and_of_one_set_of_names() -> None:
    here = telling("a")
    assert of_one_story(here, telling("b", published="2024-05-20"))
    assert of_one_story(here, telling("b", published=None))
    assert not of_one_story(here, telling("b", published="2024-06-20"))
    assert not of_one_story(here, telling("b", names=frozenset({"arica", "boric", "tacna", "lima"})))
