"""The pages that people look at."""

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from depeche.model import Actor, Span
from depeche.record import Filter, Listed, Record, find_hits, undone_numbers
from depeche.web.asking import FILTERS, filter_of, next_page
from depeche.web.comparing import contradictions_of, decisions_about, near_acts
from depeche.web.looks import cards, marks
from depeche.web.marking import Mark, paragraphs, pieces
from depeche.web.naming import typed
from depeche.web.problems import Problem
from depeche.web.rendering import show
from depeche.web.words import language_of

MOST = 200  # records of an actor on one page; the rest is in the lists of the API
OFFERED = 2000  # actors offered to be merged with one


async def search(request: Request) -> Response:
    """Full-text search, with hits in context."""
    words = request.query_params.get("q", "")
    filter = filter_of(request.query_params, beside=("q",))

    def find(record: Record) -> dict[str, Any]:
        rows = record.search(words, limit=filter.limit, offset=filter.offset, filter=filter)
        for row in rows:
            hits = [Mark(span, "", "hit") for span in find_hits(words, row["passage"])]
            row["pieces"] = list(pieces(row["passage"], Span(0, len(row["passage"])), hits))
        total = record.hits(words, filter)
        return {"rows": rows, "total": total, "counts": record.counts(), **_paging(request, filter, total)}

    return await show(request, "search.html.j2", find)


async def articles(request: Request) -> Response:
    """All articles."""
    return await _list(request, "articles")


async def actors(request: Request) -> Response:
    """All actors."""
    return await _list(request, "actors")


async def occurrences(request: Request) -> Response:
    """All acts, each with the number of its tellings."""
    return await _list(request, "occurrences")


async def issues(request: Request) -> Response:
    """All issues that somebody takes a position on."""
    return await _list(request, "issues")


async def article(request: Request) -> Response:
    """An article: its text with the records marked, and a card for each."""
    language = language_of(request)

    def find(record: Record) -> dict[str, Any]:
        id = record.find_article(request.path_params["id"])
        reading, traces, journal = record.reading(id), record.traces(id), record.journal()
        acts = {row["id"]: row["occurrence"] for row in record.rows("events", Filter(article=id))}
        own = [one for one in journal if one.correction.text_sha256 == reading.article.text_sha256]
        one = reading.article
        return {
            "article": one,
            "places": record.documents(id),
            "paragraphs": paragraphs(one, marks(traces)),
            "cards": cards(reading, traces, journal, occurrences=acts, language=language),
            "actors": [typed(actor, language=language) for actor in reading.actors],
            "values": {
                "headline": one.headline or "",
                "outlet": one.outlet or "",
                "published": one.published.value or "",
            },
            **_journal(journal, own),
        }

    return await show(request, "article.html.j2", find)


async def actor(request: Request) -> Response:
    """An actor: what they said, did and hold."""
    language = language_of(request)
    filter = Filter(actor_id=request.path_params["id"])

    def find(record: Record) -> dict[str, Any]:
        rows = record.rows("actors", filter)
        if not rows:
            raise Problem(404, "unknown-record", f"no actor {filter.actor_id}")
        journal = record.journal()
        own = [
            one
            for one in journal
            if one.correction.target == "actor" and rows[0]["name"] in one.correction.value
        ]
        lists: tuple[Listed, ...] = ("statements", "events", "positions")
        part = msgspec.structs.replace(filter, limit=MOST)
        found: dict[str, Any] = {what: record.rows(what, part) for what in lists}
        named = {row["article"]: row for what in lists for row in found[what]}
        return {
            "actor": rows[0],
            "names": record.rows("identities", filter),
            "others": [
                typed(Actor(row["name"], row["kind"], row["country"]), language=language)
                for row in record.rows("actors", Filter(limit=OFFERED))
                if row["id"] != rows[0]["id"]
            ],
            "most": MOST,
            "named": [named[id] for id in sorted(named)],
            **found,
            **_journal(journal, own),
        }

    return await show(request, "actor.html.j2", find)


async def occurrence(request: Request) -> Response:
    """An act: all its tellings, and what they contradict each other in."""
    filter = Filter(occurrence=request.path_params["id"])

    def find(record: Record) -> dict[str, Any]:
        tellings = record.rows("events", filter)
        if not tellings:
            raise Problem(404, "unknown-record", f"no occurrence {filter.occurrence}")
        journal = record.journal()
        own = decisions_about(record, journal, tellings)
        return {
            "tellings": tellings,
            "contradictions": contradictions_of(record, tellings),
            "near": near_acts(record, tellings[0]),
            **_journal(journal, own),
        }

    return await show(request, "occurrence.html.j2", find)


async def issue(request: Request) -> Response:
    """An issue: who stands where, in time."""
    filter = Filter(issue=request.path_params["issue"])

    def find(record: Record) -> dict[str, Any]:
        rows = record.rows("positions", filter)
        if not rows:
            raise Problem(404, "unknown-record", f"no issue {filter.issue}")
        return {"issue": filter.issue, "positions": rows}

    return await show(request, "issue.html.j2", find)


async def journal(request: Request) -> Response:
    """What people said, the latest first; with `loose=1` only what needs another look."""
    filter = filter_of(request.query_params, beside=("loose",))
    loose = request.query_params.get("loose") == "1"

    def find(record: Record) -> dict[str, Any]:
        entries = record.journal()
        wanted = [one for one in reversed(entries) if one.loose or not loose]
        return {
            "entries": wanted[filter.offset : filter.offset + filter.limit],
            "names": record.article_names(),
            "undone": undone_numbers(entries),
            "total": len(wanted),
            "loose": loose,
            "waiting": sum(one.loose for one in entries),
            **_paging(request, filter, len(wanted)),
        }

    return await show(request, "journal.html.j2", find)


async def _list(request: Request, what: Listed) -> Response:
    filter = filter_of(request.query_params)

    def find(record: Record) -> dict[str, Any]:
        total = record.count(what, filter)
        return {"rows": record.rows(what, filter), "total": total, **_paging(request, filter, total)}

    return await show(request, f"{what}.html.j2", find)


def _paging(request: Request, filter: Filter, total: int) -> dict[str, Any]:
    following = next_page(filter, total)
    before = max(0, filter.offset - filter.limit)
    used = {name: request.query_params[name] for name in FILTERS if request.query_params.get(name)}
    return {
        "filters": used,
        "first": filter.offset + 1,
        "last": min(total, filter.offset + filter.limit),
        "following": request.url.include_query_params(offset=following.offset).query if following else "",
        "previous": request.url.include_query_params(offset=before).query if filter.offset else "",
    }


def _journal(entries: list[Any], own: list[Any]) -> dict[str, Any]:
    """What a page needs to correct: the last entry it knows of, and the one that its undo takes back."""
    undone = undone_numbers(entries)
    done = [one for one in own if one.correction.verdict != "undo" and one.number not in undone]
    return {
        "seen": entries[-1].number if entries else 0,
        "last_own": done[-1].number if done else None,
        "own": own,
        "undone": undone,
    }
