"""Copies are found by containment, whatever the page around them, and in whatever order articles come."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.model import Span
from depeche.weaving.copies import Carrier, Page, candidates, compare, origin_of, page_of

GOLD = Path(__file__).parent.parent / "gold"

DISPATCH = """La ministre bolivienne du Commerce est arrivée lundi à Asuncion pour deux jours d'entretiens consacrés
au transit fluvial. Elle devait rencontrer mardi son homologue paraguayen, avec qui elle entend parler des péages
perçus sur le fleuve depuis le début de l'année. Les transporteurs des deux pays réclament un tarif commun, que les
douanes promettent sans l'appliquer. Selon une source portuaire, le trafic a reculé d'un quart en six mois, et trois
compagnies ont déjà renvoyé leurs équipages. Le gouvernement paraguayen étudie une baisse provisoire des droits."""

OWN = """Chez nous, les mariniers du port de Villa Hayes attendent sans trop y croire. Beaucoup ont vendu leur barge
pour rembourser la banque, d'autres naviguent de nuit. Un restaurateur du quai raconte que sa salle est vide depuis
le carnaval et que les commandes de poisson ne dépassent plus dix kilos par semaine."""


def page(name: str, text: str) -> Page:
    return page_of(name, text, [Span(0, len(text))])


def test_a_wrapped_third_is_a_copy() -> None:
    cut = OWN + "\n" + DISPATCH[: int(len(DISPATCH) * 0.4)]
    copy = compare(page("a", DISPATCH), page("b", cut))
    assert copy is not None
    assert copy.first_spans[0].of(DISPATCH).startswith("La ministre bolivienne")
    assert copy.second_spans[0].of(cut).startswith("La ministre bolivienne")


def test_accents_capitals_and_quotation_marks_do_not_hide_a_copy() -> None:
    other = DISPATCH.upper().replace("É", "E").replace("'", "’")
    copy = compare(page("a", DISPATCH), page("b", other))
    assert copy is not None and copy.containment > 0.9


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "« Nous ne paierons pas deux fois le même fleuve », a dit le porte-parole des armateurs."
    assert compare(page("a", DISPATCH + quote), page("b", OWN + quote)) is None


def test_unrelated_and_tiny_texts_are_no_copies() -> None:
    assert compare(page("a", DISPATCH), page("b", OWN)) is None
    assert compare(page("a", DISPATCH), page("b", "Trois mots seulement")) is None
    assert compare(page("a", ""), page("b", DISPATCH)) is None


def test_the_dev_articles_hold_the_listed_near_copies_and_no_other() -> None:
    listed = {
        tuple(pair) for pair in json.loads((GOLD / "groups.json").read_text(encoding="utf-8"))["near_copy"]
    }
    pages = {
        path.stem: page(path.stem, path.read_text(encoding="utf-8")) for path in GOLD.glob("texts/*.txt")
    }
    found = {
        (first, second)
        for first, second in candidates({name: made.sampled for name, made in pages.items()})
        if compare(pages[first], pages[second])
    }
    assert found == listed


@settings(max_examples=25, deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_reading_changes_nothing(order: list[str]) -> None:
    texts = {"a": DISPATCH, "b": OWN + DISPATCH, "c": OWN, "d": DISPATCH.replace("lundi", "mardi")}
    pages = {name: page(name, texts[name]) for name in order}
    pairs = itertools.combinations(order, 2)
    copies = sorted(copy for one, two in pairs if (copy := compare(pages[one], pages[two])))
    assert [(copy.first, copy.second) for copy in copies] == [("a", "b"), ("a", "d"), ("b", "c"), ("b", "d")]


@pytest.mark.parametrize(
    ("one", "two", "origin"),
    [
        (("2024-05-02", "Agence Méridienne", 9), ("2024-05-01", "Le Phare", 10), ("a", "agency")),
        (("2024-05-02", "Le Cap", 10), ("2024-05-01", "Le Phare", 9), ("b", "date")),
        (("2024-05-01", "Le Cap", 9), ("2024-05-01", "Le Phare", 10), ("b", "length")),
        (("2024-05-01", "Le Cap", 9), (None, None, 90), ("a", "date")),
        (("2024-05-01", "Le Cap", 9), ("2024-05-01", "Le Phare", 9), ("a", "id")),
    ],
)
def test_the_origin_and_what_makes_it_that(
    one: tuple[str, str, int], two: tuple[str | None, str | None, int], origin: tuple[str, str]
) -> None:
    carriers = [
        Carrier(id, published, outlet, ("Méridienne",), length)
        for id, (published, outlet, length) in (("a", one), ("b", two))
    ]
    assert origin_of(carriers) == origin_of(carriers[::-1]) == origin


@pytest.mark.parametrize("names", [[], ["a"]])
def test_nothing_to_compare(names: list[str]) -> None:
    assert candidates({name: page(name, DISPATCH).sampled for name in names}) == []
