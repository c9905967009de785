"""What the dossier's views add beside their lists: copying, contradictions, time inside tables, a printed report, axe."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from depeche.dossier import render_dossier
from depeche.dossier.page import VIEWS
from depeche.model import Actor, Article, Block, Position, Published, Reading, Span, text_sha256
from depeche.views import Story, Woven, tell, timeline
from depeche.views.entries import Disagreement
from tests.browser.served import until
from tests.web.conftest import reading

if TYPE_CHECKING:
    from tests.browser.conftest import Open

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PLACES = {"events": "?pair=CHN%3ERUS", "map": "?point=0", "timeline": "?from=2023-03-01&record=e0"}


def test_a_quotation_is_copied_with_who_said_it_and_who_printed_it(open_page: "Open", tmp_path: Path) -> None:
    file = tmp_path / "dossier.html"
    file.write_text(render_dossier(tell([reading("oslo")], title="Oslo")), encoding="utf-8")
    page = open_page(file, "#/statements", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".record.statement .copying").click()
    page.wait_for_selector(".toast")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    assert copied == (
        "Ida Holm (Norvège) : « Nous accueillons Quito » (« Oslo accueille Quito », Le Nord, 3 mai 2024)"
    )
    assert "record=" not in page.url
    page.locator("#language").click()
    page.locator(".record.statement .copying").click()
    until(page, "[...document.querySelectorAll('.toast')].some(one => one.textContent.startsWith('Copied'))")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        copied == "Ida Holm (Norway): “Nous accueillons Quito” (“Oslo accueille Quito”, Le Nord, 3 May 2024)"
    )


def test_an_open_article_says_where_its_outlet_and_author_were_found(
    open_page: "Open", tmp_path: Path
) -> None:
    told = reading("oslo")
    article = msgspec.structs.replace(
        told.article, author="Lia Ek", metadata_from={"outlet": "given", "author": "meta author"}
    )
    file = tmp_path / "dossier.html"
    story = tell([msgspec.structs.replace(told, article=article)], title="Oslo")
    file.write_text(render_dossier(story), encoding="utf-8")
    page = open_page(file, "#/articles?article=0", wait="#reader .byline")
    byline = re.sub(r"\s+", " ", page.locator("#reader .byline").inner_text())
    assert "Média d’après : ce qui a été donné avec le fichier" in byline
    assert "Auteur d’après : meta author" in byline


def test_contradictions_stand_in_one_place_and_lead_to_both_sentences(
    open_page: "Open", tmp_path: Path
) -> None:
    clash = Disagreement(
        matter="date", first="bergen.e0", second="oslo.e0", first_says="2024-04-30", second_says="2024-05-01"
    )
    readings = [reading("oslo"), reading("bergen", more="Suite et fin.")]
    story = tell(readings, title="Oslo", woven=Woven(disagreements=(clash,)))
    file = tmp_path / "dossier.html"
    file.write_text(render_dossier(story), encoding="utf-8")
    page = open_page(file, "#/accounts")
    row = page.locator(".contradictions li")
    assert "30 avril 2024" in row.inner_text()
    assert row.locator(".why").inner_text()
    for side, article in enumerate(("bergen", "oslo")):
        row.locator("a.open").nth(side).click()
        until(page, f"document.querySelector('#reader code')?.textContent === '{article}'")
        assert page.locator("#reader mark.on").count()


def stances(*steps: tuple[str, str, str | None]) -> Story:
    """A story in which one state takes these stances on one issue, each on a day and under a condition."""
    text = "Le pays des Vents prend position sur la pêche."
    vents = Actor("Pays des Vents", "state", "NOR")
    return tell(
        [
            Reading(
                article=Article(
                    id=f"a{number}", text=text, text_sha256=text_sha256(text), outlet="Le Nord",
                    published=Published(value=day, basis="given"), blocks=(Block(Span(0, len(text))),),
                ),
                positions=(
                    Position(actor=vents, issue="pêche", stance=stance, condition=condition, evidence=(Span(0, len(text)),)),  # type: ignore[arg-type]
                ),
            )
            for number, (day, stance, condition) in enumerate(steps)
        ],
        title="Pêche",
    )  # fmt: skip


def test_a_cell_tells_the_stances_in_time_and_spells_conditions_out(
    open_page: "Open", tmp_path: Path
) -> None:
    file = tmp_path / "dossier.html"
    story = stances(
        ("2024-01-02", "opposes", None), ("2024-02-03", "opposes", None),
        ("2024-03-04", "conditions", "les quotas baissent"), ("2024-04-05", "supports", None),
    )  # fmt: skip
    file.write_text(render_dossier(story), encoding="utf-8")
    page = open_page(file, "#/positions")
    steps = [re.sub(r"\s+", " ", step) for step in page.locator(".stands tbody li").all_inner_texts()]
    assert steps == [
        "s’oppose (2)2 janvier 2024", "pose une condition4 mars 2024si : les quotas baissent", "soutient5 avril 2024",
    ] or steps == [
        "s’oppose (2) 2 janvier 2024", "pose une condition 4 mars 2024 si : les quotas baissent", "soutient 5 avril 2024",
    ]  # fmt: skip
    page.locator(".stands tbody li a").nth(1).click()
    page.wait_for_selector("#reader mark.on")


def test_terms_are_told_over_time(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/terms")
    assert page.locator(".terms .spark").count() == page.locator(".terms .heat").count() > 5
    assert re.search(
        r"\w+ \d{4} : \d",
        (page.locator(".terms .spark").first.get_attribute("aria-label") or "").replace("\u00a0", " "),
    )


def test_the_summary_prints_as_one_report(open_page: "Open", demo: Path, story: Story) -> None:
    page = open_page(demo)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    report = page.locator(".report")
    assert report.locator("> section").count() == 7
    assert report.locator(".timeline .moment").count() == len(timeline(story))
    assert not page.locator(".report .copying").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert report.count() == 0


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in frontend/)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: "Open", demo: Path, scheme: str) -> None:
    page = open_page(demo, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page.add_script_tag(path=AXE)
    for view in VIEWS:
        page.evaluate("address => { location.hash = address }", f"#/{view}{PLACES.get(view, '')}")
        page.wait_for_selector(f"#views a[data-view={view}][aria-current=page]")
        found = page.evaluate("axe.run().then(found => found.violations)")
        serious = [
            (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], view
