"""The parts of a page that are not its article, by the names of their elements and by their headings."""

import re
from functools import cache
from typing import Any

from depeche.lexicon import cell_values, table
from depeche.sources.layouts.markup import line

_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ELEMENTS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu"})
_ROLES = frozenset(
    {"dialog", "alertdialog", "navigation", "complementary", "contentinfo", "search", "banner"}
)
_WHOLE = frozenset({"html", "body", "main"})
# What may hold more text than the article itself.
_LARGE = frozenset({"comments", "consent"})
_LARGE_BY_HEADING = _LARGE | {"related"}
_PARTS = frozenset(
    {
        "comments",
        "consent",
        "newsletter",
        "share",
        "related",
        "author",
        "tags",
        "advert",
        "box",
        "embed",
        "menu",
    }
)
_SECTIONS = frozenset({"div", "section", "ul", "article", "td"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MOST = 0.35  # of the text of all paragraphs that a part may hold
_LONGEST_HEADING = 60  # characters
_PLACEHOLDERS = ("placeholder", "fallback", "overflow")  # of AMP: what is shown while something is loaded


def kinds_of(node: Any) -> frozenset[str]:
    """What an element is by its classes and its id: "related", "standfirst" …"""
    return _kinds(f"{node.get('class') or ''} {node.get('id') or ''}")


def drop_parts(tree: Any) -> None:
    """Take everything out of a tree that is no part of its article; never what holds its title or most of its text."""
    total = _prose(tree)
    kept = {around for title in tree.iter("h1") for around in (title, *title.iterancestors())}
    kept |= {
        around
        for body in tree.xpath("//*[@itemprop='articleBody']")
        for around in (body, *body.iterancestors())
    }
    gone: set[Any] = set()
    for node in list(tree.iter()):
        if node.getparent() in gone:
            gone.add(node)
        if not isinstance(node.tag, str) or node.tag in _WHOLE or node in kept or node in gone:
            continue
        large = _is_part(node)
        if large is None:
            continue
        if large or _prose(node) <= _MOST * total:
            gone.add(node)
            _take_out(node)


def _prose(node: Any) -> int:
    """How many characters stand in paragraphs and points of lists."""
    return sum(len(text) for one in node.iter("p", "li") for text in one.itertext())


def _is_part(node: Any) -> bool | None:
    """Whether an element is no article, however much text it holds (True) or if it holds little (False)."""
    kinds = kinds_of(node) & _PARTS
    if kinds:
        return bool(kinds & _LARGE)
    if node.tag in _ELEMENTS or (node.get("role") or "").lower() in _ROLES:
        return False
    if any(name in node.attrib for name in _PLACEHOLDERS) and node.tag not in ("input", "textarea"):
        return False
    if node.tag in _SECTIONS:
        kind = _kind_by_heading(node)
        return None if kind is None else kind in _LARGE_BY_HEADING
    return None


def _kind_by_heading(node: Any) -> str | None:
    """What a section is by the heading that it begins with."""
    filled = (child for child in node if any(map(str.strip, child.itertext())))
    first = next(filled, None)
    if first is None or first.tag not in _HEADINGS or (node.text or "").strip():
        return None
    heading = line(first)
    if len(heading) > _LONGEST_HEADING:
        return None
    return next((kind for pattern, kind in _headings() if pattern.match(heading)), None)


def _take_out(node: Any) -> None:
    """Remove an element, but not the text behind it."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


@cache
def _kinds(names: str) -> frozenset[str]:
    found: set[str] = set()
    for token in names.split()[:40]:
        parts = [part.lower() for part in _TOKEN.findall(token)[:12]]
        if parts and parts[0] in _words()["article's own"]:
            continue
        joined = ["".join(parts[at : at + size]) for size in (1, 2, 3) for at in range(len(parts))]
        found |= {kind for kind, words in _words().items() if not words.isdisjoint(joined)}
    return frozenset(found)


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = (row for row in table("page_parts") if row["form"] == "name")
    return {row["kind"]: frozenset(cell_values(row["words"])) for row in rows}


@cache
def _headings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (row for row in table("page_parts") if row["form"] == "heading")
    return tuple((re.compile(row["words"], re.IGNORECASE), row["kind"]) for row in rows)
