"""WARC files of web archives: each page that was answered with HTML, and the texts of WET files; gzip or not."""

import re
import zlib
from collections.abc import Iterator

import msgspec

from depeche.model import DateSaid, Refusal
from depeche.sources.checks import ONLY_FRENCH
from depeche.sources.dates import day_of, day_of_address
from depeche.sources.entry import Content, Entry, refuse, unreadable
from depeche.sources.languages import plainly_foreign
from depeche.sources.layouts import page
from depeche.sources.layouts.answers import CannotUnpack, HttpAnswer, read_answer
from depeche.sources.layouts.markup import shown_text
from depeche.sources.layouts.records import Fault, Flood, Record, is_packed, read_records
from depeche.sources.options import MEGABYTE, SourceOptions

_JUDGED = 1_000_000  # characters of a page by which its language is told before its article is looked for
_HTML = re.compile(r"\b(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)


def recognise(content: Content) -> str | None:
    """Whether the bytes begin with a WARC version line, compressed or not."""
    data = content.data
    if is_packed(data):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data[:4_096], 16)
        except zlib.error:
            return None
    return "WARC version line" if data.startswith(b"WARC/") else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The pages of an archive; answers that are no pages (pictures, redirections) are no articles and are passed.

    Where the file is broken, what was lost is refused, and reading goes on at the next record.
    """
    try:
        for record in read_records(content, largest=options.largest):
            if isinstance(record, Record):
                yield from _spared(record, content, options)
            else:
                yield _broken(content, record)
    except Flood:
        yield refuse(content.origin, "this WARC file unpacks to too much", advice="Split it.")
    except OSError as error:
        yield _broken(content, error)


def _spared(record: Record, content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The articles of a record; one that a parser fails at does not cost those behind it."""
    try:
        yield from _articles(record, content, options)
    except Exception as error:
        yield unreadable(f"{content.origin}!{record.headers.get('warc-target-uri', '?')}", error)


def _broken(content: Content, error: Fault | OSError) -> Refusal:
    return refuse(
        content.origin,
        f"this WARC file is broken in a place: {str(error)[:80]}",
        advice="What stands before and behind the fault was read; fetch the file again for the rest.",
    )


def _articles(record: Record, content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    kind = record.headers.get("warc-type", "").lower()
    if kind not in ("response", "resource", "conversion"):
        return
    address = record.headers.get("warc-target-uri", "").strip("<>")
    origin = f"{content.origin}!{address or record.headers.get('warc-record-id', '?')}"
    media = record.headers.get("content-type", "")
    answer = read_answer(record.block) if kind == "response" else HttpAnswer(200, media, {}, record.block)
    if answer.status != 200 or (kind != "conversion" and not _HTML.search(answer.media)):
        return
    if not record.whole:
        yield refuse(
            origin,
            f"this page is larger than {options.largest / MEGABYTE:g} MB",
            advice="Save the article's text alone.",
        )
        return
    where = {"url": "WARC target"} if address else {}
    crawled = record.headers.get("warc-date", "")
    day = day_of(crawled)
    dates = (DateSaid(day, "WARC-Date", "archived"),) if day else ()
    if kind == "conversion":
        text = Content(record.block, origin=origin).text
        yield Entry(text=text, origin=origin, url=address or None, metadata_from=where, dates=dates)
        return
    try:
        body = answer.plain(largest=options.largest)
    except CannotUnpack as error:
        yield refuse(origin, str(error), advice=error.advice, raw=record.block)
        return
    inner = Content(body, origin=origin, charset=answer.charset)
    language = None if options.any_language else plainly_foreign(shown_text(inner.text[:_JUDGED]))
    if language:
        yield refuse(
            origin,
            f"this text is not in French (it is in {language})",
            advice=ONLY_FRENCH,
            raw=body,
        )
        return
    for found in page.read(inner, options):
        if isinstance(found, Entry):
            if found.published is None and (written := day_of_address(address)):
                where["published"] = "address of the page"
                found = msgspec.structs.replace(found, published=written)
            found = msgspec.structs.replace(
                found,
                url=found.url or address or None,
                metadata_from={**where, **found.metadata_from},
                dates=(*found.dates, *dates),
            )
        yield found
