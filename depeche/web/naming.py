"""Actors, places and dates as people type them, and as the model has them."""

import re
from functools import cache
from typing import Any, get_args

from depeche.model import Actor, ActorKind, Place
from depeche.model.edtf import days_of
from depeche.record import Filter, Record
from depeche.record.words import fold
from depeche.views.labels import Language, label, state_names
from depeche.web.problems import Problem

_TYPED = re.compile(
    r"(?P<name>[^\[\]]+?)\s*(?:\[\s*(?P<kind>[^\[\],]+?)?\s*(?:,\s*(?P<country>[^\[\]]*?))?\s*\])?"
)
KINDS = get_args(ActorKind)


def typed(actor: Actor, *, language: Language) -> str:
    """An actor as people type it: Wang Yi [personne, Chine], or in English Wang Yi [person, China]."""
    kind = label(f"kind.{actor.kind}", language=language)
    country = country_name(actor.country, language=language) if actor.country else ""
    return f"{actor.name} [{kind}, {country}]" if country else f"{actor.name} [{kind}]"


def country_name(code: str, *, language: Language) -> str:
    """The name of a state by its ISO alpha-3 code; the code itself where the table has none."""
    return state_names().get(code, (code, code))[language == "en"]


@cache
def country_names(language: Language) -> tuple[str, ...]:
    """The names of all states, to choose from."""
    return tuple(sorted({names[language == "en"] for names in state_names().values()}, key=fold))


@cache
def _kinds() -> dict[str, str]:
    """The kinds of actors by their folded words in both languages and by their own codes."""
    words = {fold(label(f"kind.{kind}", language=one)): kind for one in ("fr", "en") for kind in KINDS}
    return words | {kind: kind for kind in KINDS}


@cache
def _countries() -> dict[str, str]:
    """ISO alpha-3 codes by the folded names of states in both languages."""
    return {fold(name): code for code, names in state_names().items() for name in names}


def _country(words: str) -> str:
    """The ISO alpha-3 code of a state by its name or code. Raises Problem (422) where it is neither."""
    code = _countries().get(fold(words), words.upper())
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise Problem(422, "wrong-correction", f"{words!r} is no name of a state and no ISO alpha-3 code")
    return code


def read_actor(record: Record, words: str) -> Actor:
    """The actor that words name: one of the record by its name, or a new one with kind and country in brackets.

    Raises Problem (422) for a name that the record does not know and whose kind is not given.
    """
    match = _TYPED.fullmatch(words.strip())
    if match is None:
        raise _unclear(words)
    name, given, country = match["name"], match["kind"], match["country"]
    if given is not None:
        kind = _kinds().get(fold(given))
        if kind is None:
            raise Problem(422, "wrong-correction", f"{given!r} is no kind of actor: {', '.join(_kinds())}")
        return Actor(name, kind, _country(country) if country else None)  # type: ignore[arg-type]
    for row in record.rows("actors", Filter(actor=name)):
        if fold(row["name"]) == fold(name):
            return Actor(row["name"], row["kind"], row["country"])
    raise _unclear(words)


def read_actors(record: Record, words: str) -> list[Actor]:
    """Several actors, separated by semicolons."""
    return [read_actor(record, piece) for piece in words.split(";") if piece.strip()]


def read_place(words: str) -> Place | None:
    """A place as people type it: Pékin [Chine], Pékin [CHN]."""
    match = re.fullmatch(r"([^\[\]]+?)\s*(?:\[\s*([^\[\]]+?)\s*\])?", words.strip())
    if not words.strip():
        return None
    if match is None:
        raise Problem(422, "wrong-correction", f"{words!r} is no place such as Pékin [Chine]")
    return Place(match[1], _country(match[2]) if match[2] else None)


def read_edtf(words: str) -> str | None:
    """A date in EDTF, or None for no words. Raises Problem (422) for what is no date."""
    text = words.strip()
    if not text:
        return None
    if days_of(text) == (None, None) and not re.fullmatch(r"XXXX-\d\d(-\d\d)?[~?%]?", text):
        raise Problem(
            422, "wrong-correction", f"{text!r} is no date such as 2024, 2024-05, 2024-05-04 or 2024-05~"
        )
    return text


def _unclear(words: str) -> Problem:
    hint = "give it with its kind and country: Wang Yi [personne, Chine]"
    return Problem(422, "wrong-correction", f"the record knows no actor {words!r}; {hint}")


def as_typed(value: Any, *, language: Language) -> str:
    """A field's value as people type it."""
    if value is None:
        return ""
    if isinstance(value, Actor):
        return typed(value, language=language)
    if isinstance(value, Place):
        country = country_name(value.country, language=language) if value.country else ""
        return f"{value.name} [{country}]" if country else value.name
    if isinstance(value, tuple):
        return "; ".join(as_typed(one, language=language) for one in value)
    return str(value)
