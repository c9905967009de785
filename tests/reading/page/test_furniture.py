"""Furniture is found in pages of many makes, and clean text is left alone."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.model import Article, Document
from depeche.reading.page import find_article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
GOLD = Path(__file__).parents[2] / "gold"


def marked(path: Path) -> tuple[str, set[int]]:
    """A page and the offsets of its furniture, which stands between ⟦ and ⟧ in the file."""
    text, furniture, inside = "", set(), False
    for char in path.read_text(encoding="utf-8"):
        if char in "⟦⟧":
            inside = char == "⟦"
            continue
        if inside and not char.isspace():
            furniture.add(len(text))
        text += char
    return text, furniture


def cut(article: Article) -> set[int]:
    return {
        at
        for piece in article.furniture
        for at in range(piece.span.start, piece.span.end)
        if not article.text[at].isspace()
    }


def f1(expected: set[int], found: set[int]) -> float:
    return 2 * len(expected & found) / max(1, len(expected) + len(found))


def read(text: str) -> Article:
    return find_article(Document(text=text, id="x"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    text, furniture = marked(path)
    article = read(text)
    found = cut(article)
    wrong = {text[max(0, at - 20) : at + 20] for at in sorted(found - furniture)[:3]}
    assert not wrong, "article text was cut"
    assert f1(furniture, found) >= 0.97 or not furniture


def test_gold_floor() -> None:
    expected, found, right = 0, 0, 0
    for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = read((GOLD / "texts" / f"{record['id']}.txt").read_bytes().decode("utf-8"))
        gold = {
            at
            for start, end in record["furniture"]
            for at in range(start, end)
            if not article.text[at].isspace()
        }
        expected, found, right = (
            expected + len(gold),
            found + len(cut(article)),
            right + len(gold & cut(article)),
        )
        assert article.headline == record["headline"]
        assert article.outlet == record["outlet"]
    assert 2 * right / (expected + found) >= 0.99


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Partager",
                "À lire aussi",
                "Publié le 3 mai 2024",
                "Par Anne Lestrade",
                "",
                "Comments",
                "12:30",
                "PARIS, 3 mai (AFP) - Le ministre a réagi.",
                "« Non », a répondu Moscou." * 6,
                "Titre d'article",
            ]
        )
        | st.text(max_size=60),
        max_size=14,
    ).map("\n".join)
)
def test_blocks_and_furniture_cover_the_text_once(text: str) -> None:
    article = read(text)
    spans = sorted([piece.span for piece in article.furniture] + [block.span for block in article.blocks])
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    left_out = "".join(char for at, char in enumerate(text) if at not in covered)
    assert not left_out.strip(
        " \t\r\n\f\v\u00a0\u202f\u200b\ufeff\u2028\u2029\u3000\u2000\x1c\x1d\x1e\x1f\x85"
    ) or (left_out.isspace())


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a parlé à la presse lundi. " * 20_000,
        "Partager\n" * 30_000,
        "(" * 400_000,
        "Le président, 3 mai 2024 " * 30_000,
        "A/" * 200_000,
    ],
    ids=["one line", "menu", "parentheses", "dates", "slashes"],
)
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 20
