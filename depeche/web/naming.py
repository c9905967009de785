"""Actors, places and dates as people type them, and as the model has them."""

import re
from typing import Any, get_args

from depeche.model import Actor, ActorKind, Place
from depeche.model.edtf import days_of
from depeche.record import Filter, Record
from depeche.record.words import fold
from depeche.web.problems import Problem

_TYPED = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[(?P<first>\w+)?(?:\s*,\s*(?P<second>\w*))?\s*\])?")
KINDS = get_args(ActorKind)


def typed(actor: Actor) -> str:
    """An actor as people type it: Wang Yi [person, CHN]."""
    return (
        f"{actor.name} [{actor.kind}, {actor.country}]" if actor.country else f"{actor.name} [{actor.kind}]"
    )


def read_actor(record: Record, words: str) -> Actor:
    """The actor that words name: one of the record by its name, or a new one with kind and country in brackets.

    Raises Problem (422) for a name that the record does not know and whose kind is not given.
    """
    match = _TYPED.fullmatch(words.strip())
    if match is None:
        raise _unclear(words)
    name, kind, country = match["name"], match["first"], (match["second"] or "").upper() or None
    if kind is not None:
        if kind not in KINDS:
            raise Problem(422, "wrong-correction", f"{kind!r} is no kind of actor: {', '.join(KINDS)}")
        if country is not None and not re.fullmatch(r"[A-Z]{3}", country):
            raise Problem(422, "wrong-correction", f"{country!r} is no ISO alpha-3 code")
        return Actor(name, kind, country)  # type: ignore[arg-type]
    for row in record.rows("actors", Filter(actor=name)):
        if fold(row["name"]) == fold(name):
            return Actor(row["name"], row["kind"], row["country"])
    raise _unclear(words)


def read_actors(record: Record, words: str) -> list[Actor]:
    """Several actors, separated by semicolons."""
    return [read_actor(record, piece) for piece in words.split(";") if piece.strip()]


def read_place(words: str) -> Place | None:
    """A place as people type it: Pékin [CHN]."""
    match = re.fullmatch(r"([^\[\]]+?)\s*(?:\[(\w{3})\])?", words.strip())
    if not words.strip():
        return None
    if match is None:
        raise Problem(422, "wrong-correction", f"{words!r} is no place such as Pékin [CHN]")
    return Place(match[1], match[2].upper() if match[2] else None)


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
    hint = "give it with its kind and country: Wang Yi [person, CHN]"
    return Problem(422, "wrong-correction", f"the record knows no actor {words!r}; {hint}")


def as_typed(value: Any) -> str:
    """A field's value as people type it."""
    if value is None:
        return ""
    if isinstance(value, Actor):
        return typed(value)
    if isinstance(value, Place):
        return f"{value.name} [{value.country}]" if value.country else value.name
    if isinstance(value, tuple):
        return "; ".join(map(as_typed, value))
    return str(value)
