"""Words that name one kind of act: "a relâché", "la libération", "ont été remis"."""

from functools import cache, lru_cache

from depeche.lexicon import cell_values, table
from depeche.weaving.wording import fold, stem

INFLECTIONS = ("", "s", "e", "es")
SHORT = 4  # letters: shorter stems belong to too many words


@cache
def _senses() -> dict[str, frozenset[str]]:
    """By stem; by the word itself, accents included, where the table marks it or its stem is short."""
    found: dict[str, set[str]] = {}
    for row in table("senses"):
        for word in (each for each in cell_values(row["words"]) if " " not in each):
            exact = word.startswith("=") or len(stem(word)) < SHORT
            for form in (word.removeprefix("=") + ending for ending in INFLECTIONS):
                found.setdefault(f"={form}" if exact else stem(form), set()).add(row["sense"])
    return {word: frozenset(senses) for word, senses in found.items()}


@lru_cache(maxsize=1 << 16)
def senses_of(word: str) -> frozenset[str]:
    """The kinds of act that a word in lower case names, none for most words."""
    known = _senses()
    return known.get(stem(word), frozenset()) | known.get(f"={word}", frozenset())


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(phrase), row["sense"])
        for row in table("senses")
        for phrase in cell_values(row["words"])
        if " " in phrase
    )


def senses_of_phrases(text: str) -> frozenset[str]:
    """The kinds of act that a text names by several words."""
    folded = fold(text.replace("’", "'"))
    return frozenset(sense for phrase, sense in _phrases() if phrase in folded)


@cache
def kinds(kind: str) -> frozenset[str]:
    """The senses of a kind.

    "rare" ones name one matter of a story, "common" ones many, "single" ones have one doer, "fate" ones befall those
    who are counted.
    """
    return frozenset(row["sense"] for row in table("senses") if kind in cell_values(row["kinds"]))
