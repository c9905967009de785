"""The application in a browser: search, each correction by keyboard, two clients, both languages, every width."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from depeche.record import Links, open_record
from tests.web.conftest import reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Error = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").Error

TOKEN = "jeton-du-navigateur"
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ["/", "/?q=négociation", "/articles", "/articles/oslo", "/actors", "/actors/@", "/occurrences", "/occurrences/@",
         "/issues", "/issues/accueil", "/journal", "/pictures", "/enter", "/api/docs"]  # fmt: skip

Visit = Callable[..., "Page"]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    """A server of its own process over two articles."""
    path = tmp_path / "story.db"
    with open_record(path, create=True) as record:
        record.store(reading("oslo"))
        record.store(reading("bergen", more="Suite et fin."))
        record.link(Links(occurrences=((("bergen", 0), ("oslo", 0)),)))
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


@pytest.fixture
def visit(browser: "Browser", home: str) -> Iterator[Visit]:
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
            page.goto(f"{home}/enter#{TOKEN}")
            assert page.url == f"{home}/enter"
            page.fill("[name=name]", name)
            page.keyboard.press("Enter")
            page.wait_for_url(f"{home}/")
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


def test_search_finds_stems_and_phrases_and_marks_them(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("négociation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")
    assert page.locator("mark.hit").all_inner_texts() == ["négociateurs"] * 2
    follow(page, ".results a.open")
    page.goto(page.url.split("/articles")[0] + "/?q=«négociation»")
    assert page.locator("mark.hit").count() == 0


def test_a_record_is_accepted_rejected_and_given_back_by_keys(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.keyboard.press("j")
    first = page.locator(".card").first
    assert "current" in (first.get_attribute("class") or "")
    assert page.locator("mark.on").count()
    change(page, lambda: page.keyboard.press("a"))
    assert "Zoé accepte" in page.locator(".card.accepted").inner_text()
    assert "confiance 70" in page.locator(".card.accepted .machine").inner_text()
    page.keyboard.press("j")
    ref = page.locator(".card.current").get_attribute("data-ref")
    change(page, lambda: page.keyboard.press("r"))
    rejected = page.locator(".card.rejected")
    assert rejected.get_attribute("data-ref") == ref
    assert "Zoé rejette" in rejected.inner_text()
    change(page, lambda: page.keyboard.press("u"))
    assert page.locator(".card.rejected").count() == 0
    change(page, lambda: page.keyboard.press("u"))
    assert page.locator(".card.accepted").count() == 0


def test_a_record_is_edited_and_its_proposal_stays_beside_it(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.locator('.card[data-ref="e0"]').click()
    page.keyboard.press("e")
    page.fill("#editing [name=date]", "hier")
    page.keyboard.press("Enter")
    page.wait_for_selector("#editing .trouble:not(:empty)")
    page.fill("#editing [name=date]", "2024-04-29")
    page.select_option("#editing [name=status]", "alleged")
    page.fill("#editing [name=note]", "vu sur place")
    change(page, lambda: page.keyboard.press("Enter"))
    card = page.locator('.card[data-ref="e0"]').inner_text()
    assert "29 avril 2024" in card
    assert "proposé : 30 avril 2024" in card
    assert "vu sur place" in card
    assert page.locator('.card[data-ref="e0"]').get_attribute("class") == "card edited current"


def test_a_missing_record_is_added_on_selected_text_whatever_its_characters(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.keyboard.press("n")
    assert "Sélectionnez" in page.locator("#live").inner_text()
    select(page, "l'accord proposé")
    page.keyboard.press("n")
    assert page.locator("#editing .passage").inner_text() == "l'accord proposé"
    page.select_option("#editing [name=target]", "term")
    change(page, lambda: page.locator("#editing .main").click())
    added = page.locator(".card.added")
    assert added.locator(".quote").inner_text() == "l'accord proposé"
    assert page.locator("mark", has_text="l'accord proposé").count() == 1


def test_an_actor_is_merged_and_split_by_keys(visit: Visit) -> None:
    page = visit("/actors?actor=holm", name="Zoé")
    follow(page, ".results a.open")
    page.keyboard.press("s")
    page.fill("#splitting [name=other]", "Ida Holm, maire [person, NOR]")
    page.check("#splitting [value=oslo]")
    change(page, lambda: page.keyboard.press("Enter"))
    assert page.locator(".results .record").count() == 3
    page.keyboard.press("m")
    page.fill("#merging [name=other]", "Ida Holm, maire")
    change(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("h1").inner_text() == "Ida Holm, maire"
    change(page, lambda: page.keyboard.press("u"))
    page.goto(page.url.split("/actors")[0] + "/actors?actor=holm")
    assert page.locator(".results .record").count() == 2


def test_an_act_is_split_and_merged_by_keys(visit: Visit) -> None:
    page = visit("/occurrences?type=CONSULT", name="Zoé")
    follow(page, ".results a.open")
    assert page.locator(".tellings-side .card").count() == 2
    page.keyboard.press("j")
    change(page, lambda: page.keyboard.press("s"))
    assert page.locator(".tellings-side .card").count() == 1
    page.keyboard.press("m")
    page.locator("#merging [name=other]").first.check()
    change(page, lambda: page.locator("#merging .main").click())
    assert page.locator(".tellings-side .card").count() == 2
    change(page, lambda: page.keyboard.press("u"))
    assert page.locator(".tellings-side .card").count() == 1


def test_a_second_client_sees_the_change_and_is_not_disturbed_while_writing(visit: Visit) -> None:
    ann, bo = visit("/articles/oslo", name="Ann"), visit("/articles/oslo", name="Bo")
    bo.locator('.card[data-ref="e0"]').click()
    bo.keyboard.press("e")
    bo.fill("#editing [name=place]", "Bergen")
    ann.locator('.card[data-ref="e0"]').click()
    change(ann, lambda: ann.keyboard.press("r"))
    bo.wait_for_selector("#changed", state="attached")
    until(bo, "!document.querySelector('#changed').hidden")
    assert bo.locator("#editing [name=place]").input_value() == "Bergen"
    bo.keyboard.press("Escape")
    change(ann, lambda: ann.keyboard.press("u"))
    until(bo, "!document.querySelector('.card.rejected')")


def test_what_another_has_corrected_is_not_written_over(visit: Visit) -> None:
    ann, bo = visit("/articles/oslo", name="Ann"), visit("/articles/oslo", name="Bo")
    bo.locator('.card[data-ref="s0"]').click()
    bo.keyboard.press("e")
    bo.select_option("#editing [name=act]", "deny")
    ann.locator('.card[data-ref="s0"]').click()
    change(ann, lambda: ann.keyboard.press("a"))
    bo.locator("#editing .main").click()
    bo.wait_for_selector("#editing .trouble:not(:empty)")
    assert "Ann" in bo.locator("#editing .trouble").inner_text()


def test_the_journal_lists_decisions_and_takes_them_back(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.keyboard.press("j")
    change(page, lambda: page.keyboard.press("r"))
    page.goto(page.url.split("/articles")[0] + "/journal")
    assert "Zoé" in page.locator("tbody tr").inner_text()
    change(page, lambda: page.locator("[data-do=undo]").click())
    assert page.locator("tbody tr").count() == 2
    assert page.locator("tbody tr.undone").count() == 1


def test_who_has_no_token_reads_and_finds_no_button_to_write(visit: Visit) -> None:
    page = visit("/articles/oslo")
    assert page.locator("[data-do]").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("a")
    until(page, "document.querySelector('#live').textContent.includes('jeton')")


def test_help_shows_the_keys_and_switches_them_off(visit: Visit) -> None:
    page = visit("/articles/oslo")
    page.keyboard.press("?")
    assert page.locator("#help kbd").count() == 12
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not page.locator("#help").is_visible()
    page.locator("#help-open").click()
    assert page.locator("#help").is_visible()


def test_the_language_is_kept(visit: Visit) -> None:
    page = visit("/articles/oslo")
    page.locator(".tools [hreflang=en]").click()
    page.wait_for_url("**lang=en*")
    assert page.locator("html").get_attribute("lang") == "en"
    follow(page, "#views a[href='/journal']")
    assert "Nothing is erased" in page.locator(".says").inner_text()


def test_hostile_text_stays_text(visit: Visit) -> None:
    page = visit("/articles/oslo")
    assert "<script>alert(1)</script>" in page.locator("#text").inner_text()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in frontend/)")
def test_axe_finds_nothing_serious(visit: Visit, address: str) -> None:
    page = visit("/", name="Zoé", bypass_csp=True)
    home = page.url.rstrip("/")
    if address.endswith("@"):
        page.goto(home + address.rstrip("@").rstrip("/"))
        address = page.locator(".results a.open").first.get_attribute("href") or ""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(home + address)
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run().then(found => found.violations)")
        serious = [
            (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")
        ]
        assert serious == []


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in frontend/)")
def test_axe_finds_nothing_serious_in_dialogs(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé", bypass_csp=True)
    page.add_script_tag(path=AXE)
    page.locator('.card[data-ref="e0"]').click()
    for key in ("?", "e"):
        page.keyboard.press(key)
        found = page.evaluate("axe.run().then(found => found.violations)")
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize("address", ["/", "/articles/oslo", "/journal", "/occurrences"])
def test_a_phone_shows_it_all_without_scrolling_sideways(visit: Visit, address: str) -> None:
    page = visit(address, name="Zoé", viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_is_reached_by_tab(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("(document.activeElement.dataset.do ?? '') + document.activeElement.className")
        )
    assert {"accept", "reject", "edit", "add", "edit-article", "skip"} <= reached
