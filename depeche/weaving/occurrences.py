"""One act told by several articles (codebook section 7).

Two tellings are linked when nothing in them speaks against it (type, participants, date) and enough speaks for it.
Links are taken strongest first, and never put two acts of one article together: an article's own reading has
already told its acts apart. The result depends on the set of tellings alone, not on their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations

import msgspec

from depeche.model import Actor, Event
from depeche.model.edtf import days_of
from depeche.weaving.wording import content_words, likeness

# Types told as one scene in which no side is first: who is named as actor depends on the teller.
MUTUAL = {"CONSULT", "COOPERATE", "ASSAULT", "RETREAT"}
# Material acts: two of one mode between the same sides within days are rarely two acts; speeches often are.
SCENES = {"RETREAT", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"}
SCENE_BONUS = 0.5
WORDING = 0.12  # of the words: two speeches of one day between the same sides are told in other words
HALF = 0.5  # of the participants must be the same
STORY = 2.0  # weight of the names that the two articles share
SLIP = 4  # days by which two tellings of one act may contradict each other
NEWS = 30  # days around an article in which an act that it does not date is taken to lie
LINK = 2.1  # evidence points; on the gold's groups 1.7 links distinct speeches and 2.5 loses meetings


class Telling(msgspec.Struct, frozen=True, dict=True):
    """One article's record of an act: article id, the event's place in its reading, and its evidence's text.

    `published` is the article's EDTF date or None, `names` the names of its whole text (`wording.names_in`).
    """

    article: str
    number: int
    event: Event
    passage: str
    published: str | None = None
    names: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """What the passage's wording is compared by."""
        return content_words(self.passage)

    @property
    def key(self) -> tuple[str, int]:
        """What orders tellings."""
        return self.article, self.number


class Occurrence(msgspec.Struct, frozen=True):
    """An act and its tellings, ordered by article."""

    tellings: tuple[Telling, ...]


def find_occurrences(tellings: Iterable[Telling]) -> list[Occurrence]:
    """Group tellings into occurrences; each telling stands in exactly one, often alone."""
    ordered = sorted(tellings, key=lambda telling: telling.key)
    links = []
    for group in _blocks(ordered).values():
        for one, two in combinations(group, 2):
            if ordered[one].article != ordered[two].article:
                strength = link_strength(ordered[one], ordered[two])
                if strength >= LINK:
                    links.append((-strength, one, two))
    leader = list(range(len(ordered)))
    articles = [{telling.article} for telling in ordered]

    def find(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    for _, one, two in sorted(set(links)):
        first, second = sorted((find(one), find(two)))
        if first != second and not articles[first] & articles[second]:
            leader[second] = first
            articles[first] |= articles[second]
    groups: defaultdict[int, list[Telling]] = defaultdict(list)
    for place, telling in enumerate(ordered):
        groups[find(place)].append(telling)
    return [Occurrence(tuple(group)) for group in groups.values()]


def link_strength(one: Telling, two: Telling) -> float:
    """How much speaks for two tellings being of one act; 0 where something speaks against it."""
    first, second = one.event, two.event
    if first.type != second.type or (first.status == "hypothetical") != (second.status == "hypothetical"):
        return 0.0
    apart = days_apart(one, two)
    if apart > SLIP:
        return 0.0
    participants = _participants_agree(first, second)
    if participants < HALF:
        return 0.0
    wording = likeness(one.words, two.words)
    if wording < WORDING and first.type not in SCENES:
        return 0.0
    strength = participants + 2.5 * wording + STORY * likeness(one.names, two.names)
    if first.mode and second.mode:
        if first.mode != second.mode and first.type in SCENES:
            return 0.0
        strength += 0.3 if first.mode == second.mode else -0.3
        strength += SCENE_BONUS if first.type in SCENES else 0.0
    if first.date and second.date:
        same = days_of(first.date) == days_of(second.date)
        strength += (0.8 if first.type in SCENES else 0.5) if same else -0.2 if apart else 0.3
    if first.place and second.place:
        strength += 0.4 if first.place.country == second.place.country else -0.2
    return strength


def days_apart(one: Telling, two: Telling) -> int:
    """Days between the times that two tellings give; 0 where they can be the same.

    An undated act is taken to be news within NEWS days of its article.
    """
    first, second = (days_of(telling.event.date or telling.published) for telling in (one, two))
    starts = [day for day in (first[0], second[0]) if day]
    ends = [day for day in (first[1], second[1]) if day]
    if not starts or not ends:
        return 0
    apart = max(0, (max(starts) - min(ends)).days)
    dated = one.event.date and two.event.date
    return apart if dated else max(0, apart - NEWS)


def _participants_agree(one: Event, two: Event) -> float:
    if one.type in MUTUAL or not (one.recipient or two.recipient):
        return _overlap((*one.actor, *one.recipient), (*two.actor, *two.recipient))
    actors = _overlap(one.actor, two.actor)
    if not actors:
        return 0.0
    recipients = _overlap(one.recipient, two.recipient) if one.recipient and two.recipient else 0.5
    return (actors + recipients) / 2 if recipients else 0.0


def _overlap(ones: Sequence[Actor], twos: Sequence[Actor]) -> float:
    """Share of participants that both name, by country where there is one; persons of one state must agree."""
    keys_one, keys_two = participant_keys(ones), participant_keys(twos)
    if not keys_one or not keys_two:
        return 0.0
    common = keys_one & keys_two
    for key in common:
        people = [
            {actor.name for actor in side if actor.kind == "person" and _key(actor) == key}
            for side in (ones, twos)
        ]
        if people[0] and people[1] and not _any_name_agrees(*people):
            return 0.0
    return len(common) / max(len(keys_one), len(keys_two))


def _key(actor: Actor) -> str:
    return actor.country or actor.name


def participant_keys(actors: Sequence[Actor]) -> set[str]:
    """What participants are compared by: the state where there is one, else the name."""
    return {_key(actor) for actor in actors}


def _any_name_agrees(ones: set[str], twos: set[str]) -> bool:
    """Whether a name of each side shares its last word: the same person, more or less fully named."""
    return bool(
        {name.split()[-1].casefold() for name in ones} & {name.split()[-1].casefold() for name in twos}
    )


def _blocks(ordered: Sequence[Telling]) -> dict[tuple[str, str], list[int]]:
    """Tellings that can be linked at all share a type and a participant: only those are compared."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, telling in enumerate(ordered):
        event = telling.event
        for key in sorted(participant_keys((*event.actor, *event.recipient))):
            blocks[event.type, key].append(place)
    return blocks
