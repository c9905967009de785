"""The article in pages of many kinds of French news sites: its words, and what is said of it."""

import pytest

from benchmarks.pages import FIELDS, PAGES, Scores, score_pages


@pytest.fixture(scope="module")
def scores() -> list[Scores]:
    return list(score_pages())


def test_there_are_pages(scores: list[Scores]) -> None:
    assert len(scores) == len(list(PAGES.glob("*.json"))) >= 22


def test_the_words_of_the_article_are_found(scores: list[Scores]) -> None:
    assert {one.name: one.article for one in scores if one.article < 0.9} == {}
    assert sum(one.article for one in scores) / len(scores) >= 0.985
    assert sum(one.sources for one in scores) / len(scores) >= 0.965


def test_no_page_is_read_worse_than_by_trafilatura_alone(scores: list[Scores]) -> None:
    assert [one.name for one in scores if one.article < one.alone - 0.005] == []


def test_headline_outlet_day_and_author_are_right(scores: list[Scores]) -> None:
    assert sum(len(one.right) for one in scores) >= 4 * len(scores) - 3
    assert [one.name for one in scores if not {"title", "outlet", "published"} <= {*one.right}] == []
    assert len(FIELDS) == 4
