"""The lines of printed pages made paragraphs: joined, hyphens undone, heads and feet of pages left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from depeche.lexicon import table

_EDGE = 3  # lines at the top and foot of a page among which its head and foot are
_SHARE = 0.5  # of the pages that must bear a line for it to be a head or foot
_LONGEST_EDGE = 120  # characters of a head or foot
_FULL = 0.8  # of the usual length of a line, below which a sentence that ends there ends its paragraph
_NUMBER = re.compile(
    r"(?:p(?:age)?\.? ?)?[-–— ]*\d{1,4}(?: ?(?:/|sur|de|of) ?\d{1,4})?[-–— ]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!?…:][»”\")\]\s]*$|»\s*$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_SOFT = re.compile(r"\u00ad")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"[•▪◦●–—-]\s")


class Line(NamedTuple):
    """A line and the page from 0 on which it stands; empty for a wide gap."""

    text: str
    page: int


def kept_lines(pages: Sequence[Sequence[str]]) -> list[Line]:
    """The lines of all pages without page numbers and without what stands at the edge of most pages."""
    usual = _at_edges(pages)
    found: list[Line] = []
    for number, page in enumerate(pages):
        edges = _edges(page)
        for at, line in enumerate(page):
            if at in edges and (_key(line) in usual or _NUMBER.fullmatch(line)):
                continue
            if line or (found and found[-1].text):
                found.append(Line(line, number))
    return found


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Paragraphs: lines joined where neither a gap nor the end of a sentence in a short line parts them."""
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    usual = _usual_lengths(lines)
    found: list[str] = []
    before = Line("", -1)
    for line in _without_page_gaps(lines):
        if not line.text:
            before = line
            continue
        if found and before.text and not _parts(before, line, usual[before.page]):
            found[-1] = _joined(found[-1], line.text, words)
        else:
            found.append(line.text)
        before = line
    return [_SOFT.sub("", paragraph) for paragraph in found]


def _usual_lengths(lines: Sequence[Line]) -> dict[int, int]:
    """The length in characters of a full line of each page."""
    lengths: dict[int, list[int]] = {}
    for line in lines:
        lengths.setdefault(line.page, []).append(len(line.text))
    return {page: sorted(found)[len(found) * 4 // 5] for page, found in lengths.items()}


def _without_page_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without gaps at the turn of a page, which part nothing."""
    for at, line in enumerate(lines):
        if line.text or not (0 < at < len(lines) - 1) or lines[at - 1].page == lines[at + 1].page:
            yield line


def _parts(before: Line, line: Line, usual: int) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if _HYPHEN.search(before.text) and line.text[:1].isalpha():
        return False
    if _ITEM.match(line.text) and _END.search(before.text):
        return True
    short = len(before.text) < _FULL * usual
    if _END.search(before.text):
        return short
    # A short line that ends no sentence: a title or label, unless the next goes on in small letters.
    return short and not line.text[:1].islower()


def _joined(one: str, two: str, words: Counter[str]) -> str:
    found = _HYPHEN.search(one)
    if found is None or not two[:1].isalpha():
        return f"{one} {two}" if found is None else f"{one}{two}"
    first = _FIRST.match(two)
    head, tail = found.group(1), first.group() if first else ""
    bare = one[: found.end(1)]
    return f"{bare}{two}" if _is_broken(head, tail, words, soft=one[-1] == "\u00ad") else f"{bare}-{two}"


def _is_broken(head: str, tail: str, words: Counter[str], *, soft: bool) -> bool:
    """Whether a word was broken at the end of a line, and has no hyphen of its own."""
    if soft:
        return True
    whole, parted = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
    if words[whole] or words[parted]:
        return words[whole] >= words[parted]
    return (
        tail[:1].islower()
        and head.casefold() not in _hyphened("before")
        and tail.casefold() not in _hyphened("after")
    )


@cache
def _hyphened(place: str) -> frozenset[str]:
    """The words that keep their hyphen: those that stand before one, or after one."""
    return frozenset(row["word"] for row in table("hyphens") if row["hyphen"] == place)


def _edges(page: Sequence[str]) -> set[int]:
    """The places of the first and last lines of a page."""
    filled = [at for at, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _at_edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, numbers apart, that stand at the edges of most pages."""
    counts = Counter(
        key
        for page in pages
        for key in {_key(page[at]) for at in _edges(page) if len(page[at]) <= _LONGEST_EDGE}
    )
    least = max(2, round(_SHARE * sum(1 for page in pages if any(page))))
    return frozenset(key for key, count in counts.items() if count >= least and any(map(str.isalpha, key)))


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()
