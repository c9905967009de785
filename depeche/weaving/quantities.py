"""Numbers that a passage gives, each with what it counts: "trente-sept soldats", "17 pêcheurs"."""

import re
from functools import cache

from depeche import lexicon
from depeche.weaving.wording import STEM

# The noun is looked ahead at, so that the next pair may begin with it ("la partie sept douaniers").
_NUMBER = re.compile(
    r"(?<![\w,.-])(\d{1,3}(?:[  .]\d{3})+|\d+|[a-zé]+(?:-[a-zé]+)*)\s+(?=(?:de\s+(?:\w{3}\s+)?|d')?(\w{4,}))"
)


@cache
def number_words() -> dict[str, int]:
    """French numerals from two to a hundred, and the round collectives ("dizaine"), by the lexicon's table."""
    return {row["word"]: int(row["value"]) for row in lexicon.table("numerals")}


@cache
def times() -> frozenset[str]:
    """Words behind a number that make it a date or a duration, not a count."""
    return frozenset(
        word for row in lexicon.table("numerals_times") for word in (row["word"], row["word"] + "s")
    )


def quantities(text: str) -> dict[str, frozenset[int]]:
    """The numbers that stand before each counted noun, by the noun's stem."""
    found: dict[str, set[int]] = {}
    known = number_words()
    for number, noun in _NUMBER.findall(text.casefold()):
        digits = re.sub(r"[  .]", "", number)
        value = int(digits) if digits.isdigit() else known.get(number)
        if value is not None and noun not in known and noun not in times():
            found.setdefault(noun[:STEM], set()).add(value)
    return {noun: frozenset(values) for noun, values in found.items()}
