"""Which words two passages have in common."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from depeche.lexicon import cell_values, table

_WORD = re.compile(r"\w{4,}")
_NAME = re.compile(r"(?<![.!?«\"“] )(?<!^)\b[A-ZÀ-Ý][\w'-]{3,}", re.MULTILINE)
STEM = 6  # letters: French inflection and most derivation stand behind them


def fold(text: str) -> str:
    """Lower case without accents."""
    return unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()


def content_words(text: str) -> frozenset[str]:
    """The stems of a passage's words of four letters and more, and its numbers."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold())) | frozenset(
        re.findall(r"\d+", text)
    )


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the shorter passage's words that the other has too, from 0 to 1."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def names_in(text: str) -> frozenset[str]:
    """The stems of the capitalised words that begin no sentence: what an article's story is made of.

    Articles of one story share three of ten of them and more, other articles fewer (0.29 to 0.89 against 0.25 at
    most on the gold's groups).
    """
    return frozenset(name[: STEM + 1].casefold() for name in _NAME.findall(text))


ROOT = 5  # letters of a Snowball stem: "douanier" and "douanes", "Koweït" and "koweïtien" begin so


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("french")


def root(word: str) -> str:
    """The root of a word in lower case: what nouns, verbs and demonyms of one family have in common."""
    return stem(word)[:ROOT]


@cache
def stop_words() -> frozenset[str]:
    """French words that say nothing of what a sentence is about, without accents."""
    (row,) = (row for row in table("stopwords") if row["language"] == "fr")
    return frozenset(fold(word) for word in cell_values(row["words"]))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The Snowball stem of a word in lower case, without accents."""
    return fold(str(_stemmer().stemWord(word)))
