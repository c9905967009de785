"""How fast a large dossier opens and filters in Chromium, and how large its frame is.

    python benchmarks/dossier.py [--articles 2000]

The articles are copies of the gold texts with their own ids; readings are those of the pipeline. Printed are the size
of the file, of the frame (a dossier of no article), the milliseconds until the first view stands, and those that a
filter takes. Needs Playwright for Python and the system's Chromium.
"""

import argparse
import tempfile
from itertools import cycle, islice
from pathlib import Path

import msgspec
from playwright.sync_api import sync_playwright

from depeche.dossier import render_dossier
from depeche.language.pipeline import load
from depeche.model import Document
from depeche.reading import read_documents
from depeche.views import tell

TEXTS = Path(__file__).parent.parent / "tests" / "gold" / "texts"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2000)
    count = parser.parse_args().articles
    documents = [
        Document(text=path.read_text(encoding="utf-8"), id=path.stem) for path in sorted(TEXTS.glob("*.txt"))
    ]
    known = list(read_documents(documents, pipeline=load()))
    readings = [
        msgspec.structs.replace(
            reading, article=msgspec.structs.replace(reading.article, id=f"{reading.article.id}-{number:05}")
        )
        for number, reading in enumerate(islice(cycle(known), count))
    ]
    frame = len(render_dossier(tell([], title="Vide")).encode())
    page_text = render_dossier(tell(readings, title=f"{count} articles"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "dossier.html"
        file.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{file.as_uri()}#/statements")
        page.locator(".record").first.wait_for()
        opened = page.evaluate("performance.now()")
        before = page.evaluate("performance.now()")
        page.evaluate("location.hash = '#/statements?country=CHN'")
        page.wait_for_function("location.hash.includes('CHN')")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        filtered = page.evaluate("performance.now()") - before
        browser.close()
    print(f"{count} articles: file {file_size(page_text)} MB, frame {frame / 1000:.0f} kB")
    print(f"opens in {opened:.0f} ms, filters in {filtered:.0f} ms")


def file_size(text: str) -> str:
    return f"{len(text.encode()) / 1e6:.1f}"


if __name__ == "__main__":
    main()
