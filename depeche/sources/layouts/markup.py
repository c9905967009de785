"""HTML trees: parsing without risk, and text in which inline mark-up never cuts a sentence."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

LARGEST = 20_000_000  # characters of one page; a saved article has at most a few million

# Elements whose end is the end of a line of text; every other one is inline.
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "tbody",
    }
    | {"article", "section", "header", "footer", "aside", "blockquote", "figure", "figcaption", "pre", "hr"}
    | {"dl", "dt", "dd", "form", "main", "nav", "center", "title", "body", "html"}
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "button", "select"})
_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_ANY_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|table|div|p|span|meta|title)\b", re.IGNORECASE
)
_CLOSING = re.compile(r"</(?:html|head|body|article|table|div|p|span|title|a|td)\s*>", re.IGNORECASE)


def looks_like_html(head: str) -> bool:
    """Whether a text begins as HTML does: with a tag, and with tags that are closed."""
    start = head.lstrip("\ufeff \t\r\n")[:2_000]
    if not start.startswith("<"):
        return False
    return _ANY_TAG.search(start) is not None and (
        _CLOSING.search(head) is not None or "<!doctype" in start[:200].lower()
    )


def shown_text(text: str) -> str:
    """The words of an HTML text without its tags, scripts and styles: fast and rough, to tell its language."""
    for name in ("script", "style"):
        first, *rest = re.split(rf"<{name}\b", text, flags=re.IGNORECASE)
        text = " ".join(
            [first, *(re.split(rf"</{name}", part, maxsplit=1, flags=re.IGNORECASE)[-1] for part in rest)]
        )
    return _TAG.sub(" ", text)


def parse(text: str) -> Any:
    """The tree of an HTML text, None where there is none; no entity is loaded and no file or address is opened."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = html.document_fromstring(text[:LARGEST].encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def lines(node: Any) -> list[str]:
    """The text of a node, a line for each block element; mark-up inside a line leaves no trace. None has no lines."""
    return [text for text, _ in placed_lines(node)]


def line(node: Any) -> str:
    """The text of a node on one line."""
    return " ".join(lines(node))


def placed_lines(node: Any) -> list[tuple[str, Any]]:
    """The lines of a node, each with the block element that its text stands in."""
    found: list[tuple[str, Any]] = []
    pieces: list[str] = []
    around = node
    for piece, block in [] if node is None else _walk(node):
        if piece is not None:
            if not pieces:
                around = block
            pieces.append(piece)
            continue
        text = _BLANKS.sub(" ", "".join(pieces)).strip(" \u3000")
        if text.strip():
            found.append((text, around))
        pieces = []
    return found


def _walk(node: Any) -> Iterator[tuple[str | None, Any]]:
    """The pieces of text with the block elements that they stand in; None where a line ends."""
    # An explicit stack: saved pages nest deeper than Python may recurse.
    stack: list[tuple[Any, Any, bool]] = [(node, node, False)]
    while stack:
        here, block, closing = stack.pop()
        tag = here.tag if isinstance(here.tag, str) else ""
        if closing:
            if tag in _BLOCKS:
                yield None, block
            if here is not node and here.tail:
                yield here.tail, block
            continue
        if tag in _BLOCKS:
            yield None, block
        stack.append((here, block, True))
        if not tag or tag in _SILENT:
            continue
        inner = here if tag in _BLOCKS and tag != "br" else block
        if here.text:
            yield here.text, inner
        for child in reversed(here):
            stack.append((child, inner, False))
    yield None, node


def of_class(node: Any, *names: str, tag: str = "*") -> list[Any]:
    """Descendants that have one of the classes, whatever the case of its letters; in document order."""
    wanted = {name.lower() for name in names}
    return [
        found
        for found in node.iter(tag if tag != "*" else etree.Element)
        if wanted & set((found.get("class") or "").lower().split())
    ]
