"""One request and its answer, within the limits; the connection goes to the very address that was checked."""

import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import msgspec

from depeche.fetching.failed import Failed
from depeche.fetching.guard import resolve
from depeche.fetching.options import MEGABYTE, FetchOptions

_PIECE = 65_536  # bytes
_LATER = "Try again later."


class Answer(msgspec.Struct, frozen=True):
    """What a server answered: the address that was asked, the status, the headers in order, and the body.

    `body` is as it was transferred, without chunks but still compressed where the headers say so.
    """

    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of a name, in whatever case."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), None)

    def plain(self, *, largest: int) -> bytes:
        """The body without its compression. Raises Failed where it is broken or gives more than `largest` bytes."""
        named = (self.header("content-encoding") or "").strip().lower()
        if named in ("", "identity"):
            return self.body
        if named not in ("gzip", "x-gzip", "deflate"):
            raise Failed(f"the answer is compressed in an unknown way ({named[:40]})", advice=_LATER)
        return _unpacked(self.body, largest)


def ask(address: str, *, headers: Mapping[str, str], options: FetchOptions) -> Answer:
    """Ask one clean address once; redirections and errors of the server are answers like others.

    Raises Failed where no whole answer comes within the limits.
    """
    parts = urlsplit(address)
    connection = _Connection(address, options)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    sent = {
        "User-Agent": options.agent,
        "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
        "Accept-Language": "fr,*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    with connection.within(options.seconds):
        try:
            connection.request("GET", target, headers=sent)
            with connection.getresponse() as response:
                body = _body(response, options)
                answer = Answer(address, response.status, response.reason, tuple(response.getheaders()), body)
            failure = None
        except Failed as error:
            failure = error
        except (OSError, HTTPException, ValueError) as error:
            failure = _told(error, options)
            failure.__cause__ = error
    if failure is not None and failure.lasting:
        raise failure
    if connection.expired:  # an answer that was cut may look like one that ended
        raise Failed(f"no end after {options.seconds:g} s", advice=_LATER) from failure
    if failure is not None:
        raise failure
    return answer


class _Connection(HTTPConnection):
    """A connection that is made to a checked address, and cut at the end of its time."""

    def __init__(self, address: str, options: FetchOptions) -> None:
        parts = urlsplit(address)
        self._secure = parts.scheme == "https"
        self._options = options
        self._cut: socket.socket | None = None
        self.expired = False
        # The standard port is not named in the Host header; this class decides on it by the scheme.
        self.default_port = 443 if self._secure else 80
        super().__init__(parts.hostname or "", parts.port or self.default_port, timeout=options.silence)

    def connect(self) -> None:
        """Connect to the first checked address that answers."""
        targets = resolve(self.host, self.port, allow_private=self._options.allow_private)
        errors: list[OSError] = []
        for target in targets:
            made = socket.socket(target.family, socket.SOCK_STREAM)
            try:
                made.settimeout(self._options.silence)
                made.connect(target.address)
            except OSError as error:
                made.close()
                errors.append(error)
                continue
            self._cut = made.dup()
            if self.expired:
                self._end()
            self.sock = _tls().wrap_socket(made, server_hostname=self.host) if self._secure else made
            return
        raise errors[0]

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connection when the time is over: reading then ends at once, however slowly bytes trickle in."""
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.close()
            if self._cut is not None:
                self._cut.close()

    def _end(self) -> None:
        self.expired = True
        if self._cut is not None:
            try:
                self._cut.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # closed already


def _body(response: HTTPResponse, options: FetchOptions) -> bytes:
    too_large = Failed(
        f"the answer is larger than {options.largest / MEGABYTE:g} MB",
        advice="Save it with another program and give the file.",
        lasting=True,
    )
    if (response.length or 0) > options.largest:
        raise too_large
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > options.largest:
            raise too_large
        pieces.append(piece)
    if response.length:
        raise Failed("the answer broke off", advice=_LATER)
    return b"".join(pieces)


def _unpacked(body: bytes, largest: int) -> bytes:
    """All members of a gzip body, or a deflate body with or without its header."""
    pieces: list[bytes] = []
    room = largest
    rest = body
    bits = 47
    while rest:
        unpacker: Any = zlib.decompressobj(wbits=bits)
        try:
            piece = unpacker.decompress(rest, room + 1)
        except zlib.error as error:
            if pieces:
                break  # what follows the last member is no gzip: padding, which browsers pass over too
            if bits == 47:
                bits = -15
                continue
            raise Failed("the answer's compression is broken", advice=_LATER) from error
        room -= len(piece)
        if room < 0:
            raise Failed(
                f"the answer unpacks to more than {largest / MEGABYTE:g} MB",
                advice="Save it with another program and give the file.",
                lasting=True,
            )
        pieces.append(piece)
        if not unpacker.eof:
            raise Failed("the answer broke off", advice=_LATER)
        rest = unpacker.unused_data
    return b"".join(pieces)


def _told(error: Exception, options: FetchOptions) -> Failed:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Failed(
            f"the server's certificate does not hold ({error.verify_message})", advice="Check the address."
        )
    if isinstance(error, TimeoutError):
        return Failed(f"no answer within {options.silence:g} s", advice=_LATER)
    if isinstance(error, OSError):
        return Failed(f"the connection failed ({error.strerror or error})"[:200], advice=_LATER)
    return Failed(f"the answer is no HTTP ({type(error).__name__})", advice=_LATER)


@cache
def _tls() -> ssl.SSLContext:
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
