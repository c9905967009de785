"""A picture of a dossier for the README: python frontend/picture.py dossier.html docs/images/dossier.png"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZE = {"width": 1360, "height": 900}
SHOWN = (
    "#/timeline?country=CHN&from=2023-01-01"  # a view with its filters, and a record opened in its article
)


def take(dossier: Path, picture: Path) -> None:
    """Open a dossier in the system's Chromium, open a record, and save what is on the screen as PNG."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(dossier.resolve().as_uri() + SHOWN)
        page.locator(".moment .record a.open").first.click()
        page.wait_for_selector("#reader mark.on")
        page.wait_for_timeout(300)  # until the article has faded in
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
