"""The place that a word names: a toponym, a part of a state, a capital, an unknown name with its state beside it."""

from functools import cache

from depeche.language import syntax
from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.complements import complements
from depeche.reading.events.gazetteer import demonyms, place_name, state_names
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

REGION_NOUNS = words("parts of a state")
CONTEXT_REACH = 18  # words
LAST_NAMED = 60  # words


def place_at(token: Token, scene: Scene) -> Place | None:
    """The place that a word names or stands for ("y", "où"), or None where it names none."""
    if token.lower == "y":
        return _last_named(token, scene)
    if token.lower == "où":
        for above in token.ancestors():
            if above.dep == "acl:relcl":
                return place_at(above.head, scene)
        return None
    if token.lemma in REGION_NOUNS or token.lemma == "capitale":
        return _region(token, scene)
    if not clauses.is_place(token, scene):
        return _quarter(token, scene)
    known = place_name(token, scene.parse)
    if known is not None:
        name, country = known
        return Place(name, country)
    if token.ent == "LOC" or token.pos == "PROPN":
        return Place(full_name(token), context_country(token, scene))
    for child in token.children:  # "au palais Bayan"
        if token.lemma in words("nouns of place") and child.pos == "PROPN" and not complements(token):
            return Place(f"{token.text} {full_name(child)}", None)
    for preposition, filler in complements(token):  # "dans la ville de X", "au palais Bayan"
        if preposition in ("de", "à", "") and (found := place_at(filler, scene)) is not None:
            return found
    for child in token.children:
        if (
            child.pos == "PROPN"
            and child.dep in ("nmod", "appos", "flat", "flat:name")
            and (found := place_at(child, scene))
        ):
            return found
    return None


def _quarter(token: Token, scene: Scene) -> Place | None:
    """The town whose quarter or palace a name unknown to the tables is ("à la Kasbah **de Tunis**")."""
    for preposition, filler in complements(token) if token.pos == "PROPN" else ():
        known = place_name(filler, scene.parse)
        if preposition == "de" and known is not None and known[0].lower() not in state_names():
            return Place(*known)
    return None


def _last_named(token: Token, scene: Scene) -> Place | None:
    """The town last named before a word ("Des proches **y** avaient mis le feu au portail du consulat")."""
    for word in reversed(scene.parse.tokens[max(0, token.i - LAST_NAMED) : token.i]):
        known = place_name(word, scene.parse)
        if (
            known is not None
            and known[0].lower() not in state_names()
            and word.dep.startswith(("obl", "nmod"))
        ):
            return Place(*known)
    return None


def _region(token: Token, scene: Scene) -> Place | None:
    """A part of a state or its capital ("dans le sud de l'Irak", "dans la capitale djiboutienne")."""
    unknown: Token | None = None
    country = next((demonyms()[child.lower] for child in token.children if child.lower in demonyms()), None)
    for preposition, filler in complements(token):
        if preposition == "de" and (known := place_name(filler, scene.parse)) is not None:
            if token.lemma != "capitale" and known[0].lower() not in state_names():
                return Place(*known)
            country = country or known[1]
        elif preposition == "de" and filler.pos == "PROPN":
            unknown = filler
    if country is None:
        if unknown is None or (country := context_country(unknown, scene)) is None:
            return None
        return Place(full_name(unknown), country)
    if token.lemma == "capitale":
        return Place(_capital_of().get(country, token.text), country)
    words = [word for word in syntax.phrase(token) if word.dep != "case" or word.i > token.i]
    words = [word for word in words if word.i >= token.i]
    return Place(scene.parse.text[words[0].start : words[-1].end], country)


@cache
def capitals() -> frozenset[str]:
    """The names of all capitals."""
    return frozenset(name for row in table("states") for name in cell_values(row["capital_fr"]))


@cache
def _capital_of() -> dict[str, str]:
    return {row["iso3"]: name for row in table("states") for name in cell_values(row["capital_fr"])[:1]}


@cache
def town_states() -> dict[str, str]:
    """The state of each town and region that only one state has, by its name."""
    found: dict[str, set[str]] = {}
    for row in table("towns"):
        for name in cell_values(row["name"]):
            found.setdefault(name, set()).add(row["iso3"])
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def full_name(token: Token) -> str:
    """A name with its further words ("Ras Jedir"), from its first word."""
    words = [
        token,
        *(child for child in token.children if child.dep in ("flat", "flat:name", "flat:foreign")),
    ]
    words.sort(key=lambda word: word.i)
    return " ".join(word.text for word in words)


def context_country(token: Token, scene: Scene) -> str | None:
    """The state that the words after an unknown toponym name ("à Goa, **en Inde**", "(est de la Chine)")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    for word in sentence:
        if token.i < word.i <= token.i + CONTEXT_REACH:
            if (word.pos in ("VERB", "AUX") and word.lower not in REGION_NOUNS) or word.text == ";":
                break
            known = place_name(word, scene.parse)
            if known is not None and known[0].lower() in state_names():
                return known[1]
            if (
                word.lower in demonyms()
                and word.pos == "ADJ"
                and word.head.lemma in REGION_NOUNS | {"ville", "village"}
            ):
                return demonyms()[word.lower]
    return None
