"""On whose soil: "à l'intérieur du territoire ghanéen", "en terre burkinabè"."""

import re
from collections.abc import Iterator

import msgspec

from depeche.model import Span
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.quantities import demonyms
from depeche.weaving.versions import Sentence, Version
from depeche.weaving.wording import fold

SHARED = 2  # roots that both sentences have in common, besides the day of the same act
_SOIL = re.compile(
    r"\b(?P<way>depuis|vers|de|d['’])?\s*(?:en|sur|dans|du|le|l['’]intérieur\s+du|les|des)\s+"
    r"(?:territoire|terre|sol|côté|eaux(?:\s+territoriales)?)\s+(?P<whose>\w+)",
    re.I,
)


class Soil(msgspec.Struct, frozen=True):
    """On which state's soil something happened, in a sentence that gives the days of it."""

    state: str
    at: Span
    days: frozenset[str]
    sentence: Sentence


def clashing_soils(one: Version, two: Version) -> Iterator[Contradiction]:
    """The acts of one day that each article puts on another state's soil, and neither on the other's too."""
    ours, theirs = one.once(_soils), two.once(_soils)
    for first in ours:
        for second in theirs:
            if first.state == second.state or not first.days & second.days:
                continue
            if len(first.sentence.roots & second.sentence.roots) < SHARED:
                continue
            if any(soil.state == second.state for soil in ours) or any(
                soil.state == first.state for soil in theirs
            ):
                continue
            yield Contradiction("place", "soil", _side(one, first), _side(two, second))


def _soils(version: Version) -> list[Soil]:
    found = []
    for place, sentence in enumerate(version.sentences):
        # A day without its year is the same day of the same story.
        days = frozenset(
            moment.edtf[-5:]
            for moment in version.moments.get(place, ())
            if moment.edtf
            and moment.granularity == "day"
            and re.fullmatch(r"[\dX]{4}-\d\d-\d\d", moment.edtf)
        )
        for match in _SOIL.finditer(sentence.text):
            state = demonyms().get(fold(match["whose"]))
            if state and days and not match["way"]:
                start = sentence.span.start
                found.append(Soil(state, Span(start + match.start(), start + match.end()), days, sentence))
    return found


def _side(version: Version, soil: Soil) -> Side:
    return Side(soil.sentence.span, soil.sentence.event, quoted(soil.at.of(version.text)))
