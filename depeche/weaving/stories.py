"""Which articles write of the same thing at about the same time: only these are searched for contradictions."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from depeche.model import Actor, Reading
from depeche.model.edtf import days_of
from depeche.weaving.occurrences import Telling, participant_key
from depeche.weaving.wording import likeness

# Of the names of the shorter article: 0.29 to 0.89 in stories of the gold, 0.25 at most elsewhere.
SAME_STORY = 0.28
STORY_LASTS = 7  # days between two articles of one story
PARTIES = 3  # the parties that an article names most, by whose pairs its story is found


def of_one_story(one: Telling, two: Telling) -> bool:
    """Whether two articles, by a telling of each, write of the same thing at about the same time."""
    return likeness(one.names, two.names) >= SAME_STORY and published_near(one.published, two.published)


def published_near(one: str | None, two: str | None) -> bool:
    """Whether two articles can have been published within STORY_LASTS days of each other; an unknown date can."""
    first, second = days_of(one), days_of(two)
    if not first[0] or not second[0]:
        return True
    ends = [day for day in (first[1], second[1]) if day]
    return not ends or (max(first[0], second[0]) - min(ends)).days <= STORY_LASTS


def story_keys(reading: Reading) -> list[str]:
    """What articles of one story have in common: a pair of the parties that each names most."""
    named = Counter(participant_key(actor) for actor in _named(reading))
    parties = sorted(named, key=lambda key: (-named[key], key))[:PARTIES]
    return [f"story {first} {second}" for first, second in combinations(sorted(parties), 2)]


def story_days(published: str | None) -> tuple[int | None, int | None]:
    """The days on which other articles of an article's story are published, as ordinals; None where unknown.

    Half of the time that a story lasts before and after, so that those of two articles of it meet.
    """
    first, last = days_of(published)
    half = (STORY_LASTS + 1) // 2
    return first.toordinal() - half if first else None, last.toordinal() + half if last else None


def _named(reading: Reading) -> Iterator[Actor]:
    yield from reading.actors
    for event in reading.events:
        yield from event.actor
        yield from event.recipient
    for statement in reading.statements:
        yield statement.speaker.actor
