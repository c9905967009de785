"""One clause, another place in it: "réunir les deux états-majors à Izmir", "réunir les deux états-majors à Naples"."""

import re
from collections.abc import Iterator

import msgspec

from depeche.model import Span
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.quantities import demonyms
from depeche.weaving.versions import Sentence, Version
from depeche.weaving.wording import fold

SAME = 2  # words that say something, in one order right before the place
SHARED = 1  # roots and acts that the sentences have in common besides these
REACH = 8  # words before the place that the clause is compared by
_SLOT = re.compile(
    r"\b(?P<at>à|au|aux|en|près d['’e]\s?|au large d['’e]\s?)\s?(?P<name>[A-ZÀ-ÝŒ][\w'’-]+(?:\s[A-ZÀ-ÝŒ][\w'’-]+)*)"
)


class Slot(msgspec.Struct, frozen=True):
    """A named place in a clause, and the roots of the words before it."""

    name: str
    before: tuple[str, ...]
    at: Span
    sentence: Sentence


def clashing_slots(one: Version, two: Version) -> Iterator[Contradiction]:
    """The clauses that both articles have with another place in each, and neither with the other's."""
    ours, theirs = one.once(_slots), two.once(_slots)
    for first in ours:
        for second in theirs:
            if _same_clause(first, second) and _elsewhere(first.name, second.name):
                if _told(second.name, one) or _told(first.name, two):
                    continue
                yield Contradiction("place", "slot", _side(one, first), _side(two, second))


def _slots(version: Version) -> list[Slot]:
    found = []
    for sentence in version.sentences:
        for match in _SLOT.finditer(sentence.text):
            start = sentence.span.start + match.start()
            before = [word.root for word in sentence.words if word.span.end <= start and word.counts]
            at = Span(start, sentence.span.start + match.end())
            found.append(Slot(match["name"], tuple(before[-REACH:]), at, sentence))
    return found


def _same_clause(one: Slot, two: Slot) -> bool:
    """Whether the words right before both places are the same ones in the same order."""
    same = one.before[-SAME:]
    if len(same) < SAME or same != two.before[-SAME:]:
        return False
    shared = (one.sentence.roots & two.sentence.roots) - set(same)
    return len(shared) + len(one.sentence.senses & two.sentence.senses) >= SHARED


def _elsewhere(one: str, two: str) -> bool:
    """Whether two names cannot be of one place; those of states are passed over, for places lie in them."""
    first, second = fold(one), fold(two)
    if {first, second} & _states() or first[:5] == second[:5]:
        return False
    return first not in second and second not in first


def _states() -> set[str]:
    return set(demonyms())


def _told(name: str, version: Version) -> bool:
    return fold(name) in fold(version.text)


def _side(version: Version, slot: Slot) -> Side:
    words = [word for word in slot.sentence.words if word.span.end <= slot.at.start][-REACH:]
    return Side(
        slot.sentence.span,
        slot.sentence.event,
        quoted(Span(words[0].span.start, slot.at.end).of(version.text)),
    )
