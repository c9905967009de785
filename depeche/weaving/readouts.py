"""Each side's account of one meeting, next to the other's (codebook section 7).

An account is a statement by one of the parties, or passed on by one, in an article that tells the meeting. Accounts
of different sides that share enough wording are one topic; the rest are what only one side says.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from depeche.model import Reading, Span, Statement
from depeche.weaving.clash_words import pattern_of
from depeche.weaving.occurrences import Occurrence
from depeche.weaving.quantities import counts_in
from depeche.weaving.versions import Sentence
from depeche.weaving.wording import content_words, likeness

MEETINGS = {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}  # acts after which each side publishes its account
REACH = 2500  # characters behind the first telling: an article's later parts turn to other matters
DENYING = {"deny", "reject"}
_NEGATION = re.compile(rf"\bn(?:e\b|['’])[^.;!?]{{1,60}}?\b(?:{pattern_of('nothing')})", re.I)
SAME_TOPIC = 0.3  # share of the shorter account's words; on the demo's readouts 0.2 joins unrelated formulas


class Account(msgspec.Struct, frozen=True):
    """One side's words on a meeting: the side's ISO code (or name), article id, statement number and text."""

    side: str
    article: str
    number: int
    statement: Statement
    text: str


class Topic(msgspec.Struct, frozen=True):
    """What accounts say of one thing; `sides` are the sides that say it."""

    accounts: tuple[Account, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have an account here, in alphabetical order."""
        return tuple(sorted({account.side for account in self.accounts}))

    @property
    def differs(self) -> bool:
        """Whether two sides say it differently: one denies what the other says, or they give other numbers."""
        return any(one.side != two.side and _differ(one, two) for one, two in combinations(self.accounts, 2))


class Readout(msgspec.Struct, frozen=True):
    """The accounts of one occurrence, topic by topic: those that several sides tell come first."""

    occurrence: Occurrence
    topics: tuple[Topic, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """Every side that has an account."""
        return tuple(sorted({side for topic in self.topics for side in topic.sides}))


def find_readout(occurrence: Occurrence, readings: dict[str, Reading]) -> Readout | None:
    """The readout of an occurrence, or None when fewer than two sides speak of it.

    `readings` are the readings of the articles that tell it, by article id.
    """
    if occurrence.tellings[0].event.type not in MEETINGS:
        return None
    accounts = list(_accounts(occurrence, readings))
    if len({account.side for account in accounts}) < 2:
        return None
    return Readout(occurrence, align(accounts))


def align(accounts: Sequence[Account]) -> tuple[Topic, ...]:
    """Accounts grouped by topic: the likeliest pairs of different sides first, each account in one topic."""
    words = [content_words(account.text) for account in accounts]
    pairs = sorted(
        (-likeness(words[one], words[two]), one, two)
        for one, two in combinations(range(len(accounts)), 2)
        if accounts[one].side != accounts[two].side
    )
    topic_of: dict[int, set[int]] = {}
    for unlikeness, one, two in pairs:
        if -unlikeness < SAME_TOPIC:
            break
        if one not in topic_of and two not in topic_of:
            topic_of[one] = topic_of[two] = {one, two}
    groups = {tuple(sorted(topic_of.get(place, {place}))) for place in range(len(accounts))}
    ordered = sorted(groups, key=lambda group: (-len(group), group))
    return tuple(Topic(tuple(accounts[place] for place in group)) for group in ordered)


def _differ(one: Account, two: Account) -> bool:
    if (one.statement.act in DENYING) != (two.statement.act in DENYING):
        return True
    if bool(_NEGATION.search(one.text)) != bool(_NEGATION.search(two.text)):
        return True
    first, second = (counts_in(Sentence(Span(0, len(each.text)), each.text)) for each in (one, two))
    return any(
        mine.noun == other.noun and mine.value != other.value and not mine.bound and not other.bound
        for mine in first
        for other in second
    )


def _accounts(occurrence: Occurrence, readings: dict[str, Reading]) -> Iterable[Account]:
    parties = {
        actor.country or actor.name
        for telling in occurrence.tellings
        for actor in (*telling.event.actor, *telling.event.recipient)
    }
    for telling in occurrence.tellings:
        reading = readings[telling.article]
        start = telling.event.evidence[0].start
        for number, statement in enumerate(reading.statements):
            if not start <= statement.content[0].start <= start + REACH:
                continue
            voices = [statement.speaker.actor, *statement.via]
            side = next((key for actor in voices if (key := actor.country or actor.name) in parties), None)
            if side:
                text = " […] ".join(span.of(reading.article.text) for span in statement.content)
                yield Account(side, telling.article, number, statement, text)
