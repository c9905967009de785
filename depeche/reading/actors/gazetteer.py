"""States, cities and organisations wherever a text names them: tables compiled once into one dictionary of words."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.model import Actor, ActorKind
from depeche.reading.actors.words import fold, parts

EntryForm = Literal["name", "capital", "metonym", "city", "adjective", "inhabitant", "organisation", "region"]

KINDS: dict[str, ActorKind] = {
    "igo": "igo", "court": "igo", "format": "igo", "bank": "igo", "alliance": "igo", "group": "group", "ngo": "other",
    "party": "other", "company": "other", "outlet": "outlet", "agency": "outlet", "army": "institution",
    "body": "institution",
}  # fmt: skip
STATELESS = ("igo", "court", "format", "bank", "alliance", "ngo", "group")


class Entry(msgspec.Struct, frozen=True):
    """What one form of a table stands for: an actor, or for cities and regions the state they lie in.

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


class Found(msgspec.Struct, frozen=True):
    """An entry at a place of the text: token indices, half-open; several entries where a form is ambiguous."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The first reading."""
        return self.entries[0]


@cache
def state(iso3: str) -> Actor:
    """The state with an ISO 3166-1 alpha-3 code, by its short French name; KeyError for an unknown code."""
    return _states()[iso3]


@cache
def _states() -> dict[str, Actor]:
    return {
        row["iso3"]: Actor(row["name_fr"], "state", row["iso3"]) for row in table("states") if row["iso3"]
    }


@cache
def states_called(word: str) -> frozenset[str]:
    """The codes of the states one of whose names begins with a folded word ("royaume", "emirat")."""
    return frozenset(row["iso3"] for row in table("states") if row["iso3"] and any(
        parts(name)[:1] == parts(word) for name in (row["name_fr"], *cell_values(row["aliases"]))
    ))  # fmt: skip


@cache
def organisation(name: str) -> Actor | None:
    """The organisation with an acronym or full name of the table, or None."""
    found = _forms().get(parts(name), ())
    return next((entry.actor for entry in found if entry.form == "organisation"), None)


@cache
def full_names(name: str) -> frozenset[str]:
    """The first words of all names of an organisation: "union" for the UE."""
    found: set[str] = set()
    for row in table("organisations"):
        if (row["acronym"] or row["name_fr"]) == name and row["kind"] in STATELESS:
            for form in (row["name_fr"], *cell_values(row["aliases"])):
                words = parts(form)
                if len(words) > 1:
                    found.add(words[0])
    return frozenset(found)


def _add(forms: dict[tuple[str, ...], list[Entry]], name: str, entry: Entry) -> None:
    key = parts(name)
    entry = msgspec.structs.replace(entry, text=name, cased=entry.cased and not name[:1].islower())
    if key and not any(
        (other.actor, other.form) == (entry.actor, entry.form) for other in forms.setdefault(key, [])
    ):
        forms[key].append(entry)


@cache
def _forms() -> dict[tuple[str, ...], list[Entry]]:
    forms: dict[tuple[str, ...], list[Entry]] = {}
    for row in table("states"):
        actor = Actor(row["name_fr"], "state", row["iso3"] or None)
        gender = {"feminine": row["article"] == "la", "plural": row["article"] == "les"}
        if row["article"] in ("l'", "none"):
            gender["feminine"] = row["name_fr"].endswith("e") and row["name_fr"] not in (
                "Mozambique",
                "Mexique",
            )
        for name in (row["name_fr"], *cell_values(row["aliases"])):
            _add(forms, name, Entry("name", actor, sort="state", **gender))
    for row in table("states"):
        actor = Actor(row["name_fr"], "state", row["iso3"] or None)
        for name in cell_values(row["capital_fr"]):
            seat: EntryForm = "capital" if row["capital_iso_metonym"] == "yes" else "city"
            _add(forms, name, Entry(seat, actor, sort="state"))
        for name in cell_values(row["metonyms"]):
            _add(forms, name, Entry("metonym", actor, sort="state"))
        for number, name in enumerate(cell_values(row["adjectives"])):
            plural, feminine = number % 4 > 1, bool(number % 2)
            _add(forms, name, Entry("adjective", actor, feminine, plural, cased=False))
    for row in table("organisations"):
        kind = KINDS[row["kind"]]
        country = None if row["kind"] in STATELESS else row["country"] or None
        actor = Actor(row["acronym"] or row["name_fr"], kind, country)
        names = (row["acronym"], row["name_fr"], *cell_values(row["aliases"]))
        for name in names:
            cased = name[:1].isupper()
            _add(
                forms,
                name,
                Entry("organisation", actor, _is_feminine(row["name_fr"]), sort=row["kind"], cased=cased),
            )
    for row in table("states"):
        actor = Actor(row["name_fr"], "state", row["iso3"] or None)
        for name in cell_values(row["regions_cities"]):
            if parts(name) not in forms:
                _add(forms, name, Entry("city", actor, sort="state"))
    for row in table("regions"):
        actor = Actor(row["organisation"], "igo")
        for name in inflections(row["adjective"]):
            _add(forms, name, Entry("region", actor, cased=False))
    return forms


