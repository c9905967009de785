"""FollowTheMoney entities, one JSON object per line: for Aleph, OpenAleph and OpenSanctions tools.

Articles (without their text), actors, acts, directed links between those who act and those acted upon, and mentions
of actors in articles. Acts that are only denied or conditional are left out. Dates of this model are prefixes
(2024, 2024-05, 2024-05-07): a season or an interval becomes `startDate` and `endDate`; a date without a year is
left out. Countries are ISO alpha-2 in lower case.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import IO, Any

from depeche.exchange.acts import Cast, event_rows, headline, quoted, told_acts
from depeche.lexicon import table
from depeche.model.edtf import days_of
from depeche.record import Record
from depeche.record.ids import content_id
from depeche.views import Moment, Story, gather
from depeche.views.entries import ActorEntry, ArticleEntry
from depeche.views.labels import label

_SCHEMAS = {
    "person": "Person", "state": "PublicBody", "institution": "PublicBody", "igo": "Organization",
    "group": "Organization", "outlet": "Organization", "other": "LegalEntity",
}  # fmt: skip


def write_entities(record: Record, out: IO[str]) -> int:
    """Write the entities of a record; returns how many."""
    count = 0
    ids = {story_id: str(row["id"]) for story_id, row in event_rows(record).items()}
    for entity in _entities(gather(record, title=""), ids):
        entity["properties"] = {name: values for name, values in entity["properties"].items() if values}
        out.write(json.dumps(entity, ensure_ascii=False) + "\n")
        count += 1
    return count


def _entities(story: Story, ids: dict[str, str]) -> Iterator[dict[str, Any]]:
    articles = {article.id: article for article in story.articles}
    cast, acts = Cast(story), told_acts(story)
    named = story.named()
    for article in story.articles:
        yield _article(article)
    for actor in story.actors:
        if actor.id in named:
            yield _actor(actor)
    for moment in acts:
        yield from _act(ids[moment.event.id], moment, cast, articles[moment.event.article])
    mentioned = {(event.article, id) for event in story.events for id in (*event.actor, *event.recipient)}
    mentioned |= {(statement.article, statement.speaker) for statement in story.statements}
    mentioned |= {(position.article, position.actor) for position in story.positions}
    for article_id, actor_id in sorted(mentioned):
        yield _mention(article_id, actor_id, cast)


def _entity(id: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": id, "schema": schema, "properties": properties}


def _article(article: ArticleEntry) -> dict[str, Any]:
    return _entity(
        _article_id(article.id),
        "Article",
        title=[article.headline or article.id],
        publisher=[article.outlet] if article.outlet else [],
        author=[article.author] if article.author else list(article.agencies),
        publishedAt=[prefix] if (prefix := _prefix(article.published)) else [],
        sourceUrl=[article.url] if article.url else [],
        language=["fra"],
    )


def _actor(actor: ActorEntry) -> dict[str, Any]:
    roles = list(actor.roles)
    return _entity(
        actor.id,
        _SCHEMAS[actor.kind],
        name=[actor.name],
        alias=[spelling for spelling in actor.spellings if spelling != actor.name],
        country=_country(actor.country),
        **({"position": roles} if actor.kind == "person" else {}),
    )


def _act(id: str, moment: Moment, cast: Cast, article: ArticleEntry) -> Iterator[dict[str, Any]]:
    event = moment.event
    dates = _dates(moment)
    yield _entity(
        id,
        "Event",
        name=[headline(event, cast)],
        summary=[quoted(article.text, event.evidence)],
        description=[label(f"status.{event.status}")],
        involved=sorted({*event.actor, *event.recipient}),
        location=[event.place] if event.place else [],
        country=_country(event.place_country),
        proof=[_article_id(telling.article) for telling in moment.tellings],
        publisher=[article.outlet] if article.outlet else [],
        sourceUrl=[article.url] if article.url else [],
        **dates,
    )
    for actor, recipient in product(event.actor, event.recipient):
        yield _entity(
            content_id("link", id, actor, recipient),
            "UnknownLink",
            subject=[actor],
            object=[recipient],
            role=[label(f"type.{event.type}")],
            proof=[_article_id(article.id)],
            **dates,
        )


def _mention(article: str, actor: str, cast: Cast) -> dict[str, Any]:
    return _entity(
        content_id("mention", article, actor),
        "Mention",
        document=[_article_id(article)],
        resolved=[actor],
        name=[cast.name(actor)],
        detectedSchema=[_SCHEMAS[cast.kind(actor)]],
        contextCountry=_country(cast.country(actor)),
    )


def _dates(moment: Moment) -> dict[str, list[str]]:
    edtf = moment.date.edtf if moment.date else None
    if prefix := _prefix(edtf):
        return {"date": [prefix]}
    first, last = days_of(edtf)
    return {
        "startDate": [first.isoformat()] if first else [],
        "endDate": [last.isoformat()] if last else [],
    }


def _prefix(edtf: str | None) -> str | None:
    """A date as a prefix: year, month or day; None for all else."""
    value = (edtf or "").rstrip("~?%")
    first, _ = days_of(value)
    return value if first and first.isoformat().startswith(value) else None


def _article_id(id: str) -> str:
    return content_id("article", id)


def _country(iso3: str | None) -> list[str]:
    return [_alpha2()[iso3]] if iso3 in _alpha2() else []


@cache
def _alpha2() -> dict[str | None, str]:
    return {row["iso3"]: row["iso2"].lower() for row in table("country_codes")}
