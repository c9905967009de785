"""Whether the conditions of a trigger row hold of an occurrence.

Truth has three values: None says that the text does not tell, which is no failure but lowers the confidence.
"""

from functools import cache
from typing import Protocol

from depeche.language.token import Token
from depeche.reading.events.classes import WordClass, is_class, word_class, word_set
from depeche.reading.events.needs import Both, Either, Need, Not, Test

Verdict = tuple[bool | None, float]  # truth, and how many positive conditions it satisfied


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
