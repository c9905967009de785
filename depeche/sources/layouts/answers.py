"""Answers of web servers as web archives keep them: status, headers, and the body as it was meant."""

import re
import zlib
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
_PIECE = 4_096  # bytes that are unpacked at once where the unpacker has no bound of its own
_GZIP = ("gzip", "x-gzip", "deflate")


class CannotUnpack(Exception):
    """A body is packed in a way that is not read here, with what to do about it."""

    def __init__(self, reason: str, *, advice: str) -> None:
        super().__init__(reason)
        self.advice = advice


class HttpAnswer(NamedTuple):
    """An answer: its status, the type that its Content-Type names, its headers by names in small letters, its body
    as it was transferred.
    """

    status: int
    media: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def charset(self) -> str | None:
        """The encoding that the Content-Type names."""
        return charset_of(self.media)

    def plain(self, *, largest: int) -> bytes:
        """At most `largest` bytes of the body without chunks and compression; as it is where it is plain already,
        as some archives keep it, or broken. Raises CannotUnpack.
        """
        body = self.body
        if "chunked" in self.headers.get("transfer-encoding", "").lower():
            body = _joined(body)
        said = self.headers.get("content-encoding", "").lower()
        for packing in reversed([one.strip() for one in said.split(",")]):
            if packing in ("", "identity") or _MARKUP.match(body):
                continue
            if packing in _GZIP:
                body = _inflated(body, largest)
            elif packing == "br":
                body = _unpacked_brotli(body, largest)
            else:
                raise CannotUnpack(
                    f"this page is packed as “{packing[:20]}”", advice="Crawl it again without this packing."
                )
        return body


def charset_of(media: str) -> str | None:
    """The encoding that a Content-Type names."""
    found = _CHARSET.search(media)
    return found.group(1) if found else None


def read_answer(block: bytes) -> HttpAnswer:
    """The answer in the block of a response record; status 0 where it is no HTTP."""
    found = _HEAD_END.search(block)
    head = block[: found.start()] if found else block
    first, *rest = head.decode("latin-1").splitlines() or [""]
    status = re.match(r"HTTP/\S+\s+(\d{3})\b", first)
    fields = (one.partition(":") for one in rest)
    headers = {name.strip().lower(): value.strip() for name, _, value in fields}
    return HttpAnswer(
        int(status.group(1)) if status else 0,
        headers.get("content-type", ""),
        headers,
        block[found.end() :] if found else b"",
    )


def _joined(body: bytes) -> bytes:
    """A body without the sizes of its chunks; as it is where it does not begin with one."""
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = re.match(rb"[0-9a-fA-F]{1,8}\s*(?:;|$)", body[at:end]) if end > at else None
        if size is None:
            return b"".join(out) or body
        length = int(size.group().rstrip(b"; \t"), 16)
        if length == 0:
            return b"".join(out)
        out.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2


def _inflated(body: bytes, largest: int) -> bytes:
    for bits in (47, -15):  # gzip or zlib by their headers, then bare deflate
        try:
            return zlib.decompressobj(wbits=bits).decompress(body, largest)
        except zlib.error:
            continue
    return body


def _unpacked_brotli(body: bytes, largest: int) -> bytes:
    if find_spec("brotli") is None:
        raise CannotUnpack(
            "this page is packed with Brotli",
            advice="Install the package that unpacks it: pip install 'depeche[brotli]'.",
        )
    import brotli

    unpacker: Any = brotli.Decompressor()
    out: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), _PIECE):
            out.append(unpacker.process(body[at : at + _PIECE]))
            size += len(out[-1])
            if size > largest:
                break
    except brotli.error as error:
        if not out:
            raise CannotUnpack("this page's Brotli packing is broken", advice="Crawl it again.") from error
    return b"".join(out)[:largest]
