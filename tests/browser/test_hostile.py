"""Articles that try to be code, and very many of them."""

from pathlib import Path

from depeche.dossier import render_dossier
from depeche.model import (
    Actor,
    Article,
    Block,
    Event,
    Published,
    Reading,
    Span,
    Statement,
    Term,
    Voice,
    text_sha256,
)
from depeche.views import tell

HOSTILE = (
    "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'> a dit Lia. "
    "<svg onload=window.hacked=3></svg> {{7*7}} ${7*7} <!-- <a href='javascript:window.hacked=4'>guerre</a>"
)


def reading(number: int, text: str, *, who: str = "Lia Ek") -> Reading:
    lia = Actor(who, "person", "NOR", (text,))
    whole = Span(0, len(text))
    return Reading(
        article=Article(
            id=f"{number}", text=text, text_sha256=text_sha256(text), outlet=f"Journal {number % 40}", headline=text[:90],
            published=Published(value=f"20{10 + number % 15}-05-06", basis="given"), blocks=(Block(whole),),
            url="javascript:window.hacked=5", author=text,
        ),
        statements=tuple(
            Statement(content=(Span(start, start + 20),), mode="indirect", speaker=Voice(lia), channel=text[:60])
            for start in range(0, len(text) - 20, 40)
        ),
        events=tuple(
            Event(type="CONSULT", actor=(lia,), date=f"20{10 + number % 15}-05", evidence=(Span(start, start + 30),))
            for start in range(0, len(text) - 30, 50)
        ),
        terms=(Term(term=text[:40], span=Span(0, 40)),),
    )  # fmt: skip


def test_text_that_is_code_stays_text(open_page, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    story = tell(
        [reading(1, HOSTILE, who="<b onclick=window.hacked=6>Lia</b>")],
        title="</title><script>window.hacked=7</script>",
    )
    file.write_text(render_dossier(story), encoding="utf-8")
    page = open_page(file)
    for address in ("", "#/statements?record=s0", "#/events", "#/actors", "#/terms", "#/articles"):
        page.evaluate("address => { location.hash = address }", address)
        page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None
        assert (
            page.locator("main :is(img, script), #reader :is(img, script), a[href^=javascript]").count() == 0
        )


def test_hostile_text_is_shown_as_it_was_printed(open_page, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(render_dossier(tell([reading(1, HOSTILE)], title="Essai")), encoding="utf-8")
    page = open_page(file, "#/articles?article=0")
    assert HOSTILE in page.locator("#reader .text").inner_text()


def test_two_thousand_articles_are_drawn_piece_by_piece(open_page, tmp_path: Path) -> None:
    text = "Le ministre a reçu son homologue et a dit que la paix viendrait. " * 16
    story = tell(
        [reading(number, text, who=f"Lia {number % 300}") for number in range(2000)], title="Deux mille"
    )
    file = tmp_path / "large.html"
    file.write_text(render_dossier(story), encoding="utf-8")
    page = open_page(file, "#/statements")
    assert page.locator(".record").count() < 1000
