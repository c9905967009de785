"""Pictures of every view of the dossier and of the application, for the documentation.

    python docs/screenshots.py [--only NAME …]

Makes the demonstration record, opens its dossier and serves it, corrects a little so that decisions show, and writes
PNG files of few colours to docs/images. Needs Playwright for Python, the system's Chromium, and Pillow.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from PIL import Image
from playwright.sync_api import sync_playwright

from depeche.web.guard import COOKIE, Keys

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

IMAGES = Path(__file__).parent / "images"
COLOURS = 200
WIDE = {"width": 1200, "height": 860}
PHONE = {"width": 390, "height": 844}
PAPER = {"width": 794, "height": 1123}  # A4 at 96 dots to the inch
TOKEN = "jeton-des-images"

Act = Callable[["Page"], object]
Shot = tuple[str, dict[str, object], Act | None]  # where, how the page is shown, what is done on it


def _open_record(page: "Page") -> None:
    page.locator("main a.open").first.click()
    page.wait_for_selector("#reader mark.on")


def _choose_days(page: "Page") -> None:
    box = page.locator(".track").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.44 * box["width"], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.62 * box["width"], box["y"] + 20, steps=5)
    page.mouse.up()
    page.evaluate("scrollTo(0, 0)")


def _unfold(page: "Page") -> None:
    page.locator("details.readout summary").first.click()
    page.locator("details.readout").first.scroll_into_view_if_needed()


def _choose_place(page: "Page") -> None:
    page.locator(".spots th a").first.click()
    page.evaluate("document.querySelector('figure.map').scrollIntoView({ block: 'start' }); scrollBy(0, -60)")


def _show_borders(page: "Page") -> None:
    for key in (*["ArrowLeft"] * 4, "ArrowUp", *["+"] * 2):
        page.locator("figure.map").press(key)
    page.locator(".borders summary").click()
    page.evaluate("document.querySelector('figure.map').scrollIntoView({ block: 'start' }); scrollBy(0, -60)")


def _print(page: "Page") -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def _print_chronology(page: "Page") -> None:
    _print(page)
    page.evaluate("document.querySelector('.report > .timeline').scrollIntoView()")


def _walk(page: "Page") -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")


def _edit(page: "Page") -> None:
    page.locator(".card[data-target=event]").first.click()
    page.keyboard.press("e")


def _follow(page: "Page") -> None:
    page.locator(".results a.open").first.click()
    page.wait_for_load_state()


def _most_told(page: "Page") -> None:
    home = re.match(r"https?://[^/]+", page.url)
    assert home
    rows = httpx.get(f"{home[0]}/api/occurrences?limit=500").json()["items"]
    page.goto(f"{home[0]}/occurrences/{max(rows, key=lambda row: (row['tellings'], row['id']))['id']}")


DOSSIER: dict[str, Shot] = {
    "dossier": ("#/timeline?country=CHN&from=2023-01-01", {}, _open_record),
    "dossier-summary": ("#/summary", {}, None),
    "dossier-timeline": ("#/timeline", {}, _choose_days),
    "dossier-statements": ("#/statements", {}, _open_record),
    "dossier-events": ("#/events", {}, None),
    "dossier-actors": ("#/actors", {}, None),
    "dossier-positions": ("#/positions", {}, None),
    "dossier-terms": ("#/terms", {}, None),
    "dossier-accounts": ("#/accounts", {}, None),
    "dossier-readout": ("#/accounts", {}, _unfold),
    "dossier-map": ("#/map", {}, _choose_place),
    "dossier-borders": ("#/map", {}, _show_borders),
    "dossier-articles": ("#/articles?article=1", {}, None),
    "dossier-dark": ("#/events", {"color_scheme": "dark"}, None),
    "dossier-map-dark": ("#/map", {"color_scheme": "dark"}, _choose_place),
    "dossier-english": ("#/summary", {}, lambda page: page.locator("#language").click()),
    "dossier-phone": ("#/timeline", {"viewport": PHONE}, None),
    "dossier-phone-map": ("#/map", {"viewport": PHONE}, None),
    "dossier-phone-article": ("#/timeline", {"viewport": PHONE}, _open_record),
    "dossier-print": ("#/summary", {"viewport": PAPER}, _print),
    "dossier-print-chronology": ("#/summary", {"viewport": PAPER}, _print_chronology),
}
APPLICATION: dict[str, Shot] = {
    "application": ("/articles/@", {}, _walk),
    "application-search": ("/?q=négociation", {}, None),
    "application-articles": ("/articles", {}, None),
    "application-edit": ("/articles/@", {}, _edit),
    "application-actors": ("/actors", {}, None),
    "application-actor": ("/actors", {}, _follow),
    "application-occurrences": ("/occurrences", {}, None),
    "application-occurrence": ("/occurrences", {}, _most_told),
    "application-issues": ("/issues", {}, None),
    "application-issue": ("/issues", {}, _follow),
    "application-pictures": ("/pictures#/map", {}, None),
    "application-journal": ("/journal", {}, None),
    "application-api": ("/api/docs", {}, None),
    "application-enter": ("/enter", {}, None),
    "application-dark": ("/articles/@", {"color_scheme": "dark"}, _walk),
    "application-phone": ("/articles/@", {"viewport": PHONE}, None),
    "application-phone-search": ("/?q=négociation", {"viewport": PHONE}, None),
}


def main() -> None:
    """Take the pictures that are asked for, all of them by default."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=[*DOSSIER, *APPLICATION], metavar="NAME")
    wanted = set(parser.parse_args().only)
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "depeche.cli", "demo", "--out", name],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for shot in wanted & set(DOSSIER):
            take(browser, (folder / "dossier.html").as_uri(), shot, DOSSIER[shot], wait="main h2")
        if wanted & set(APPLICATION):
            with serving(folder / "demo.db") as home:
                fullest = corrected(home)
                for shot in wanted & set(APPLICATION):
                    where, how, act = APPLICATION[shot]
                    take(browser, home, shot, (where.replace("@", fullest), how, act), wait="main")
        browser.close()
    total = sum(path.stat().st_size for path in IMAGES.glob("*.png"))
    print(f"{len(list(IMAGES.glob('*.png')))} pictures, {total / 1e6:.2f} MB")


