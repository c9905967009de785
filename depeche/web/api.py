"""The REST API: the record's lists, its articles, actors and acts, its journal; and corrections."""

from collections.abc import Callable
from typing import Any, get_args

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from depeche.exchange.jsonl import to_line
from depeche.record import Filter, Listed, Record, RecordError, find_hits, open_record, spans_of
from depeche.web.asking import filter_of, next_page
from depeche.web.comparing import contradictions_of
from depeche.web.deciding import Ask, decide
from depeche.web.guard import Keys
from depeche.web.problems import Problem, problem_of

UNPACKED = ("about", "contexts", "agencies")  # columns that hold JSON


async def listed(request: Request) -> Response:
    """One page of a list."""
    what = request.path_params["what"]
    if what not in get_args(Listed):
        raise Problem(404, "unknown-page", f"there is no list {what!r}")
    filter = filter_of(request.query_params)
    return await answer(request, lambda record: page(request, record, what, filter))


async def counts(request: Request) -> Response:
    """How many rows of each kind."""
    return await answer(request, lambda record: record.counts())


async def search(request: Request) -> Response:
    """Passages that bear words, with the places where they stand."""
    words = request.query_params.get("q", "")
    filter = filter_of(request.query_params, beside=("q",))

    def find(record: Record) -> dict[str, Any]:
        rows = record.search(words, limit=filter.limit, offset=filter.offset, filter=filter)
        for row in rows:
            row["hits"] = find_hits(words, row["passage"])
        return _paged(request, rows, record.hits(words, filter), filter)

    return await answer(request, find)


async def article(request: Request) -> Response:
    """An article in the exchange format, with each record from proposal to decision."""
    return await answer(request, lambda record: _article(record, request.path_params["id"]))


async def actor(request: Request) -> Response:
    """An actor with what they said, did and hold."""
    filter = Filter(actor_id=request.path_params["id"], limit=-1)

    def find(record: Record) -> dict[str, Any]:
        rows = record.rows("actors", filter)
        if not rows:
            raise Problem(404, "unknown-record", f"no actor {filter.actor_id}")
        lists: tuple[Listed, ...] = ("identities", "statements", "events", "positions")
        return rows[0] | {what: list(map(unpacked, record.rows(what, filter))) for what in lists}

    return await answer(request, find)


async def occurrence(request: Request) -> Response:
    """An act with all its tellings and what they contradict each other in."""
    filter = Filter(occurrence=request.path_params["id"], limit=-1)

    def find(record: Record) -> dict[str, Any]:
        rows = record.rows("events", filter)
        if not rows:
            raise Problem(404, "unknown-record", f"no occurrence {filter.occurrence}")
        tellings = list(map(unpacked, rows))
        return {
            "id": filter.occurrence,
            "tellings": tellings,
            "contradictions": contradictions_of(record, rows),
        }

    return await answer(request, find)


async def journal(request: Request) -> Response:
    """What people said, in order; of one article where one is named."""
    filter = filter_of(request.query_params)

    def find(record: Record) -> dict[str, Any]:
        text = (
            record.reading(record.find_article(filter.article)).article.text_sha256
            if filter.article
            else None
        )
        entries = record.journal(text)
        part = entries[filter.offset : filter.offset + filter.limit]
        return _paged(request, part, len(entries), filter)

    return await answer(request, find)


async def correct(request: Request) -> Response:
    """Note and apply one decision of a person."""
    keys: Keys = request.app.state.keys
    if request.app.state.read_only:
        raise Problem(403, "read-only", "The record may not be written here.")
    by = keys.writer(request)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Problem(415, "wrong-body", "the body is JSON: Content-Type: application/json")
    try:
        ask = msgspec.json.decode(await request.body(), type=Ask)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem(422, "wrong-body", str(error)) from error
    identify = request.app.state.identify
    return await answer(
        request, lambda record: decide(record, ask, by=by, identify=identify), writing=True, status=201
    )


async def answer(
    request: Request, find: Callable[[Record], Any], *, writing: bool = False, status: int = 200
) -> Response:
    """What `find` finds in the record, as JSON; found in a thread, so that others are served meanwhile."""

    def run() -> bytes:
        with open_record(request.app.state.path, writing=writing) as record:
            if writing:
                return msgspec.json.encode(find(record))
            with record.snapshot():
                return msgspec.json.encode(find(record))

    try:
        body = await run_in_threadpool(run)
    except RecordError as error:
        raise problem_of(error) from error
    return Response(body, status, media_type="application/json")


def page(request: Request, record: Record, what: Listed, filter: Filter) -> dict[str, Any]:
    """One page of a list, and how many rows there are in all."""
    rows = [unpacked(row) for row in record.rows(what, filter)]
    return _paged(request, rows, record.count(what, filter), filter)


def unpacked(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its JSON columns as values."""
    return {
        name: msgspec.json.decode(value) if name in UNPACKED and isinstance(value, str) else value
        for name, value in row.items()
    }


def _paged(request: Request, items: list[Any], total: int, filter: Filter) -> dict[str, Any]:
    following = next_page(filter, total)
    link = request.url.include_query_params(offset=following.offset) if following else None
    return {
        "total": total,
        "limit": filter.limit,
        "offset": filter.offset,
        "next": f"{link.path}?{link.query}" if link else None,
        "items": items,
    }


def _article(record: Record, start: str) -> dict[str, Any]:
    id = record.find_article(start)
    reading = record.reading(id)
    journal = record.journal()
    records = [
        {
            "id": row_id,
            "target": trace.target,
            "at": spans_of(trace.current or trace.proposed),
            "proposed": trace.proposed,
            "current": trace.current,
            "entries": trace.numbers,
        }
        for row_id, trace in record.traces(id)
    ]
    seen = journal[-1].number if journal else 0
    return {**msgspec.to_builtins(to_line(reading)), "records": records, "seen": seen}
