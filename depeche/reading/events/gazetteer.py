"""Toponyms of the tables: states, capitals, cities, regions, and the ISO state each lies in."""

from functools import cache

from depeche.language.token import Parse, Token
from depeche.lexicon import cell_values, table
from depeche.model import Actor

LONGEST = 6


@cache
def toponyms() -> dict[str, tuple[str, str]]:
    """From a toponym in lower case to its French name and its ISO alpha-3 state; states stand first."""
    found: dict[str, tuple[str, str]] = {}
    for row in table("states"):
        for name in (row["name_fr"], *cell_values(row["aliases"])):
            found.setdefault(_key(name), (row["name_fr"], row["iso3"]))
    for row in table("states"):
        for name in cell_values(row["capital_fr"]):
            found.setdefault(_key(name), (name, row["iso3"]))
            found.setdefault(_key(name.removeprefix("Le ").removeprefix("La ")), (name, row["iso3"]))
    for row in table("states"):
        for name in cell_values(row["regions_cities"]):
            found.setdefault(_key(name), (name, row["iso3"]))
    return found


@cache
def metonyms() -> dict[str, tuple[str, str]]:
    """From a palace or seat in lower case ("palais Bayan") to its name and state."""
    found: dict[str, tuple[str, str]] = {}
    for row in table("states"):
        for name in cell_values(row["metonyms"]):
            found.setdefault(_key(name), (name, row["iso3"]))
    return found


@cache
def state_names() -> frozenset[str]:
    """Names of states in lower case, capitals left out."""
    return frozenset(
        _key(name) for row in table("states") for name in (row["name_fr"], *cell_values(row["aliases"]))
    )


def _key(name: str) -> str:
    return name.lower().replace("’", "'").replace("-", " ").strip()


def place_name(token: Token, parse: Parse) -> tuple[str, str] | None:
    """The name and ISO state of the toponym that a token begins, ends or heads; None when the tables know none."""
    sentence = parse.sentence_of(token).tokens
    at = token.i - sentence[0].i
    if token.pos not in ("PROPN", "NOUN", "X", "ADJ") or not (token.text[:1].isupper() or token.ent == "LOC"):
        return None
    for length in range(LONGEST, 0, -1):
        for first in range(max(0, at - length + 1), at + 1):
            words = sentence[first : first + length]
            if len(words) < length or not words[0].text[:1].isupper():
                continue
            name = _key(parse.text[words[0].start : words[-1].end])
            found = toponyms().get(name) or (metonyms().get(name) if length > 1 else None)
            if found:
                return found
    return None


def place_country(token: Token, parse: Parse) -> str | None:
    """The ISO state of a toponym, or None."""
    found = place_name(token, parse)
    return found[1] if found else None


@cache
def state_actor(country: str) -> Actor:
    """The state of an ISO alpha-3 code as an actor, by its short French name; the code itself where unknown."""
    for row in table("states"):
        if row["iso3"] == country:
            return Actor(row["name_fr"], "state", country)
    return Actor(country, "state", country)


@cache
def demonyms() -> dict[str, str]:
    """From an adjective or inhabitant's name in lower case to the ISO state."""
    found: dict[str, str] = {}
    for row in table("states"):
        for name in (*cell_values(row["adjectives"]), *cell_values(row["inhabitants"])):
            found.setdefault(name.lower(), row["iso3"])
    return found
