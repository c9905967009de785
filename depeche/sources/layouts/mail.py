"""E-mail messages, one (EML) or many (mbox): newsletters and alerts; the text, else the HTML, and attached files."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts import page
from depeche.sources.options import SourceOptions

_HEADER = re.compile(
    rb"^(From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Content-Type|Delivered-To|Reply-To):",
    re.IGNORECASE | re.MULTILINE,
)
_MBOX = re.compile(rb"^From \S+.*\d{4}\s*$", re.MULTILINE)
_HEAD = 8_000  # bytes in which a message's headers show
_SHORT = 200  # characters: a shorter plain part only says that the message is in HTML
_MOST_PARTS = 200


def recognise(content: Content) -> str | None:
    """Whether the bytes begin with the headers of a message, or with the line that opens a mailbox."""
    start = content.data[:_HEAD].lstrip()
    if _MBOX.match(start):
        return "mailbox (mbox)"
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {found.group(1).lower() for found in _HEADER.finditer(head)}
    needed = {b"from", b"subject", b"date"} & names
    return "e-mail headers" if _HEADER.match(head) and len(names) >= 3 and len(needed) >= 2 else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal | Content]:
    """Each message and each file attached to one."""
    if not content.data.lstrip().startswith(b"From "):
        yield from _message(content.data, content.origin, content, options)
        return
    for number, raw in enumerate(_messages(content, options), start=1):
        origin = f"{content.origin}#{number}"
        if len(raw) > options.largest:
            yield refuse(origin, "this message is too large", advice="Save what is attached to it apart.")
        else:
            yield from _message(raw, origin, content, options)


def _messages(content: Content, options: SourceOptions) -> Iterator[bytes]:
    """The messages of a mailbox one by one, each cut a little above the size that is read."""
    with content.open() as stream:
        lines: list[bytes] = []
        size = 0
        while line := stream.readline(options.largest):
            if _MBOX.match(line):
                if size:
                    yield b"".join(lines)
                lines, size = [], 0
            elif size <= options.largest:
                lines.append(line)
                size += len(line)
        if size:
            yield b"".join(lines)


class _Parts(NamedTuple):
    """What a message holds: its text, the same as HTML, and the files attached to it."""

    plain: Content | None
    html: Content | None
    attached: list[Content]


def _message(
    raw: bytes, origin: str, content: Content, options: SourceOptions
) -> Iterator[Entry | Refusal | Content]:
    try:
        message = message_from_bytes(raw)
        parts = _parts(message, origin, content)
        entry = _entry(message, parts, origin, options)
    except Exception as error:  # a stranger's message costs itself, not those behind it
        yield refuse(
            origin,
            f"this message is broken ({type(error).__name__})",
            advice="Save it again from the mail program.",
            raw=raw,
        )
        return
    if entry is not None and not (isinstance(entry, Refusal) and parts.attached):
        yield entry
    elif entry is None and not parts.attached:
        yield refuse(origin, "this message has no text", advice="Check that it was saved whole.", raw=raw)
    yield from parts.attached


def _parts(message: "Message[str, str]", origin: str, content: Content) -> _Parts:
    plain = html = None
    attached: list[Content] = []
    for part in islice(message.walk(), _MOST_PARTS):
        if part.is_multipart():
            continue
        data = _payload(part)
        name = _decoded(part.get_filename())
        kind = part.get_content_type()
        if name and kind.split("/")[0] not in ("image", "audio", "video"):
            stem = PurePosixPath(name.replace("\\", "/")).stem
            attached.append(Content(data, origin=f"{origin}!{name}", stem=stem, depth=content.depth))
        elif kind == "text/plain" and plain is None:
            plain = Content(data, origin=origin, charset=part.get_content_charset())
        elif kind == "text/html" and html is None:
            html = Content(data, origin=origin, charset=part.get_content_charset())
    return _Parts(plain, html, attached)


def _entry(
    message: "Message[str, str]", parts: _Parts, origin: str, options: SourceOptions
) -> Entry | Refusal | None:
    text = parts.plain.decoded if parts.plain else None
    subject = _decoded(message.get("Subject"))
    where = {"published": "e-mail Date", "headline": "e-mail Subject"}
    sender = _decoded(parseaddr(_decoded(message.get("From")) or "")[0])
    if sender:
        where["sender"] = sender
    published = _day(message)
    if text is None or (len(text.text.strip()) < _SHORT and parts.html):
        if parts.html is None:
            return None
        found = next(page.read(parts.html, options), None)
        if isinstance(found, Entry):
            return Entry(
                text=found.text,
                origin=origin,
                id=_identity(message),
                headline=subject or found.headline,
                published=published,
                url=found.url,
                metadata_from=where,
            )
        return found
    return Entry(
        text=text.text.replace("\r\n", "\n"),
        origin=origin,
        id=_identity(message),
        headline=subject,
        published=published,
        metadata_from=where,
    )


def _payload(part: "Message[str, str]") -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _decoded(value: object) -> str | None:
    """A header's words, whatever encodings they are in; None for nothing."""
    if value is None:
        return None
    try:
        pieces = decode_header(str(value))
    except (ValueError, MessageError, LookupError, AssertionError):
        return str(value)
    text = ""
    for piece, charset in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        try:
            text += piece.decode(charset or "utf-8", "replace")
        except (LookupError, ValueError):
            text += piece.decode("latin-1")
    return " ".join(text.split()) or None


def _day(message: "Message[str, str]") -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _identity(message: "Message[str, str]") -> str | None:
    """The Message-ID without its brackets."""
    return (_decoded(message.get("Message-ID")) or "").strip("<> ") or None
