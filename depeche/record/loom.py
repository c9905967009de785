"""The loom: what a weaving writes into the record, article by article.

What is known across articles depends on the set of articles alone, whatever order they came in: every method
replaces what the record held about the articles and events that it is given, and touches nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from depeche.model import Published
from depeche.record.gathering import decided
from depeche.record.links import (
    CopyLink,
    Groups,
    Identity,
    Link,
    Place,
    add_contradiction,
    add_copy,
    set_date,
    store_identities,
)
from depeche.record.threads import Threads


class Loom(Threads):
    """One weaving inside an open transaction."""

    def untie(self, article: str) -> set[Place]:
        """Forget the ties of an article's events, those it had before it was read anew too; what they tied it to."""
        ends = [row[end] for row in self._rows("ties_of_article", article=article) for end in (0, 1)]
        self._run("forget_ties_of_article", article=article)
        return {place for place in self._places(ends).values() if place[0] != article}

    def tie(self, first: Place, second: Place, strength: float) -> None:
        """Note that enough speaks for two tellings being of one act."""
        first, second = sorted((first, second))
        values = {"first_article": first[0], "first_event": self.event_id(first)}
        values |= {"second_article": second[0], "second_event": self.event_id(second)}
        self._run("add_tie", **values, strength=strength)

    def net(self, places: Iterable[Place]) -> tuple[set[Place], list[tuple[float, Place, Place]]]:
        """All events that ties lead to from these, and the ties among them."""
        found: dict[tuple[str, str], float] = {}

        def neighbours(event: str) -> Iterator[str]:
            for row in self._rows("ties_of_event", event=event):
                found[row[0], row[1]] = row[2]
                yield row[0]
                yield row[1]

        events = _reached([self.event_id(place) for place in places], neighbours)
        known = self._places(events)
        ties = [
            (strength, known[one], known[two])
            for (one, two), strength in found.items()
            if one in known and two in known
        ]
        return set(known.values()), ties

    def regroup(self, places: Iterable[Place], groups: Sequence[Sequence[Place]]) -> tuple[Groups, Groups]:
        """Gather events into other occurrences; the occurrences that changed, as they held before and hold now.

        `groups` are occurrences of these events with several tellings. What people decided is applied to them.
        """
        every = sorted(places)
        self._write("proposed_telling", every, groups)
        if self._rows("has_decisions")[0]["found"]:
            now, then = self._all("proposed_tellings"), self._all("tellings")
            wanted = set(decided(self._connection, now))
            before, after = set(then) - wanted, wanted - set(then)
            every = sorted({place for group in (*before, *after) for place in group})
        else:
            occurrences = {self._occurrence(place) for place in every} - {None}
            before = {self._group(occurrence) for occurrence in occurrences if occurrence}
            after = {tuple(sorted(group)) for group in groups}
            before, after = before - after, after - before
        self._write("telling", [place for group in before for place in group], sorted(after))
        return tuple(sorted(before)), tuple(sorted(after))

    def _write(self, table: str, places: Iterable[Place], groups: Iterable[Sequence[Place]]) -> None:
        for place in places:
            self._run(f"forget_{table}", event=self.event_id(place))
        for group in groups:
            occurrence = self.event_id(min(group))
            for place in group:
                self._run(f"add_{table}", event=self.event_id(place), occurrence=occurrence)

    def _all(self, name: str) -> Groups:
        groups: dict[str, list[Place]] = {}
        for row in self._rows(name):
            groups.setdefault(row["occurrence"], []).append((row["article_id"], row["number"]))
        return tuple(sorted(tuple(sorted(group)) for group in groups.values()))

    def _occurrence(self, place: Place) -> str | None:
        rows = self._rows("telling_of_event", event=self.event_id(place))
        return rows[0]["occurrence"] if rows else None

    def _group(self, occurrence: str) -> tuple[Place, ...]:
        rows = self._rows("tellings_of_occurrence", occurrence=occurrence)
        return tuple((row["article_id"], row["number"]) for row in rows)

    def occurrences_of(self, article: str) -> Groups:
        """The occurrences that an article tells."""
        found = {self._occurrence((article, number)) for number in self._events_of(article)} - {None}
        return tuple(sorted(self._group(occurrence) for occurrence in found if occurrence))

    def shared(self, first: str, second: str) -> list[tuple[int, int]]:
        """The numbers of the events of two articles that tell one act."""
        return [tuple(row) for row in self._rows("shared_occurrences", first=first, second=second)]

    def contradict(self, first: str, second: str, links: Iterable[Link]) -> None:
        """Replace what is known of contradictions between two articles, the first one's id being the lower."""
        self._run("forget_contradictions_between", first=first, second=second)
        events = {
            (article, number): id
            for article in (first, second)
            for number, id in self._events_of(article).items()
        }
        for link in links:
            add_contradiction(self._connection, link, events)

    def part_from_copies(self, article: str) -> set[str]:
        """Forget the copies of an article; the articles that it was one of."""
        rows = self._rows("copies_of_article", article=article)
        self._run("forget_copies_of_article", article=article)
        return {row[end] for row in rows for end in (0, 1)} - {article}

    def add_copy(self, copy: CopyLink) -> None:
        """Note that two articles share text."""
        add_copy(self._connection, copy)

    def families(self, articles: Iterable[str]) -> list[tuple[str, ...]]:
        """The families of copies that these articles belong to, those that stand alone included."""
        found: list[tuple[str, ...]] = []
        seen: set[str] = set()
        for article in sorted(articles):
            if article not in seen:
                family = _reached([article], self._copied)
                seen |= family
                found.append(tuple(sorted(family)))
        return found

    def _copied(self, article: str) -> Iterator[str]:
        for row in self._rows("copies_of_article", article=article):
            yield row[0]
            yield row[1]

    def set_origin(self, family: Sequence[str], origin: str, *, why: str) -> None:
        """Say which article of a family the others go back to."""
        for article in family:
            self._run("forget_origin", article=article)
            if article != origin:
                self._run("add_origin", article=article, origin=origin, why=why)

    def set_date(self, article: str, published: Published) -> None:
        """Date an article, beside what its own page says."""
        set_date(self._connection, article, published)

    def identify(self, identities: Iterable[Identity]) -> None:
        """Replace what is known of actors that go by several names."""
        store_identities(self._connection, identities)


def _reached(start: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo.extend(other for other in neighbours(one) if other not in seen)
    return seen
