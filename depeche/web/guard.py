"""Who may ask what: only this machine, only its own pages, and writing only with the token."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from depeche.web.problems import Problem, problem_response

COOKIE = "depeche"
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 1_000_000  # bytes of a request's body
# No script or style inside a page, nothing from outside, no page of ours inside another.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide our own forms' origin from us
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses foreign hosts (DNS rebinding), foreign pages and large bodies, and gives every answer its headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refused = _refusal(scope["method"], Headers(scope=scope))
        if refused:
            await problem_response(refused, Request(scope))(scope, receive, sending)
            return
        await self._app(scope, _limited(receive), sending)


def _refusal(method: str, headers: Headers) -> Problem | None:
    hosts = headers.getlist("host")
    if len(hosts) != 1 or _name(hosts[0]) not in LOCAL:
        return Problem(421, "wrong-host", f"{', '.join(hosts) or 'no host'} is not this server's name")
    if method in SAFE:
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if (origin is not None and origin != f"http://{hosts[0]}") or site not in (None, "same-origin"):
        return Problem(403, "foreign-origin", f"{origin or site} may not write here")
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST:
        return Problem(413, "too-large", f"more than {LARGEST} bytes")
    return None


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname if "@" not in host and "/" not in host else None
    except ValueError:
        return None


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise Problem(413, "too-large", f"more than {LARGEST} bytes")
        return message

    return receiving


class Keys:
    """The token that lets people write, and the marks made from it: a cookie says who, a second mark which page."""

    def __init__(self, token: str) -> None:
        self._token = token.encode("utf-8")

    def fits(self, token: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._token)

    def cookie(self, name: str) -> str:
        """The cookie of a person who has given the token."""
        who = base64.urlsafe_b64encode(name.encode("utf-8")).decode("ascii")
        return f"{who}.{self._mark('cookie', who)}"

    def name(self, request: Request) -> str | None:
        """Who asks from a browser, or None for somebody who has not given the token."""
        who, _, mark = request.cookies.get(COOKIE, "").partition(".")
        if not who or not hmac.compare_digest(mark.encode(), self._mark("cookie", who).encode()):
            return None
        return base64.urlsafe_b64decode(who.encode("ascii")).decode("utf-8")

    def csrf(self, request: Request) -> str:
        """What a page of ours sends along when it writes."""
        return self._mark("csrf", request.cookies.get(COOKIE, ""))

    def writer(self, request: Request, *, mark: str | None = None) -> str:
        """Who writes: the name in the cookie, or "" for a program with the token. Raises Problem (401, 403)."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self.fits(token.strip()):
            return ""
        name = self.name(request)
        if name is None:
            raise Problem(
                401, "not-signed-in", "Give the token: Authorization: Bearer …, or sign in at /enter."
            )
        given = mark if mark is not None else request.headers.get("x-csrf-token", "")
        if not hmac.compare_digest(given.encode(), self.csrf(request).encode()):
            raise Problem(403, "no-csrf", "Load the page again, and write from there.")
        return name

    def _mark(self, use: str, of: str) -> str:
        return hmac.new(self._token, f"{use}\x1f{of}".encode(), hashlib.sha256).hexdigest()


def new_token(*, make: Callable[[int], str] = secrets.token_urlsafe) -> str:
    """A token that nobody guesses."""
    return make(18)
