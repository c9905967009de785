"""What a weaving asks of the record: articles, what they are found by, and what is found by it."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from depeche.model import Actor, ActorKind, Event, Published, Reading
from depeche.model import Place as Where
from depeche.record.imprints import Dating, Imprint, Key, KnownActor, Told
from depeche.record.journal import held_apart
from depeche.record.links import Place
from depeche.record.queries import query
from depeche.record.restoring import restore_reading
from depeche.record.rows import as_json


class Threads:
    """The side of a loom that finds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, dict[int, str]] = {}

    def _rows(self, name: str, **values: object) -> list[sqlite3.Row]:
        return self._connection.execute(query(name), values).fetchall()

    def _run(self, name: str, **values: object) -> None:
        self._connection.execute(query(name), values)

    def event_id(self, place: Place) -> str:
        """The id of an event. Raises KeyError where there is none."""
        return self._events_of(place[0])[place[1]]

    def _events_of(self, article: str) -> dict[int, str]:
        if article not in self._ids:
            rows = self._rows("event_ids_of", article=article)
            self._ids[article] = {row["number"]: row["id"] for row in rows}
        return self._ids[article]

    def _places(self, events: Iterable[str]) -> dict[str, Place]:
        rows = self._rows("places_of_events", events=as_json(sorted(set(events))))
        return {row["id"]: (row["article_id"], row["number"]) for row in rows}

    def reading(self, article: str) -> Reading:
        """The reading of an article, dated by what its own page says."""
        reading = restore_reading(self._connection, article)
        page = msgspec.structs.replace(reading.article, published=self.dating(article).published)
        return msgspec.structs.replace(reading, article=page)

    def dating(self, article: str) -> Dating:
        """What dates an article among its copies."""
        (row,) = self._rows("dating_of_article", article=article)
        published = msgspec.json.decode(row["own_published"], type=Published)
        return Dating(published, row["outlet"], tuple(msgspec.json.decode(row["agencies"])), row["length"])

    def names(self, articles: Iterable[str]) -> dict[str, frozenset[str]]:
        """The stems of the names in the texts of woven articles."""
        rows = self._rows("names_of", articles=as_json(sorted(articles)))
        return {row["article_id"]: frozenset(msgspec.json.decode(row["names"])) for row in rows}

    def take_in(self, imprint: Imprint) -> None:
        """Note what an article is found by; it counts as woven from now on."""
        article = imprint.article
        for name in ("unweave", "forget_shingles", "forget_event_keys"):
            self._run(name, article=article)
        self._run("add_woven", article=article, names=as_json(sorted(imprint.names)))
        for hashed in sorted(set(imprint.hashes)):
            self._run("add_shingle", hash=hashed, article=article)
        for key in imprint.keys:
            event = self.event_id((article, key.number))
            self._run("add_event_key", key=key.key, event=event, first=key.first, last=key.last)

    def sharing(self, article: str, hashes: Iterable[int], *, least: int) -> list[str]:
        """Other articles that bear at least so many of the hashes."""
        rows = self._rows("articles_sharing", article=article, hashes=as_json(list(hashes)), least=least)
        return sorted(row["article_id"] for row in rows)

    def near(self, key: Key) -> list[Place]:
        """Events with this key that can lie in its days."""
        rows = self._rows("events_near", key=key.key, first=key.first, last=key.last)
        return [(row["article_id"], row["number"]) for row in rows]

    def told(self, places: Iterable[Place]) -> Iterator[Told]:
        """What weaving compares of these events."""
        ids = as_json(sorted(self.event_id(place) for place in places))
        for row in self._rows("told_events", events=ids):
            people = msgspec.json.decode(row["people"], type=list[tuple[str, str, ActorKind, str | None]])
            actors, recipients = (
                tuple(Actor(name, kind, country) for part, name, kind, country in people if part == side)
                for side in ("actor", "recipient")
            )
            event = Event(
                type=row["type"],
                mode=row["mode"],
                date=row["date"],
                place=Where(row["place"], row["place_country"]) if row["place"] is not None else None,
                status=row["status"],
                according_to=row["according_to"],
                actor=actors,
                recipient=recipients,
                evidence=(),
            )
            yield Told((row["article_id"], row["number"]), event, tuple(msgspec.json.decode(row["quotes"])))

    def held_apart(self) -> frozenset[tuple[Actor, Actor]]:
        """The pairs of actors that people hold apart."""
        return frozenset((pair.former, pair.new) for pair in held_apart(self._connection))

    def known_actors(self) -> Iterator[KnownActor]:
        """All actors of the record."""
        for row in self._rows("known_actors"):
            yield KnownActor(
                Actor(row["name"], row["kind"], row["country"]),
                tuple(sorted(msgspec.json.decode(row["roles"]))),
                row["articles"],
            )