FEMININE_HEADS = ("organisation", "union", "communaute", "agence", "cour", "commission", "ligue", "banque", "mission",
                  "conference", "alliance", "chaine", "croix", "autorite", "assemblee", "force", "coalition",
                  "association", "federation", "armee", "police", "radio", "television", "compagnie")  # fmt: skip


def _is_feminine(name: str) -> bool:
    return parts(name)[:1] != () and parts(name)[0] in FEMININE_HEADS


def inflections(adjective: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural of a regular French adjective."""
    feminine = adjective if adjective.endswith("e") else adjective + "e"
    if adjective.endswith("en"):
        feminine = adjective + "ne"
    elif adjective.endswith("er"):
        feminine = adjective[:-2] + "ère"
    plural = adjective[:-2] + "aux" if adjective.endswith("al") else adjective + "s"
    return adjective, feminine, plural, feminine + "s"


Index = dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]


@cache
def _index() -> Index:
    index: Index = {}
    for key, entries in _forms().items():
        index.setdefault(key[0], []).append((key, tuple(entries)))
    for rows in index.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return index


def find_entries(tokens: Sequence[Token]) -> list[Found]:
    """All entries in a run of tokens, the longest at each place, left to right without overlap."""
    words: list[str] = []
    owner: list[int] = []
    first: list[bool] = []
    for number, token in enumerate(tokens):
        for rank, word in enumerate(parts(token.text)):
            words.append(word)
            owner.append(number)
            first.append(rank == 0)
    index, found = _index(), []
    at = 0
    while at < len(words):
        match = None
        if first[at]:
            for key, entries in index.get(words[at], ()):
                end = at + len(key)
                if tuple(words[at:end]) == key and (end >= len(words) or first[end]):
                    fitting = tuple(
                        entry for entry in entries if _fits(entry, tokens, owner[at], owner[end - 1])
                    )
                    if fitting and not _opens_longer(index, words, at, len(key)):
                        match = Found(tokens[owner[at]].i, tokens[owner[end - 1]].i + 1, fitting), end
                        break
        if match:
            found.append(match[0])
            at = match[1]
        else:
            at += 1
    return found


ARTICLES = ("le", "la", "l'", "les", "the")


def _opens_longer(index: Index, words: list[str], at: int, size: int) -> bool:
    """Whether the match is an article and a word with which a longer name begins ("l'Union" | "Union africaine")."""
    return words[at] in ARTICLES and any(
        len(key) >= size and tuple(words[at + 1 : at + 1 + len(key)]) == key
        for key, _ in index.get(words[at + 1], ())
    )


def _fits(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether case, accents and surroundings allow a reading."""
    token = tokens[first]
    if tokens[last].sentence != token.sentence:
        return False
    if entry.form in ("adjective", "region") or not entry.cased:
        return True
    if not token.text[:1].isupper() and token.lower not in ARTICLES:
        return False
    name = entry.text
    if first == last and name.isupper() and len(name) < 4:
        return token.text.isupper()
    if entry.sort == "outlet" and fold(name).split(" ")[0].split("'")[0] in ("le", "la", "l", "les"):
        opens = first == 0 or tokens[first - 1].sentence != token.sentence
        return token.text[:1].isupper() and not opens and tokens[last].text[:1].isupper()
    if entry.form == "city" and first == last:
        return token.text.isupper() or token.text[1:].lower() == name[1:].lower().replace("’", "'")
    return True


def adjective_states(text: str) -> tuple[Actor, ...]:
    """The states that an adjective or inhabitant's name may mean ("congolais": two)."""
    return tuple(entry.actor for entry in _forms().get(parts(text), ()) if entry.form == "adjective")


def compound_states(text: str) -> tuple[Actor, ...]:
    """The states of a hyphenated pair ("Irak-Koweït", "russo-chinois"); empty when a part is no state."""
    pieces = text.split("-")
    found: list[Actor] = []
    for piece in pieces:
        entries = _forms().get(parts(piece), ())
        actor = next(
            (e.actor for e in entries if e.form in ("name", "capital", "adjective")),
            _prefixes().get(fold(piece)),
        )
        if actor is None:
            return ()
        found.append(actor)
    return tuple(found) if len(found) > 1 else ()


@cache
def _prefixes() -> dict[str, Actor]:
    return {
        prefix: state(row["iso3"])
        for row in table("state_prefixes")
        for prefix in cell_values(row["prefixes"])
    }
