"""From an answer to documents: what a page says of its own address, what a feed said of it, and paywalls."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from depeche.fetching.addresses import canonical, clean, key, own, stem_of
from depeche.fetching.failed import Failed
from depeche.fetching.options import FetchOptions
from depeche.fetching.transport import Answer
from depeche.fetching.web import Web
from depeche.model import DateSaid, Document, Refusal
from depeche.sources import Keep, SourceOptions, open_content
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, refuse
from depeche.sources.layouts.answers import charset_of
from depeche.sources.layouts.markup import looks_like_html, parse
from depeche.sources.layouts.paywall import find_paywall, refuse_remnant
from depeche.sources.naming import Names

_SHORT = 1_500  # characters: what a site shows of an article that it does not give away


class Page(NamedTuple):
    """A page that was answered: its bytes without compression, its tree (None for other files than HTML), the
    address under which it wants to be known, and where that address is from.
    """

    content: Content
    tree: Any
    address: str
    address_from: str

    @property
    def identity(self) -> str:
        """What AMP, print and plain variants of one article have in common."""
        return key(self.address)


class FromFeed(NamedTuple):
    """What the feed said in which a page was found: its title, and the date it prints."""

    title: str | None = None
    dated: str | None = None


_NO_FEED = FromFeed()


def open_page(answer: Answer, *, origin: str, options: FetchOptions) -> Page:
    """The page of an answer. Raises Failed where its compression is broken or gives too much."""
    data = answer.plain(largest=options.unpacked)
    charset = charset_of(answer.header("content-type") or "")
    content = Content(data, origin=origin, stem=stem_of(answer.address), charset=charset)
    tree = parse(content.text) if content.decoded and looks_like_html(content.head) else None
    said = _says(tree)
    address = canonical(said, answer.address)
    named = said is not None and address != answer.address
    return Page(content, tree, address, "link canonical" if named else "address of the page")


def read_page(
    page: Page,
    *,
    options: SourceOptions,
    names: Names,
    feed: FromFeed = _NO_FEED,
    keep: Keep | None = None,
) -> Iterator[Document | Refusal]:
    """The documents of a page, with its address, and with what the feed said where the page says nothing.

    `keep` is told of what is refused, with its bytes.
    """
    wall = None if page.tree is None else find_paywall(page.tree)
    for item in open_content(page.content, options=options, names=names, keep=keep):
        if isinstance(item, Refusal):
            yield item
        elif wall and wall.hides(item.text, short=_SHORT):
            refusal = refuse_remnant(item.origin, item.text).plain
            if keep:
                keep(refusal, page.content.data)
            yield refusal
        else:
            yield _completed(item, page, feed)


def open_addresses(
    addresses: Iterable[str], *, options: SourceOptions, web: Web, keep: Keep | None = None
) -> Iterator[Document | Refusal]:
    """The documents at addresses of the web, in order; what cannot be fetched or read is a Refusal.

    A second address of the same article (its AMP or print page) is refused with the address of the first.
    """
    names = Names()
    met: dict[str, str] = {}
    for address in addresses:
        try:
            asked = own(clean(address))
            page = open_page(web.fetch(asked), origin=asked, options=web.options)
        except Failed as error:
            yield error.refusal(address)
            continue
        first = met.setdefault(page.identity, asked)
        if first != asked:
            yield refuse(asked, f"this is the same article as {first}", advice="Nothing is lost.").plain
            continue
        yield from read_page(page, options=options, names=names, keep=keep)


def _completed(document: Document, page: Page, feed: FromFeed) -> Document:
    where = dict(document.metadata_from)
    day = day_of(feed.dated) if feed.dated else None
    changes: dict[str, Any] = {}
    if document.url is None or page.tree is not None:
        changes["url"] = page.address
        where["url"] = page.address_from
    if document.published is None and day:
        changes |= {"published": day, "published_basis": "metadata"}
        where["published"] = f"feed: {feed.dated}"
    elif day and day != document.published:
        changes["dates"] = (*document.dates, DateSaid(day, f"feed: {feed.dated}"))
    if document.outlet is None and feed.title:
        changes["outlet"] = feed.title
        where["outlet"] = "feed title"
    elif feed.title and feed.title != document.outlet:
        where.setdefault("other_outlet", f"{feed.title} (feed title)")
    return msgspec.structs.replace(document, metadata_from=where, **changes)


def _says(tree: Any) -> str | None:
    """The canonical link of a page."""
    if tree is None:
        return None
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((link.get("href") for link in links if link.get("href")), None)
