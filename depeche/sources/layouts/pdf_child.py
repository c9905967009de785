"""A program of its own that takes a PDF apart: a stranger's file may cost a process, never the run.

Reads the file from standard input and writes one JSON object: the lines of each page, the bookmarks, when it was made;
or the reason why not. It limits its own memory and time, so it needs nothing of the rest of the package.
"""

import json
import sys
from collections import Counter
from io import BytesIO
from typing import Any

MEMORY = 1_500_000_000  # bytes
SECONDS = 90  # of one core
MOST_PAGES = 3_000
MOST_TEXT = 20_000_000  # characters
MOST_BOOKMARKS = 5_000
_OFTEN = 3  # lines at one distance, which then is the usual one of their page
_GAP = 1.4  # times the usual distance of two lines, from which a new paragraph begins


def main() -> None:
    """Take apart what comes in."""
    _limit()
    try:
        found = _taken_apart(sys.stdin.buffer.read())
    except MemoryError:
        found = {"fault": "it needs too much memory"}
    except RecursionError:
        found = {"fault": "its parts are nested too deeply"}
    except Exception as error:  # whatever a stranger's file brings about
        found = {"fault": f"{type(error).__name__}: {str(error)[:80]}"}
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # where there are no such limits, the caller's clock is left
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _taken_apart(data: bytes) -> dict[str, Any]:
    import logging

    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"fault": "it is encrypted"}
    count = len(reader.pages)
    if count > MOST_PAGES:
        return {"fault": f"it has more than {MOST_PAGES} pages"}
    pages: list[list[tuple[str, float | None]]] = []
    size = lost = 0
    for page in reader.pages:
        try:
            lines = _lines(page)
        except (MemoryError, RecursionError):
            raise
        except Exception:  # one page that is broken does not cost the others
            lines, lost = [], lost + 1
        pages.append(lines)
        size += sum(len(line) for line, _ in lines)
        if size > MOST_TEXT:
            return {"fault": "it holds too much text"}
    return {"pages": _spaced(pages), "lost": lost, "bookmarks": _bookmarks(reader), "made": _made(reader)}


def _lines(sheet: Any) -> list[tuple[str, float | None]]:
    """The lines of a page with their heights on it, None where that is not told."""
    heights: list[tuple[int, float]] = []  # how much text was out when a piece at this height came
    pieces: list[str] = []

    def visit(text: str, page: Any, line: Any, *rest: Any) -> None:
        if text.strip():
            height = line[4] * page[1] + line[5] * page[3] + page[5]
            heights.append((sum(map(len, pieces)), float(height)))
        pieces.append(text)

    sheet.extract_text(visitor_text=visit)
    starts = _starts("".join(pieces))
    places = dict(_heights(starts, heights))
    return [(line, places.get(number)) for number, (_, line) in enumerate(starts)]


def _spaced(pages: list[list[tuple[str, float | None]]]) -> list[list[str]]:
    """The lines of each page, with an empty one where the distance between two is wider than usual there."""
    steps = [_steps(page) for page in pages]
    everywhere = Counter(step for some in steps for step in some.values())
    found = []
    for page, own in zip(pages, steps, strict=True):
        (usual, count), *_ = Counter(own.values()).most_common(1) or [(0.0, 0)]
        if count < _OFTEN:
            usual = max(everywhere, key=lambda step: (everywhere[step], -step), default=0.0)
        lines: list[str] = []
        for number, (line, _) in enumerate(page):
            if number in own and abs(own[number]) > _GAP * abs(usual):
                lines.append("")
            lines.append(line)
        found.append(lines)
    return found


def _steps(page: list[tuple[str, float | None]]) -> dict[int, float]:
    """How far each line stands below the one before it, in half points."""
    found: dict[int, float] = {}
    for number in range(1, len(page)):
        above, here = page[number - 1][1], page[number][1]
        if above is not None and here is not None and abs(above - here) > 1:
            found[number] = round((above - here) * 2) / 2
    return found


def _starts(text: str) -> list[tuple[int, str]]:
    """Each line with the place where it begins."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, " ".join(line.split())))
        at += len(line) + 1
    return found


def _heights(starts: list[tuple[int, str]], heights: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The height of each line: that of the first piece of text in it."""
    found, at = [], 0
    for number, (start, _) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else sys.maxsize
        while at < len(heights) and heights[at][0] < start:
            at += 1
        if at < len(heights) and heights[at][0] < end:
            found.append((number, heights[at][1]))
    return found


def _bookmarks(reader: Any) -> list[tuple[str, int]]:
    """The uppermost bookmarks that are more than one, with their pages from 0."""
    try:
        level = reader.outline
        for _ in range(8):
            found = _level(reader, level)
            deeper = [one for one in level if isinstance(one, list)]
            if len(found) > 1 or not deeper:
                return found
            level = deeper[0]
    except (MemoryError, RecursionError):
        raise
    except Exception:  # bookmarks are a help, not the text
        return []
    return []


def _level(reader: Any, level: list[Any]) -> list[tuple[str, int]]:
    found = []
    for one in level[:MOST_BOOKMARKS]:
        page = None if isinstance(one, list) else reader.get_destination_page_number(one)
        if page is not None and page >= 0 and str(one.title).strip():
            found.append((" ".join(str(one.title).split()), page))
    return found


def _made(reader: Any) -> str:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
        return made.date().isoformat() if made else ""
    except Exception:
        return ""


if __name__ == "__main__":
    main()
