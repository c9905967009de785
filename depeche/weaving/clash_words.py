"""The words by which denials, demands and bounds are known, from one table."""

import re
from functools import cache

from depeche.lexicon import cell_values, table
from depeche.weaving.wording import fold, root


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a set in the order of the table; `*` at the end of a word stands for any ending."""
    (row,) = (row for row in table("clash_words") if row["set"] == name)
    return cell_values(row["words"])


@cache
def pattern_of(name: str) -> str:
    """A regular expression for any word of a set, with both apostrophes and any blanks between words."""
    return "|".join(map(_pattern, sorted(words_of(name), key=len, reverse=True)))


def _pattern(words: str) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*").replace("'", "['’]") for part in words.split(" "))
    joined = r"\s+".join(parts)
    return joined if words.endswith(("*", "'")) else rf"{joined}\b"


@cache
def days_and_months() -> tuple[frozenset[str], frozenset[str]]:
    """The names of weekdays and of months, folded."""
    names = [row["word"] for row in table("numerals_times")]
    return frozenset(map(fold, words_of("weekday"))), frozenset(map(fold, names[:12]))


@cache
def time_roots() -> frozenset[str]:
    """The roots of words that tell when, and not what."""
    return frozenset(
        root(word) for word in (*words_of("weekday"), *(row["word"] for row in table("numerals_times")))
    )
