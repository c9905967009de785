"""The conditions of trigger rows: a small language of tests on slots (see docs/plover_triggers.md, section 3).

Truth has three values: None says that the text does not tell, which is no failure but lowers the confidence.
"""

import re
from functools import cache
from typing import Literal, Protocol

import msgspec

from depeche.language.token import Token
from depeche.reading.events.classes import WordClass, is_class, word_class, word_set

Verdict = tuple[bool | None, float]  # truth, and how many positive conditions it satisfied


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


class Witness(Protocol):
    """What the evaluator asks about an occurrence."""

    def fillers(self, slot: str) -> list[Token] | None:
        """The fillers of a slot; None when the text does not tell."""
        ...

    def member(self, token: Token, wanted: WordClass | str) -> bool | None:
        """Whether a filler belongs to a class, or to a slot class by its name."""
        ...

    def value(self, name: str) -> str | None:
        """The value of a feature such as tense or polarity."""
        ...

    def flag(self, name: str) -> bool | None:
        """Whether a flag such as `attributed` holds."""
        ...

    def mentions(self, left: str, wanted: WordClass) -> bool | None:
        """Whether content or context has a word of a class."""
        ...


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


def evaluate(need: Need | None, witness: Witness) -> Verdict:
    """Whether a condition holds of an occurrence, and how much of it was positively satisfied."""
    if need is None:
        return True, 0.0
    if isinstance(need, Both):
        whole: bool | None = True
        total = 0.0
        for part in need.parts:
            truth, score = evaluate(part, witness)
            if truth is False:
                return False, 0.0
            whole = None if truth is None else whole
            total += score
        return whole, total
    if isinstance(need, Either):
        verdicts = [evaluate(part, witness) for part in need.parts]
        held = [score for truth, score in verdicts if truth is True]
        if held:
            return True, max(held)
        return (None if any(truth is None for truth, _ in verdicts) else False), 0.0
    if isinstance(need, Not):
        truth, _ = evaluate(need.part, witness)
        return (None, 0.0) if truth is None else (not truth, 0.0 if truth else 0.5)
    return _judge(need, witness)


def _judge(test: Test, witness: Witness) -> Verdict:
    if test.relation == "flag":
        truth = witness.flag(test.left)
        return truth, 1.0 if truth else 0.0
    if test.relation in ("+", "-"):
        if test.value == "flag":
            truth = witness.flag(test.left)
            return (None if truth is None else not truth), 0.5 if truth is False else 0.0
        found = witness.fillers(test.left)
        if found is None:
            return None, 0.0
        present = bool(found)
        holds = present if test.relation == "+" else not present
        return holds, (1.0 if test.relation == "+" else 0.5) if holds else 0.0
    if test.relation in ("=", "≠"):
        value = witness.value(test.left)
        if value is None:
            return None, 0.0
        equal = value in test.value.split("/")
        holds = equal if test.relation == "=" else not equal
        return holds, (1.0 if test.relation == "=" else 0.5) if holds else 0.0
    return _membership(test, witness)


def _membership(test: Test, witness: Witness) -> Verdict:
    wanted = test.relation == "in"
    if test.left in ("tense", "ccomp-tense", "xcomp-tense"):
        value = witness.value(test.left)
        if value is None:
            return None, 0.0
        holds = (value in test.words) == wanted
        return holds, (1.0 if wanted else 0.5) if holds else 0.0
    truth = _found(test, witness)
    if truth is None:
        return None, 0.0
    holds = truth == wanted
    return holds, (1.0 if wanted else 0.5) if holds else 0.0


def _found(test: Test, witness: Witness) -> bool | None:
    unknown = False
    words = word_set(test.words) if test.words else None
    if test.left in ("content", "context"):
        truths = [witness.mentions(test.left, word_class(name)) for name in test.classes]
        if words is not None:
            truths.append(witness.mentions(test.left, words))
        return True if any(truths) else (None if None in truths else False)
    found = witness.fillers(test.left)
    if found is None:  # a sense that hangs on words needs them; one that hangs on a class may have it unsaid
        return None if test.classes else False
    for token in found:
        if any(witness.member(token, _wanted(name)) for name in test.excluded):
            continue
        for name in test.classes:
            truth = witness.member(token, _wanted(name))
            if truth:
                return True
            unknown = unknown or truth is None
        if words is not None and witness.member(token, words):
            return True
    return None if unknown else False


@cache
def _wanted(name: str) -> WordClass | str:
    if not is_class(name) or (not word_class(name).lemmas and not word_class(name).phrases):
        return name
    return word_class(name)
