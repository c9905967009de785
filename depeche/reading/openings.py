"""The letters that stand in whatever a pattern matches: a look for them is many times faster than the pattern."""

import re
from itertools import pairwise

_SHORTEST = 3  # letters
_LETTERS = re.compile(r"[a-zà-ÿ' ]+")
_ELEMENT = re.compile(r"\\.|\[[^\]]*\]|.", re.DOTALL)
_REPEAT = re.compile(r"(?:[?*+]|\{[^}]*\})?[?+]?")


def openings(pattern: str) -> list[str]:
    """Letters of which one run stands in each match of a pattern; empty where they cannot be told.

    Of each alternative they are those of the part, among those that may not be left out, whose runs are longest.
    """
    found: list[str] = []
    for alternative in _alternatives(pattern):
        letters = _letters(alternative)
        if not letters:
            return []
        found += letters
    return found


def _letters(alternative: str) -> list[str]:
    at, best = 0, list[str]()
    while at < len(alternative):
        run = _LETTERS.match(alternative, at)
        if run is not None:
            end = run.end()
            letters = run[0][:-1] if _is_optional(alternative, end) else run[0]
            found = [letters] if len(letters) >= _SHORTEST else []
        elif alternative[at] == "(":
            end = at + _group_end(alternative[at:])
            wanted = alternative.startswith("(?:", at) and not _is_optional(alternative, end)
            found = openings(alternative[at + 3 : end - 1]) if wanted else []
        else:
            element = _ELEMENT.match(alternative, at)
            end, found = element.end() if element else at + 1, []
        if found and (not best or len(min(found, key=len)) >= len(min(best, key=len))):
            best = found
        repeat = _REPEAT.match(alternative, end)
        at = repeat.end() if repeat else end
    return best


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
