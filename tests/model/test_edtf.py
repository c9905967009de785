"""EDTF values as days."""

from datetime import date

import pytest

from depeche.model.edtf import can_agree, days_of, is_edtf


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-05-04", date(2023, 5, 4), date(2023, 5, 4)),
        ("2023-05-04~", date(2023, 5, 4), date(2023, 5, 4)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-21", date(2022, 3, 1), date(2022, 5, 31)),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28)),
        ("2023-03-20/2023-03-22", date(2023, 3, 20), date(2023, 3, 22)),
        ("2022-02/..", date(2022, 2, 1), None),
        ("../2022-02", None, date(2022, 2, 28)),
        ("XXXX-03-31", None, None),
        ("2023-02-30", None, None),
        ("2023-13", None, None),
        ("hier", None, None),
        (None, None, None),
    ],
)
def test_days(edtf: str | None, first: date | None, last: date | None) -> None:
    assert days_of(edtf) == (first, last)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("2023-05-04", "2023-05", True),
        ("2023-05-04", "2023-06", False),
        ("2023-05-04", "2022-02/..", True),
        ("2021", "2022-02/..", False),
        (None, "2023", True),
        ("XXXX-05-04", "2023-06", True),
    ],
)
def test_agreement(one: str | None, two: str | None, agree: bool) -> None:
    assert can_agree(one, two) is can_agree(two, one) is agree


@pytest.mark.parametrize(
    "value",
    [
        "2024",
        "2024-05",
        "2024-05-04",
        "2024-21",
        "2024-05~",
        "XXXX-02-29",
        "2024-05-04/2024-05-06",
        "2024-05/..",
        "../2024",
    ],
)
def test_values_that_are_edtf(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    ["", "foo", "mardi", "2024-13-45", "2024-02-30", "04/05/2024", "2024-05-06/2024-05-04", "2024/", "..", "../..",
     "2024-21-05", "2024-05-04T10:00"],
)  # fmt: skip
def test_values_that_are_none(value: str) -> None:
    assert not is_edtf(value)
