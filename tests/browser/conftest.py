"""A real browser that opens dossiers from the disk, and nothing else: it has no network in these tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from depeche.views import Story

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed (pip install playwright)"
)

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.skip("no Chromium on this system (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """Open a file at an address inside it; the test fails on any console error and any request for another file."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_file(path: Path, address: str = "", *, wait: str = "main h2", **context: object) -> "Page":
        opened = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})  # type: ignore[arg-type]
        contexts.append(opened)
        page = opened.new_page()
        page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith(path.as_uri()) or request.url.startswith("data:")
                or troubles.append(f"request: {request.url}"))  # fmt: skip
        page.goto(path.as_uri() + address)
        page.wait_for_selector(wait)
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier that `depeche demo` writes."""
    from typer.testing import CliRunner

    from depeche.cli.__main__ import app

    folder = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(app, ["demo", "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder / "dossier.html"


@pytest.fixture(scope="session")
def story(demo: Path) -> "Story":
    """What the demo's dossier shows, as the views have it."""
    from depeche.record import open_record
    from depeche.views import gather

    with open_record(demo.with_name("demo.db"), writing=False) as record:
        return gather(record, title="")
