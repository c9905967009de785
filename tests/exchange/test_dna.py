"""Positions as a DNA event list, read back."""

import csv
from collections.abc import Callable
from io import StringIO

from depeche.exchange.dna import COLUMNS


def test_positions_that_take_a_side_are_listed(written: Callable[[str], str]) -> None:
    rows = list(csv.DictReader(StringIO(written("dna"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    # The article known by its month alone stands before the one of a day in it.
    peru, holm = rows
    assert (holm["person"], holm["organization"], holm["agreement"]) == ("Ida Holm", "Norvège", "1")
    assert (holm["time"], holm["text"]) == ("2024-05-01 00:00:00", "Nous voulons la paix")
    assert (peru["person"], peru["organization"], peru["agreement"]) == ("", "Pérou", "0")
    # Without a date of its own it takes the first day of its article's month.
    assert peru["time"] == "2024-05-01 00:00:00"
    assert [row["statement_id"] for row in rows] == ["1", "2"]
    assert int(holm["start"]) < int(holm["stop"])
