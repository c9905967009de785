"""A small site on this machine that answers as the tests say, and articles for it."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from depeche.fetching import FetchOptions, Web

Reply = tuple[int, dict[str, str], bytes]
BODY = (
    "<p>Le chef de la diplomatie islandaise a reçu mardi à Reykjavik son homologue du Costa Rica, avec qui il a signé"
    " un accord de pêche. « Nous avons mis fin à dix ans de litige », a-t-il déclaré devant la presse.</p>"
    "<p>San José, qui réclamait cet accord depuis le printemps, a promis de retirer sa plainte. Une commission mixte"
    " se réunira chaque automne, et les deux pays échangeront des observateurs, a précisé le ministère.</p>"
)


def article(title: str, *, head: str = "", body: str = BODY) -> bytes:
    """A page whose text is all its own, because its title stands in its first paragraph."""
    return (
        f"<html><head><title>{title}</title><meta charset=utf-8>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{title}, annonce-t-on mardi soir de source diplomatique.</p>{body}</article></body></html>"
    ).encode()


def rss(*addresses: str, title: str = "Le Phare") -> bytes:
    items = "".join(
        f"<item><title>{number}</title><link>{address}</link><pubDate>Tue, 07 May 2024 18:00:00 GMT</pubDate></item>"
        for number, address in enumerate(addresses)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


class Site:
    """Pages by their paths: a reply, or what answers with the raw connection; `asked` are the paths in order."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[Any], None]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = 0
        self.most_at_once = 0
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with site._lock:
                    site.asked.append(self.path)
                    site.headers.append({name.lower(): value for name, value in self.headers.items()})
                    site.at_once += 1
                    site.most_at_once = max(site.most_at_once, site.at_once)
                try:
                    site._answer(self)
                except OSError:
                    pass  # the other side has closed, as it may
                finally:
                    with site._lock:
                        site.at_once -= 1

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.place = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def at(self, path: str) -> str:
        return f"http://{self.place}{path}"

    def put(
        self, path: str, body: bytes, *, status: int = 200, media: str = "text/html", **headers: str
    ) -> str:
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": media, **said}, body)
        return self.at(path)

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        reply = self.pages.get(handler.path, (404, {}, b"nothing here"))
        if callable(reply):
            handler.close_connection = True
            reply(handler)
            return
        status, headers, body = reply
        tag = headers.get("ETag")
        if tag and handler.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        if "Content-Length" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def other_site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def make_article() -> Callable[..., bytes]:
    return article


@pytest.fixture
def make_rss() -> Callable[..., bytes]:
    return rss


@pytest.fixture
def web() -> Web:
    """The web with this machine allowed, no pauses, and small limits."""
    return Web(
        FetchOptions(
            allow_private=True, pause=0.0, silence=5.0, seconds=10.0, largest=200_000, unpacked=500_000
        )
    )
