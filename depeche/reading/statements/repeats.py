"""Statements that only repeat another: titles that repeat the body, and one statement found twice."""

import re
from collections.abc import Sequence

from depeche.model import Statement

CLOSE = 0.45  # share of a title's content words that the body must hold
WORD = 4  # letters of a word that are compared, so that endings do not matter
GRAVE = {"threaten", "deny"}  # acts that a side performs once in an article
_WORD = re.compile(r"[^\W_]+")
SAME = 0.5  # Dice overlap at which two contents are one


def content_overlap(one: Statement, other: Statement) -> float:
    """Dice overlap of the characters of two contents."""
    if not any(span.overlaps(further) for span in one.content for further in other.content):
        return 0.0
    first = {k for span in one.content for k in range(span.start, span.end)}
    second = {k for span in other.content for k in range(span.start, span.end)}
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def words_of(text: str, statement: Statement) -> set[str]:
    """The beginnings of the longer words of a content."""
    words = (word for span in statement.content for word in _WORD.findall(span.of(text).lower()))
    return {word[:WORD] for word in words if len(word) >= WORD}


def repeats_body(text: str, title: Statement, body: Sequence[Statement]) -> bool:
    """Whether a title's statement is told again in the body by the same side."""
    words = words_of(text, title)
    for other in body:
        shared = words & words_of(text, other)
        same_side = _same_side(title, other)
        if title.mode == "direct" and title.rule == "free quotation":
            same_side = False  # the title of an interview says it in words of its own
        if words and len(shared) / len(words) >= (CLOSE if same_side else 0.8):
            return True
        if same_side and len(shared) >= 2:
            return True
        if same_side and len(words) < 2:
            return True
        if same_side and title.mode == "act" and title.act == other.act in GRAVE:
            return True  # "Quito menace de rompre": the body tells the threat in full
        if same_side and title.act == other.act and title.mode != "direct" and (shared or len(words) < 3):
            return True
    return False


def _same_side(one: Statement, other: Statement) -> bool:
    first, second = one.speaker.actor, other.speaker.actor
    if first.name == second.name:
        return True
    return first.country is not None and first.country == second.country
