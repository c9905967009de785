"""Where the nearest verb of a bare text looks, told from endings and auxiliaries without a tree."""

import re
from functools import cache

from depeche.language.moments.governing import Outlook
from depeche.language.moments.scene import Direction
from depeche.language.moments.words import values

_PARTICIPLE = r"(?:\w+(?:é|i|u|it|is|ert|ait)(?:e?s?)|eu|mort\w*)\b"
_STEM = r"(?:er|ir|dr|tr|vr|ur|rr|pr|cr)"
_MODAL = r"(?:doi(?:t|vent)|dev(?:ait|aient|ra|ront|rait|raient)|v(?:a|ont)|all(?:ait|aient)|compten?t?|souhaiten?t?)"
_PLANNED = r"(?:prév|attend|conven)ue?s?|(?:programm|planifi|envisag|agend|fix|convoqu|espér)ée?s?"
# Order decides where two match at one place.
_CUES = re.compile(
    r"\b(?:"
    rf"(?P<modal>{_MODAL}(?: \w+)?? (?:s'|se |y |en |le |la |les |l')?\w+(?:er|ir|re)\b)"
    rf"|(?P<planned>(?:(?:est|sont|était|étaient|été)(?: \w+)?? )?(?:{_PLANNED})\b)"
    rf"|(?P<pluperfect>(?:avait|avaient|était|étaient)(?: \w+)?? {_PARTICIPLE})"
    rf"|(?P<perfect>(?:a|ont|est|sont|ai|avons|fut|furent|eut|aura|auront)(?: \w+)?? {_PARTICIPLE})"
    rf"|(?P<aside>(?:ayant|avoir|être|aurai(?:t|ent)|serai(?:t|ent))(?:,[^,.]{{1,40}},| \w+)?? {_PARTICIPLE})"
    rf"|(?P<ahead>\w*{_STEM}(?:a|ont|ait|aient))\b"
    r"|(?P<imperfect>\w+(?:ait|aient))\b"
    r")"
)
# A bare participle right before the expression ("déclenché en février 2022") decides alone; "prévu en mars" does not.
_ADJACENT = re.compile(
    rf"(?!\b(?:{_PLANNED}))\b\w*(?:é|(?:conc|romp|t?en|vend|reç|par|dissol)u|ouvert|(?:pr|m)is)e?s? (?:\w+ ){{0,2}}$"
)
_REACH = 500  # characters: without a bound, a page of dates in one sentence costs the square of its length
_ACROSS = 40  # characters: a cue beyond a comma counts as that much farther


def outlook_in_text(plain: str, sentence: tuple[int, int], place: tuple[int, int]) -> Outlook:
    """Where the verb nearest to `place` in its sentence looks; offsets count in the normalised text `plain`."""
    start, end = place
    if plain[max(0, start - 5) : start] == "pour ":
        return Outlook("future")
    if _ADJACENT.search(plain, max(sentence[0], start - 60), start):
        return Outlook("past")
    best, nearest = "", 10_000
    window = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    for found in _CUES.finditer(plain, *window):
        kind = found.lastgroup or ""
        if found[0] in values("not_future") or (found.start() < end and start < found.end()):
            continue
        gap = plain[end : found.start()] if found.start() >= end else plain[found.end() : start]
        distance = len(gap) + _ACROSS * sum(gap.count(mark) for mark in ',;:«»"()–')
        if distance < nearest:
            best, nearest = kind, distance
    direction = _direction(best)
    return Outlook(direction, best == "perfect" and nearest < _ACROSS)


@cache
def _direction(kind: str) -> Direction:
    if kind in ("modal", "planned", "ahead"):
        return "future"
    return "past" if kind else "unknown"
