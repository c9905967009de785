"""The words that the repairs know: cue verbs of incises, nouns that can speak, names of places and bodies."""

import re
from collections.abc import Sequence
from functools import cache

from depeche.language.token import Token
from depeche.lexicon import cell_values, table

# What the tables' multiword cues leave when their reflexive is taken off ("se féliciter" -> "féliciter").
_REFLEXIVE = re.compile(r"^(?:se |s['’])")
_SPEAKING_CLASSES = ("PERSON", "OFFICIAL", "DIPLOMAT", "STATE", "IGO", "ORG", "COMPANY", "POLPARTY", "ONG", "OUTLET",
                     "COURT", "ARMED", "CAPTIVE", "POLICE", "MILITIA")  # fmt: skip
CONTRACTED = "contracted"  # "Le Monde" after au, du: a name only there
_WORD = re.compile(r"[^\W\d_]+'|[\w.&-]+|[^\w\s]")


@cache
def word_set(use: str) -> frozenset[str]:
    """The lower-case words that the table `word_sets` lists for one use. Raises KeyError for an unknown use."""
    return {row["use"]: frozenset(cell_values(row["words"])) for row in table("word_sets")}[use]


@cache
def incise_verbs() -> frozenset[str]:
    """Lemmas of verbs that may carry an incise ("…, a déclaré le ministre")."""
    found = set()
    for row in table("reporting_cues"):
        frames = {frame.split(".")[0] for frame in cell_values(row["frames"])}
        lemma = _REFLEXIVE.sub("", row["lemma"])
        if row["kind"] == "verb" and "q" in frames and " " not in lemma:
            found.add(lemma)
    return frozenset(found)


@cache
def speaking_nouns() -> frozenset[str]:
    """Lower-case head nouns of those who can speak: titles, trades, bodies."""
    found: set[str] = set()
    for row in table("offices"):
        for column in ("title", "feminine", "plural"):
            words = row[column].lower().split()
            found.update(words[:1])
            if words[:1] in (["premier"], ["première"], ["vice"], ["haut"], ["ex"]):
                found.update(words[1:2])
        found.update(word.split()[0].lower() for word in cell_values(row["body"]))
    for row in table("classes"):
        if row["class"] in _SPEAKING_CLASSES:
            members = (member.strip() for member in row["members"].split(","))
            found.update(member.split()[0].lower() for member in members if member and not member.isupper())
    return frozenset(found)


def name_words(name: str) -> tuple[str, ...]:
    """A name cut into words as the tokeniser cuts them."""
    return tuple(_WORD.findall(name.replace("’", "'")))


@cache
def gazetteer() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names of places ("LOC"), leaders ("PER") and bodies ("ORG") by their first word, longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}

    def add(name: str, label: str) -> None:
        words = name_words(name)
        if words and words[0][:1].isupper() and len(words[0]) > 1:
            found.setdefault(words[0], {}).setdefault(words, label)

    for row in table("states"):
        for column in ("name_fr", "aliases", "capital_fr", "regions_cities"):
            for name in cell_values(row[column]):
                add(name, "LOC")
    for row in table("leaders"):
        for name in (row["person"], *cell_values(row["spellings"])):
            add(name, "PER")
    for row in table("organisations"):
        if row["kind"] == "format":
            continue
        for column in ("acronym", "name_fr", "aliases"):
            for name in cell_values(row[column]):
                add(name, "ORG")
                if row["kind"] == "outlet" and name.startswith("Le "):
                    add(name.removeprefix("Le "), CONTRACTED)
    return {
        first: tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, names in sorted(found.items())
    }


@cache
def inhabitants() -> frozenset[str]:
    """The words for those who live in a state, all forms ("Ghanéen", "Ghanéennes")."""
    return frozenset(word for row in table("states") for word in cell_values(row["inhabitants"]))


def match_name(tokens: Sequence[Token], index: int) -> int:
    """How many tokens from `index` on are a known name of a place or body; 0 for none."""
    for words, label in gazetteer().get(tokens[index].text, ()):
        found = [token.text for token in tokens[index : index + len(words)]]
        if label in ("LOC", "ORG") and found == list(words):
            return len(words)
    return 0
