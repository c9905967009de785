"""The value that a correction set, as a person reads it."""

from collections.abc import Callable
from typing import Any

import msgspec

Word = Callable[[str, str], str]
NOTHING = "–"


def as_told(value: str | None, field: str | None, *, word: Word, country: Callable[[str], str]) -> str:
    """The JSON of a value in words: actors by name and state, codes by `word(kind, code)`, lists with commas.

    What is no JSON is given back as it is.
    """
    if value is None:
        return NOTHING
    try:
        read = msgspec.json.decode(value)
    except msgspec.DecodeError:
        return value
    return _told(read, field or "", word, country)


def _told(value: Any, field: str, word: Word, country: Callable[[str], str]) -> str:
    if value is None or value == [] or value == {}:
        return NOTHING
    if isinstance(value, list):
        return ", ".join(_told(one, field, word, country) for one in value)
    if isinstance(value, dict):
        return _struct(value, field, word, country)
    if isinstance(value, str):
        return country(value) if field == "country" else word(field, value)
    return str(value)


def _struct(value: dict[str, Any], field: str, word: Word, country: Callable[[str], str]) -> str:
    """An actor or place by its name and state, a date by its value, anything else part by part."""
    if "name" in value:
        state = value.get("country")
        return f"{value['name']} ({country(state)})" if state else str(value["name"])
    if "value" in value:
        return _told(value["value"], field, word, country)
    if set(value) == {"start", "end"}:
        return f"{value['start']}–{value['end']}"
    return ", ".join(
        f"{word('field', name)} : {_told(part, name, word, country)}" for name, part in value.items()
    )
