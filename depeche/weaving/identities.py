"""Actors that go by several names in a record."""

from collections.abc import Iterable

import msgspec

from depeche.model import Actor


class Person(msgspec.Struct, frozen=True):
    """An actor as the record knows it: the titles that articles give, and how many articles name it."""

    actor: Actor
    roles: tuple[str, ...]
    articles: int


class Sameness(msgspec.Struct, frozen=True):
    """That an actor is another under another name, and why."""

    actor: Actor
    whole: Actor
    why: str


def find_identities(known: Iterable[Person]) -> list[Sameness]:
    """Which actors are one."""
    return []
