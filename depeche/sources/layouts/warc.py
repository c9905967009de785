"""WARC files of web archives: each page that was answered with HTML, and the texts of WET files; gzip or not."""

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

import msgspec

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.languages import plainly_foreign
from depeche.sources.layouts import page
from depeche.sources.layouts.markup import shown_text
from depeche.sources.options import MEGABYTE, SourceOptions

_MOST_HEADERS = 200
_LONGEST_LINE = 65_536  # bytes
_RATIO = 200  # times its packed size: pages pack five to ten times, a bomb thousands of times
_FREE = 20 * MEGABYTE  # unpacked bytes below which the ratio does not matter
_JUDGED = 1_000_000  # characters of a page by which its language is told before its article is looked for
_HTML = re.compile(r"\b(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)


class Record(NamedTuple):
    """One record: its headers by their names in small letters, and its block."""

    headers: dict[str, str]
    block: bytes


def recognise(content: Content) -> str | None:
    """Whether the bytes begin with a WARC version line, compressed or not."""
    data = content.data
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data[:4_096], 16)
        except zlib.error:
            return None
    return "WARC version line" if data.startswith(b"WARC/") else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The pages of an archive; answers that are no pages (pictures, redirections) are no articles and are passed."""
    most = max(_FREE, _RATIO * content.size)
    total = 0
    try:
        with content.open() as file:
            packed = content.data.startswith(b"\x1f\x8b")
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
            for record in _records(stream, options):
                total += len(record.block)
                if total > most:
                    yield refuse(content.origin, "this WARC file unpacks to too much", advice="Split it.")
                    return
                yield from _articles(record, content, options)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield refuse(
            content.origin,
            f"this WARC file is broken: {str(error)[:80]}",
            advice="What stood before the fault was read; fetch the file again for the rest.",
        )


def _records(stream: BinaryIO, options: SourceOptions) -> Iterator[Record]:
    while True:
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError("a record does not begin with its version")
        headers: dict[str, str] = {}
        for _ in range(_MOST_HEADERS):
            line = stream.readline(_LONGEST_LINE)
            if not line.strip():
                break
            name, _, value = line.decode("utf-8", "replace").partition(":")
            headers[name.strip().lower()] = value.strip()
        size = int(headers.get("content-length", ""))
        if not 0 <= size <= options.largest:
            raise ValueError("a record is too large")
        yield Record(headers, stream.read(size))


def _articles(record: Record, content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    kind = record.headers.get("warc-type", "").lower()
    address = record.headers.get("warc-target-uri", "").strip("<>")
    origin = f"{content.origin}!{address or record.headers.get('warc-record-id', '?')}"
    if kind == "conversion":
        inner = Content(record.block, origin=origin)
        yield Entry(text=inner.text, origin=origin, url=address or None, metadata_from={"url": "WARC target"})
        return
    if kind not in ("response", "resource"):
        return
    body, media = record.block, record.headers.get("content-type", "")
    if kind == "response":
        head, _, body = record.block.partition(b"\r\n\r\n")
        answer = head.decode("latin-1").split("\r\n")
        fields = {
            name.strip().lower(): value.strip()
            for name, _, value in (one.partition(":") for one in answer[1:])
        }
        if not re.match(r"HTTP/\S+ 200\b", answer[0]):
            return
        media = fields.get("content-type", "")
        body = _plain(body, fields, options)
    if not _HTML.search(media):
        return
    inner = Content(body, origin=origin)
    language = None if options.any_language else plainly_foreign(shown_text(inner.text[:_JUDGED]))
    if language:
        yield refuse(
            origin,
            f"this text is not in French (it is in {language})",
            advice="Only French is read; if it is French, allow any language.",
            raw=body,
        )
        return
    for found in page.read(inner, options):
        if isinstance(found, Entry) and found.url is None and address:
            where = {**found.metadata_from, "url": "WARC target"}
            found = msgspec.structs.replace(found, url=address, metadata_from=where)
        yield found


def _plain(body: bytes, fields: dict[str, str], options: SourceOptions) -> bytes:
    """The body without chunks and compression; as it is where they are broken or not known."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _joined(body)
    encoding = fields.get("content-encoding", "").lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        for bits in (47, -15):  # gzip or zlib by their headers, then bare deflate
            try:
                return zlib.decompressobj(wbits=bits).decompress(body, options.largest)
            except zlib.error:
                continue
    return body


def _joined(body: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = re.match(rb"[0-9a-fA-F]{1,8}", body[at:end]) if end > at else None
        if size is None:
            return b"".join(out) or body
        length = int(size.group(), 16)
        if length == 0:
            return b"".join(out)
        out.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
