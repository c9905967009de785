"""The verbs that show what a record holds."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from depeche.cli.__main__ import VERBS

Run = Callable[..., Result]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(depeche: Run, verb: str) -> None:
    assert "Usage" in depeche(verb, "--help").output


def test_help_lists_every_verb(depeche: Run) -> None:
    told = depeche("--help").output
    assert all(verb in told for verb in VERBS)


def test_an_unknown_verb_is_told(depeche: Run) -> None:
    assert "No such command" in depeche("extract", code=2).output


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'sqlite3', 'msgspec', 'trafilatura', 'lxml', 'jinja2'}"
    script = (
        "import sys; from typer.testing import CliRunner; from depeche.cli.__main__ import app\n"
        f"CliRunner().invoke(app, ['--help']); print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_statements_are_printed_with_their_words(depeche: Run) -> None:
    told = depeche("statements", "--actor", "holm").stdout
    assert "2024-05-03  Ida Holm (NOR): direct, announce  [oslo s1]" in told
    assert "« Nous accueillons Quito »" in told
    assert depeche("statements", "--country", "Équateur").stdout == ""


def test_events_are_filtered_by_type_country_and_day(depeche: Run) -> None:
    told = depeche("events", "--type", "consult", "--country", "norvège", "--since", "2024-04").stdout
    assert "2024-04-30  CONSULT/visit: Équateur → Ida Holm, Oslo  [oslo e1]" in told
    assert depeche("events", "--since", "2025").stdout == ""
    assert len(json.loads(depeche("events", "--json").stdout)) == 2


def test_positions_and_terms_are_listed(depeche: Run) -> None:
    assert "Ida Holm (NOR) supports: accueil  [oslo p1]" in depeche("positions", "--country", "NOR").stdout
    assert "“La crise” (outlet)  [oslo t1]" in depeche("terms").stdout
    assert json.loads(depeche("positions", "--type", "opposes", "--json").stdout) == []


def test_passages_are_found_by_their_words(depeche: Run) -> None:
    assert "Oslo, 3 mai." in depeche("search", "crises", "dures").stdout
    assert "No such passage" in depeche("search", "« crises »").output
    assert json.loads(depeche("search", "crise", "--json").stdout)[0]["article"] == "oslo"


def test_the_timeline_has_the_dated_events(depeche: Run) -> None:
    told = depeche("timeline").stdout
    assert "CONSULT" in told
    assert "ACCUSE" not in told


def test_rows_are_given_as_json(depeche: Run) -> None:
    (row,) = json.loads(depeche("statements", "--json").stdout)
    assert (row["speaker"], row["said"], row["article"]) == ("Ida Holm", "Nous accueillons Quito", "oslo")
    event = json.loads(depeche("events", "--article", "os", "--json").stdout)[0]
    assert event["contexts"] == []
    names = [actor["name"] for actor in json.loads(depeche("actors", "--json").stdout)]
    assert names == ["Ida Holm", "Équateur"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("events", "--type", "TEA"), "CONSULT"),
        (("events", "--country", "Syldavie"), "no state"),
        (("events", "--since", "hier"), "2023-05-04"),
        (("statements", "--type", "mumble"), "assert"),
        (("actors", "--type", "robot"), "person"),
        (("export", "--format", "pdf"), "jsonl"),
        (("evaluate", "gold.jsonl"), "--texts"),
    ],
)
def test_what_cannot_be_asked_is_explained(depeche: Run, words: tuple[str, ...], told: str) -> None:
    assert told in depeche(*words, code=2).output


def test_an_article_is_shown_with_its_records_marked(depeche: Run) -> None:
    told = depeche("show", "os").stdout
    assert "« ⟦s1 Nous accueillons Quito⟧ », a dit Ida Holm à Oslo mardi. ⟨e1 e2⟩ La crise dure." in told
    assert "[menu: 5 characters]\nOslo, 3 mai." in told
    assert "s1  Ida Holm “a dit”: direct, announce" in told
    assert "e1  CONSULT/visit: Équateur → Ida Holm, Oslo, 2024-04-30, actual" in told
    assert "Ida Holm supports: accueil" in told
    assert "“La crise” (outlet)" in told


def test_articles_are_listed(depeche: Run) -> None:
    assert "oslo" in depeche("show").stdout
    assert json.loads(depeche("show", "oslo", "--json").stdout)["id"] == "oslo"


def test_an_unknown_article_is_told(depeche: Run) -> None:
    assert "no article bergen" in depeche("show", "bergen", code=1).output
    assert "no article bergen" in depeche("events", "--article", "bergen", code=1).output


def test_the_record_is_exported_and_scored(depeche: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    depeche("export", "-o", str(out))
    line = json.loads(out.read_text(encoding="utf-8"))
    assert line["statements"][0]["content"] == [[20, 42]]
    assert json.loads(depeche("export").stdout) == line
    assert not list(tmp_path.glob("*.part"))
    scored = depeche("evaluate", str(out), "--system", str(out), "--json").stdout
    assert json.loads(scored)["counts"]["event full"]["f1"] == 1.0
    table = depeche("evaluate", str(out), "--system", str(out), "--errors", "--only", "terms").stdout
    assert "term " in table
    assert "event" not in table


def test_an_export_that_cannot_be_written_is_told(depeche: Run, tmp_path: Path) -> None:
    assert "No such file" in depeche("export", "-o", str(tmp_path / "absent" / "x.jsonl"), code=1).output


def test_broken_gold_is_told(depeche: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a"}\n{"id": 3}\n', encoding="utf-8")
    assert "gold.jsonl, line 2" in depeche("evaluate", str(gold), "--system", str(gold), code=1).output
    gold.write_text('{"id": "a"}\n', encoding="utf-8")
    assert "a.txt" in depeche("evaluate", str(gold), "--texts", str(tmp_path), code=1).output


def test_a_sound_record_passes_the_audit_and_a_changed_one_does_not(depeche: Run, record_path: Path) -> None:
    import sqlite3

    assert "sound" in depeche("audit").stdout
    connection = sqlite3.connect(record_path)
    connection.execute("UPDATE anchor SET quote = 'autre'")
    connection.commit()
    connection.close()
    assert "anchor" in depeche("audit", code=1).stdout
    assert json.loads(depeche("audit", "--json", code=1).stdout)[0]["table"] == "anchor"


def test_a_missing_record_is_told(depeche: Run, tmp_path: Path) -> None:
    told = depeche("statements", "--record", str(tmp_path / "none.db"), code=1).output
    assert "no record there" in told
    assert "depeche read" in told
