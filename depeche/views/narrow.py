"""The part of a story that somebody asks for."""

from collections.abc import Iterable, Iterator
from itertools import repeat

import msgspec

from depeche.model import EventType, Span, Status
from depeche.record.words import fold
from depeche.views.dates import read_date
from depeche.views.entries import ReadoutEntry
from depeche.views.story import Story


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to keep; None keeps everything.

    `actor` is an actor's id, `country` an ISO alpha-3 code, `type` an event type and `status` that of an event
    (statements, positions and terms have none and stay), `issue` the issue of a position (other records stay where
    their passage bears a position on it), `outlet` a name as printed, `since` and `until` ISO days, `words` what a
    record's passage must contain, whatever its case and accents.
    """

    actor: str | None = None
    country: str | None = None
    type: EventType | None = None
    status: Status | None = None
    issue: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None


def narrow(story: Story, wanted: Wanted) -> Story:
    """A story with the records that are wanted, and the articles and actors that these name.

    A record without a date is kept only while no date is asked for.
    """
    if wanted == Wanted():
        return story
    texts = {article.id: article.text for article in story.articles}
    outlets = {article.id: article.outlet for article in story.articles}
    published = {article.id: article.published for article in story.articles}
    countries = story.countries()
    about = _about(story, wanted.issue)

    def printed(article: str, spans: tuple[Span, ...]) -> bool:
        if wanted.outlet is not None and outlets[article] != wanted.outlet:
            return False
        if wanted.issue is not None and not _meet(spans, about.get(article, ())):
            return False
        if not wanted.words:
            return True
        passage = " ".join(span.of(texts[article]) for span in spans)
        return fold(wanted.words) in fold(passage)

    def named(*ids: str) -> bool:
        return (wanted.actor is None or wanted.actor in ids) and (
            wanted.country is None or wanted.country in {countries[each] for each in ids}
        )

    statements = tuple(
        entry
        for entry in story.statements
        if named(entry.speaker) and _then(entry.date, wanted) and printed(entry.article, entry.content)
    )
    events = tuple(
        entry
        for entry in story.events
        if wanted.type in (None, entry.type)
        and wanted.status in (None, entry.status)
        and named(*entry.actor, *entry.recipient)
        and _then(entry.date, wanted)
        and printed(entry.article, entry.evidence)
    )
    positions = tuple(
        entry
        for entry in story.positions
        if wanted.issue in (None, entry.issue)
        and named(entry.actor)
        and _then(entry.date or published[entry.article], wanted)
        and printed(entry.article, entry.evidence)
    )
    terms = tuple(
        entry
        for entry in story.terms
        if wanted.actor is None
        and wanted.country is None
        and _then(published[entry.article], wanted)
        and printed(entry.article, (entry.span,))
    )
    kept = {entry.article for part in (statements, events, positions, terms) for entry in part}
    shown = {entry.id for entry in events}
    narrowed = msgspec.structs.replace(
        story,
        articles=tuple(article for article in story.articles if article.id in kept),
        statements=statements,
        events=events,
        positions=positions,
        terms=terms,
        disagreements=tuple(
            d
            for d in story.disagreements
            if (d.first in shown if d.first else d.first_article in kept)
            and (d.second in shown if d.second else d.second_article in kept)
        ),
        readouts=tuple(
            _readouts(story, {entry.occurrence for entry in events}, {entry.id for entry in statements})
        ),
    )
    people = narrowed.named()
    return msgspec.structs.replace(
        narrowed, actors=tuple(actor for actor in story.actors if actor.id in people)
    )


def _about(story: Story, issue: str | None) -> dict[str, list[Span]]:
    """The passages of each article that bear a position on an issue."""
    found: dict[str, list[Span]] = {}
    for position in story.positions:
        if position.issue == issue:
            found.setdefault(position.article, []).extend(position.evidence)
    return found


def _meet(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether some of these spans share a character with some of the others."""
    return any(one.start < other.end and other.start < one.end for one in spans for other in others)


def _readouts(story: Story, acts: set[str], statements: set[str]) -> Iterator[ReadoutEntry]:
    """The readouts of the acts that are kept, with the accounts that are kept."""
    for readout in story.readouts:
        kept = [
            (topic, differs and len({side for side, _ in topic}) > 1)
            for whole, differs in zip(readout.topics, readout.differing or repeat(False), strict=False)
            if (topic := tuple(each for each in whole if each[1] in statements))
        ]
        if readout.occurrence in acts and kept:
            yield msgspec.structs.replace(
                readout,
                topics=tuple(topic for topic, _ in kept),
                differing=tuple(differs for _, differs in kept),
            )


def _then(edtf: str | None, wanted: Wanted) -> bool:
    """Whether a date can fall in the days that are wanted."""
    if wanted.since is None and wanted.until is None:
        return True
    if edtf is None:
        return False
    date = read_date(edtf)
    if date.first is None and date.last is None:
        return False
    return (wanted.since is None or (date.last or "9999") >= wanted.since) and (
        wanted.until is None or (date.first or "0000") <= wanted.until
    )
