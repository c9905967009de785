"""When an act happened: two days, or two times of one day, that have no hour in common."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from depeche.model import Moment
from depeche.model.edtf import days_of
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.senses import senses_of
from depeche.weaving.versions import Sentence, Version, Word

# Acts that a story is about once: of meetings and words there are many.
ONCE = {
    "release",
    "hold",
    "abduct",
    "kill",
    "fire",
    "collide",
    "attack",
    "strike",
    "sign",
    "destroy",
    "explode",
    "poison",
    "resign",
}
LONGEST = 2  # days: a longer time is no telling of when
NEAREST = 9  # words between a time and the act that it dates
SHARED = 3  # roots that both sentences have in common besides the act's own
# Hours of parts of a day, from its midnight.
PARTS = (
    (re.compile(r"fin d['’]après-midi", re.I), (15, 20)),
    (re.compile(r"début d['’]après-midi", re.I), (12, 16)),
    (re.compile(r"nuit", re.I), (20, 31)),
    (re.compile(r"aube|petit matin|aurore", re.I), (3, 9)),
    (re.compile(r"matin", re.I), (4, 13)),
    (re.compile(r"mi-journée|midi\b", re.I), (10, 15)),
    (re.compile(r"après-midi", re.I), (11, 20)),
    (re.compile(r"soir", re.I), (16, 28)),
)
_NIGHT = re.compile(r"nuit d\w+ \w+(?: \d+)? à|nuit du", re.I)
_BEHIND = re.compile(
    r"[\s,]*(?:dans\s+|en\s+|à\s+|au\s+|vers\s+|l['’]|la\s+|le\s+)*(?:fin d['’]|début d['’])?"
    r"(?:matin\w*|après-midi|soir\w*|nuit|aube|midi)\b",
    re.I,
)


class Timed(msgspec.Struct, frozen=True):
    """An act told with its time: hours from the first to the last that it can be, counted from a fixed day.

    `act` is the place of the word that names it in its sentence.
    """

    sense: str
    first: int
    last: int
    act: int
    moment: Moment
    sentence: Sentence


def clashing_times(one: Version, two: Version) -> Iterator[Contradiction]:
    """The acts that both articles date, at no time that both can mean."""
    ours, theirs = one.once(_timed), two.once(_timed)
    for sense in sorted(ONCE):
        first = [timed for timed in ours if timed.sense == sense]
        second = [timed for timed in theirs if timed.sense == sense]
        pairs = [(mine, other) for mine in first for other in second if _alike(mine, other)]
        if pairs and not any(_meet(mine, other) for mine in first for other in second):
            mine, other = max(pairs, key=lambda pair: len(_shared(*pair)))
            yield Contradiction("date", "time", _side(one, mine), _side(two, other))


def _side(version: Version, timed: Timed) -> Side:
    # "mardi" and "mardi" may be two days: the resolved one stands beside the words.
    says = f"{quoted(_words(version, timed.moment))} ({timed.moment.edtf})"
    return Side(timed.sentence.span, timed.sentence.event, says)


def _words(version: Version, moment: Moment) -> str:
    """A time expression with the part of the day behind it."""
    behind = _BEHIND.match(version.text, moment.span.end)
    return version.text[moment.span.start : behind.end() if behind else moment.span.end]


def _alike(one: Timed, two: Timed) -> bool:
    return len(_shared(one, two)) >= SHARED


def _shared(one: Timed, two: Timed) -> frozenset[str]:
    """The roots that both sentences have besides the act's own and those of the times."""
    own = {
        word.root
        for timed in (one, two)
        for at, word in enumerate(timed.sentence.words)
        if at == timed.act or timed.moment.span.covers(word.span)
    }
    return (one.sentence.roots & two.sentence.roots) - own


def _meet(one: Timed, two: Timed) -> bool:
    return one.first < two.last and two.first < one.last


def _timed(version: Version) -> list[Timed]:
    found = []
    for place, moments in version.moments.items():
        sentence = version.sentences[place]
        for moment in moments:
            hours = _hours(version, moment)
            if hours is None:
                continue
            for at, sense in _dated(sentence, moment):
                found.append(Timed(sense, *hours, at, moment, sentence))
    # "trois jours après, dimanche soir": the narrower time is the one that is meant.
    return [one for one in found if not any(_narrower(two, one) for two in found)]


def _narrower(one: Timed, two: Timed) -> bool:
    inside = two.first <= one.first and one.last <= two.last and one.last - one.first < two.last - two.first
    return inside and one.sense == two.sense


def _dated(sentence: Sentence, moment: Moment) -> Iterator[tuple[int, str]]:
    """The acts that a time dates: those of the nearest word that names one, and its senses."""
    named = [
        (_gap(sentence.words, at, moment), at)
        for at, word in enumerate(sentence.words)
        if senses_of(word.text) & ONCE
    ]
    if not named:
        return
    gap, at = min(named)
    if gap <= NEAREST:
        for sense in sorted(senses_of(sentence.words[at].text) & ONCE):
            yield at, sense


def _gap(words: tuple[Word, ...], at: int, moment: Moment) -> int:
    """Words between a word and a time."""
    between = [
        word
        for word in words
        if min(words[at].span.end, moment.span.end) <= word.span.start
        and word.span.end <= max(words[at].span.start, moment.span.start)
    ]
    return len(between)


def _hours(version: Version, moment: Moment) -> tuple[int, int] | None:
    if not moment.edtf or moment.edtf.endswith("~"):
        return None
    first, last = days_of(moment.edtf)
    if not first or not last or (last - first).days >= LONGEST:
        return None
    words = _words(version, moment)
    if _NIGHT.search(words) and last > first:
        return _hour(first) + 20, _hour(last) + 8
    for part, (start, end) in PARTS:
        if part.search(words):
            return _hour(first) + start, _hour(last) + end
    return _hour(first), _hour(last) + 24


def _hour(day: date) -> int:
    return day.toordinal() * 24
