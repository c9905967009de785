"""The application: its addresses, and what surrounds every answer."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from depeche.dossier.borders import Borders
from depeche.record import RecordError, open_record
from depeche.record.opening import may_be_written
from depeche.web import api, pages, signing
from depeche.web.built import asset
from depeche.web.deciding import Identify, no_identities
from depeche.web.description import api_page, openapi
from depeche.web.guard import Guard, Keys
from depeche.web.pictures import Pictures, Readouts, no_readouts, pictures
from depeche.web.problems import Problem, problem_of, problem_response
from depeche.web.rendering import problem_page
from depeche.web.watching import Watch, changes

ROUTES = [
    Route("/", pages.search),
    Route("/articles", pages.articles),
    Route("/articles/{id:path}", pages.article),
    Route("/actors", pages.actors),
    Route("/actors/{id}", pages.actor),
    Route("/occurrences", pages.occurrences),
    Route("/occurrences/{id}", pages.occurrence),
    Route("/issues", pages.issues),
    Route("/issues/{issue:path}", pages.issue),
    Route("/journal", pages.journal),
    Route("/pictures", pictures),
    Route("/enter", signing.enter, methods=["GET", "POST"]),
    Route("/leave", signing.leave, methods=["POST"]),
    Route("/assets/{name}", asset),
    Route("/api/openapi.json", openapi),
    Route("/api/docs", api_page),
    Route("/api/changes", changes),
    Route("/api/counts", api.counts),
    Route("/api/search", api.search),
    Route("/api/journal", api.journal),
    Route("/api/corrections", api.correct, methods=["POST"]),
    Route("/api/articles/{id:path}", api.article),
    Route("/api/actors/{id}", api.actor),
    Route("/api/occurrences/{id}", api.occurrence),
    Route("/api/{what}", api.listed),
]


def make_app(
    path: Path,
    *,
    token: str,
    borders: Borders = "disputed",
    read_only: bool = False,
    readouts: Readouts = no_readouts,
    identify: Identify = no_identities,
) -> Starlette:
    """The application over the record at `path`; whoever gives the token may write. Raises RecordError.

    A record that may not be written is served read-only, as all are with `read_only`. `borders` says how the map
    draws disputed borders, `readouts` finds each side's account of the acts of a record,
    `identify` the actors of several names anew, where somebody no longer holds two apart.
    """
    read_only = read_only or not may_be_written(path)
    if read_only:
        open_record(path, writing=False).close()
    watch = Watch(path, start=secrets.token_hex(4))

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            watch.close()

    app = Starlette(
        routes=ROUTES,
        lifespan=living,
        middleware=[Middleware(Guard)],
        exception_handlers={
            Problem: _problem,
            RecordError: _record_error,
            HTTPException: _http_error,
            500: _failure,
        },
    )
    app.state.path = path
    app.state.keys = Keys(token)
    app.state.watch = watch
    app.state.pictures = Pictures(borders=borders, readouts=readouts)
    app.state.identify = identify
    app.state.read_only = read_only
    return app


def _told(problem: Problem, request: Request) -> Response:
    if request.url.path.startswith("/api/") or request.method not in ("GET", "HEAD"):
        return problem_response(problem, request)
    return problem_page(problem, request)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return _told(error, request)


async def _record_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RecordError)
    return _told(problem_of(error), request)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    name = {404: "unknown-page", 405: "wrong-method"}.get(error.status_code, "wrong-question")
    return _told(Problem(error.status_code, name, f"{request.method} {request.url.path}"), request)


async def _failure(request: Request, error: Exception) -> Response:
    return problem_response(Problem(500, "failed", type(error).__name__), request)
