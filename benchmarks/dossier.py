"""How fast a large dossier opens, filters and follows the dragged period in Chromium, and how large its frame is.

    python benchmarks/dossier.py [--articles 2000]

The articles are copies of the gold texts with their own ids; readings are those of the pipeline. Printed are the size
of the file, of the frame (a dossier of no article), the milliseconds until each view stands in a fresh page, those
that a filter takes there, and those of one move of the period's bound, each the median of several with the slowest
beside it. Needs Playwright for Python and the system's Chromium.
"""

import argparse
import shutil
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import msgspec
from playwright.sync_api import sync_playwright

from depeche.dossier import render_dossier
from depeche.dossier.page import VIEWS
from depeche.language.pipeline import load
from depeche.model import Document, Reading
from depeche.reading import read_documents
from depeche.views import tell

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXTS = Path(__file__).parent.parent / "tests" / "gold" / "texts"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FILTERS = ("country=CHN", "type=CONSULT", "status=actual&country=RUS", "q=paix", "from=2023-01-01")
MOVES = 12  # of a bound, in each view
PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"


def main() -> None:
    """Print sizes and times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2000)
    count = parser.parse_args().articles
    readings = copies(count)
    frame = len(render_dossier(tell([], title="Vide")).encode())
    page_text = render_dossier(tell(readings, title=f"{count} articles"))
    records = sum(len(each.statements) + len(each.events) + len(each.positions) for each in readings)
    print(f"{count} articles, {records} statements, events and positions")
    print(f"file {len(page_text.encode()) / 1e6:.1f} MB, of which frame {frame / 1000:.0f} kB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "dossier.html"
        file.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        print("view         opens     filters (slowest)     moves (slowest), in ms")
        for view in VIEWS:
            print(f"{view:11} " + timed(browser, file.as_uri(), view))
        browser.close()


def copies(count: int) -> list[Reading]:
    """So many readings, of the gold texts in turn, each under an id of its own."""
    documents = [
        Document(text=path.read_text(encoding="utf-8"), id=path.stem) for path in sorted(TEXTS.glob("*.txt"))
    ]
    known = list(read_documents(documents, pipeline=load()))
    return [
        msgspec.structs.replace(
            reading, article=msgspec.structs.replace(reading.article, id=f"{reading.article.id}-{number:05}")
        )
        for number, reading in enumerate(islice(cycle(known), count))
    ]


def timed(browser: "Browser", address: str, view: str) -> str:
    """One view's times, as a line."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}#/{view}")
    page.wait_for_selector("main h2")
    opened = page.evaluate(PAINTED)
    filtered = [changed(page, f"location.hash = '#/{view}?{each}'") for each in FILTERS]
    page.evaluate(f"location.hash = '#/{view}'")
    page.locator(".bound.first").focus()
    moved = [key(page, "Shift+ArrowRight") for _ in range(MOVES)]
    page.close()
    return f"{opened:6.0f}    {median(filtered):7.0f} ({max(filtered):.0f})    {median(moved):11.0f} ({max(moved):.0f})"


def changed(page: "Page", act: str) -> float:
    """Milliseconds from an act in the page until what it changes is painted."""
    return float(
        page.evaluate(
            f"async () => {{ const start = performance.now(); {act}; return await ({PAINTED})() - start; }}"
        )
    )


def key(page: "Page", name: str) -> float:
    """Milliseconds from a key until what it changes is painted."""
    page.evaluate(
        "addEventListener('keydown', () => { window.pressed = performance.now(); }, { once: true, capture: true })"
    )
    page.keyboard.press(name)
    return float(page.evaluate(f"async () => await ({PAINTED})() - window.pressed"))


if __name__ == "__main__":
    main()
