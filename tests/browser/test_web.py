"""The application in a browser: each correction by keyboard, two clients at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import TOKEN, Visit, change, follow, select, serving, until, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def visit(browser: "Browser", tmp_path: Path) -> Iterator[Visit]:
    """Visit a server whose record may be corrected."""
    with serving(tmp_path) as home, visiting(browser, home) as open_page:
        yield open_page


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


def test_the_printed_address_signs_in_and_leaves_no_token_behind(visit: Visit) -> None:
    page = visit(f"/enter#{TOKEN}")
    assert page.url.endswith("/enter")
    page.fill("[name=name]", "Zoé")
    change(page, lambda: page.keyboard.press("Enter"))
    assert "Zoé corrige" in page.locator(".motto").inner_text()
    change(page, lambda: page.locator("form[action='/leave'] button").click())
    assert page.locator("body").get_attribute("data-person") == ""


def test_an_edited_record_takes_the_selected_words(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.locator('.card[data-ref="e1"]').click()
    select(page, "ont refusé l'accord")
    page.keyboard.press("e")
    change(page, lambda: page.locator("#editing .main").click())
    assert page.locator('.card[data-ref="e1"] .quote').inner_text() == "ont refusé l'accord"


def test_a_missing_record_is_added_on_selected_text_whatever_its_characters(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.keyboard.press("n")
    assert "Sélectionnez" in page.locator("#live").inner_text()
    select(page, "l'accord proposé")
    page.keyboard.press("n")
    assert page.locator("#editing blockquote").inner_text() == "l'accord proposé"
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


def test_only_the_modes_of_the_chosen_type_are_offered(visit: Visit) -> None:
    page = visit("/articles/oslo", name="Zoé")
    page.locator('.card[data-ref="e0"]').click()
    page.keyboard.press("e")
    offered = "[...document.querySelector('#editing [name=mode]').options].filter(o => !o.disabled).map(o => o.text)"
    page.select_option("#editing [name=type]", "CONSULT")
    assert page.evaluate(offered) == ["aucune", "visite", "chez un tiers", "cadre multilatéral", "à distance"]
    page.select_option("#editing [name=mode]", "phone")
    page.select_option("#editing [name=type]", "AGREE")
    assert page.evaluate(offered) == ["aucune"]
    assert page.input_value("#editing [name=mode]") == ""
