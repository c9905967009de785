"""Some new articles joined with all that a record knows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec
import numpy as np

from depeche.model import Reading
from depeche.record import CopyLink, Imprint, Key, Link, Loom, Place
from depeche.running.desk import Desk
from depeche.weaving.contradictions import Contradiction, find_contradictions
from depeche.weaving.copies import CANDIDATE, Carrier, compare, origin_of
from depeche.weaving.narrowing import is_open, narrow
from depeche.weaving.occurrences import (
    LINK,
    Occurrence,
    Telling,
    days_of_telling,
    gather,
    keys_of,
    link_strength,
)
from depeche.weaving.shingles import Hashes
from depeche.weaving.stories import of_one_story, story_days, story_keys

Pair = tuple[str, str]  # two articles, the lower id first


class Joining:
    """The joining of some articles: each step leaves the record true for all articles woven so far."""

    def __init__(self, loom: Loom, desk: Desk) -> None:
        self._loom = loom
        self._desk = desk

    def join(self, articles: Sequence[str]) -> None:
        """Weave articles that are not woven, or that changed since."""
        freed, parted = set[Place](), set[str]()
        keys: dict[str, tuple[Key, ...]] = {}
        for article in articles:
            reading = self._loom.reading(article)
            self._desk.open(reading)
            freed |= self._loom.untie(article)
            parted |= self._loom.part_from_copies(article)
            places = [(article, number) for number in range(len(reading.events))]
            tellings = self._desk.tellings(self._loom, places)
            keys[article] = tuple(_keys(reading, [tellings[place] for place in places]))
            self._loom.take_in(self._imprint(article, keys[article]))
        pairs = self._copy(articles, parted)
        for article in articles:
            pairs |= self._tie(article, keys[article])
        own = {(article, key.number) for article in articles for key in keys[article]}
        self._contradict(pairs | self._regroup(freed | own))
        self._date(articles)

    def _imprint(self, article: str, keys: tuple[Key, ...]) -> Imprint:
        sampled = self._desk.page(self._loom, article).sampled
        names = self._desk.names(self._loom, [article])[article]
        return Imprint(article, names, _signed(sampled), keys)

    def _copy(self, articles: Sequence[str], parted: Iterable[str]) -> set[Pair]:
        """Find the copies of new articles, and the origins of all families that they changed; the copies found."""
        fresh, found = set(articles), set[Pair]()
        for article in articles:
            page = self._desk.page(self._loom, article)
            for other in self._loom.sharing(article, _signed(page.sampled), least=CANDIDATE):
                if other in fresh and other < article:
                    continue  # found from the other side
                copy = compare(page, self._desk.page(self._loom, other))
                if copy:
                    found.add((copy.first, copy.second))
                    self._loom.add_copy(CopyLink(**msgspec.structs.asdict(copy)))
        for family in self._loom.families({*articles, *parted}):
            origin, why = origin_of(self._carrier(article) for article in family)
            self._loom.set_origin(family, origin, why=why)
        return found

    def _carrier(self, article: str) -> Carrier:
        dating = self._loom.dating(article)
        return Carrier(article, dating.published.value, dating.outlet, dating.agencies, dating.length)

    def _tie(self, article: str, keys: Iterable[Key]) -> set[Pair]:
        """Tie an article's events to others that tell the same act; the pairs of articles that tell one story."""
        near: dict[int, set[Place]] = {}
        for key in keys:
            found = (place for place in self._loom.near(key) if place[0] != article)
            near.setdefault(key.number, set()).update(found)
        others = {place for places in near.values() for place in places}
        tellings = self._desk.tellings(self._loom, {*others, *((article, number) for number in near)})
        stories: dict[str, bool] = {}
        for number, places in near.items():
            mine = tellings[article, number]
            for place in sorted(places):
                theirs = tellings[place]
                strength = link_strength(mine, theirs)
                if strength >= LINK:
                    self._loom.tie(mine.key, place, strength)
                if place[0] not in stories or strength >= LINK:
                    stories[place[0]] = strength >= LINK or of_one_story(mine, theirs)
        return {_pair(article, other) for other, related in stories.items() if related}

    def _regroup(self, places: Iterable[Place]) -> set[Pair]:
        """Gather the events that ties lead to from these anew; the pairs of articles for which this changed a thing."""
        net, ties = self._loom.net(places)
        tellings = self._desk.tellings(self._loom, {place for _, *places in ties for place in places})
        before, after = self._loom.regroup(net, gather(ties, tellings))
        together = [
            {pair for group in groups for pair in combinations(group, 2)} for groups in (before, after)
        ]
        return {_pair(one[0], two[0]) for one, two in together[0] ^ together[1]}

    def _contradict(self, pairs: Iterable[Pair]) -> None:
        for first, second in sorted(pairs):
            one, two = (self._desk.version(self._loom, article) for article in (first, second))
            found = find_contradictions(one, two, same=self._loom.shared(first, second))
            self._loom.contradict(first, second, [_link(first, second, each) for each in found])

    def _date(self, articles: Iterable[str]) -> None:
        """Date articles, and those that tell one act with them, by their own page and by the acts they tell as news."""
        fresh = set(articles)
        tell = {place[0] for one in fresh for group in self._loom.occurrences_of(one) for place in group}
        for article in sorted(fresh | tell):
            own = self._loom.dating(article).published
            if not is_open(own):
                if article in fresh:
                    self._loom.set_date(article, own)
                continue
            groups = self._loom.occurrences_of(article)
            tellings = self._desk.tellings(self._loom, {place for group in groups for place in group})
            occurrences = [Occurrence(tuple(tellings[place] for place in group)) for group in groups]
            others = {article, *(place[0] for group in groups for place in group)}
            published = {other: self._loom.dating(other).published for other in others}
            self._loom.set_date(article, narrow(article, published, occurrences))


def _keys(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Key]:
    """What the events of an article are found by; its story is found by the first of them."""
    for telling in tellings:
        first, last = days_of_telling(telling)
        for key in keys_of(telling):
            yield Key(telling.number, key, first, last)
    if tellings:
        first, last = story_days(reading.article.published.value)
        for key in story_keys(reading):
            yield Key(0, key, first, last)


def _signed(hashes: Hashes) -> tuple[int, ...]:
    """Hashes as SQLite keeps integers."""
    return tuple(hashes.view(np.int64).tolist())


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


def _link(first: str, second: str, found: Contradiction) -> Link:
    return Link(
        found.matter,
        (first, found.first.event),
        (second, found.second.event),
        found.first.says,
        found.second.says,
        found.why,
        found.first.at,
        found.second.at,
    )
