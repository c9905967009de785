"""`depeche dates` prints expressions, or says plainly why it cannot."""

import json
from pathlib import Path

from typer.testing import CliRunner

from depeche.cli.__main__ import app

SENTENCE = "Le ministre finlandais s'est rendu mardi à Oslo."


def test_expressions_as_lines_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    lines = CliRunner().invoke(app, ["dates", "--fast", "--published", "2023-05-05", str(file)])
    assert lines.exit_code == 0
    assert lines.output.split("\t")[1:3] == ["mardi", "2023-05-02"]
    rows = CliRunner().invoke(app, ["dates", "--json", "--published", "2023-05-05", "-"], input=SENTENCE)
    (row,) = json.loads(rows.output)
    assert SENTENCE[slice(*row["span"])] == row["text"] == "mardi"
    assert (row["edtf"], row["first"], row["last"], row["granularity"]) == ("2023-05-02",) * 3 + ("day",)


def test_a_wrong_publication_date_is_refused() -> None:
    told = CliRunner().invoke(app, ["dates", "--published", "5 mai", "-"], input=SENTENCE)
    assert told.exit_code == 2
    assert "not a publication date" in told.output
