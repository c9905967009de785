"""From the record back to the reading that was stored."""

import sqlite3
from collections import defaultdict
from typing import Any

import msgspec

from depeche.model import (
    Actor,
    Article,
    Block,
    Cut,
    Event,
    Place,
    PlannedAct,
    Position,
    Published,
    Reading,
    Span,
    Statement,
    Term,
    Voice,
)
from depeche.record.queries import query


def restore_reading(connection: sqlite3.Connection, article: str) -> Reading:
    """The reading of the article with this id in the record; equal to the one stored, under the record's id."""
    return _Restoring(connection, article).run()


class _Restoring:
    def __init__(self, connection: sqlite3.Connection, article: str) -> None:
        self._connection = connection
        self._article = article
        self._members = self._rows("cast_members")
        roles = {row["actor_id"]: tuple(msgspec.json.decode(row["roles"])) for row in self._members}
        self._actors = {
            row["id"]: Actor(row["name"], row["kind"], row["country"], roles.get(row["id"], ()))
            for row in self._rows("actors_of_article")
        }
        self._spans = {row["id"]: Span(row["start"], row["end"]) for row in self._rows("anchors")}

    def run(self) -> Reading:
        (row,) = self._rows("article")
        return Reading(
            article=self._article_of(row),
            actors=tuple(self._actors[row["actor_id"]] for row in self._members),
            statements=self._statements(),
            events=self._events(),
            positions=self._positions(),
            terms=tuple(
                Term(term=row["term"], span=self._spans[row["anchor_id"]], voice=row["voice"])
                for row in self._rows("terms_of_article")
            ),
        )

    def _rows(self, name: str) -> list[sqlite3.Row]:
        return self._connection.execute(query(name), {"article": self._article}).fetchall()

    def _article_of(self, row: sqlite3.Row) -> Article:
        return Article(
            id=row["id"],
            text=row["text"],
            text_sha256=row["sha256"],
            outlet=row["outlet"],
            agencies=tuple(msgspec.json.decode(row["agencies"])),
            headline=row["headline"],
            published=Published(
                value=row["published"],
                basis=row["published_basis"],
                candidates=tuple(msgspec.json.decode(row["published_candidates"])),
                reasons=tuple(msgspec.json.decode(row["published_reasons"])),
            ),
            furniture=tuple(
                Cut(Span(cut["start"], cut["end"]), cut["reason"]) for cut in self._rows("furniture")
            ),
            blocks=tuple(
                Block(Span(block["start"], block["end"]), block["kind"]) for block in self._rows("blocks")
            ),
            origin=row["origin"],
            layout=row["layout"],
            url=row["url"],
            author=row["author"],
            metadata_from=msgspec.json.decode(row["metadata_from"]),
        )

    def _statements(self) -> tuple[Statement, ...]:
        contents, actors = self._grouped("statement_contents"), self._parts("statement_actors")
        return tuple(
            Statement(
                content=contents[row["id"]],
                mode=row["mode"],
                speaker=Voice(self._actors[row["speaker_id"]], self._spans.get(row["mention_id"])),
                cue=self._spans.get(row["cue_id"]),
                via=actors[row["id"], "via"],
                channel=row["channel"],
                addressee=actors[row["id"], "addressee"],
                act=row["act"],
                rule=row["rule"],
                confidence=row["confidence"],
            )
            for row in self._rows("statements_of_article")
        )

    def _events(self) -> tuple[Event, ...]:
        evidence, actors = self._grouped("event_evidence"), self._parts("event_actors")
        return tuple(
            Event(
                type=row["type"],
                mode=row["mode"],
                actor=actors[row["id"], "actor"],
                recipient=actors[row["id"], "recipient"],
                date=row["date"],
                place=Place(row["place"], row["place_country"]) if row["place"] is not None else None,
                status=row["status"],
                according_to=row["according_to"],
                about=msgspec.json.decode(row["about"], type=PlannedAct) if row["about"] else None,
                contexts=tuple(msgspec.json.decode(row["contexts"])),
                evidence=evidence[row["id"]],
                rule=row["rule"],
                confidence=row["confidence"],
            )
            for row in self._rows("events_of_article")
        )

    def _positions(self) -> tuple[Position, ...]:
        evidence = self._grouped("position_evidence")
        return tuple(
            Position(
                actor=self._actors[row["actor_id"]],
                issue=row["issue"],
                stance=row["stance"],
                condition=row["condition"],
                date=row["date"],
                evidence=evidence[row["id"]],
            )
            for row in self._rows("positions_of_article")
        )

    def _grouped(self, name: str) -> dict[str, tuple[Span, ...]]:
        found: dict[str, tuple[Span, ...]] = defaultdict(tuple)
        for row in self._rows(name):
            found[row["owner"]] += (self._spans[row["anchor_id"]],)
        return found

    def _parts(self, name: str) -> dict[Any, tuple[Actor, ...]]:
        found: dict[Any, tuple[Actor, ...]] = defaultdict(tuple)
        for row in self._rows(name):
            found[row["owner"], row["part"]] += (self._actors[row["actor_id"]],)
        return found
