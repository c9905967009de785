"""Quotation marks: kinds, nesting, and what is done where one of a pair is missing."""

import pytest

from depeche.language.quotes import Quotes, find_quotations
from depeche.model import Span


def _inner(text: str, *, depth: int | None = None) -> list[str]:
    return [
        quotation.inner.of(text)
        for quotation in find_quotations(text, [Span(0, len(text))])
        if depth is None or quotation.depth == depth
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit « oui » hier.", ["oui"]),
        ("Il a dit «oui» hier.", ["oui"]),
        ("Il a dit “oui” hier.", ["oui"]),
        ('Il a dit "oui" hier.', ["oui"]),
        ("Il a dit ‘oui’ hier.", ["oui"]),
        ("Il a dit 'oui' hier.", ["oui"]),
        ("Il a dit ''oui'' hier.", ["oui"]),
        ("Il a dit ‘‘oui’’ hier.", ["oui"]),
        ("Il a dit ”oui” hier.", ["oui"]),
        ("Il a dit „oui” hier.", ["oui"]),
        ("Il a dit ‹oui› hier.", ["oui"]),
        ("Il a dit «\u00a0oui\u00a0» hier.", ["oui"]),
        ("L'un dit « oui », l'autre \"non\".", ["oui", "non"]),
        ("C'est l'heure de l'accord, aujourd'hui.", []),
        ("Les ‘jours heureux’ n'ont qu'un temps.", ["jours heureux"]),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert _inner(text) == expected


def test_nested_marks_have_a_depth() -> None:
    text = "« Il m'a dit “non” et je l'ai cru »"
    assert _inner(text, depth=0) == ["Il m'a dit “non” et je l'ai cru"]
    assert _inner(text, depth=1) == ["non"]


def test_same_marks_nest_when_enough_of_them_close() -> None:
    text = "« Il a dit « non » et il est parti »"
    assert _inner(text, depth=0) == ["Il a dit « non » et il est parti"]
    assert _inner(text, depth=1) == ["non"]


def test_unclosed_mark_ends_with_its_sentence() -> None:
    text = "« Un jour viendra. « Il est venu », a dit le roi."
    assert _inner(text) == ["Un jour viendra.", "Il est venu"]


def test_lost_opening_mark_reaches_back_to_the_sentence_start() -> None:
    text = "La salle se tait. Nous partons », dit le roi."
    found = find_quotations(text, [Span(0, len(text))])
    assert [quotation.inner.of(text) for quotation in found] == ["Nous partons"]
    assert not found[0].opened


def test_quotation_stays_in_its_paragraph() -> None:
    text = "« Le premier paragraphe.\n« Le second. »"
    blocks = [Span(0, 24), Span(25, len(text))]
    found = find_quotations(text, blocks)
    assert [quotation.inner.of(text) for quotation in found] == ["Le premier paragraphe.", "Le second."]
    assert [quotation.closed for quotation in found] == [False, True]


def test_questions_by_offset() -> None:
    text = "Il dit « oui » et « non »."
    quotes = Quotes(find_quotations(text, [Span(0, len(text))]))
    first = quotes.at(9)
    assert first is not None
    assert first.inner.of(text) == "oui"
    assert quotes.at(0) is None
    assert quotes.at(15) is None


def test_spans_count_in_the_raw_text() -> None:
    text = "xxx\nIl dit « oui »."
    found = find_quotations(text, [Span(4, len(text))])
    assert found[0].outer.of(text) == "« oui »"
