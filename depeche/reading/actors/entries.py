"""What the tables know of states, cities and organisations, by every form of their names."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from depeche.lexicon import cell_values, table
from depeche.model import Actor, ActorKind
from depeche.reading.actors.words import parts

EntryForm = Literal["name", "capital", "metonym", "city", "adjective", "local", "organisation", "region"]
QUALIFYING: tuple[EntryForm, ...] = ("adjective", "local", "region")  # forms that only qualify a noun
Forms = dict[tuple[str, ...], list["Entry"]]

KINDS: dict[str, ActorKind] = {
    "igo": "igo", "court": "igo", "format": "igo", "bank": "igo", "alliance": "igo", "group": "group", "ngo": "other",
    "party": "other", "company": "other", "outlet": "outlet", "agency": "outlet", "army": "institution",
    "body": "institution",
}  # fmt: skip
STATELESS = ("igo", "court", "format", "bank", "alliance", "ngo", "group")
FEMININE_HEADS = ("organisation", "union", "communaute", "agence", "cour", "commission", "ligue", "banque", "mission",
                  "conference", "alliance", "chaine", "croix", "autorite", "assemblee", "force", "coalition",
                  "association", "federation", "armee", "police", "radio", "television", "compagnie")  # fmt: skip
MASCULINE_IN_E = ("Mozambique", "Mexique")


class Entry(msgspec.Struct, frozen=True):
    """What one form of a table stands for: an actor, or for cities and regions the state they lie in.

    "local" forms are the adjectives of such cities and regions, "region" those of continents and organisations.

    `feminine` and `plural` are the grammar of the name, where the table tells it; `text` is the form as the table
    writes it, `sort` the kind of organisation ("igo", "agency" …), `cased` whether it needs a capital.
    """

    form: EntryForm
    actor: Actor
    feminine: bool = False
    plural: bool = False
    sort: str = ""
    cased: bool = True
    text: str = ""


@cache
def states() -> dict[str, Actor]:
    """All states by their ISO 3166-1 alpha-3 code, each by its short French name."""
    return {
        row["iso3"]: Actor(row["name_fr"], "state", row["iso3"]) for row in table("states") if row["iso3"]
    }


@cache
def states_called(word: str) -> frozenset[str]:
    """The codes of the states one of whose names begins with a word ("royaume", "émirat")."""
    return frozenset(
        row["iso3"]
        for row in table("states")
        for name in (row["name_fr"], *cell_values(row["aliases"]))
        if row["iso3"] and parts(name)[:1] == parts(word)
    )


@cache
def organisation(name: str) -> Actor | None:
    """The organisation with an acronym or full name of the table, or None."""
    found = all_forms().get(parts(name), ())
    return next((entry.actor for entry in found if entry.form == "organisation"), None)


@cache
def first_words(name: str) -> frozenset[str]:
    """The first words of all names of an international organisation: "union" for the UE."""
    found: set[str] = set()
    for row in table("organisations"):
        if (row["acronym"] or row["name_fr"]) == name and row["kind"] in STATELESS:
            names = map(parts, (row["name_fr"], *cell_values(row["aliases"])))
            found.update(words[0] for words in names if len(words) > 1)
    return frozenset(found)


@cache
def all_forms() -> Forms:
    """Every form of the tables, by its folded words; states before organisations before cities."""
    forms: Forms = {}
    for source in (_state_names(), _state_words(), _organisations()):
        for name, entry in source:
            _add(forms, name, entry)
    for row in table("states"):
        for name in cell_values(row["regions_cities"]):
            if parts(name) not in forms:
                _add(forms, name, Entry("city", _state(row), sort="state"))
    for row in table("regions"):
        for name in inflections(row["adjective"]):
            _add(forms, name, Entry("region", Actor(row["organisation"], "igo"), cased=False))
    for row in table("gentiles"):
        for adjective in cell_values(row["adjectives"]):
            for rank, name in enumerate(adjective.split("/") if "/" in adjective else inflections(adjective)):
                actor = states()[row["iso3"]]
                _add(forms, name, Entry("local", actor, bool(rank % 2), rank > 1, cased=False))
    return forms


def _state(row: dict[str, str]) -> Actor:
    return Actor(row["name_fr"], "state", row["iso3"] or None)


def _state_names() -> Iterator[tuple[str, Entry]]:
    for row in table("states"):
        name, article = row["name_fr"], row["article"]
        elided = article in ("l'", "none") and name.endswith("e")  # "l'Algérie" is feminine, "l'Irak" is not
        feminine = article == "la" or (elided and name not in MASCULINE_IN_E)
        for form in (name, *cell_values(row["aliases"])):
            yield form, Entry("name", _state(row), feminine, article == "les", sort="state")


def _state_words() -> Iterator[tuple[str, Entry]]:
    for row in table("states"):
        seat: EntryForm = "capital" if row["capital_iso_metonym"] == "yes" else "city"
        for name in cell_values(row["capital_fr"]):
            yield name, Entry(seat, _state(row), sort="state")
        for name in cell_values(row["metonyms"]):
            yield name, Entry("metonym", _state(row), sort="state")
        for rank, name in enumerate(cell_values(row["adjectives"])):
            yield name, Entry("adjective", _state(row), bool(rank % 2), rank % 4 > 1, cased=False)


def _organisations() -> Iterator[tuple[str, Entry]]:
    for row in table("organisations"):
        country = None if row["kind"] in STATELESS else row["country"] or None
        actor = Actor(row["acronym"] or row["name_fr"], KINDS[row["kind"]], country)
        feminine = parts(row["name_fr"])[:1] != () and parts(row["name_fr"])[0] in FEMININE_HEADS
        for name in (row["acronym"], row["name_fr"], *cell_values(row["aliases"])):
            cased = name[:1].isupper()
            yield name, Entry("organisation", actor, feminine, sort=row["kind"], cased=cased)


def _add(forms: Forms, name: str, entry: Entry) -> None:
    key = parts(name)
    entry = msgspec.structs.replace(entry, text=name, cased=entry.cased and not name[:1].islower())
    for rank, other in enumerate(forms.get(key, ())):
        if (other.actor, other.form) == (entry.actor, entry.form):
            if (
                other.cased and not entry.cased
            ):  # written with a small letter too: "les gardiens de la révolution"
                forms[key][rank] = msgspec.structs.replace(other, cased=False)
            return
    if key:
        forms.setdefault(key, []).append(entry)


def inflections(adjective: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural of a regular French adjective."""
    feminine = adjective if adjective.endswith("e") else adjective + "e"
    if adjective.endswith(("en", "on")):
        feminine = adjective + "ne"
    elif adjective.endswith("er"):
        feminine = adjective[:-2] + "ère"
    plural = adjective[:-2] + "aux" if adjective.endswith("al") else adjective.removesuffix("s") + "s"
    return adjective, feminine, plural, feminine + "s"
