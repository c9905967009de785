"""A server of its own process, and browsers that visit it; what tests of the application share."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from depeche.record import Links, Record, open_record
from depeche.web.guard import COOKIE, Keys
from tests.web.conftest import reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Error = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").Error

TOKEN = "jeton-du-navigateur"
Visit = Callable[..., "Page"]


def two_articles(record: Record) -> None:
    """Store two articles that tell one act."""
    record.store(reading("oslo"))
    record.store(reading("bergen", more="Suite et fin."))
    record.link(Links(occurrences=((("bergen", 0), ("oslo", 0)),)))


@contextmanager
def serving(folder: Path, fill: Callable[[Record], None] = two_articles) -> Iterator[str]:
    """The address of a server over what `fill` stores."""
    path = folder / "story.db"
    with open_record(path, create=True) as record:
        fill(record)
    server = subprocess.Popen(
        [sys.executable, "-m", "depeche.cli", "serve", "--record", str(path), "--port", "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "DEPECHE_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert server.stdout
    found = re.search(r"http://\S+", server.stdout.readline())
    assert found
    yield found[0]
    server.terminate()
    server.wait(10)
    server.stdout.close()


@contextmanager
def visiting(browser: "Browser", home: str) -> Iterator[Visit]:
    """Open a page of the application, signed in under `name` where one is given; no error may show in the console."""
    contexts, troubles = [], []

    def open_page(address: str, *, name: str = "", **context: object) -> "Page":
        made = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})  # type: ignore[arg-type]
        contexts.append(made)
        page = made.new_page()
        page.set_default_timeout(10_000)
        # A correction that the server refuses is told on the page; the browser tells it in the console too.
        page.on("console", lambda message: message.type == "error" and "status of 4" not in message.text
                and troubles.append(message.text))  # fmt: skip
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith((home, "data:")) or troubles.append(asked.url))
        if name:
            made.add_cookies([{"name": COOKIE, "value": Keys(TOKEN).cookie(name), "url": home}])
        page.goto(home + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def select(page: "Page", words: str) -> None:
    """Select words of the article's text, as somebody does with the mouse."""
    page.evaluate(
        """words => {
            const text = document.getElementById("text");
            const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return;
            }
            throw new Error("no such words: " + words);
        }""",
        words,
    )


def until(page: "Page", expression: str) -> None:
    """Wait until something holds on the page, over loads of it; its policy forbids Playwright's own way."""
    for _ in range(100):
        # While the page loads there is nothing to ask.
        with suppress(Error):
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came: {expression}")


def change(page: "Page", act: Callable[[], object]) -> None:
    """Do what makes the page load again, and wait until it has."""
    page.evaluate("window.before = true")
    act()
    until(page, "!window.before && document.readyState === 'complete'")


def follow(page: "Page", selector: str) -> None:
    """Follow a link and wait until its page is there."""
    change(page, lambda: page.locator(selector).first.click())
