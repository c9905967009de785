"""The layouts that sources come in: one file each, known by their content, never by a file's name."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, Seen
from depeche.sources.layouts import (
    europresse,
    excel,
    factiva,
    feed,
    jsonl,
    mail,
    nexis,
    opml,
    packed,
    page,
    pdf,
    plain,
    sheet,
    warc,
    word,
)
from depeche.sources.options import SourceOptions

Found = Entry | Refusal | Content


class Layout(NamedTuple):
    """A way in which articles are stored.

    `recognise` returns the sign by which a content is of this layout, or None; `read` yields its articles, refusals
    of parts of it, and further contents where it is a container. A layout that `streams` reads a content of any size
    without holding it.
    """

    name: str
    recognise: Callable[[Content], str | None]
    read: Callable[[Content, SourceOptions], Iterator[Found]]
    streams: bool = False


# In this order: what can be told by magic bytes first, plain text last.
LAYOUTS = (
    Layout("warc", warc.recognise, warc.read, streams=True),
    Layout("pdf", pdf.recognise, pdf.read),
    Layout("mail", mail.recognise, mail.read, streams=True),
    Layout("europresse", europresse.recognise, europresse.read),
    Layout("factiva", factiva.recognise, factiva.read),
    Layout("nexis", nexis.recognise, nexis.read),
    Layout("word", word.recognise, word.read),
    Layout("excel", excel.recognise, excel.read),
    Layout("archive", packed.recognise, packed.read, streams=True),
    Layout("opml", opml.recognise, opml.read),
    Layout("feed", feed.recognise, feed.read),
    Layout("html", page.recognise, page.read),
    Layout("jsonl", jsonl.recognise, jsonl.read, streams=True),
    Layout("csv", sheet.recognise, sheet.read, streams=True),
    Layout("text", plain.recognise, plain.read),
)


def detect(content: Content) -> tuple[Layout, Seen] | None:
    """The layout of a content and the sign it was known by; None for what is no text and no known container."""
    for layout in LAYOUTS:
        sign = layout.recognise(content)
        if sign:
            return layout, Seen(layout.name, sign)
    return None
