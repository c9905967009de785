"""Exports of LexisNexis and Nexis Uni, and Word documents of one's own."""

import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
HERE = Path(__file__).parent / "nexis"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

UNI = [
    "User Name: X", "Date and Time: lundi 3 mars 2025 10:00:00", "Job Number: 1234", "Documents (2)",
    "1. Monaco ferme son consulat à Gênes", "2. Gênes regrette", "",
    "Monaco ferme son consulat à Gênes", "Le Rocher", "14 mars 2006 mardi", "Copyright 2006 Le Rocher Tous droits réservés",
    "Section: MONDE; Pg. 5", "Length:\u00a0295 words", "Byline: Line Gastaud", "", "Body", "",
    "Monaco a annoncé lundi la fermeture de son consulat à Gênes, faute de moyens.",
    "La ville a aussitôt regretté cette décision « soudaine ».", "", "Classification", "Language: FRENCH",
    "Load-Date: March 15, 2006", "End of Document",
    "Gênes regrette", "Le Rocher", "15 mars 2006 mercredi", "Copyright 2006 Le Rocher", "Length: 90 words", "Body",
    "Le maire de Gênes a écrit mardi au prince pour lui demander de revenir sur sa décision.", "End of Document",
]  # fmt: skip


def docx(paragraphs: list[str], *, prefix: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    xml = f'<?xml version="1.0"?>{prefix}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return stream.getvalue()


def test_old_text(outcome: Outcome) -> None:
    (one, two), refusals = outcome(HERE / "old.txt")
    assert not refusals
    assert one.layout == "nexis"
    assert (one.outlet, one.published, one.author) == ("Le Quotidien de Vaduz", "2006-03-14", "Ruedi Hasler")
    assert one.text.split("\n\n") == [
        "Berne et Vaduz s'entendent sur le passage des camions",
        "La Suisse et le Liechtenstein se sont entendus lundi sur le passage des camions de plus de quarante tonnes, a"
        " annoncé le Conseil fédéral.",
        "« Chacun y gagne », a estimé la ministre liechtensteinoise des Transports, qui s'exprimait à Vaduz.",
    ]
    assert (one.metadata_from["section"], one.metadata_from["page"]) == ("SUISSE; Pg. 3", "3")
    assert (two.outlet, two.published, two.headline) == ("L'Écho du Rhin", "2006-03-15", "Vaduz ratifie")


def test_old_html(outcome: Outcome, tmp_path: Path) -> None:
    text = (HERE / "old.txt").read_text(encoding="utf-8")
    blocks = "".join(
        f"<div class='c0'><p>{escape(block)}</p></div>" for block in text.split("\n\n") if block.strip()
    )
    (tmp_path / "x").write_text(
        f"<html><body><a name='DOC_ID_0_0'></a>{blocks}</body></html>", encoding="utf-8"
    )
    (one, two), _ = outcome(tmp_path)
    assert one.layout == "nexis"
    assert one.headline == "Berne et Vaduz s'entendent sur le passage des camions"
    assert two.text.endswith("par vingt voix contre cinq.")


def test_nexis_uni_docx(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(docx(UNI))
    (one, two), refusals = outcome(tmp_path)
    assert not refusals
    assert one.layout == "nexis"
    assert (one.headline, one.outlet) == ("Monaco ferme son consulat à Gênes", "Le Rocher")
    assert (one.published, one.author) == ("2006-03-14", "Line Gastaud")
    assert one.metadata_from["page"] == "5"
    assert one.text.endswith("« soudaine ».")
    assert two.headline == "Gênes regrette"


def test_a_word_document_of_one_s_own(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "note.docx").write_bytes(docx([UNI[7], *UNI[17:19]]))
    (one,), _ = outcome(tmp_path)
    assert (one.layout, one.id) == ("word", "note")
    assert one.text.split("\n\n")[0] == "Monaco ferme son consulat à Gênes"


def test_entities_are_not_expanded(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(docx(["&a;"], prefix='<!DOCTYPE x [<!ENTITY a "boum">]>'))
    documents, (refusal,) = outcome(tmp_path)
    assert not documents
    assert "cannot be opened" in refusal.reason
