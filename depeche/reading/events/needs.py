"""The conditions of trigger rows: a small language of tests on slots (see docs/plover_triggers.md, section 3)."""

import re
from functools import cache
from typing import Literal

import msgspec


class Test(msgspec.Struct, frozen=True):
    """One condition: a left side, a relation and what it is compared with."""

    left: str
    relation: Literal["in", "not in", "=", "≠", "+", "-", "flag"]
    classes: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    value: str = ""


class Both(msgspec.Struct, frozen=True):
    """All parts must hold."""

    parts: tuple["Need", ...]


class Either(msgspec.Struct, frozen=True):
    """One part must hold."""

    parts: tuple["Need", ...]


class Not(msgspec.Struct, frozen=True):
    """The part must not hold."""

    part: "Need"


Need = Test | Both | Either | Not


_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<op>[&∨¬])|(?P<atom>(?:\{[^}]*\}|\([^)]*\)|[^&∨¬(){}])+))"
)


@cache
def parse_need(text: str) -> Need | None:
    """The tree of a `needs` cell; None for an empty one. Raises ValueError, naming the place, where it fails."""
    if not text.strip():
        return None
    parts: list[str] = []
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise ValueError(f"cannot read condition at {text[position:]!r}")
        parts.append(found.group().strip())
        position = found.end()
    tree, rest = _either([part for part in parts if part])
    if rest:
        raise ValueError(f"left over in condition {text!r}: {rest}")
    return tree


def _either(parts: list[str]) -> tuple[Need, list[str]]:
    first, parts = _both(parts)
    found = [first]
    while parts and parts[0] == "∨":
        other, parts = _both(parts[1:])
        found.append(other)
    return (found[0] if len(found) == 1 else Either(tuple(found))), parts


def _both(parts: list[str]) -> tuple[Need, list[str]]:
    first, parts = _single(parts)
    found = [first]
    while parts and parts[0] == "&":
        other, parts = _single(parts[1:])
        found.append(other)
    return (found[0] if len(found) == 1 else Both(tuple(found))), parts


def _single(parts: list[str]) -> tuple[Need, list[str]]:
    if not parts:
        raise ValueError("a condition ends where a test should stand")
    if parts[0] == "¬":
        inner, rest = _single(parts[1:])
        return Not(inner), rest
    if parts[0] == "(":
        inner, rest = _either(parts[1:])
        if not rest or rest[0] != ")":
            raise ValueError("a bracket is not closed")
        return inner, rest[1:]
    return _test(parts[0]), parts[1:]


_FLAGS = frozenset(
    ["direct_speech", "attributed", "ifclause", "consequence", "speech", "combat", "passive", "impersonal"]
)


def _test(atom: str) -> Test:
    for sign, relation in (("∈", "in"), ("∉", "not in")):
        if sign in atom:
            left, _, right = atom.partition(sign)
            if left.startswith("-"):
                left, relation = left[1:], "not in"
            kept, _, dropped = right.partition("∖")
            classes, words = _set(kept)
            excluded, _ = _set(dropped)
            return Test(left.lstrip("+"), relation, classes, excluded, words)  # type: ignore[arg-type]
    for sign in ("≠", "="):
        if sign in atom:
            left, _, right = atom.partition(sign)
            return Test(left, sign, value=right)  # type: ignore[arg-type]
    name = atom.split("(")[0]
    if name in _FLAGS or name in ("plural", "host", "belligerent"):
        return Test(atom, "flag")
    if atom.startswith("-") and atom[1:] in _FLAGS:
        return Test(atom[1:], "-", value="flag")
    if atom[0] in "+-":
        return Test(atom[1:], atom[0])  # type: ignore[arg-type]
    return Test(atom, "+")


def _set(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    classes: list[str] = []
    words: list[str] = []
    for part in text.split("∪"):
        part = part.strip()
        if part.startswith("{"):
            words.extend(word.strip() for word in part.strip("{}").split(","))
        elif part:
            classes.append(part)
    return tuple(classes), tuple(words)
