"""A story as the data that the dossier's script reads: records refer to one another by their place in a list.

Offsets are converted from code points to UTF-16 units, which is what JavaScript counts in.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

import msgspec

from depeche.dossier.borders import Borders, areas
from depeche.model import PlannedAct, Span
from depeche.views import Story, read_date
from depeche.views.entries import ArticleEntry, EventEntry, PositionEntry, StatementEntry, TermEntry
from depeche.views.labels import Language, labels, state_names
from depeche.views.points import Point, capitals, locate
from depeche.views.quads import QUADS
from depeche.views.reasons import reason

LANGUAGES: tuple[Language, ...] = ("fr", "en")
# What HTML could take for the end of a script or the start of a comment, and what JavaScript took for a line end.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def story_json(story: Story, *, borders: Borders = "disputed") -> str:
    """The data of a dossier as JSON that can stand inside a `<script>` element whatever the texts hold."""
    return msgspec.json.encode(story_data(story, borders=borders)).decode("utf-8").translate(_ESCAPES)


def story_data(story: Story, *, borders: Borders = "disputed") -> dict[str, Any]:
    """The data of a dossier, in plain lists and dicts; see `frontend/src/story.ts` for its shape."""
    places = _Places(story)
    return {
        "title": story.title,
        "labels": labels(),
        "quads": QUADS,
        "states": {code: names for code, names in state_names().items() if code in places.codes},
        "borders": {"choice": borders, "areas": areas(borders)},
        "capitals": [[name, lat, lon] for name, lat, lon in capitals().values()],
        "points": places.points,
        "dates": places.dates,
        "actors": [
            _lean(name=a.name, kind=a.kind, country=a.country, roles=a.roles, spellings=a.spellings[1:])
            for a in story.actors
        ],
        "articles": [_article(article, places) for article in story.articles],
        "statements": [_statement(statement, places) for statement in story.statements],
        "events": [_event(event, places) for event in story.events],
        "positions": [_position(position, places) for position in story.positions],
        "terms": [_term(term, places) for term in story.terms],
        "disagreements": [
            {"matter": d.matter,
             "events": [places.event[told] if told else None for told in (d.first, d.second)],
             "articles": [places.print_of(d.first, d.first_article), places.print_of(d.second, d.second_article)],
             "says": [d.first_says, d.second_says],
             "why": [reason(f"contradiction.{d.why}", language=language) for language in LANGUAGES]}
            for d in story.disagreements
        ],
        "readouts": [
            {"occurrence": places.occurrence[each.occurrence],
             "topics": [[[side, places.statement[said]] for side, said in topic] for topic in each.topics],
             "differing": [place for place, differs in enumerate(each.differing) if differs]}
            for each in story.readouts
        ],
    }  # fmt: skip


class _Places:
    """Where each article, actor, event, date and occurrence stands in its list."""

    def __init__(self, story: Story) -> None:
        self.article = {entry.id: place for place, entry in enumerate(story.articles)}
        self.actor = {entry.id: place for place, entry in enumerate(story.actors)}
        self.statement = {entry.id: place for place, entry in enumerate(story.statements)}
        self.event = {entry.id: place for place, entry in enumerate(story.events)}
        self.told = {entry.id: self.article[entry.article] for entry in story.events}
        self.occurrence: dict[str, int] = {}
        for event in story.events:
            self.occurrence.setdefault(event.occurrence, len(self.occurrence))
        self.codes = {actor.country for actor in story.actors} | {e.place_country for e in story.events}
        points = (locate(event.place, event.place_country) for event in story.events)
        self.codes |= {point.country for point in points if point}
        self.codes |= {side for e in story.events if e.about for side in e.about.actor + e.about.recipient}
        self.dates: list[list[Any]] = []
        self.points: list[list[Any]] = []
        self._point: dict[Point, int] = {}
        self._date: dict[str, int] = {}
        self._wide = {entry.id: _wide_places(entry.text) for entry in story.articles}

    def print_of(self, event: str | None, article: str | None) -> int:
        """The article that tells an event, or that is named where there is none."""
        return self.told[event] if event else self.article[article or ""]

    def date(self, edtf: str | None) -> int | None:
        """The place of a date in the list of dates, which it joins on first use."""
        if edtf is None:
            return None
        if edtf not in self._date:
            date = read_date(edtf)
            self._date[edtf] = len(self.dates)
            self.dates.append([date.edtf, date.first, date.last, int(date.partial), date.fr, date.en])
        return self._date[edtf]

    def point(self, event: EventEntry) -> int | None:
        """The place of an event's point in the list of points, which it joins on first use."""
        point = locate(event.place, event.place_country)
        if point is None:
            return None
        if point not in self._point:
            self._point[point] = len(self.points)
            self.points.append([point.lat, point.lon, point.precision, point.country])
        return self._point[point]

    def actors(self, ids: Iterable[str]) -> list[int]:
        return [self.actor[each] for each in ids]

    def spans(self, article: str, spans: Iterable[Span]) -> list[int]:
        """Starts and ends in UTF-16 units, one after the other."""
        wide = self._wide[article]
        return [place + bisect_left(wide, place) for span in spans for place in (span.start, span.end)]


