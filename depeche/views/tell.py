"""From readings to a story: every record gets an id, every actor one entry."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from depeche.model import Actor, Article, Reading
from depeche.record.ids import content_id
from depeche.record.words import fold
from depeche.views.entries import (
    ActorEntry,
    ArticleEntry,
    Disagreement,
    EventEntry,
    PositionEntry,
    ReadoutEntry,
    StatementEntry,
    TermEntry,
)
from depeche.views.story import Story

OUTLET = "outlet"  # the codebook's word for the outlet's own voice


class Woven(msgspec.Struct, frozen=True, kw_only=True):
    """What is known across articles.

    `origins` gives, by article id, the article whose text it copies; `occurrences` gives, by article id and the
    event's place in its reading, the id of the act that it tells; `identities` gives, by name, kind and country, the
    actor that another name stands for. What is missing stands alone.
    """

    origins: Mapping[str, str] = {}
    occurrences: Mapping[tuple[str, int], str] = {}
    disagreements: tuple[Disagreement, ...] = ()
    readouts: tuple[ReadoutEntry, ...] = ()
    identities: Mapping[tuple[str, str, str | None], Actor] = {}


def event_id(article: str, number: int) -> str:
    """The id of an event in a story: its article's id, and its place in the article's reading, from 0."""
    return f"{article}.e{number}"


def statement_id(article: str, number: int) -> str:
    """The id of a statement in a story: its article's id, and its place in the article's reading, from 0."""
    return f"{article}.s{number}"


def tell(readings: Iterable[Reading], *, title: str, woven: Woven | None = None) -> Story:
    """The story that readings tell, its articles ordered by date and id, those without a date last."""
    ordered = sorted(readings, key=lambda reading: _order(reading.article))
    woven = woven or Woven()
    people = _People(ordered, woven.identities)
    return Story(
        title=title,
        articles=tuple(_article(reading.article, woven) for reading in ordered),
        actors=people.entries(),
        statements=tuple(entry for reading in ordered for entry in _statements(reading, people)),
        events=tuple(entry for reading in ordered for entry in _events(reading, people, woven)),
        positions=tuple(entry for reading in ordered for entry in _positions(reading, people)),
        terms=tuple(entry for reading in ordered for entry in _terms(reading)),
        disagreements=woven.disagreements,
        readouts=woven.readouts,
    )


def _order(article: Article) -> tuple[bool, str, str]:
    date = article.published.value or ""
    return not date or date.startswith("X"), date, article.id


class _People:
    """The actors of all readings: one entry for each, whatever its names and their case and accents."""

    def __init__(
        self, readings: Iterable[Reading], identities: Mapping[tuple[str, str, str | None], Actor]
    ) -> None:
        self._identities = identities
        self._spellings: dict[str, Counter[str]] = {}
        self._kinds: dict[str, Counter[str]] = {}
        self._roles: dict[str, Counter[str]] = {}
        self._countries: dict[str, str | None] = {}
        self._names: dict[str, str] = {}  # of actors that weaving joined
        for reading in readings:
            for actor in _named(reading):
                key = self.id(actor)
                whole = self._whole(actor)
                self._countries[key] = whole.country
                if whole is not actor:
                    self._names[key] = whole.name
                self._spellings.setdefault(key, Counter())[actor.name] += 1
                self._kinds.setdefault(key, Counter())[actor.kind] += 1
                self._roles.setdefault(key, Counter()).update(actor.roles)

    def id(self, actor: Actor) -> str:
        whole = self._whole(actor)
        return content_id("actor", fold(whole.name), whole.country or "")

    def _whole(self, actor: Actor) -> Actor:
        return self._identities.get((actor.name, actor.kind, actor.country), actor)

    def entries(self) -> tuple[ActorEntry, ...]:
        def most(counts: Counter[str]) -> list[str]:
            return sorted(counts, key=lambda word: (-counts[word], word))

        def names(key: str) -> tuple[str, ...]:
            """The name that stands for an actor, then the others."""
            every = most(self._spellings[key])
            first = self._names.get(key, every[0])
            return first, *(name for name in every if name != first)

        entries = [
            ActorEntry(
                id=key,
                name=spellings[0],
                kind=most(self._kinds[key])[0],  # type: ignore[arg-type]
                country=self._countries[key],
                roles=tuple(most(self._roles[key])),
                spellings=spellings,
            )
            for key, spellings in ((key, names(key)) for key in self._spellings)
        ]
        return tuple(sorted(entries, key=lambda entry: (fold(entry.name), entry.country or "")))


def _named(reading: Reading) -> Iterator[Actor]:
    """Every actor a reading names, as often as it does."""
    yield from reading.actors
    for statement in reading.statements:
        yield statement.speaker.actor
        yield from statement.via
        yield from statement.addressee
    for event in reading.events:
        yield from event.actor
        yield from event.recipient
    for position in reading.positions:
        yield position.actor


def _article(article: Article, woven: Woven) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        outlet=article.outlet,
        agencies=article.agencies,
        headline=article.headline,
        published=article.published.value,
        basis=article.published.basis,
        reasons=article.published.reasons,
        text=article.text,
        paragraphs=tuple((block.span, block.kind) for block in article.blocks),
        cuts=tuple((cut.span, cut.reason) for cut in article.furniture),
        url=article.url,
        author=article.author,
        origin=woven.origins.get(article.id, article.id),
        outlet_from=article.metadata_from.get("outlet") if article.outlet else None,
        author_from=article.metadata_from.get("author") if article.author else None,
    )


def _statements(reading: Reading, people: _People) -> Iterator[StatementEntry]:
    for number, statement in enumerate(reading.statements):
        yield StatementEntry(
            id=statement_id(reading.article.id, number),
            article=reading.article.id,
            speaker=people.id(statement.speaker.actor),
            mode=statement.mode,
            act=statement.act,
            content=statement.content,
            cue=statement.cue,
            via=tuple(map(people.id, statement.via)),
            channel=statement.channel,
            addressee=tuple(map(people.id, statement.addressee)),
            date=reading.article.published.value,
            confidence=statement.confidence,
        )


def _events(reading: Reading, people: _People, woven: Woven) -> Iterator[EventEntry]:
    for number, event in enumerate(reading.events):
        told = event_id(reading.article.id, number)
        yield EventEntry(
            id=told,
            article=reading.article.id,
            type=event.type,
            mode=event.mode,
            actor=tuple(map(people.id, event.actor)),
            recipient=tuple(map(people.id, event.recipient)),
            date=event.date,
            place=event.place.name if event.place else None,
            place_country=event.place.country if event.place else None,
            status=event.status,
            according_to=event.according_to,
            about=event.about,
            evidence=event.evidence,
            confidence=event.confidence,
            occurrence=woven.occurrences.get((reading.article.id, number), told),
        )


def _positions(reading: Reading, people: _People) -> Iterator[PositionEntry]:
    for number, position in enumerate(reading.positions):
        yield PositionEntry(
            id=f"{reading.article.id}.p{number}",
            article=reading.article.id,
            actor=people.id(position.actor),
            issue=position.issue,
            stance=position.stance,
            condition=position.condition,
            date=position.date,
            evidence=position.evidence,
        )


def _terms(reading: Reading) -> Iterator[TermEntry]:
    for number, term in enumerate(reading.terms):
        yield TermEntry(
            id=f"{reading.article.id}.t{number}",
            article=reading.article.id,
            term=term.term,
            span=term.span,
            voice=None if term.voice == OUTLET else term.voice,
        )
