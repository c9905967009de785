"""Where a place lies, as far as a table of capitals tells."""

from functools import cache
from typing import Literal, NamedTuple

from depeche.lexicon import cell_values, table
from depeche.record.words import fold


class Point(NamedTuple):
    """A point in degrees (WGS 84) and what it stands for.

    "city": the place is that capital itself; "country": only its state is known, and the point is the capital's.
    """

    lat: float
    lon: float
    precision: Literal["city", "country"]
    country: str


def locate(place: str | None, country: str | None) -> Point | None:
    """The point of a place by its name and the ISO alpha-3 state it lies in; None where neither tells.

    A capital is known by its name alone where only one state has such a capital.
    """
    found = _capitals().get(fold(place)) if place else None
    if found and (country is None or country in found):
        iso3 = country or (next(iter(found)) if len(found) == 1 else None)
        if iso3:
            return Point(*_points()[iso3], "city", iso3)
    if country is not None and country in _points():
        return Point(*_points()[country], "country", country)
    return None


@cache
def _points() -> dict[str, tuple[float, float]]:
    return {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in table("capitals")}


@cache
def _capitals() -> dict[str, set[str]]:
    """The states that have a capital of this name."""
    found: dict[str, set[str]] = {}
    for row in table("capitals"):
        for name in cell_values(row["name"]):
            found.setdefault(fold(name), set()).add(row["iso3"])
    return found
