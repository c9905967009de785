"""The API's description in OpenAPI 3.1, and the same as a page."""

from functools import cache
from typing import Any, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from depeche import __version__
from depeche.record import JournalEntry, Listed, Record, open_record
from depeche.web.asking import FILTERS, PAGING
from depeche.web.deciding import Ask, Noted
from depeche.web.problems import TITLES
from depeche.web.rendering import render

# What the lists are, for people.
LISTS: dict[Listed, str] = {
    "articles": "The articles that were read",
    "statements": "Who says what",
    "events": "Acts as each article tells them",
    "occurrences": "Acts, each once, with the number of its tellings and of independent origins",
    "actors": "Persons, states, institutions, organisations, groups and outlets",
    "identities": "Other names of actors, the actor that each stands for, and why",
    "roles": "The titles that articles give actors, and from when to when",
    "positions": "Who stands where on which issue",
    "issues": "The issues that somebody takes a position on",
    "stances": "Stances of each side on each issue in time, with a mark where they change; copies left out",
    "terms": "What the outlets call the thing",
    "framing": "How often, month by month, each outlet and each speaker calls the thing so, by independent origins",
    "timeline": "Dated acts in the order in which they happened",
    "contradictions": "Tellings of one act that cannot both hold",
}
# The other addresses: path, parameters beside the path's own, and what they give.
OTHERS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("/api/search", ("q", *FILTERS, *PAGING), "Passages that bear the words q, with the places of the hits"),
    ("/api/articles/{id}", (), "An article in the exchange format, each record from proposal to decision"),
    ("/api/actors/{id}", (), "An actor with statements, events and positions"),
    ("/api/occurrences/{id}", (), "An act with its tellings and their contradictions"),
    ("/api/journal", ("article", *PAGING), "The journal of corrections, in order"),
    ("/api/counts", (), "How many rows of each kind"),
    ("/api/changes", (), "Server-sent events: a word that changes whenever the record does"),
)
WORDS = {"q": "words by stem; words in quotation marks as printed"}


async def openapi(request: Request) -> Response:
    """The description as JSON."""
    with open_record(request.app.state.path, writing=False) as record:
        body = msgspec.json.encode(described(record))
    return Response(body, media_type="application/json")


async def api_page(request: Request) -> Response:
    """The description as a page."""
    with open_record(request.app.state.path, writing=False) as record:
        paths = described(record)["paths"]
    return render(request, "api.html.j2", paths=paths, problems=TITLES)


def described(record: Record) -> dict[str, Any]:
    """The whole description; lists have the columns of the record's own."""
    columns = {what: record.columns(what) for what in get_args(Listed)}
    paths = {f"/api/{what}": _get(LISTS[what], (*FILTERS, *PAGING), _page_of(what)) for what in LISTS}
    paths |= {path: _get(what, asked, {}, path=path) for path, asked, what in OTHERS}
    paths["/api/corrections"] = {"post": _post()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dépêche",
            "version": __version__,
            "description": "A sourced record of diplomacy. Reading is open to this machine; writing needs the token.",
        },
        "paths": paths,
        "components": {
            "schemas": _schemas() | {what: _row(names) for what, names in columns.items()},
            "responses": {"problem": _problem()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


@cache
def _schemas() -> dict[str, Any]:
    _, schemas = msgspec.json.schema_components(
        (Ask, JournalEntry, Noted), ref_template="#/components/schemas/{name}"
    )
    return dict(schemas)


def _get(summary: str, asked: tuple[str, ...], schema: dict[str, Any], *, path: str = "") -> dict[str, Any]:
    parameters = [
        {"name": name, "in": "query", "required": False, "description": (FILTERS | PAGING | WORDS)[name],
         "schema": {"type": "integer" if name in PAGING else "string"}}
        for name in asked
    ]  # fmt: skip
    if "{id}" in path:
        parameters.append({"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
    media = "text/event-stream" if path == "/api/changes" else "application/json"
    answers = {
        "200": {"description": summary, "content": {media: {"schema": schema}}},
        "default": {"$ref": "#/components/responses/problem"},
    }
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}


def _post() -> dict[str, Any]:
    return {
        "summary": "Note and apply one decision: set, accept, reject, add, merge, split or undo",
        "security": [{"token": []}],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Ask"}}},
        },
        "responses": {
            "201": {
                "description": "The numbers of its entries in the journal",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Noted"}}},
            },
            "default": {"$ref": "#/components/responses/problem"},
        },
    }


def _page_of(what: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "total": {"type": "integer"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{what}"}},
        },
    }


def _row(names: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {} for name in names}}


def _problem() -> dict[str, Any]:
    fields = {
        "type": "string",
        "title": "string",
        "status": "integer",
        "detail": "string",
        "instance": "string",
    }
    schema = {"type": "object", "properties": {name: {"type": kind} for name, kind in fields.items()}}
    return {"description": "RFC 9457", "content": {"application/problem+json": {"schema": schema}}}
