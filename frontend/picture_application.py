"""A picture of the application for the README.

python frontend/picture_application.py http://127.0.0.1:8000 TOKEN docs/images/application.png
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZE = {"width": 1360, "height": 900}


def take(home: str, token: str, picture: Path) -> None:
    """Sign in, accept the first record of the article with the most records, choose the next, and save the screen."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(f"{home}/enter#{token}")
        page.fill("[name=name]", "Zoé Martin")
        page.click("button.main")
        page.wait_for_selector("[name=q]")
        articles = page.request.get(f"{home}/api/articles").json()["items"]
        fullest = max(articles, key=lambda row: (row["statements"] + row["events"], row["id"]))
        page.goto(f"{home}/articles/{fullest['id']}")
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_selector(".card.accepted")
        page.keyboard.press("j")
        page.wait_for_timeout(300)  # until the text has scrolled to the record
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
