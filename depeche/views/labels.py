"""The words that people read, in French and in English, from one table."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from depeche.lexicon import table

Language = Literal["fr", "en"]
_FILL = re.compile(r"\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}")


@cache
def labels() -> dict[str, tuple[str, str]]:
    """French and English words by key.

    In a text, `{name}` marks what is filled in, and `{name|singular|plural}` what a number chooses.
    """
    rows = (Path(__file__).parent / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {key: (french, english) for key, french, english in (row.split("\t") for row in rows)}


def label(key: str, *, language: Language = "fr", **fills: str | int) -> str:
    """The words of a key, filled in. Raises KeyError where the table or the fills lack a name."""
    french, english = labels()[key]
    return filled(french if language == "fr" else english, language=language, **fills)


def filled(words: str, *, language: Language = "fr", **fills: str | int) -> str:
    """Words with what is missing filled in. Raises KeyError where the fills lack a name."""

    def fill(match: re.Match[str]) -> str:
        value = fills[match[1]]
        if match[2] is None:
            return str(value)
        one = int(value) < 2 if language == "fr" else int(value) == 1  # French counts nothing as one
        return match[2] if one else match[3]

    return _FILL.sub(fill, words)


@cache
def state_names() -> dict[str, tuple[str, str]]:
    """French and English names of states by ISO alpha-3 code."""
    english = {row["iso3"]: row["name_en"] for row in table("states_en")}
    return {
        row["iso3"]: (row["name_fr"], english.get(row["iso3"], row["name_fr"]))
        for row in table("states")
        if row["iso3"]
    }