def _wide_places(text: str) -> list[int]:
    """The places of the characters that take two UTF-16 units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return []
    return [place for place, character in enumerate(text) if character > "\uffff"]


def _lean(**fields: Any) -> dict[str, Any]:
    """The fields that say something; an absent one means nothing, in the script too."""
    return {name: value for name, value in fields.items() if value not in (None, (), [], "")}


def _article(entry: ArticleEntry, places: _Places) -> dict[str, Any]:
    return _lean(
        id=entry.id,
        outlet=entry.outlet,
        agencies=entry.agencies,
        headline=entry.headline,
        date=places.date(entry.published),
        basis=entry.basis,
        reasons=entry.reasons,
        text=entry.text,
        paragraphs=[[*places.spans(entry.id, [span]), kind] for span, kind in entry.paragraphs],
        cuts=[[*places.spans(entry.id, [span]), reason] for span, reason in entry.cuts],
        url=entry.url,
        author=entry.author,
        outletFrom=entry.outlet_from,
        authorFrom=entry.author_from,
        origin=places.article.get(entry.origin, places.article[entry.id]),
    )


def _statement(entry: StatementEntry, places: _Places) -> dict[str, Any]:
    return {"spans": places.spans(entry.article, entry.content)} | _lean(
        article=places.article[entry.article],
        speaker=places.actor[entry.speaker],
        mode=entry.mode,
        act=entry.act,
        cue=places.spans(entry.article, [entry.cue]) if entry.cue else None,
        via=places.actors(entry.via),
        channel=entry.channel,
        addressee=places.actors(entry.addressee),
        date=places.date(entry.date),
    )


def _event(entry: EventEntry, places: _Places) -> dict[str, Any]:
    return {"spans": places.spans(entry.article, entry.evidence)} | _lean(
        article=places.article[entry.article],
        type=entry.type,
        mode=entry.mode,
        actor=places.actors(entry.actor),
        recipient=places.actors(entry.recipient),
        date=places.date(entry.date),
        place=entry.place,
        point=places.point(entry),
        status=entry.status,
        accordingTo=entry.according_to,
        about=_about(entry.about, places),
        occurrence=places.occurrence[entry.occurrence],
    )


def _about(about: PlannedAct | None, places: _Places) -> dict[str, Any] | None:
    if about is None:
        return None
    return _lean(
        type=about.type,
        mode=about.mode,
        actor=about.actor,
        recipient=about.recipient,
        date=places.date(about.date),
        place=about.place.name if about.place else None,
    )


def _position(entry: PositionEntry, places: _Places) -> dict[str, Any]:
    return {"spans": places.spans(entry.article, entry.evidence)} | _lean(
        article=places.article[entry.article],
        actor=places.actor[entry.actor],
        issue=entry.issue,
        stance=entry.stance,
        condition=entry.condition,
        date=places.date(entry.date),
    )


def _term(entry: TermEntry, places: _Places) -> dict[str, Any]:
    return {"spans": places.spans(entry.article, [entry.span])} | _lean(
        article=places.article[entry.article],
        term=entry.term,
        voice=entry.voice,
    )
