"""PDF press reviews and printed pages: an article for each bookmark, or one; taken apart by a process of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from depeche.model import DateSaid, Refusal
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts.pdf_lines import Line, kept_lines, paragraphs_of
from depeche.sources.options import SourceOptions

_PROGRAM = Path(__file__).parent / "pdf_child.py"
_PATIENCE = 180  # seconds of the clock; the program's own limit, of its core, is half of it
_LEAST = 40  # characters of a page's text, fewer on average and the pages are pictures
_FRONT = 200  # characters before the first bookmark that are worth a word
_SOURCE = re.compile(
    r"(?P<outlet>[A-ZÀ-Þ«][^,;|–—\d]{1,50}?)\s*[,;|–—(-]+\s*"
    r"(?P<day>(?:(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)?\s*\d{1,2}.{2,20}?\d{4})\b.{0,40}",
)
_TITLE_LINES = 4  # lines over which a title may run


class _Parts(msgspec.Struct):
    """What the program tells: the lines of each page, how many pages were lost, bookmarks with their pages."""

    pages: list[list[str]] = []
    lost: int = 0
    bookmarks: list[tuple[str, int]] = []
    made: str = ""
    fault: str = ""


def recognise(content: Content) -> str | None:
    """Whether the bytes begin as a PDF file, within what programs add before it."""
    return "PDF" if b"%PDF-" in content.data[:1_024] else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The articles; pages that hold no text are refused."""
    if find_spec("pypdf") is None:
        yield refuse(
            content.origin,
            "this is a PDF file, and the package that reads it is not installed",
            advice="Install it: pip install 'depeche[pdf]'.",
        )
        return
    parts = _taken_apart(content.data)
    if parts.fault:
        yield refuse(
            content.origin,
            f"this PDF file cannot be read: {parts.fault}",
            advice="Print it to PDF again, or give its text.",
        )
        return
    if sum(len(line) for page in parts.pages for line in page) < _LEAST * max(1, len(parts.pages)):
        yield refuse(
            content.origin,
            "this PDF file holds pictures of pages, not their text",
            advice="Recognise its text first, with a program for OCR.",
        )
        return
    if parts.lost:
        yield refuse(
            content.origin,
            f"{parts.lost} of its {len(parts.pages)} pages are broken",
            advice="The other pages were read.",
        )
    yield from _articles(parts, content)


def _taken_apart(data: bytes) -> _Parts:
    """What the program makes of a file, whatever becomes of the program."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM)], input=data, capture_output=True, timeout=_PATIENCE
        )
        return msgspec.json.decode(done.stdout, type=_Parts)
    except subprocess.TimeoutExpired:
        return _Parts(fault="it takes too long")
    except (OSError, msgspec.DecodeError):
        return _Parts(fault="it takes too long, or too much memory")


def _articles(parts: _Parts, content: Content) -> Iterator[Entry | Refusal]:
    lines = kept_lines(parts.pages)
    dates = (DateSaid(parts.made, "PDF, when it was made", "archived"),) if parts.made else ()
    starts = _starts(parts.bookmarks, lines)
    if len(starts) < 2:
        yield Entry(text="\n\n".join(paragraphs_of(lines)), origin=content.origin, dates=dates)
        return
    front = "\n\n".join(paragraphs_of(lines[: starts[0][1]]))
    if len(front) > _FRONT:
        yield refuse(
            f"{content.origin}#0",
            "what stands before the first bookmark is taken for a title page or contents",
            advice="Give it as a file of its own if it is an article.",
            excerpt=front,
        )
    ends = [start for _, start in starts[1:]] + [len(lines)]
    for number, ((title, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        paragraphs = paragraphs_of(lines[start:end])
        where = {"headline": "PDF bookmark", "page": str(lines[start].page + 1)}
        outlet, published = _source(paragraphs[:_TITLE_LINES])
        if outlet or published:
            where |= {"outlet": "PDF, line under the title", "published": "PDF, line under the title"}
        if _letters(title) not in _letters("".join(paragraphs[:_TITLE_LINES])):
            paragraphs.insert(0, title)
        yield Entry(
            text="\n\n".join(paragraphs),
            origin=f"{content.origin}#{number}",
            headline=title,
            outlet=outlet,
            published=published,
            metadata_from=where,
            dates=dates,
        )


def _source(above: list[str]) -> tuple[str | None, str | None]:
    """Outlet and day where a line near the title names both: "Le Phare, lundi 6 mai 2024, p. 4"."""
    for one in above:
        said = _SOURCE.fullmatch(one)
        day = day_of(said["day"]) if said else None
        if said and day and len(day) == len("2024-05-06"):
            return said["outlet"].strip(), day
    return None, None


def _starts(bookmarks: list[tuple[str, int]], lines: list[Line]) -> list[tuple[str, int]]:
    """The titles of bookmarks with the line from which on their articles stand, each line once, in order.

    That is the line where a title is printed on the page of its bookmark, else the first line of that page.
    """
    found: list[tuple[str, int]] = []
    for title, page in sorted(bookmarks, key=lambda bookmark: bookmark[1]):
        least = found[-1][1] + 1 if found else 0
        on_page = [at for at, line in enumerate(lines) if line.page == page and line.text and at >= least]
        wanted = _letters(title)
        place = next((at for at in on_page if _begins(lines[at : at + _TITLE_LINES], wanted)), None)
        if place is None and on_page and (not found or lines[found[-1][1]].page != page):
            place = on_page[0]
        if place is not None:
            found.append((title, place))
    return found


def _begins(lines: list[Line], wanted: str) -> bool:
    """Whether a title that is printed over some lines begins with the first of them."""
    first = _letters(lines[0].text)
    return bool(wanted and first) and _letters("".join(line.text for line in lines)).startswith(wanted[:60])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
