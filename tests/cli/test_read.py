"""`depeche read`: from files to a record, with everything that can be wrong with files."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from depeche.cli.__main__ import app
from depeche.record import open_record

ARTICLE = (
    "Oslo reçoit Quito\n\n"
    "La ministre norvégienne des Affaires étrangères, Ida Holm, a reçu mardi à Oslo son homologue équatorien, "
    "Luis Vaca. « Nous sommes prêts à accueillir des pourparlers », a-t-elle déclaré devant la presse.\n"
)


def read(*words: object, record: Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, ["read", *map(str, words)], env={"DEPECHE_RECORD": str(record)})
    assert result.exit_code == code, result.output + repr(result.exception)
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "textes"
    made.mkdir()
    (made / "oslo.txt").write_text(ARTICLE, encoding="utf-8")
    (made / "copie.txt").write_text(ARTICLE, encoding="utf-8")
    (made / "vide.txt").write_text("", encoding="utf-8")
    return made


def test_a_folder_is_read_and_accounted_for(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    told = json.loads(
        read(folder, "--json", "--outlet", "Le Nord", "--published", "2024-05-03", record=path).stdout
    )
    assert (told["read"], told["copies"], len(told["refusals"])) == (1, 1, 1)
    assert "empty" in told["refusals"][0]["reason"]
    with open_record(path) as record:
        (article,) = record.rows("articles")
        assert (article["outlet"], article["published"], article["documents"]) == ("Le Nord", "2024-05-03", 2)
        assert record.audit() == []
    again = read(folder, record=path).stdout
    assert "documents: 3 = 0 read + 2 known already + 0 copies + 1 refused" in again
    assert "known already: 2" in again
    assert "refused: 1" in again


def test_two_processes_make_the_same_record(folder: Path, tmp_path: Path) -> None:
    (folder / "suite.txt").write_text(ARTICLE.replace("mardi", "jeudi"), encoding="utf-8")
    read(folder, record=tmp_path / "one.db")
    read(folder, "--workers", "2", record=tmp_path / "two.db")
    with open_record(tmp_path / "one.db") as one, open_record(tmp_path / "two.db") as two:
        assert list(one.readings()) == list(two.readings())


def test_nothing_to_read_is_told(folder: Path, tmp_path: Path) -> None:
    told = read(folder / "vide.txt", record=tmp_path / "r.db", code=1)
    assert "nothing could be read" in told.output
    assert "vide.txt" in told.output
    assert "absent.txt" in read(tmp_path / "absent.txt", record=tmp_path / "r.db", code=1).output


def test_a_file_that_is_no_record_is_left_alone(folder: Path) -> None:
    told = read(folder, record=folder / "oslo.txt", code=1).output
    assert "not a SQLite file" in told
    assert (folder / "oslo.txt").read_text(encoding="utf-8") == ARTICLE


def test_a_wrong_date_is_explained(folder: Path, tmp_path: Path) -> None:
    assert "2023-05-04" in read(folder, "--published", "hier", record=tmp_path / "r.db", code=2).output


def test_ctrl_c_reaches_all_processes_and_leaves_a_valid_record(tmp_path: Path) -> None:
    folder, path = tmp_path / "textes", tmp_path / "r.db"
    folder.mkdir()
    for number in range(200):
        (folder / f"a{number:03}.txt").write_text(f"{ARTICLE}Numéro {number}.\n" * 3, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "depeche.cli", "read", str(folder), "--record", str(path), "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and articles(path) < 1:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the whole group
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130, errors
    assert "run the same command to go on" in errors
    assert "Traceback" not in errors
    kept = articles(path)
    assert 0 < kept < 200
    with open_record(path) as record:
        assert record.audit() == []


def articles(path: Path) -> int:
    if not path.exists():
        return 0
    try:
        with open_record(path, writing=False) as record:
            return record.counts()["articles"]
    except Exception:  # not yet made
        return 0


def test_articles_are_woven_at_the_end(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    told = (
        ARTICLE
        + "Les deux délégations se retrouveront en juin, selon un programme rendu public mercredi soir. "
    )
    (folder / "autre.txt").write_text(told + "Elles ont aussi visité le port et son musée.", encoding="utf-8")
    shown = read(folder, record=path).stdout
    assert "across articles: " in shown
    assert "acts told by several 0" not in shown
    assert "across" not in read(folder, record=path).stdout
    invoked = CliRunner().invoke(app, ["weave", "--record", str(path)])
    assert invoked.stdout.strip() in shown
    assert CliRunner().invoke(app, ["contradictions", "--json", "--record", str(path)]).stdout.strip() == "[]"
