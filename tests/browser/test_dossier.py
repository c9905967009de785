"""The demo's dossier in a browser: what people do with it."""

import re
from pathlib import Path

import pytest

from depeche.views import Wanted, dyads, narrow, quote_book, summary, timeline

VIEWS = (
    "summary",
    "timeline",
    "statements",
    "events",
    "actors",
    "positions",
    "terms",
    "accounts",
    "map",
    "articles",
)


def go(page, address: str) -> None:
    """Change the address inside the page, and wait until its view stands there."""
    page.evaluate("address => { location.hash = address }", address)
    view = address.strip("#/").split("?")[0]
    page.wait_for_selector(f"#views a[data-view={view}][aria-current=page]")


def test_every_view_says_in_words_what_it_shows(open_page, demo: Path) -> None:
    page = open_page(demo)
    for view in VIEWS:
        go(page, f"#/{view}")
        assert len(page.locator("main > p.says").first.inner_text()) > 60, view


def test_the_figures_are_those_of_the_record(open_page, demo: Path, story) -> None:
    figures = summary(story)
    page = open_page(demo)
    shown = [int(re.sub(r"\D", "", text)) for text in page.locator(".figures b").all_inner_texts()]
    assert shown == [
        figures.articles, figures.origins, figures.outlets, figures.acts, figures.events, figures.statements,
        figures.speakers, figures.actors, figures.positions, figures.terms,
    ]  # fmt: skip


