"""`depeche export` with formats of one file and of several."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from depeche.exchange import FORMATS

Run = Callable[..., Result]


def test_help_lists_every_format_on_a_line_of_its_own(depeche: Run) -> None:
    lines = [line.split() for line in depeche("export", "--help").stdout.splitlines()]
    assert [line[0] for line in lines if line and line[0] in FORMATS] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(depeche: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    assert FORMATS[name].items in depeche("export", "--format", name, "-o", str(out)).output
    assert out.is_dir() == FORMATS[name].is_folder


def test_tables_for_excel(depeche: Run, tmp_path: Path) -> None:
    depeche("export", "--format", "csv", "-o", str(tmp_path / "t"), "--separator", ";", "--bom")
    assert (
        (tmp_path / "t" / "counts.csv")
        .read_bytes()
        .startswith(b"\xef\xbb\xbffile;rows\r\narticles.csv;1\r\n")
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "csv"), "folder"),
        (("--format", "ris", "--bom"), "CSV"),
        (("--format", "csv", "-o", "x", "--separator", "%"), "tab"),
    ],
)
def test_what_makes_no_sense_is_told(depeche: Run, words: tuple[str, ...], told: str) -> None:
    assert told in depeche("export", *words, code=2).output


def test_a_folder_with_other_files_is_left_alone(depeche: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    told = depeche("export", "--format", "txm", "-o", str(tmp_path / "mine"), code=1).output
    assert "notes.txt" in told
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
