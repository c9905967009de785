"""Event data in POLECAT's columns."""

import csv
from collections.abc import Callable
from io import StringIO

from depeche.exchange.polecat import OWN, POLECAT
from depeche.lexicon import table


def test_rows_have_the_forty_columns_and_ours(written: Callable[[str], str]) -> None:
    text = written("polecat")
    assert len(POLECAT) == 40
    assert POLECAT[9] == "Actor COW"
    assert POLECAT[10:15] == (
        "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    )  # fmt: skip
    assert POLECAT[15:17] == ("Recipient Name", "Recipient Country")
    lines = text.splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert lines[0].split("\t") == [*POLECAT, *OWN]


def test_acts_carry_codes_sides_and_sentences(written: Callable[[str], str]) -> None:
    rows = list(csv.DictReader(StringIO(written("polecat")), delimiter="\t", quoting=csv.QUOTE_NONE))
    # The denied act is left out, and the two tellings of the meeting are one row.
    assert [row["Event Type"] for row in rows] == ["CONSULT", "CONSULT", "AGREE", "ACCUSE"]
    summit, visit, promise, charge = rows
    assert visit["Event Date"] == "2024-05-07"
    assert (visit["Intensity"], visit["Quad Code"], visit["CAMEO Root"]) == (
        "4.0",
        "VERBAL COOPERATION",
        "04",
    )
    assert (visit["Actor Name"], visit["Actor Name Raw"], visit["Actor COW"]) == ("Peru", "Pérou", "135")
    assert (visit["Recipient Name"], visit["Recipient Country"]) == ("Ida Holm", "NOR")
    assert (visit["Latitude"], visit["Longitude"], visit["City"]) == ("59.914", "10.752", "Oslo")
    assert (visit["Tellings"], visit["Independent Origins"]) == ("2", "1")
    assert visit["Story People"] == "Ida Holm"
    assert (visit["Actor Title"], visit["Recipient Title"]) == ("", "ministre")
    assert (visit["Primary Actor Sector"], visit["Primary Recipient Sector"]) == ("GOV", "GOV")
    assert promise["Goldstein"] == "4.0"
    assert (summit["Event Date"], summit["Event Date EDTF"]) == ("2024-05-01", "2024-05")
    assert (summit["Country"], summit["Latitude"]) == ("PER", "")
    assert summit["Actor Country"] == ";PER"
    assert (charge["Event Date"], charge["Event Status"]) == ("", "alleged")
    assert charge["Evidence"] == "Le Pérou accuse l'Équateur <de ruse> & de silence."


def test_codes_of_states_are_unique() -> None:
    for column in ("iso3", "iso2", "cow"):
        codes = [row[column] for row in table("country_codes") if row[column]]
        assert len(codes) == len(set(codes)) > 190
    states = {row["iso3"] for row in table("states") if row["iso3"]}
    assert {row["iso3"] for row in table("country_codes")} <= states
    assert {row["iso3"] for row in table("capitals")} <= states