def test_timeline_and_speakers_stand_in_the_order_of_the_views(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/timeline")
    dated = [moment.date.fr for moment in timeline(story) if moment.date][:20]
    assert page.locator(".moment time").all_inner_texts()[: len(dated)] == dated
    go(page, "#/statements")
    names = page.locator(".speaker h3").all_inner_texts()
    assert names == [speaker.actor.name for speaker in quote_book(story)][: len(names)]


def test_a_click_shows_the_sentence_in_its_place(open_page, demo: Path) -> None:
    page = open_page(demo, "#/statements")
    link = page.locator(".record.statement a.open").first
    words = link.inner_text().strip("« »\u202f")
    link.click()
    marked = page.locator("#reader mark.on")
    marked.first.wait_for()
    assert words[:40] in " ".join(marked.all_inner_texts())
    assert marked.first.is_visible()
    assert page.locator("#reader .note dt").count() >= 3
    assert page.locator("main .record.current").count() == 1


def test_a_meeting_that_both_sides_tell_has_its_readout(open_page, demo: Path) -> None:
    page = open_page(demo, "#/accounts")
    readout = page.locator("details.readout").first
    readout.locator("summary").click()
    assert readout.locator("thead th").count() >= 2
    readout.locator("a.open").first.click()
    page.wait_for_selector("#reader mark.on")


def test_a_copy_names_the_article_that_it_copies(open_page, demo: Path) -> None:
    page = open_page(demo, "#/accounts")
    assert "Agence Méridienne" in page.locator(".copies li").inner_text()


def test_the_text_that_was_left_out_can_be_seen(open_page, demo: Path) -> None:
    page = open_page(demo, "#/articles")
    page.get_by_role("link", name=re.compile("près d'une heure au téléphone")).first.click()
    furniture = page.locator("#reader .cut", has_text="Vous aimerez aussi")
    assert not furniture.first.is_visible()
    page.locator("#reader button.cuts").click()
    assert furniture.first.is_visible()


def test_a_mark_in_the_text_opens_its_record(open_page, demo: Path) -> None:
    page = open_page(demo, "#/articles?article=0")
    page.locator("#reader .text mark.statement").first.click()
    page.wait_for_selector("#reader mark.on")
    assert "record=" in page.url


def test_escape_closes_the_article_and_gives_the_focus_back(open_page, demo: Path) -> None:
    page = open_page(demo, "#/timeline")
    link = page.locator(".record a.open").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader h2")
    assert page.evaluate("document.activeElement.closest('#reader') !== null")
    page.keyboard.press("Escape")
    page.wait_for_selector("#reader .empty")
    assert page.evaluate("document.activeElement.classList.contains('open')")


def test_the_keyboard_walks_from_record_to_record(open_page, demo: Path) -> None:
    page = open_page(demo, "#/articles?article=0")
    first = page.locator("#reader .bar .step").last
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader mark.on")
    assert page.locator("#reader .bar .place").inner_text().startswith("relevé 1 sur")


def test_filters_keep_what_the_views_keep(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/statements")
    page.locator("#filter-country").select_option("CHN")
    page.wait_for_selector("#result .chip")
    kept = narrow(story, Wanted(country="CHN"))
    numbers = [int(n) for n in re.findall(r"\d+", page.locator("#result strong").inner_text())]
    assert numbers == [len(kept.events), len(story.events), len(kept.statements), len(story.statements)]
    names = page.locator(".speaker h3").all_inner_texts()
    assert names == [speaker.actor.name for speaker in quote_book(kept)][: len(names)]
    page.locator(".chip").click()
    page.wait_for_selector("#result:empty", state="attached")


def test_each_filter_keeps_what_the_views_keep(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/events")
    for query, wanted in (
        ("type=CONSULT", Wanted(type="CONSULT")),
        ("outlet=Le+Courrier+de+l'Est", Wanted(outlet="Le Courrier de l'Est")),
        ("from=2023-03-01", Wanted(since="2023-03-01")),
        ("to=2022-12-31", Wanted(until="2022-12-31")),
        ("q=negociation", Wanted(words="négociation")),
        (
            "country=CHN&from=2023-01-01&to=2023-12-31",
            Wanted(country="CHN", since="2023-01-01", until="2023-12-31"),
        ),
    ):
        go(page, f"#/events?{query}")
        kept = narrow(story, wanted)
        numbers = [int(n) for n in re.findall(r"\d+", page.locator("#result strong").inner_text())]
        assert numbers[::2] == [len(kept.events), len(kept.statements)], query


def test_words_are_looked_for_while_they_are_typed(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/statements")
    page.locator("#filter-q").press_sequentially("NEGOCIATION")
    page.wait_for_selector("#result .chip")
    kept = narrow(story, Wanted(words="négociation"))
    assert page.locator(".record.statement").count() == len(kept.statements)
    assert page.locator("#filter-q").input_value() == "NEGOCIATION"


def test_the_language_switch_changes_labels_and_keeps_the_texts(open_page, demo: Path) -> None:
    page = open_page(demo, "#/statements")
    before = page.locator(".record a.open").first.inner_text()
    page.locator("#language").click()
    assert page.locator("main > h2").inner_text() == "Statements"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".record a.open").first.inner_text() == before
    assert page.locator(".record a.open").first.get_attribute("lang") == "fr"
    page.locator("#language").click()
    assert page.locator("main > h2").inner_text() == "Déclarations"


def test_no_view_is_wider_than_a_phone(open_page, demo: Path) -> None:
    page = open_page(demo, viewport={"width": 360, "height": 740})
    for view in VIEWS:
        go(page, f"#/{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, view


def test_on_a_phone_the_article_covers_the_list_and_closes(open_page, demo: Path) -> None:
    page = open_page(demo, "#/timeline", viewport={"width": 360, "height": 740})
    assert not page.locator("#reader").is_visible()
    page.locator(".record a.open").first.click()
    page.wait_for_selector("#reader mark.on")
    assert page.locator("#reader").bounding_box()["width"] == 360
    page.locator("#reader .close").click()
    page.wait_for_selector("#reader", state="hidden")


def contrast(page, selector: str) -> float:
    """The contrast (WCAG 2) of an element's text with the ground that it stands on."""
    return page.evaluate(
        """selector => {
          const channels = text => text.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          let element = document.querySelector(selector);
          const ink = light(channels(getComputedStyle(element).color));
          let ground = [255, 255, 255];
          for (; element; element = element.parentElement) {
            const colour = channels(getComputedStyle(element).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) { ground = colour; break; }
          }
          const paper = light(ground);
          return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
        }""",
        selector,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable_in_both_schemes(open_page, demo: Path, scheme: str) -> None:
    page = open_page(demo, "#/timeline?record=e0", color_scheme=scheme)
    for selector in ("body", ".says", ".aside", ".evidence", ".badge", "#reader .place", "#reader mark.on", ".note dt",
                     ".note h3", ".brand .name", "#filters label > span"):  # fmt: skip
        assert contrast(page, selector) >= 4.5, selector
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", ground))) < 128) is (scheme == "dark")


def test_print_shows_the_whole_view_without_controls(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/statements")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".record.statement").count() == len(story.statements)
    assert not page.locator("#views").is_visible()
    assert not page.locator("#print").is_visible()
    assert page.locator("h1").is_visible()
    assert len(page.pdf()) > 10_000


def test_without_a_script_the_figures_stand_there(browser, demo: Path, story) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo.as_uri())
    assert f"{len(story.articles)} articles lus" in re.sub(r"\s+", " ", page.locator("main").inner_text())
    context.close()


def test_a_curve_of_the_drawing_chooses_its_pair(open_page, demo: Path, story) -> None:
    page = open_page(demo, "#/events")
    curve = page.locator(".network a[href*='pair=CHN%3ERUS']")
    curve.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".network a[aria-current]")
    (dyad,) = [
        each for each in dyads(story) if (each.first, each.second, each.mutual) == ("CHN", "RUS", False)
    ]
    assert page.locator(".chosen .says").inner_text().startswith(f"{len(dyad.events)} récit")
    assert page.locator(".matrix .heat a[aria-current]").inner_text() == str(len(dyad.events))
