"""Dates as containers print them."""

import pytest

from depeche.sources.dates import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mardi 14 mars 2006, p. 16", "2006-03-14"),
        ("March 14, 2006 Tuesday", "2006-03-14"),
        ("1er août 2019", "2019-08-01"),
        ("29 décembre 2011", "2011-12-29"),
        ("Sept. 3rd, 2020", "2020-09-03"),
        ("2024-05-03T07:12:00+01:00", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("03/05/2024", "2024-05-03"),
        ("12/25/2024", "2024-12-25"),
        ("news·20060315·LM·0123", "2006-03-15"),
        ("juin 2014", "2014-06"),
        ("le 31 février 2020", "2020-02"),
        ("n° 12345", None),
        ("", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    assert day_of(text) == day
