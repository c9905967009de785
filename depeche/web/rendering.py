"""Pages from templates, in the language of whoever asks."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from depeche.dossier.page import HERE as DOSSIER
from depeche.record import Record, RecordError, open_record
from depeche.record.checking import modes
from depeche.views import read_date
from depeche.views.reasons import reason
from depeche.web.guard import Keys
from depeche.web.looks import FORMS
from depeche.web.marking import as_printed, held
from depeche.web.naming import KINDS, country_name, country_names
from depeche.web.problems import TITLES, Problem, problem_of
from depeche.web.told import as_told
from depeche.web.words import LANGUAGE_COOKIE, language_of, say, word

HERE = Path(__file__).parent
SECTIONS = ("search", "articles", "actors", "occurrences", "issues", "pictures", "journal")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([HERE / "templates", DOSSIER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(printed=as_printed, held=held)
    environment.globals.update(
        sections=SECTIONS, forms=FORMS, modes=modes(), types=FORMS["event"]["type"], statuses=FORMS["event"]["status"],
        kinds=KINDS,
    )  # fmt: skip
    return environment


def render(request: Request, name: str, *, status: int = 200, version: str = "", **values: Any) -> Response:
    """A page from its template; `version` is that of the record it shows, "" for a page that shows none."""
    language = language_of(request)
    keys: Keys = request.app.state.keys
    read_only = request.app.state.read_only
    person = None if read_only else keys.name(request)
    other = "en" if language == "fr" else "fr"

    def date(edtf: str | None) -> str:
        return getattr(read_date(edtf), language) if edtf else say("undated", language=language)

    def moment(made: str) -> str:
        return say("moment", language=language, day=date(made[:10]), hours=made[11:13], minutes=made[14:16])

    words, states = partial(word, language=language), partial(country_name, language=language)
    page = _environment().get_template(name).render(
        language=language,
        other_language=other,
        other_address=request.url.include_query_params(lang=other).query,
        path=request.url.path,
        asked=request.query_params,
        say=partial(say, language=language),
        because=partial(reason, language=language),
        word=words,
        date=date,
        country=states,
        states=country_names(language),
        told=partial(as_told, word=words, country=states),
        moment=moment,
        person=person,
        read_only=read_only,
        csrf=keys.csrf(request) if person else "",
        version=version,
        **values,
    )  # fmt: skip
    answer = HTMLResponse(page, status)
    if request.query_params.get("lang") in ("fr", "en"):
        answer.set_cookie(LANGUAGE_COOKIE, language, samesite="strict", path="/")
    return answer


def problem_page(told: Problem, request: Request) -> Response:
    """A problem as a page."""
    if told.name == "wrong-host" or told.status >= 500:
        return HTMLResponse(f"{told.status} {TITLES[told.name]}", told.status)
    return render(request, "problem.html.j2", status=told.status, problem=told)


async def show(request: Request, name: str, find: Callable[[Record], dict[str, Any]]) -> Response:
    """A page over what `find` finds in the record, found in a thread."""
    # Asked before anything is read, so that a change in between makes the page load again.
    version = request.app.state.watch.version()

    def run() -> dict[str, Any]:
        with open_record(request.app.state.path, writing=False) as record, record.snapshot():
            return find(record)

    try:
        values = await run_in_threadpool(run)
    except RecordError as error:
        raise problem_of(error) from error
    return render(request, name, version=version, **values)
