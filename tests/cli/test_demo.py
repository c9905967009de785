"""`depeche demo` and `depeche dossier`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from depeche.cli.__main__ import app
from depeche.demo import ARTICLES, bundled_articles
from depeche.record import Filter, open_record


def test_every_bundled_file_is_listed_and_there() -> None:
    listed = {path for path, _ in bundled_articles()}
    assert listed == {path for path in ARTICLES.iterdir() if path.name != "README.md"}


def test_the_articles_say_that_they_are_invented() -> None:
    said = (ARTICLES / "README.md").read_text(encoding="utf-8")
    assert "invented retellings" in said
    assert "récits inventés" in said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "new"
    result = CliRunner().invoke(app, ["demo", "--out", str(folder)])
    assert result.exit_code == 0, result.output
    assert str(folder / "dossier.html") in result.output
    assert "Next:" in result.output
    return folder


def test_the_demo_leaves_a_woven_record_and_its_dossier(folder: Path) -> None:
    with open_record(folder / "demo.db", writing=False) as record:
        assert record.counts()["articles"] == 18
        assert record.counts()["refusals"] == 0
        assert record.links().origins == {"2023-04-26-portail-atlantique": "2023-04-26-agence-meridienne"}
    assert "La Chine entre Moscou et Kiev" in (folder / "dossier.html").read_text(encoding="utf-8")


def test_the_demo_has_words_in_quotation_marks_and_a_contradiction(folder: Path) -> None:
    with open_record(folder / "demo.db", writing=False) as record:
        quoted = record.rows("statements", Filter(mode="direct"))
        assert len(quoted) == 2
        assert "Institut des fleuves d'Europe" in {row["speaker"] for row in quoted}
        (clash,) = record.rows("contradictions", Filter())
        assert clash["matter"] == "number"
        assert {clash["first_article"], clash["second_article"]} == {
            "2022-03-30-horizon-de-chine",
            "2022-03-31-volga-infos",
        }


def test_a_dossier_is_written_from_a_record(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = CliRunner().invoke(
        app, ["dossier", "--record", str(folder / "demo.db"), "-o", str(page), "--title", "Mon dossier"]
    )
    assert result.exit_code == 0, result.output
    assert "<h1>Mon dossier</h1>" in page.read_text(encoding="utf-8")
    again = CliRunner().invoke(
        app, ["dossier", "--record", str(folder / "demo.db"), "-o", "-", "--title", "Mon dossier"]
    )
    assert again.stdout == page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "kept", "left_out"),
    [
        (["--country", "Inde"], "2023-05-05-planete-relais", "2023-04-26-portail-atlantique"),
        (["--until", "2022"], "2022-03-31-volga-infos", "2023-04-26-portail-atlantique"),
        (["--outlet", "Volga Infos"], "2022-03-31-volga-infos", "2022-09-15-agence-meridienne"),
        (["--words", "multipolaire"], "2022-03-31-volga-infos", "2022-09-15-agence-meridienne"),
    ],
)
def test_a_dossier_can_be_narrowed(folder: Path, options: list[str], kept: str, left_out: str) -> None:
    result = CliRunner().invoke(app, ["dossier", "--record", str(folder / "demo.db"), "-o", "-", *options])
    assert result.exit_code == 0, result.output
    assert f'"{kept}"' in result.stdout
    assert f'"{left_out}"' not in result.stdout


def test_without_a_record_there_is_no_dossier(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["dossier", "--record", str(tmp_path / "none.db"), "-o", str(tmp_path / "x")]
    )
    assert result.exit_code == 1
    assert "no record" in result.output
    assert not (tmp_path / "x").exists()


def test_a_place_that_cannot_be_written_is_told_plainly(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["dossier", "--record", str(folder / "demo.db"), "-o", str(tmp_path)])
    assert result.exit_code == 1
    assert "--out" in result.output
