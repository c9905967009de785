"""RSS and Atom: each entry whose text the feed carries; those with a summary alone are refused with their address."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from lxml import etree

from depeche.model import Refusal
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, Entry, attempt, refuse
from depeche.sources.layouts.markup import LARGEST, lines, parse
from depeche.sources.options import SourceOptions

_SIGN = re.compile(r"<(?:rss|feed|rdf:RDF)\b[^>]*>", re.IGNORECASE)
_TEXT = ("encoded", "content", "description", "summary")  # the fullest first
_DAY = ("pubDate", "published", "date", "issued", "updated")
_LEAST = 300  # characters: a summary is shorter


def recognise(content: Content) -> str | None:
    """Whether the root element is that of RSS, RDF or Atom."""
    start = content.head[:2_000].lstrip()
    return "RSS or Atom root element" if start.startswith("<") and _SIGN.search(start) else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The entries of the feed, in its order."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", content.text[:LARGEST])
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        yield refuse(content.origin, "this feed cannot be parsed", advice="Fetch it again.")
        return
    items = [node for node in tree.iter() if _name(node) in ("item", "entry")]
    channel = next((node for node in tree.iter() if _name(node) in ("channel", "feed")), tree)
    outlet = _child(channel, ("title",))
    for number, node in enumerate(items, start=1):
        origin = f"{content.origin}#{number}"
        yield attempt(partial(_entry, node, origin, outlet), origin=origin)


def _entry(node: Any, origin: str, outlet: str | None) -> Entry | Refusal:
    headline = _child(node, ("title",))
    address = _address(node)
    bodies = [said for name in _TEXT if (said := _child(node, (name,)))]
    paragraphs = max(
        (_paragraphs(said) for said in bodies), key=lambda found: sum(map(len, found)), default=[]
    )
    if sum(map(len, paragraphs)) < _LEAST:
        return refuse(
            origin,
            f"the feed has only the beginning of “{(headline or '?')[:80]}”",
            advice=f"Save the page itself{': ' + address if address else ''}.",
            excerpt=" ".join(paragraphs),
        )
    day = _child(node, _DAY)
    where = {"outlet": "feed title", "headline": "feed entry", "url": "feed link", "author": "feed entry"}
    if day:
        where["published"] = f"feed: {day}"
    return Entry(
        text="\n\n".join([headline, *paragraphs] if headline else paragraphs),
        origin=origin,
        headline=headline,
        outlet=outlet,
        published=day_of(day) if day else None,
        url=address,
        author=_child(node, ("creator", "author")),
        metadata_from=where,
    )


def _name(node: Any) -> str:
    """An element's name without its namespace."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: Any, names: tuple[str, ...]) -> str | None:
    for name in names:
        for child in node:
            if _name(child) == name:
                said = " ".join("".join(child.itertext()).split(" "))
                if said.strip():
                    return said.strip()
    return None


def _address(node: Any) -> str | None:
    for child in node:
        if _name(child) == "link":
            target = (child.get("href") or child.text or "").strip()
            if target.startswith("http") and child.get("rel") in (None, "alternate"):
                return target
    return None


def _paragraphs(said: str) -> list[str]:
    if "<" not in said:
        return [part.strip() for part in said.splitlines() if part.strip()]
    tree = parse(f"<html><body>{said}</body></html>")
    return [] if tree is None else lines(tree)
