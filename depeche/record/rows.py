"""The rows of one reading."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from depeche.model import Actor, Event, Position, Reading, Span, Statement, Term
from depeche.model.edtf import days_of
from depeche.record.errors import Unsourced
from depeche.record.ids import Ids, actor_id
from depeche.record.queries import query
from depeche.record.words import fold

CONTEXT = 32  # characters kept before and after a quote, to find it again in a changed text


def first_and_last(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day that an EDTF value can mean, as ISO dates."""
    first, last = days_of(edtf)
    return first.isoformat() if first else None, last.isoformat() if last else None


def as_json(value: object) -> str:
    """A value as JSON text."""
    return msgspec.json.encode(value).decode("utf-8")


class Rows:
    """The rows of one reading, written once its article's row stands."""

    def __init__(self, connection: sqlite3.Connection, article: str, reading: Reading) -> None:
        self._connection = connection
        self._article = article
        self._reading = reading
        self._text = reading.article.text
        self._ids = Ids(reading.article.text_sha256)
        self._anchors: dict[Span, int] = {}

    def run(self) -> None:
        """Write everything."""
        article = self._reading.article
        self._many(
            "add_block",
            ({"start": one.span.start, "end": one.span.end, "kind": one.kind} for one in article.blocks),
        )
        self._many(
            "add_furniture",
            (
                {"start": one.span.start, "end": one.span.end, "reason": one.reason}
                for one in article.furniture
            ),
        )
        self._connection.execute(query("mark_furniture"), {"article": self._article})
        self._many(
            "add_cast_member",
            ({"actor": self._actor(one), "roles": as_json(one.roles)} for one in self._reading.actors),
        )
        # Numbered in text order, as the exchange format numbers them.
        for number, statement in enumerate(sorted(self._reading.statements, key=lambda one: one.content[:1])):
            self._statement(number, statement)
        for number, event in enumerate(sorted(self._reading.events, key=lambda one: one.evidence[:1])):
            self._event(number, event)
        for number, position in enumerate(self._reading.positions):
            self._position(number, position)
        for number, term in enumerate(self._reading.terms):
            self._term(number, term)

    def _many(self, name: str, rows: Iterable[dict[str, object]]) -> None:
        for number, row in enumerate(rows):
            self._connection.execute(query(name), {"article": self._article, "number": number, **row})

    def _statement(self, number: int, statement: Statement) -> None:
        speaker = statement.speaker
        owner = self._ids.of("statement", statement.content, speaker.actor.name)
        self._connection.execute(
            query("add_statement"),
            {
                "id": owner, "article": self._article, "number": number, "mode": statement.mode,
                "act": statement.act, "speaker": self._actor(speaker.actor),
                "mention": self._anchor(speaker.span), "cue": self._anchor(statement.cue),
                "channel": statement.channel, "rule": statement.rule, "confidence": statement.confidence,
            },
        )  # fmt: skip
        self._evidence("add_statement_content", owner, statement.content)
        for part, actors in (("via", statement.via), ("addressee", statement.addressee)):
            self._actors("add_statement_actor", owner, part, actors)

    def _event(self, number: int, event: Event) -> None:
        owner = self._ids.of("event", event.evidence, event.type)
        first, last = first_and_last(event.date)
        place = event.place
        self._connection.execute(
            query("add_event"),
            {
                "id": owner, "article": self._article, "number": number, "type": event.type, "mode": event.mode,
                "date": event.date, "first": first, "last": last, "place": place.name if place else None,
                "country": place.country if place else None, "status": event.status,
                "according_to": event.according_to, "about": as_json(event.about) if event.about else None,
                "contexts": as_json(event.contexts), "rule": event.rule, "confidence": event.confidence,
            },
        )  # fmt: skip
        self._evidence("add_event_evidence", owner, event.evidence)
        for part, actors in (("actor", event.actor), ("recipient", event.recipient)):
            self._actors("add_event_actor", owner, part, actors)

    def _position(self, number: int, position: Position) -> None:
        owner = self._ids.of("position", position.evidence, position.issue, position.actor.name)
        self._connection.execute(
            query("add_position"),
            {
                "id": owner, "article": self._article, "number": number, "actor": self._actor(position.actor),
                "issue": position.issue, "stance": position.stance, "condition": position.condition,
                "date": position.date,
            },
        )  # fmt: skip
        self._evidence("add_position_evidence", owner, position.evidence)

    def _term(self, number: int, term: Term) -> None:
        self._connection.execute(
            query("add_term"),
            {
                "id": self._ids.of("term", [term.span]), "article": self._article, "number": number,
                "term": term.term, "voice": term.voice, "anchor": self._anchor(term.span),
            },
        )  # fmt: skip

    def _evidence(self, name: str, owner: str, spans: Iterable[Span]) -> None:
        anchors = list(self._anchored(spans))
        if not anchors:
            raise Unsourced(f"{self._article}: a record without evidence in the text")
        for number, anchor in enumerate(anchors):
            self._connection.execute(query(name), {"owner": owner, "number": number, "anchor": anchor})

    def _actors(self, name: str, owner: str, part: str, actors: Iterable[Actor]) -> None:
        for number, actor in enumerate(actors):
            row = {"owner": owner, "part": part, "number": number, "actor": self._actor(actor)}
            self._connection.execute(query(name), row)

    def _actor(self, actor: Actor) -> str:
        id = actor_id(actor)
        self._connection.execute(
            query("add_actor"),
            {"id": id, "name": actor.name, "kind": actor.kind, "country": actor.country,
             "folded": fold(actor.name)},
        )  # fmt: skip
        return id

    def _anchored(self, spans: Iterable[Span]) -> Iterator[int]:
        for span in spans:
            anchor = self._anchor(span)
            assert anchor is not None
            yield anchor

    def _anchor(self, span: Span | None) -> int | None:
        if span is None:
            return None
        if span not in self._anchors:
            if not 0 <= span.start < span.end <= len(self._text):
                raise Unsourced(f"{self._article}: characters {span.start} to {span.end} are not in its text")
            cursor = self._connection.execute(
                query("add_anchor"),
                {
                    "article": self._article, "start": span.start, "end": span.end,
                    "prefix": self._text[max(0, span.start - CONTEXT) : span.start],
                    "quote": span.of(self._text),
                    "suffix": self._text[span.end : span.end + CONTEXT],
                },
            )  # fmt: skip
            self._anchors[span] = int(cursor.lastrowid or 0)
        return self._anchors[span]