def take(browser: "Browser", home: str, name: str, shot: Shot, *, wait: str) -> None:
    """Open a page, do what is to be done on it, and save what is on the screen."""
    where, how, act = shot
    context = browser.new_context(**{"viewport": WIDE, "locale": "fr-FR", "reduced_motion": "reduce", **how})  # type: ignore[arg-type]
    if home.startswith("http") and name != "application-enter":
        context.add_cookies([{"name": COOKIE, "value": Keys(TOKEN).cookie("Zoé Martin"), "url": home}])
    page = context.new_page()
    page.goto(home + where)
    page.wait_for_selector(wait)
    if act:
        act(page)
    page.wait_for_timeout(300)  # until scrolling has come to rest
    with Image.open(io.BytesIO(page.screenshot())) as image:
        few = image.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(IMAGES / f"{name}.png", optimize=True)
    context.close()


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The address of a server over the record."""
    server = subprocess.Popen(
        [sys.executable, "-m", "depeche.cli", "serve", "--record", str(record), "--port", "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "DEPECHE_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert server.stdout
    found = re.search(r"http://\S+", server.stdout.readline())
    assert found
    try:
        yield found[0]
    finally:
        server.terminate()
        server.wait(10)


def corrected(home: str) -> str:
    """Correct a little in the article with the most records, and return its id."""
    articles = httpx.get(f"{home}/api/articles").json()["items"]
    fullest = max(articles, key=lambda row: (row["statements"] + row["events"], row["id"]))["id"]
    events = httpx.get(f"{home}/api/events?article={fullest}").json()["items"]
    statements = httpx.get(f"{home}/api/statements?article={fullest}").json()["items"]
    note = "au conditionnel dans le texte"
    for ask in (
        {"target": "statement", "verdict": "accept", "record": statements[0]["id"]},
        {
            "target": "event",
            "verdict": "set",
            "record": events[0]["id"],
            "words": {"status": "alleged"},
            "note": note,
        },
        {"target": "event", "verdict": "reject", "record": events[1]["id"]},
        {"verdict": "undo", "number": 3},
    ):
        answer = httpx.post(
            f"{home}/api/corrections",
            json={**ask, "by": "Zoé Martin"},
            headers={"Authorization": f"Bearer {TOKEN}"},
        )
        answer.raise_for_status()
    return str(fullest)


if __name__ == "__main__":
    main()
