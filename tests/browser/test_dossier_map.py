"""The map in a browser: its places, the acts behind them, its moves, and the choice of borders."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.record import open_record
from depeche.views import Story, Wanted, narrow, spots

if TYPE_CHECKING:
    from tests.browser.conftest import Open


def counts(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_the_map_shows_the_places_of_the_record_with_what_is_counted(
    open_page: "Open", demo: Path, story: Story
) -> None:
    page = open_page(demo, "#/map")
    shown = [
        counts(" ".join(row.locator("td").all_inner_texts())) for row in page.locator(".spots tbody tr").all()
    ]
    expected = [[spot.acts, spot.articles, spot.origins] for spot in spots(story)]
    assert sorted(shown) == sorted(expected)
    assert page.locator(".map a.spot").count() == len(expected)
    label = page.locator(".map a.spot").first.get_attribute("aria-label") or ""
    assert "origine" in label and "article" in label


def test_the_circles_grow_with_independent_origins(open_page: "Open", demo: Path, story: Story) -> None:
    page = open_page(demo, "#/map")
    sizes = page.locator(".map a.spot:not(.country)").evaluate_all(
        """all => all.map(one => [Number(/, (\\d+) origine/.exec(one.getAttribute("aria-label"))[1]),
                                  Number(one.querySelector("circle:not(.hit)").getAttribute("r"))])"""
    )
    for origins, radius in sizes:
        for other, wider in sizes:
            assert origins <= other or radius >= wider
    assert max(size for _, size in sizes) > min(size for _, size in sizes)


def test_a_place_leads_to_its_acts_and_their_sentences(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/map")
    page.locator(".map a.spot", has=page.locator(".count")).first.locator("circle.hit").click()
    page.wait_for_selector(".map a.spot[aria-current=true]")
    acts = counts(page.locator(".chosen .says").inner_text())[0]
    assert page.locator(".chosen .record").count() == acts
    assert page.evaluate("document.activeElement.closest('.chosen') !== null")
    page.locator(".chosen a.open").first.click()
    page.wait_for_selector("#reader mark.on")


def test_the_list_of_places_does_the_same_by_keyboard(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/map")
    page.locator(".spots th a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".spots a[aria-current=true]")
    assert page.locator(".map a.spot[aria-current=true]").count() == 1
    page.locator(".chosen .says a").click()
    page.wait_for_selector(".map a.spot:not([aria-current])")
    assert "point=" not in page.url


def test_filters_apply_to_the_map(open_page: "Open", demo: Path, story: Story) -> None:
    page = open_page(demo, "#/map?country=UKR&from=2023-01-01")
    kept = spots(narrow(story, Wanted(country="UKR", since="2023-01-01")))
    assert 0 < len(kept) < len(spots(story))
    assert page.locator(".spots tbody tr").count() == len(kept)


def test_the_map_is_moved_and_enlarged_by_keys_buttons_and_pointer(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/map")
    land = "document.querySelector('.map .land').getAttribute('d')"
    seen = [page.evaluate(land)]
    page.locator("figure.map").focus()
    for key in ("+", "ArrowLeft", "ArrowUp", "-", "0"):
        page.keyboard.press(key)
        seen.append(page.evaluate(land))
    assert len(set(seen[:5])) == 5
    assert seen[5] == seen[0]
    page.locator(".looks button").nth(3).click()
    assert page.evaluate(land) not in seen
    page.locator(".looks button").nth(2).click()
    box = page.locator(".map > svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 90, steps=4)
    page.mouse.up()
    assert page.evaluate(land) not in seen


def test_fingers_move_and_enlarge_the_map_and_the_page_still_scrolls(open_page: "Open", demo: Path) -> None:
    page = open_page(demo, "#/map", viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    assert page.locator(".says.touch").is_visible()
    page.locator(".map > svg").scroll_into_view_if_needed()
    touch = page.context.new_cdp_session(page)

    def drag(*fingers: tuple[tuple[float, float], tuple[float, float]]) -> None:
        """Put fingers down inside the map, move each from its first point to its second, and lift them."""
        box = page.locator(".map > svg").bounding_box()
        assert box
        for step in range(9):
            points = [
                {"x": box["x"] + a[0] + (b[0] - a[0]) * step / 8, "y": box["y"] + a[1] + (b[1] - a[1]) * step / 8, "id": n}
                for n, (a, b) in enumerate(fingers)
            ]  # fmt: skip
            kind = "touchMove" if step else "touchStart"
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(300)

    def land() -> str:
        return str(page.evaluate("document.querySelector('.map .land').getAttribute('d')"))

    first, top = land(), page.evaluate("scrollY")
    drag(((100, 190), (100, 80)))
    assert land() == first
    assert page.evaluate("scrollY") > top
    page.evaluate("top => scrollTo(0, top)", top)
    drag(((100, 120), (160, 160)), ((180, 120), (240, 160)))
    moved = land()
    assert moved != first
    assert page.locator(".map text.capital").count() == 0
    drag(((140, 130), (100, 130)), ((180, 130), (260, 130)))
    assert land() != moved
    assert page.locator(".map text.capital").count() > 0
    page.locator("figure.map").focus()
    page.wait_for_timeout(100)
    top, before = page.evaluate("scrollY"), land()
    drag(((100, 190), (100, 80)))
    assert land() != before
    assert page.evaluate("scrollY") == top


def test_the_choice_of_borders_is_stated_and_drawn(open_page: "Open", demo: Path, tmp_path: Path) -> None:
    from depeche.cli.dossier import make_dossier

    drawn = {}
    for choice in ("disputed", "un", "control"):
        file = tmp_path / f"{choice}.html"
        with open_record(demo.with_name("demo.db"), writing=False) as record:
            file.write_text(make_dossier(record, title=choice, borders=choice), encoding="utf-8")  # type: ignore[arg-type]
        page = open_page(file, "#/map")
        page.locator(".borders summary").click()
        drawn[choice] = page.locator(".borders tbody").inner_text()
        assert "Crimée" in drawn[choice]
        hatched = page.locator(".map .hatched").count()
        assert (hatched > 10) == (choice == "disputed")
    assert len(set(drawn.values())) == 3


def test_a_state_stands_beside_the_places_of_its_capital(open_page: "Open", demo: Path, story: Story) -> None:
    page = open_page(demo, "#/map")
    drawn = page.locator(".map a.spot").evaluate_all(
        """all => all.map(one => [Number(one.dataset.point), one.classList.contains("country"),
             ...["cx", "cy", "r"].map(name => Number(one.querySelector("circle:not(.hit)").getAttribute(name)))])"""
    )
    where = page.evaluate(
        "JSON.parse(document.getElementById('story').textContent).points.map(p => p.slice(0, 2))"
    )
    pairs = [(a, b) for a in drawn if a[1] for b in drawn if not b[1] and where[a[0]] == where[b[0]]]
    assert pairs
    for (_, _, x, y, r), (_, _, left, top, other) in pairs:
        assert (x - left) ** 2 + (y - top) ** 2 >= (r + other) ** 2
