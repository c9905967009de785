"""Who did it: each side accuses the other of the same act, or one act has another doer in each article."""

import re
from collections.abc import Iterator

import msgspec

from depeche.model import Event
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.occurrences import participant_keys
from depeche.weaving.senses import kinds, senses_of, senses_of_phrases
from depeche.weaving.versions import Sentence, Version

# Acts of which only one side can be the author, in charges and in plain telling.
SHARED = 2  # roots that the sentences have in common besides the act's own
_CLEFT = re.compile(
    r"\b(?:c['’]est|ce\s+sont|c['’]étai(?:t|ent))\s+(?P<who>[^,.;:!?]{2,60}?)\s+qui\s+(?P<what>[^,.;:!?]{3,80})",
    re.I,
)
REFUSALS = {"REJECT", "SANCTION"}


class Doing(msgspec.Struct, frozen=True):
    """That `doers` did something to `others`, as a sentence tells it; `senses` are what its words name."""

    senses: frozenset[str]
    doers: frozenset[str]
    others: frozenset[str]
    charged: bool
    sentence: Sentence
    event: int


def clashing_doers(one: Version, two: Version) -> Iterator[Contradiction]:
    """Acts that each article lays at another's door, where neither has the other's version too."""
    ours, theirs = one.once(_doings), two.once(_doings)
    told = set[frozenset[str]]()
    for first in ours:
        for second in theirs:
            senses = first.senses & second.senses
            if senses in told or not _swapped(first, second):
                continue
            both = any(_agree(first, each, senses) for each in theirs) or any(
                _agree(second, each, senses) for each in ours
            )
            if not both:
                told.add(senses)
                yield Contradiction("roles", "doer", _side(one, first), _side(two, second))
    yield from _clashing_clefts(one, two)


def _clashing_clefts(one: Version, two: Version) -> Iterator[Contradiction]:
    """ "C'est Ankara qui a demandé la réunion" against "C'est Athènes qui a demandé la réunion"."""
    ours, theirs = one.once(_clefts), two.once(_clefts)
    for who, what, sentence in ours:
        for other, done, where in theirs:
            if not who & other and len(what & done) >= SHARED:
                if any(who & each[0] and len(what & each[1]) >= SHARED for each in theirs):
                    continue
                first = Side(sentence.span, sentence.event, quoted(sentence.text))
                second = Side(where.span, where.event, quoted(where.text))
                yield Contradiction("roles", "doer", first, second)


def _clefts(version: Version) -> list[tuple[frozenset[str], frozenset[str], Sentence]]:
    """Who is said to be the one that did something, what it is, and the sentence: both as roots."""
    found = []
    for sentence in version.sentences:
        for match in _CLEFT.finditer(sentence.text):
            who, what = (
                frozenset(
                    word.root
                    for word in sentence.words
                    if word.counts
                    and match.start(part) <= word.span.start - sentence.span.start < match.end(part)
                )
                for part in ("who", "what")
            )
            if who and what:
                found.append((who, what, sentence))
    return found


def _doings(version: Version) -> list[Doing]:
    found = []
    for number, event in enumerate(version.events):
        if not event.actor or event.status in ("future", "hypothetical", "negated"):
            continue
        for sentence in version.sentences_of(event):
            senses = _named(version, event, sentence) & kinds("single")
            if not senses:
                continue
            actors, recipients = participant_keys(event.actor), participant_keys(event.recipient)
            if event.type == "ACCUSE" and event.mode != "disapprove" and recipients - actors:
                doing = Doing(
                    senses, frozenset(recipients - actors), frozenset(actors), True, sentence, number
                )
            elif event.type in REFUSALS and "cancel" in senses:
                doing = Doing(
                    frozenset({"cancel"}), frozenset(actors), frozenset(recipients), False, sentence, number
                )
            else:
                continue
            found.append(doing)
    return found


def _named(version: Version, event: Event, sentence: Sentence) -> frozenset[str]:
    """What acts the words of a sentence name: those of what was said, where the event is a speech in it."""
    said = [
        span
        for statement in version.statements
        for span in statement.content
        if span.overlaps(sentence.span) and statement.act in ("accuse", "deny", "criticise")
    ]
    if event.type != "ACCUSE" or not said:
        return sentence.senses
    words = [word for word in sentence.words if any(span.covers(word.span) for span in said)]
    texts = [span.of(version.text) for span in said]
    named = frozenset(sense for word in words for sense in senses_of(word.text))
    return named | frozenset(sense for text in texts for sense in senses_of_phrases(text))


def _swapped(one: Doing, two: Doing) -> bool:
    if one.charged != two.charged or not one.senses & two.senses or one.doers & two.doers:
        return False
    if one.charged:
        return bool(one.doers & two.others and two.doers & one.others)
    parties = (one.doers | one.others) & (two.doers | two.others)
    return bool(parties) and len(one.sentence.roots & two.sentence.roots) > SHARED


def _agree(one: Doing, two: Doing, senses: frozenset[str]) -> bool:
    return bool(two.senses & senses) and one.charged == two.charged and bool(one.doers & two.doers)


def _side(version: Version, doing: Doing) -> Side:
    return Side(doing.sentence.span, doing.event, quoted(doing.sentence.text))
