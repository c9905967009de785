"""Which articles a feed names (RSS, RDF, Atom), and which feeds an OPML list names."""

import re
from typing import Any, NamedTuple

from lxml import etree

from depeche.fetching.addresses import clean, is_address
from depeche.fetching.failed import Failed
from depeche.sources.decoding import decode
from depeche.sources.layouts.markup import looks_like_html, parse

_ROOTS = frozenset({"rss", "rdf", "feed"})
_DAY = ("pubdate", "published", "date", "issued", "updated")
_MOST = 5_000  # items of one feed; a feed has a few hundred at most
_LONGEST_TTL = 1_440  # minutes
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEED_TYPE = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Item(NamedTuple):
    """An article that a feed names: its clean address, and the date as the feed prints it."""

    address: str
    dated: str | None


class Feed(NamedTuple):
    """What a feed says: its title, the least minutes between two looks at it, its items without doubles.

    `unfit` are the addresses that cannot be fetched, with the reason.
    """

    title: str | None
    minutes: int
    items: tuple[Item, ...]
    unfit: tuple[tuple[str, Failed], ...]


def read_feed(data: bytes, *, address: str) -> Feed:
    """The feed in some bytes that came from `address`. Raises Failed where they are no feed."""
    if is_opml(data):
        raise Failed("this is an OPML list, not a feed", advice="Save it and give the file.")
    tree = _parse(data)
    if tree is None or _name(tree) not in _ROOTS:
        named = _alternate(data, address)
        advice = f"This page names one: {named}" if named else "Give the address of the feed itself."
        raise Failed("this is no RSS or Atom feed", advice=advice)
    channel = next((node for node in tree.iter() if _name(node) in ("channel", "feed")), tree)
    nodes = [node for node in tree.iter() if _name(node) in ("item", "entry")]
    items: dict[str, Item] = {}
    unfit: list[tuple[str, Failed]] = []
    for node in nodes:
        said = _link(node)
        if said is None:
            continue
        try:
            target = clean(said, base=node.get(_XML_BASE) or tree.get(_XML_BASE) or address)
        except Failed as error:
            unfit.append((said[:500], error))
            continue
        items.setdefault(target, Item(target, _child(node, _DAY)))
    if len(items) > _MOST:
        raise Failed(
            f"this feed has more than {_MOST} articles", advice="Give a feed of its newest articles."
        )
    minutes = _child(channel, ("ttl",)) or ""
    least = min(int(minutes), _LONGEST_TTL) if re.fullmatch(r"\d{1,6}", minutes) else 0
    return Feed(_child(channel, ("title",)), least, tuple(items.values()), tuple(unfit))


def is_opml(data: bytes) -> bool:
    """Whether bytes are an OPML list."""
    return re.search(rb"<opml\b", data[:2_000], re.IGNORECASE) is not None


def read_opml(data: bytes) -> list[str]:
    """The addresses of the feeds that an OPML list names, in its order, each once. Raises Failed where it has none."""
    tree = _parse(data)
    outlines = [] if tree is None else [node for node in tree.iter() if _name(node) == "outline"]
    said = (
        value.strip() for node in outlines for name, value in node.attrib.items() if name.lower() == "xmlurl"
    )
    found = list(dict.fromkeys(value for value in said if is_address(value)))
    if not found:
        raise Failed("this OPML list names no feed", advice="Each feed is an outline with an xmlUrl.")
    return found


def _parse(data: bytes) -> Any:
    # No entity is expanded, no document type loaded, no address opened.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    decoded = decode(data)
    if decoded is None:
        return None
    text = _DECLARED.sub("", decoded.text).lstrip()
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _alternate(data: bytes, address: str) -> str | None:
    """The address of the first feed that a page names in its head."""
    decoded = decode(data)
    tree = parse(decoded.text) if decoded and looks_like_html(decoded.text) else None
    for link in [] if tree is None else tree.iter("link"):
        if _FEED_TYPE.search(link.get("type") or "") and link.get("href"):
            try:
                return clean(link.get("href"), base=address)
            except Failed:
                continue
    return None


def _link(node: Any) -> str | None:
    """Where the article of an item stands: its link, else a guid that is an address."""
    for child in node:
        if _name(child) == "link" and child.get("rel") in (None, "alternate"):
            said = (child.get("href") or child.text or "").strip()
            if said:
                return said
    guid = _child(node, ("guid", "id")) or ""
    return guid if is_address(guid) else None


def _child(node: Any, names: tuple[str, ...]) -> str | None:
    for name in names:
        for child in node:
            if _name(child) == name:
                said = " ".join("".join(child.itertext()).split())
                if said:
                    return said[:500]
    return None


def _name(node: Any) -> str:
    """An element's name in small letters without its namespace."""
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
