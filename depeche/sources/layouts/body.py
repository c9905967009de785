"""The paragraphs of the article in a page: those that trafilatura finds, and what stands between them and its title."""

import re
from bisect import bisect_right
from typing import Any, NamedTuple

from depeche.sources.layouts.markup import placed_lines
from depeche.sources.layouts.parts import drop_parts, kinds_of

_KEPT = 0.8  # of the characters that trafilatura finds that must be found again to trust their places
_PROSE = 50  # characters of a line that may be a standfirst
_NEAR = 6  # lines around the title among which days are printed and the standfirst stands
_STAMP = 140  # characters of a line that prints a day
_PRINTED = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:20|19)\d\d|(?:20|19)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}(?:er)?\s+[^\W\d_]{3,9}\.?\s+(?:20|19)\d\d)\b"
)
_ENDS = re.compile(r"[.!?…»”]\W*$")
_HEADINGS = frozenset({"h2", "h3", "h4"})
_CAPTIONS = frozenset({"figcaption", "caption", "button", "label", "time", "small"})
_CHANGED = re.compile(r"mis à jour|mise à jour|modifi|actualis|\bmaj\b|updated", re.IGNORECASE)


class Shown(NamedTuple):
    """A line of a page with the element that it begins in, and its letters and digits alone."""

    text: str
    node: Any
    letters: str


def main_paragraphs(tree: Any, *, headline: str | None) -> list[str]:
    """The paragraphs of a page's article, in order, without its title but with the days printed about it.

    Takes other parts out of the tree.
    """
    drop_parts(tree)
    found = _by_trafilatura(tree)
    shown = [Shown(text, node, _letters(text)) for text, node in placed_lines(tree)]
    wanted = [_letters(text) for text in found]
    places = _places(shown, wanted)
    if sum(len(shown[at].letters) for at in places) < _KEPT * sum(map(len, wanted)) or not places:
        return found
    first, last = min(places), max(places)
    title = _title(shown, first, _letters(headline or ""))
    stamps = set() if title is None else _stamps(shown, title, first)
    above = stamps if title is None else stamps | _standfirst(shown, title, first)
    return [
        _told(one, is_stamp=at in stamps)
        for at, one in enumerate(shown)
        if at in above
        or (at in places and not _is_link_alone(one))
        or (first < at < last and at not in places and _is_between(shown, at, places))
    ]


def _told(one: Shown, *, is_stamp: bool) -> str:
    """A line as it is told: points of lists with their dash, of a signature with a day in it the day alone."""
    if is_stamp and not _CHANGED.search(one.text):
        day = _PRINTED.search(one.text)
        return day.group() if day else one.text
    return f"- {one.text}" if one.node.tag == "li" and one.text[0].isalnum() else one.text


def _by_trafilatura(tree: Any) -> list[str]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    except Exception:  # a parser of strangers' pages: whatever it meets, the other ways are still tried
        return []
    text = getattr(found, "text", None) or ""
    return [part.strip() for part in text.split("\n") if part.strip()]


def _places(shown: list[Shown], wanted: list[str]) -> set[int]:
    """The lines that trafilatura found, each of its paragraphs at the first place behind the last, if there is one."""
    by_letters: dict[str, list[int]] = {}
    for at, one in enumerate(shown):
        if one.letters:
            by_letters.setdefault(one.letters, []).append(at)
    places: set[int] = set()
    behind = -1
    for letters in wanted:
        possible = by_letters.get(letters, [])
        if possible:
            next_one = bisect_right(possible, behind)
            behind = possible[next_one] if next_one < len(possible) else possible[0]
            places.add(behind)
    return places


def _title(shown: list[Shown], first: int, headline: str) -> int | None:
    """The line of the title above the first paragraph."""
    above = range(min(first + 1, len(shown)) - 1, -1, -1)
    same = (at for at in above if headline and shown[at].letters == headline)
    return next(same, next((at for at in above if shown[at].node.tag == "h1"), None))


def _stamps(shown: list[Shown], title: int, first: int) -> set[int]:
    """The short lines around the title that print a day."""
    near = range(max(0, title - _NEAR), min(first, title + 1 + _NEAR))
    return {at for at in near if len(shown[at].text) <= _STAMP and _PRINTED.search(shown[at].text)} - {title}


def _standfirst(shown: list[Shown], title: int, first: int) -> set[int]:
    """The lines of the standfirst above the first paragraph, if trafilatura passed over them: by their names, or else
    the first that is prose.
    """
    prose = [
        at
        for at in range(title + 1, first)
        if len(shown[at].text) >= _PROSE
        and (_ENDS.search(shown[at].text) or shown[at].node.tag in _HEADINGS)
        and not _is_caption(shown[at])
        and not _is_link(shown[at])
    ]
    named = {at for at in prose if any("standfirst" in kinds_of(node) for node in _around(shown[at].node, 2))}
    return named or {at for at in prose[:1] if at <= title + _NEAR and _ENDS.search(shown[at].text)}


def _is_between(shown: list[Shown], at: int, places: set[int]) -> bool:
    """Whether a line between two paragraphs belongs to them: a heading of the next, a point of a list, a quotation."""
    node = shown[at].node
    if (
        node.tag in _CAPTIONS
        or any("credit" in kinds_of(one) for one in _around(node, 2))
        or _is_link(shown[at])
    ):
        return False
    if node.tag in _HEADINGS:
        return at + 1 in places
    if any(one.tag == "blockquote" for one in _around(node, 2)):
        return True
    return node.tag == "li" and bool(_ENDS.search(shown[at].text) or shown[at].text.endswith(";"))


def _is_caption(one: Shown) -> bool:
    return one.node.tag in _CAPTIONS or any("credit" in kinds_of(node) for node in _around(one.node, 2))


def _is_link_alone(one: Shown) -> bool:
    """Whether a line is a link that says no sentence: "Le Danube, frontière oubliée"."""
    return len(one.text) <= _STAMP and not _ENDS.search(one.text) and _is_link(one)


def _is_link(one: Shown) -> bool:
    """Whether a line is mostly links; the element around it may hold other lines with links of their own."""
    links = (_letters("".join(link.itertext())) for link in one.node.iter("a"))
    return sum(len(link) for link in links if len(link) > 2 and link in one.letters) > 0.5 * len(one.letters)


def _around(node: Any, count: int) -> list[Any]:
    """An element and as many of those around it."""
    return [node, *(one for one, _ in zip(node.iterancestors(), range(count), strict=False))]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
