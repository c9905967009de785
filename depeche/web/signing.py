"""Signing in with the token, and out."""

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from depeche.web.guard import COOKIE, Keys
from depeche.web.problems import Problem
from depeche.web.rendering import render

LONGEST_NAME = 80


async def enter(request: Request) -> Response:
    """The form that takes the token and a name; a right token makes the browser one that may write."""
    if request.app.state.read_only:
        raise Problem(403, "read-only", "The record may not be written here.")
    if request.method == "GET":
        return render(request, "enter.html.j2", wrong=False)
    keys: Keys = request.app.state.keys
    form = await _form(request)
    token, name = form.get("token", "").strip(), form.get("name", "").strip()[:LONGEST_NAME]
    if not keys.fits(token) or not name:
        return render(request, "enter.html.j2", status=403, wrong=True)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, keys.cookie(name), httponly=True, samesite="strict", path="/")
    return answer


async def leave(request: Request) -> Response:
    """Forget who asks."""
    keys: Keys = request.app.state.keys
    form = await _form(request)
    if keys.name(request) is None:
        raise Problem(401, "not-signed-in", "Nobody is signed in.")
    keys.writer(request, mark=form.get("csrf", ""))
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", path="/")
    return answer


async def _form(request: Request) -> dict[str, str]:
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, max_num_fields=8))
