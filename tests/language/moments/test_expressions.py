"""The table of French time expressions: what each means where it stands."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from depeche.language.moments import find_moments, find_moments_in_text
from depeche.language.pipeline import load
from depeche.model import Moment, Span

TABLE = Path(__file__).parent / "expressions.tsv"
FLOOR, FLOOR_IN_TEXT = 0.98, 0.97
MARKED = re.compile(r"\[([^\]]*)\]")


class Case(NamedTuple):
    published: str | None
    text: str
    places: list[Span]
    expected: list[str]

    def right(self, moments: tuple[Moment, ...]) -> list[bool]:
        """For each marked place, whether the moment that overlaps it has the expected value."""
        verdicts = []
        for place, value in zip(self.places, self.expected, strict=True):
            over = [moment for moment in moments if moment.span.overlaps(place)]
            if value == "none":
                verdicts.append(not over)
            else:
                verdicts.append(len(over) == 1 and (over[0].edtf or "-") == value)
        return verdicts


def cases() -> list[Case]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        published, sentence, expected = line.split("\t")
        places, text = [], ""
        for number, piece in enumerate(MARKED.split(sentence)):
            if number % 2:
                places.append(Span(len(text), len(text) + len(piece)))
            text += piece
        found.append(Case(None if published == "-" else published, text, places, expected.split("|")))
    return found


def test_the_table_is_large_enough() -> None:
    assert sum(len(case.places) for case in cases()) >= 200


def test_expressions_in_parsed_text() -> None:
    pipeline, verdicts, wrong = load(), [], []
    every = cases()
    parses = pipeline.parse_many((case.text, [Span(0, len(case.text))]) for case in every)
    for case, parse in zip(every, parses, strict=True):
        found = case.right(find_moments(parse, published=case.published))
        verdicts += found
        if not all(found):
            wrong.append(case.text)
    assert sum(verdicts) / len(verdicts) >= FLOOR, wrong


def test_expressions_in_bare_text() -> None:
    verdicts, wrong = [], []
    for case in cases():
        found = case.right(find_moments_in_text(case.text, published=case.published))
        verdicts += found
        if not all(found):
            wrong.append(case.text)
    assert sum(verdicts) / len(verdicts) >= FLOOR_IN_TEXT, wrong


@pytest.mark.parametrize("published", ["hier", "2023-13-01", "2023-02-30", "05/05/2023"])
def test_a_publication_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"no such|not a publication date"):
        find_moments_in_text("Il est parti mardi.", published=published)
