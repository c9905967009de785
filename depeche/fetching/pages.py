"""From an answer to documents: what a page says of its own address, what a feed said of it, and paywalls."""

import json
import re
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
from depeche.sources.layouts.markup import looks_like_html, parse
from depeche.sources.naming import Names

_SHORT = 1_500  # characters: what a site shows of an article that it does not give away
_SHARE = 0.5  # of the words that a page counts itself, below which it is not whole
_MOST_JSON = 2_000_000  # characters
_WORD = re.compile(r"\w+")


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
    content = Content(data, origin=origin, stem=stem_of(answer.address))
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
    shut = page.tree is not None and _is_shut(page.tree)
    for item in open_content(page.content, options=options, names=names, keep=keep):
        if isinstance(item, Refusal):
            yield item
        elif shut and _is_remnant(page.tree, item):
            refusal = refuse(
                item.origin,
                "only the beginning of the article is there, the rest is behind a paywall",
                advice="Save the page while you are logged in as a subscriber.",
                excerpt=item.text,
            ).plain
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


def _is_shut(tree: Any) -> bool:
    """Whether a page says that its article is not free to read."""
    metas = (meta for meta in tree.iter("meta") if meta.get("property") == "article:content_tier")
    if any((meta.get("content") or "").lower() in ("locked", "metered") for meta in metas):
        return True
    return any(str(said).lower() in ("false", "no") for said in _said(tree, "isAccessibleForFree"))


def _is_remnant(tree: Any, document: Document) -> bool:
    """Whether the text of an article that is not free is only its beginning."""
    counts = [int(said) for said in _said(tree, "wordCount") if re.fullmatch(r"\d{1,6}", str(said))]
    if counts and max(counts) > 0:
        return len(_WORD.findall(document.text)) < _SHARE * max(counts)
    return len(document.text) < _SHORT


def _said(tree: Any, field: str) -> list[Any]:
    """What the JSON-LD of a page says in a field of its outermost objects."""
    found = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > _MOST_JSON:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        objects = value if isinstance(value, list) else [value]
        for one in objects:
            if isinstance(one, dict):
                graph = one.get("@graph")
                inner = graph if isinstance(graph, list) else []
                found += [each[field] for each in (one, *inner) if isinstance(each, dict) and field in each]
    return found
