"""Contradictions of several copies are listed once."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from depeche.model import Reading, Span
from depeche.record import Clash, Filter, Link, Links, fold_copies, open_record

Make = Callable[..., Reading]


def clash(
    one: str, two: str, first: str, second: str, *, matter: str = "number", act: str | None = None
) -> Clash:
    return Clash(matter, "count", act, (one, two), (first, second))


def test_copies_of_two_dispatches_clash_once() -> None:
    origins = {"a2": "a1", "b2": "b1", "b3": "b1"}
    clashes = [clash(one, two, "12 morts", "14 morts") for one in ("a1", "a2") for two in ("b1", "b2", "b3")]
    (one,) = fold_copies(clashes, origins)
    assert (one.place, one.articles, one.origins) == (0, 5, 2)


def test_copies_that_each_changed_the_number_clash_once() -> None:
    names = ["a1", "a2", "a3", "a4"]
    clashes = [
        clash(one, two, f"{one[1]}2 soldats", f"{two[1]}2 soldats") for one, two in combinations(names, 2)
    ]
    (one,) = fold_copies(clashes, dict.fromkeys(names[1:], "a1"))
    assert (one.articles, one.origins) == (4, 1)


def test_what_is_counted_and_which_act_keep_contradictions_apart() -> None:
    origins = {"a2": "a1"}
    clashes = [
        clash("a1", "b", "12 morts", "14 morts"),
        clash("a1", "b", "20 blessés", "30 blessés"),
        clash("a1", "b", "2024-05-01", "2024-05-02", matter="date", act="x"),
        clash("a2", "b", "2024-05-08", "2024-05-09", matter="date", act="y"),
        clash("a2", "b", "12 morts", "14 morts"),
    ]
    assert [one.place for one in fold_copies(clashes, origins)] == [0, 1, 2, 3]


def test_independent_articles_are_not_folded() -> None:
    clashes = [clash("a", "b", "12 morts", "14 morts"), clash("a", "c", "12 morts", "15 morts")]
    assert [(one.articles, one.origins) for one in fold_copies(clashes, {})] == [(2, 2), (2, 2)]


def test_one_pair_of_articles_keeps_all_its_contradictions() -> None:
    clashes = [
        clash("a", "b", "lundi", "mardi", matter="date"),
        clash("a", "b", "Oslo", "Rome", matter="date"),
    ]
    assert len(fold_copies(clashes, {"b": "a"})) == 2


def test_a_record_lists_and_counts_them_once(tmp_path: Path, make_reading: Make) -> None:
    links = Links(
        origins={"b": "a", "c": "a"},
        contradictions=tuple(
            Link("number", (one, None), (two, None), "2 morts", "3 morts", "count", Span(0, 4), Span(2, 6))
            for one, two in combinations("abc", 2)
        ),
    )
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading("a"))
        record.store(make_reading("b", more="Suite."))
        record.store(make_reading("c", more="Fin."))
        record.link(links)
        (row,) = record.rows("contradictions")
        assert (row["first_article"], row["second_article"]) == ("a", "b")
        assert (row["articles"], row["origins"]) == (3, 1)
        assert record.count("contradictions") == record.counts()["contradictions"] == 1
        assert record.rows("contradictions", Filter(limit=5, offset=1)) == []
        assert len(record.links().contradictions) == 3
