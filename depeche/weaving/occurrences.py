"""One act told by several articles (codebook section 7).

Two tellings are linked when nothing in them speaks against it (type, participants, date) and enough speaks for it.
Links are taken strongest first, and never put two acts of one article together: an article's own reading has
already told its acts apart. The result depends on the set of tellings alone, not on their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

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
DENIED_WORDING = 0.3  # of the words, where one telling says that the act was not done
HALF = 0.5  # of the participants must be the same
STORY = 2.0  # weight of the names that the two articles share
SLIP = 4  # days by which two tellings of one act may contradict each other
NEWS = 30  # days around an article in which an act that it does not date is taken to lie
LINK = 2.1  # evidence points; on the gold's groups 1.7 links distinct speeches and 2.5 loses meetings


Key = tuple[str, int]  # a telling: its article's id, and the event's place in its reading


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
    def key(self) -> Key:
        """What orders tellings."""
        return self.article, self.number


class Occurrence(msgspec.Struct, frozen=True):
    """An act and its tellings, ordered by article."""

    tellings: tuple[Telling, ...]


def gather(ties: Iterable[tuple[float, Key, Key]], told: Mapping[Key, Telling]) -> list[tuple[Key, ...]]:
    """Occurrences of several tellings, from pairs that are tied: strength, and the two tellings' keys.

    What tellings of one chain of ties become depends on that chain alone. An undated telling can be tied to two acts
    of different days, which it does not make one.
    """
    leader: dict[Key, Key] = {}
    members: dict[Key, set[Key]] = {}

    def find(key: Key) -> Key:
        while (above := leader.setdefault(key, key)) != key:
            key = above
        return key

    for _, one, two in sorted((-strength, min(one, two), max(one, two)) for strength, one, two in ties):
        first, second = sorted((find(one), find(two)))
        ours, theirs = members.setdefault(first, {first}), members.setdefault(second, {second})
        if first == second or {key[0] for key in ours} & {key[0] for key in theirs}:
            continue
        if all(days_apart(told[mine], told[other]) <= SLIP for mine in ours for other in theirs):
            leader[second] = first
            ours |= members.pop(second)
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


def keys_of(telling: Telling) -> list[str]:
    """What tellings that can be linked have in common: type, wish or fact, and one participant."""
    event = telling.event
    kind = f"{event.type}{'?' if event.status == 'hypothetical' else ''}"
    return [f"{kind} {key}" for key in sorted(participant_keys((*event.actor, *event.recipient)))]


def days_of_telling(telling: Telling) -> tuple[int | None, int | None]:
    """The days on which a told act can lie, as ordinals, None where open: two that can be linked have some in common.

    They are those of its date, or NEWS days around its article, and SLIP days more on each side.
    """
    slack = SLIP if telling.event.date else SLIP + NEWS
    first, last = days_of(telling.event.date or telling.published)
    return first.toordinal() - slack if first else None, last.toordinal() + slack if last else None


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
    if (first.status == "negated") != (second.status == "negated") and wording < DENIED_WORDING:
        return 0.0  # that two did not meet says nothing against another meeting
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
        elsewhere = -0.2 if first.date and first.date == second.date else -1.0
        strength += 0.4 if first.place.country == second.place.country else elsewhere
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
    if len(common) < 2 and keys_one - common and keys_two - common:
        return 0.0  # each names a party that the other does not: one met Lima, one met Quito
    for key in common:
        people = [
            {actor.name for actor in side if actor.kind == "person" and participant_key(actor) == key}
            for side in (ones, twos)
        ]
        if people[0] and people[1] and not _any_name_agrees(*people):
            return 0.0
    return len(common) / max(len(keys_one), len(keys_two))


def participant_key(actor: Actor) -> str:
    """What a participant is compared by: the state where there is one, else the name."""
    return actor.country or actor.name


def participant_keys(actors: Sequence[Actor]) -> set[str]:
    """What several participants are compared by."""
    return {participant_key(actor) for actor in actors}


def _any_name_agrees(ones: set[str], twos: set[str]) -> bool:
    """Whether a name of each side shares its last word: the same person, more or less fully named."""
    return bool(
        {name.split()[-1].casefold() for name in ones} & {name.split()[-1].casefold() for name in twos}
    )
