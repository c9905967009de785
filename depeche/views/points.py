"""Where a place lies, as far as the tables of capitals, towns and regions tell."""

from functools import cache
from typing import Literal, NamedTuple

from depeche.lexicon import cell_values, table
from depeche.record.words import fold

Precision = Literal["city", "region", "country"]


class Point(NamedTuple):
    """A point in degrees (WGS 84) and what it stands for.

    "city": the place is that town itself; "region": a point inside the region; "country": only the state is known,
    and the point is its capital's.
    """

    lat: float
    lon: float
    precision: Precision
    country: str


def locate(place: str | None, country: str | None) -> Point | None:
    """The point of a place by its name and the ISO alpha-3 state it lies in; None where neither tells.

    A place is known by its name alone where only one state has a place of that name.
    """
    found = _named().get(fold(place)) if place else None
    if found and (country is None or country in found):
        iso3 = country or (next(iter(found)) if len(found) == 1 else None)
        if iso3:
            return found[iso3]
    if country is not None and country in capitals():
        _, lat, lon = capitals()[country]
        return Point(lat, lon, "country", country)
    return None


@cache
def capitals() -> dict[str, tuple[str, float, float]]:
    """The capital of each state by ISO alpha-3 code: its French name, latitude and longitude."""
    return {
        row["iso3"]: (cell_values(row["name"])[0], float(row["lat"]), float(row["lon"]))
        for row in table("capitals")
    }


@cache
def _named() -> dict[str, dict[str, Point]]:
    """The capitals, towns and regions that have a name, by state; a capital goes before a town."""
    found: dict[str, dict[str, Point]] = {}
    for name in ("capitals", "towns"):
        for row in table(name):
            precision: Precision = "region" if row.get("kind") == "region" else "city"
            point = Point(float(row["lat"]), float(row["lon"]), precision, row["iso3"])
            for spelling in cell_values(row["name"]):
                found.setdefault(fold(spelling), {}).setdefault(row["iso3"], point)
    return found
