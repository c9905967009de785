"""`depeche clean` and `depeche sources`."""

import json
from pathlib import Path

from typer.testing import CliRunner

from depeche.cli.__main__ import app

PAGE = """Partager
Rabat et Lomé signent un accord de pêche

RABAT, 3 mai 2023 (MAP) - Le Maroc et le Togo ont signé mercredi un accord de pêche, ont annoncé les deux ministres.

Le texte sera soumis aux deux parlements avant la fin de l'année, a précisé le ministre togolais des Affaires étrangères.

Commentaires (2)
Anonyme : bravo
"""


def test_clean_prints_the_article_alone(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["clean", str(tmp_path)])
    assert result.exit_code == 0
    assert result.output.startswith(
        "Rabat et Lomé signent un accord de pêche\n\nRABAT, 3 mai 2023 (MAP) - Le Maroc"
    )
    assert "Partager" not in result.output
    assert "bravo" not in result.output


def test_clean_as_json_gives_spans_and_reasons(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(PAGE, encoding="utf-8")
    told = json.loads(CliRunner().invoke(app, ["clean", "--json", str(tmp_path)]).output)
    assert told["headline"] == "Rabat et Lomé signent un accord de pêche"
    assert [one["reason"] for one in told["dropped"]] == ["share", "comments"]
    for one in told["kept"] + told["dropped"]:
        assert PAGE[slice(*one["span"])] == one["text"]


def test_clean_of_nothing_readable_fails(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["clean", str(tmp_path / "none")])
    assert result.exit_code == 1


def test_sources_says_what_it_sees(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PAGE}) + "\n{", encoding="utf-8")
    (tmp_path / "b").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "c").write_text(
        '<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>', encoding="utf-8"
    )
    days = (
        '<meta name="date" content="2024-05-03"><meta property="article:modified_time" content="2024-05-05">'
    )
    page = f"<html><head>{days}</head><body><article><p>{PAGE}</p></article></body></html>"
    (tmp_path / "d").write_text(page, encoding="utf-8")
    output = CliRunner().invoke(app, ["sources", str(tmp_path)]).output
    assert "jsonl (line 1 is a JSON object with “text”), 1 read, 1 refused" in output
    assert "b: refused: this is a picture (PNG)." in output
    assert "Watch its feeds with: depeche watch FILE." in output
    assert "    published: meta date\n    2024-05-05: changed, meta article:modified_time\n" in output
    told = [
        json.loads(line)
        for line in CliRunner().invoke(app, ["sources", "--json", str(tmp_path)]).output.splitlines()
    ]
    assert told[0]["layout"] == "jsonl"
    assert told[1]["layout"] is None
