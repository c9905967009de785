"""A saved web page: its readable text, with its title as first line, and what its head says of it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts.body import main_paragraphs
from depeche.sources.layouts.markup import LARGEST, line, lines, looks_like_html, parse
from depeche.sources.layouts.metadata import find_metadata
from depeche.sources.layouts.paywall import find_paywall, refuse_remnant
from depeche.sources.options import SourceOptions

_SHORT = 250  # characters: less is no article, and a second way is tried
_MENU = 60  # characters: a longer line is no entry of a menu
_TEASER = 1_000  # characters of a page that is not free, which a subscriber may have saved whole
_MOST_ELEMENTS = 80_000  # of a page; the longest live reports have some ten thousands
_LEAST = 80  # characters below which a page has no article at all


def recognise(content: Content) -> str | None:
    """Whether the text begins as HTML does."""
    return "HTML tags" if content.decoded and looks_like_html(content.head) else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """One article. Its raw text, in which all offsets count, is the extracted text and not the mark-up."""
    if len(content.text) > LARGEST:
        yield refuse(content.origin, "this page is too large", advice="Save the article's text alone.")
        return
    tree = parse(content.text)
    if tree is None:
        yield refuse(content.origin, "this HTML cannot be parsed", advice="Open the page and save it again.")
        return
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS)) == _MOST_ELEMENTS:
        yield refuse(
            content.origin, "this page has too many elements", advice="Save the article's text alone."
        )
        return
    said, wall = find_metadata(tree), find_paywall(tree)
    paragraphs = main_paragraphs(tree, headline=said.fields.get("headline"))
    if _size(paragraphs) < _SHORT and said.body:
        paragraphs = _body_lines(said.body)
    if _size(paragraphs) < _SHORT:
        paragraphs = max(paragraphs, _paragraphs(parse(content.text)), key=_size)
    if _size(paragraphs) < _LEAST:
        yield refuse(
            content.origin,
            "there is no article in this page",
            advice="If it is one, save the page when it is fully shown, or copy its text into a text file.",
            excerpt=said.fields.get("headline", ""),
            raw=content.data,
        )
        return
    if wall and wall.hides("\n".join(paragraphs), short=_TEASER):
        yield refuse_remnant(content.origin, "\n".join(paragraphs))
        return
    headline = said.fields.get("headline")
    if headline:
        paragraphs = _below_headline(headline, paragraphs)
    text = "\n\n".join([headline, *paragraphs] if headline else paragraphs)
    yield Entry(
        text=text,
        origin=content.origin,
        headline=headline,
        outlet=said.fields.get("outlet"),
        published=said.fields.get("published"),
        url=said.fields.get("url"),
        author=said.fields.get("author"),
        metadata_from=said.origins,
        dates=said.dates,
    )


def _body_lines(body: str) -> list[str]:
    """The paragraphs of a text that may be HTML."""
    if "</" in body:
        return lines(parse(f"<html><body>{body}</body></html>"))
    return [part.strip() for part in body.splitlines() if part.strip()]


def _below_headline(headline: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs below a line that is the headline, where what stands above it is a menu."""
    at = next((at for at, part in enumerate(paragraphs) if _same(headline, part)), None)
    if at is None or any(len(part) >= _MENU for part in paragraphs[:at]):
        return paragraphs
    return paragraphs[at + 1 :] or paragraphs


def _paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the element that has most text in its own paragraphs."""
    weights: dict[Any, int] = {}
    for node in tree.iter("p"):
        parent = node.getparent()
        if parent is not None:
            weights[parent] = weights.get(parent, 0) + len(line(node))
    if not weights:
        body = tree.find(".//body")
        return [text for text in lines(body if body is not None else tree) if len(text) > 60]
    best = max(weights, key=lambda parent: weights[parent])
    return [text for node in best.iterfind("p") if (text := line(node))]


def _size(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _same(one: str, two: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(two.split()).casefold()
