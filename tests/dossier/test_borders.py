"""The choice of disputed borders is a table that the map can draw."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from depeche.cli.__main__ import app
from depeche.dossier import render_dossier
from depeche.dossier.borders import CHOICES, areas
from depeche.lexicon import table
from depeche.views import Story

WORLD = Path(__file__).parents[2] / "frontend" / "src" / "dossier" / "map" / "world.json"
WAYS = {"disputed", "dashed", "control", "claim"}


@pytest.mark.parametrize("choice", CHOICES)
def test_every_area_is_drawn_in_a_way_that_the_map_knows(choice: str) -> None:
    drawn = areas(choice)  # type: ignore[arg-type]
    assert {area["drawn"] for area in drawn} <= WAYS
    for area in drawn:
        assert all(area[words] for part in ("name", "held", "claimed") for words in [part])
        assert area["source"] in {"control", "claim", "both", "border"}
        assert len(area["outline"]) != 1
        for line in (area["outline"], area["control"], area["claim"]):
            assert all(len(point) == 2 and abs(point[0]) <= 180 and abs(point[1]) < 90 for point in line), (
                area["id"]
            )


def test_by_default_every_area_is_marked_as_disputed_and_none_is_attributed() -> None:
    assert {area["drawn"] for area in areas("disputed")} == {"disputed"}


@pytest.mark.skipif(not WORLD.exists(), reason="the sources of the scripts are not here")
def test_an_area_has_an_outline_or_a_shape_of_the_source() -> None:
    shapes = {
        shape["id"]
        for shape in json.loads(WORLD.read_text(encoding="utf-8"))["objects"]["areas"]["geometries"]
    }
    for row in table("disputed_areas"):
        assert row["outline"] or row["id"] in shapes, row["id"]
    assert shapes <= {row["id"] for row in table("disputed_areas")}


def test_the_choice_is_written_into_the_page() -> None:
    page = render_dossier(Story(title="Rien"), borders="control")
    assert '"borders":{"choice":"control"' in page


def test_another_choice_is_refused_by_name() -> None:
    result = CliRunner().invoke(app, ["dossier", "--borders", "mine"])
    assert result.exit_code == 2
    assert "disputed, un, control" in result.output
