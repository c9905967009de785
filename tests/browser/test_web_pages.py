"""The application's pages in a browser: search, languages, widths, keys, and what axe finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Visit, follow, serving, until, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ["/", "/?q=négociation", "/articles", "/articles/oslo", "/actors", "/actors/@", "/occurrences", "/occurrences/@",
         "/issues", "/issues/accueil", "/journal", "/pictures", "/enter", "/api/docs"]  # fmt: skip
DARK = ("/articles/oslo", "/?q=négociation")  # where all colours occur


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose record nobody changes."""
    with serving(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def visit(browser: "Browser", home: str) -> Iterator[Visit]:
    """Visit this server."""
    with visiting(browser, home) as open_page:
        yield open_page


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
    for scheme in ("light", "dark") if address in DARK else ("light",):
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
