"""The period that is dragged: everything follows, by pointer and by keys."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from depeche.views import Story, Wanted, narrow
from tests.browser.served import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Open


def asked(page: "Page") -> dict[str, str]:
    query = page.evaluate("location.hash").partition("?")[2]
    return {name: values[0] for name, values in parse_qs(query).items()}


def kept(page: "Page") -> list[int]:
    return [int(n) for n in re.findall(r"\d+", page.locator("#result strong").inner_text())][::2]


def drag(page: "Page", start: float, end: float) -> None:
    """Drag over the track, from one share of its width to another, in steps."""
    box = page.locator(".track").bounding_box()
    assert box
    page.mouse.move(box["x"] + start * box["width"], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 20, steps=6)


@pytest.mark.parametrize("view", ["timeline", "summary", "map"])
def test_a_drag_chooses_days_and_everything_follows_before_it_ends(
    open_page: "Open", demo: Path, story: Story, view: str
) -> None:
    page = open_page(demo, f"#/{view}")
    drag(page, 0.3, 0.6)
    page.wait_for_selector("#result strong")
    page.wait_for_timeout(60)  # until the last frame is drawn
    chosen = asked(page)
    assert chosen["from"] < chosen["to"]
    part = narrow(story, Wanted(since=chosen["from"], until=chosen["to"]))
    assert kept(page) == [len(part.events), len(part.statements)]
    page.mouse.up()
    assert page.locator("#filter-from").input_value() == asked(page)["from"]
    words = page.locator("#brush .range strong").inner_text()
    assert re.fullmatch(r"Du \S+ \S+ \d{4} au \S+ \S+ \d{4} \(\d+ jours\)", words)


def test_the_window_is_moved_as_a_whole_and_cleared(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/timeline")
    drag(page, 0.2, 0.4)
    page.mouse.up()
    before = asked(page)
    drag(page, 0.3, 0.5)
    page.mouse.up()
    after = asked(page)
    assert before["from"] < after["from"] and before["to"] < after["to"]
    page.locator("#brush .range .reset").click()
    page.wait_for_selector("#result:empty", state="attached")
    assert asked(page) == {}
    assert "Toute la période" in page.locator("#brush .range strong").inner_text()


def test_a_click_takes_a_month_and_the_way_back_is_kept(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/timeline")
    box = page.locator(".track").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.wait_for_selector("#result strong")
    chosen = asked(page)
    assert chosen["from"][:7] == chosen["to"][:7] and chosen["from"].endswith("-01")
    page.go_back()
    page.wait_for_selector("#result:empty", state="attached")


def test_the_bounds_are_sliders_that_keys_move(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/timeline?from=2023-03-01&to=2023-05-31")
    first = page.locator(".bound.first")
    assert first.get_attribute("aria-valuetext") == "1er mars 2023"
    first.focus()
    for key, day in (
        ("ArrowRight", "2023-03-02"),
        ("Shift+ArrowRight", "2023-04-02"),
        ("PageDown", "2023-03-02"),
    ):
        page.keyboard.press(key)
        until(page, f"location.hash.includes('from={day}')")
    page.keyboard.press("Home")
    until(page, "!location.hash.includes('from=')")
    page.locator(".bound.last").focus()
    page.keyboard.press("Shift+ArrowLeft")
    until(page, "location.hash.includes('to=2023-04-30')")
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('to=')")


def test_partial_dates_are_drawn_hollow_over_the_days_they_may_mean(
    open_page: "Open", demo: Path, story: Story
) -> None:
    page = open_page(demo, "#/timeline")
    assert page.locator(".track .full").count() > 3
    assert page.locator(".track .part").count() >= 1
    assert "dates partielles" in page.locator("#brush .says").inner_text()


def test_status_and_issue_narrow_as_the_views_do(open_page: "Open", demo: Path, story: Story) -> None:
    issue = story.positions[0].issue
    for query, wanted in (
        ("status=alleged", Wanted(status="alleged")),
        (f"issue={issue}", Wanted(issue=issue)),
    ):
        page = open_page(demo, f"#/timeline?{query}")
        part = narrow(story, wanted)
        assert kept(page) == [len(part.events), len(part.statements)], query


def test_on_a_phone_one_closed_line_holds_filters_and_period(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/timeline", viewport={"width": 360, "height": 740})
    line = page.locator("#filters summary")
    assert line.inner_text().strip() == "Filtres et période"
    assert not page.locator("#brush").is_visible()
    assert (page.locator("main h2").bounding_box() or {"y": 740})["y"] < 370
    line.click()
    page.wait_for_selector("#brush .track svg")
    assert page.locator("#filter-from").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
