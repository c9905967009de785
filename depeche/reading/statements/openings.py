"""The letters with which a pattern must match: a look for them is many times faster than the pattern."""

import re
from itertools import pairwise

_SHORTEST = 3  # letters
_ANCHORS = re.compile(r"(?:\\b|\^)+")
_LETTERS = re.compile(r"[a-zà-ÿ' ]*")


def openings(pattern: str) -> list[str]:
    """The openings of a pattern's alternatives, one of which begins each match; empty where they cannot be told."""
    found: list[str] = []
    for alternative in _alternatives(pattern):
        anchors = _ANCHORS.match(alternative)
        rest = alternative[anchors.end() :] if anchors else alternative
        if rest.startswith("(?:"):
            end = _group_end(rest)
            inner = [] if _is_optional(rest, end) else openings(rest[3 : end - 1])
            if not inner:
                return []
            found += inner
        else:
            letters = _LETTERS.match(rest)
            end = letters.end() if letters else 0
            opening = rest[: end - 1] if _is_optional(rest, end) else rest[:end]
            if len(opening) < _SHORTEST:
                return []
            found.append(opening)
    return found


def _is_optional(pattern: str, end: int) -> bool:
    return pattern[end : end + 1] in ("?", "*", "{")


def _group_end(pattern: str) -> int:
    """The index after the group with which a pattern begins."""
    depth = 0
    for at, char in _marks(pattern):
        depth += (char == "(") - (char == ")")
        if not depth:
            return at + 1
    raise ValueError(f"a group is not closed: {pattern!r}")


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern outside its groups."""
    depth, cuts = 0, [-1]
    for at, char in _marks(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            cuts.append(at)
    cuts.append(len(pattern))
    return [pattern[start + 1 : end] for start, end in pairwise(cuts)]


def _marks(pattern: str) -> list[tuple[int, str]]:
    """Brackets and bars with their places, without those that are escaped or stand in a set."""
    marks = re.finditer(r"\\.|\[[^\]]*\]|[()|]", pattern)
    return [(mark.start(), mark[0]) for mark in marks if mark[0] in ("(", ")", "|")]
