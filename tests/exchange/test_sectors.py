"""Sectors of actors by kind and office."""

import pytest

from depeche.exchange.sectors import sector_of


@pytest.mark.parametrize(
    ("role", "country", "sector"),
    [
        ("président", "PER", "GOV"),
        ("présidente de la République", "PER", "GOV"),
        ("président des États-Unis", "USA", "GOV"),
        ("président de la fédération de pêche", "PER", ""),
        ("président", None, ""),
        ("ministre de la Défense", "NOR", "GOV"),
        ("ambassadrice", "NOR", "GOV"),
        ("général", "PER", "MIL"),
        ("député", "PER", "LEG"),
        ("pape", None, "REL"),
        ("milliardaire", "USA", "BUS"),
        ("espion", "PER", "SPY"),
        ("plombier", "PER", ""),
    ],
)
def test_an_office_tells_the_sector(role: str, country: str | None, sector: str) -> None:
    assert sector_of("person", name="Ada Lenz", country=country, roles=(role,)) == sector


def test_the_first_title_that_tells_counts() -> None:
    roles = ("plombier", "députée", "ministre")
    assert sector_of("person", name="Ada Lenz", country="AUT", roles=roles) == "LEG"


@pytest.mark.parametrize(
    ("kind", "sector"), [("state", "GOV"), ("igo", "IGO"), ("outlet", "JRN"), ("other", "")]
)
def test_a_kind_tells_the_sector(kind: str, sector: str) -> None:
    assert sector_of(kind, name="X", country=None, roles=()) == sector


def test_an_institution_is_of_the_sector_of_its_offices() -> None:
    assert sector_of("institution", name="Kremlin", country="RUS", roles=()) == "GOV"
    assert sector_of("institution", name="Parlement", country="RUS", roles=()) == "LEG"
