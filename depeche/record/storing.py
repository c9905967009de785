"""Put one reading into the record, whole or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from depeche import __version__
from depeche.model import Actor, Article, Document, Event, Position, Reading, Refusal, Span, Statement, Term
from depeche.record.days import days_of
from depeche.record.errors import Unsourced
from depeche.record.ids import Ids, actor_id, content_id
from depeche.record.queries import query
from depeche.record.words import fold, passages, stems

CONTEXT = 32  # characters kept before and after a quote, to find it again in a changed text


def store_reading(connection: sqlite3.Connection, reading: Reading) -> str:
    """Store a reading inside the open transaction and return its article's id in the record.

    What the record held of the same text is replaced. Raises Unsourced where a span lies outside the text.
    """
    found = connection.execute(query("article_by_sha256"), {"sha256": reading.article.text_sha256}).fetchone()
    if found:
        kept: str = found["id"]
        former = connection.execute(query("actors_of_article"), {"article": kept}).fetchall()
        for name in ("statement", "event", "position", "term", "anchor", "cast_member", "block", "furniture"):
            connection.execute(query(f"forget_{name}"), {"article": kept})
        connection.execute(query("renew_article"), _article_row(kept, reading.article))
        Storing(connection, kept, reading).run()
        for row in former:
            connection.execute(query("forget_unused_actor"), {"actor": row["id"]})
    else:
        kept = _free_id(connection, reading.article)
        connection.execute(query("add_article"), _article_row(kept, reading.article))
        _add_passages(connection, kept, reading.article.text)
        Storing(connection, kept, reading).run()
    return kept


def store_document(connection: sqlite3.Connection, article: str, document: Document) -> bool:
    """Note a place where an article's text was found; whether it is a new one."""
    row = {
        "article": article, "origin": document.origin, "given_id": document.id, "layout": document.layout,
        "outlet": document.outlet, "headline": document.headline, "published": document.published,
        "basis": document.published_basis, "url": document.url, "author": document.author,
    }  # fmt: skip
    return connection.execute(query("add_document"), _storable(row)).rowcount > 0


def document_of(article: Article) -> Document:
    """The document that an article was found in, as far as the article still tells it."""
    return Document(
        text=article.text,
        id=article.id,
        origin=article.origin,
        layout=article.layout,
        outlet=article.outlet,
        headline=article.headline,
        published=article.published.value,
        published_basis=article.published.basis,
        url=article.url,
        author=article.author,
    )


def store_refusal(connection: sqlite3.Connection, refusal: Refusal) -> None:
    """Note a refusal; the same one twice is one."""
    row = _storable(msgspec.structs.asdict(refusal))
    row["id"] = content_id(str(row["origin"]), str(row["reason"]), str(row["excerpt"]))
    connection.execute(query("add_refusal"), row)


def _storable(row: Mapping[str, object]) -> dict[str, object]:
    """A row without lone surrogates, which file names in other encodings bring along and UTF-8 does not know."""
    return {
        column: value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
        for column, value in row.items()
    }


def _free_id(connection: sqlite3.Connection, article: Article) -> str:
    """The article's own id, with the hash of its text added where another text has that id."""
    taken = connection.execute(query("article_by_id"), {"id": article.id}).fetchone()
    return f"{article.id}-{article.text_sha256[:8]}" if taken else article.id


def _article_row(id: str, article: Article) -> dict[str, object]:
    published = article.published
    first, last = days_of(published.value)
    row = {
        "id": id, "sha256": article.text_sha256, "outlet": article.outlet, "agencies": _json(article.agencies),
        "headline": article.headline, "published": published.value, "published_basis": published.basis,
        "published_candidates": _json(published.candidates), "published_reasons": _json(published.reasons),
        "published_first": first, "published_last": last, "origin": article.origin, "layout": article.layout,
        "url": article.url, "author": article.author, "metadata_from": _json(article.metadata_from),
        "reader": __version__,
    }  # fmt: skip
    return _storable(row) | {"text": article.text}


def _add_passages(connection: sqlite3.Connection, article: str, text: str) -> None:
    for span in passages(text):
        row = {"article": article, "start": span.start, "end": span.end}
        passage = connection.execute(query("add_passage"), row).lastrowid
        words = span.of(text)
        connection.execute(query("index_passage"), {"id": passage, "exact": words, "stems": stems(words)})


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


class Storing:
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
            ({"actor": self._actor(one), "roles": _json(one.roles)} for one in self._reading.actors),
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
        first, last = days_of(event.date)
        place = event.place
        self._connection.execute(
            query("add_event"),
            {
                "id": owner, "article": self._article, "number": number, "type": event.type, "mode": event.mode,
                "date": event.date, "first": first, "last": last, "place": place.name if place else None,
                "country": place.country if place else None, "status": event.status,
                "according_to": event.according_to, "about": _json(event.about) if event.about else None,
                "contexts": _json(event.contexts), "rule": event.rule, "confidence": event.confidence,
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
