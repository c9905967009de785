"""The application in a browser: actors of several names and acts told twice, as people join them and take them apart."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from depeche.model import Actor
from depeche.record import Record
from depeche.running import weave
from tests.browser.served import Visit, change, follow, serving, visiting
from tests.web.conftest import HOLM, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHORT = Actor("Holm", "person", "NOR", HOLM.roles)


def one_person_by_two_names(record: Record) -> None:
    """Store two articles, of which one gives the surname alone, and weave them."""
    record.store(reading("oslo"))
    other = reading("bergen", more="Suite et fin.")
    (said,) = other.statements
    record.store(
        msgspec.structs.replace(
            other,
            actors=(SHORT, *other.actors[1:]),
            statements=(
                msgspec.structs.replace(said, speaker=msgspec.structs.replace(said.speaker, actor=SHORT)),
            ),
            positions=(),
            events=(),
        )
    )
    weave(record)


@pytest.fixture
def visit(browser: "Browser", tmp_path: Path) -> Iterator[Visit]:
    """Visit a server over one person by two names."""
    with serving(tmp_path, one_person_by_two_names) as home, visiting(browser, home) as open_page:
        yield open_page


def people(page: "Page") -> int:
    page.goto(page.url.split("/actors")[0] + "/actors?actor=holm")
    return page.locator(".results .record").count()


@pytest.mark.parametrize("by", ["key", "button"])
def test_another_name_is_shown_with_its_reason_held_apart_and_given_back(visit: Visit, by: str) -> None:
    page = visit("/actors?actor=holm", name="Zoé")
    assert page.locator(".results .record").count() == 1
    follow(page, ".results a.open")
    address = page.url
    name = page.locator(".card[data-target=actor]")
    assert name.locator("h3").inner_text() == "Holm"
    assert "même nom de famille" in name.inner_text()
    assert page.locator(".results .record q").count() == 2
    if by == "key":
        page.keyboard.press("j")
        page.keyboard.press("a")  # says nothing of a name
        change(page, lambda: page.keyboard.press("r"))
    else:
        change(page, lambda: page.locator("[data-do=reject]").click())
    assert page.locator(".card[data-target=actor]").count() == 0
    assert "Zoé tient à part « Holm »" in page.locator(".decisions").inner_text()
    assert page.locator(".results .record q").count() == 1
    assert people(page) == 2
    page.goto(address)
    if by == "key":
        change(page, lambda: page.keyboard.press("u"))
    else:
        change(page, lambda: page.locator("[data-do=undo]").click())
    assert name.locator("h3").inner_text() == "Holm"
    assert people(page) == 1
    page.goto(page.url.split("/actors")[0] + "/journal")
    assert "tient à part acteur « Holm »" in page.locator("tbody tr.undone").inner_text()


def test_acts_are_split_and_joined_by_button(browser: "Browser", tmp_path: Path) -> None:
    with serving(tmp_path) as home, visiting(browser, home) as visit:
        page = visit("/occurrences?type=CONSULT", name="Zoé")
        follow(page, ".results a.open")
        tellings = page.locator(".tellings-side .card")
        change(page, lambda: tellings.nth(1).locator("[data-do=split]").click())
        assert tellings.count() == 1
        page.locator("#subject [data-do=merge]").click()
        page.locator("#merging [name=other]").first.check()
        change(page, lambda: page.locator("#merging .main").click())
        assert tellings.count() == 2
        assert "Zoé réunit" in page.locator(".decisions").inner_text()
        change(page, lambda: page.locator("#subject [data-do=undo]").click())
        assert tellings.count() == 1
