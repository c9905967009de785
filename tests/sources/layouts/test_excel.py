"""Excel workbooks."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
openpyxl = pytest.importorskip("openpyxl")


def workbook(body: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Articles"
    sheet.append(["Date", "Titre", "Source", "Texte"])
    sheet.append([datetime(2024, 5, 3, 7, 12), "Libreville proteste", "Le Courrier", body])
    sheet.append([None, None, None, None])
    sheet.append(["4 mai 2024", "Sans texte", "Le Courrier", None])
    other = book.create_sheet("Notes")
    other.append(["à faire", "relire"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_rows_are_articles(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_bytes(workbook(body))
    (document,), refusals = outcome(tmp_path)
    assert (document.layout, document.published, document.outlet) == ("excel", "2024-05-03", "Le Courrier")
    assert (document.headline, document.text) == ("Libreville proteste", body)
    assert document.metadata_from["published"] == "column date"
    assert [one.reason for one in refusals] == [
        "this object has no text",
        "the first row of this sheet names no column of texts",
    ]


def test_without_the_package(
    tmp_path: Path, outcome: Outcome, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("depeche.sources.layouts.excel.find_spec", lambda name: None)
    (tmp_path / "x").write_bytes(workbook(body))
    _, (refusal,) = outcome(tmp_path)
    assert "depeche[xlsx]" in refusal.advice


def test_a_bomb_and_a_broken_workbook_are_refused(tmp_path: Path, outcome: Outcome, body: str) -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "a" * 60_000_000)
    (tmp_path / "x").write_bytes(bomb.getvalue())
    broken = BytesIO()
    with ZipFile(broken, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    (tmp_path / "y").write_bytes(broken.getvalue())
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert len(refusals) == 2
