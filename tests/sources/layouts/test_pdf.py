"""PDF: press reviews with and without bookmarks, paragraphs out of lines, and files that mean harm."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from depeche.model import Document, Refusal
from depeche.sources.layouts.pdf_lines import Line, kept_lines, paragraphs_of

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
pytest.importorskip("pypdf")

TOP = "Revue de presse du 8 mai 2024"
FIRST = [
    "Riga et Tallinn se disputent une île",
    "",
    "Le ministre letton des Affaires étrangères a convoqué lundi l'ambassa-",
    "deur d'Estonie à propos de l'îlot de Ruhnu, dont les deux capitales se",
    "partagent la garde, a indiqué le vice-ministre.",
    "",
    "À Tallinn, la présidence s'est dite « surprise » de la démarche et a",
    "rappelé que la commission mixte avait renvoyé la question au mois de",
]
SECOND = [
    "septembre.",
    "",
    "Nouakchott reçoit le médiateur suisse",
    "",
    "L'émissaire suisse pour le Sahel est arrivé mardi à Nouakchott, pre-",
    "mière étape d'une tournée qui le conduira à Dakar et à Bamako.",
    "Le gouvernement mauritanien a salué une initiative « discrète et utile »",
    "mais a exclu d'accueillir une conférence avant l'automne.",
]


def pdf(
    pages: Sequence[Sequence[str]], *, bookmarks: Sequence[tuple[str, int]] = (), extra: bytes = b""
) -> bytes:
    """A PDF file: lines in Helvetica, an empty one for a gap, bookmarks to pages from 0."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {'/Outlines ' + str(4 + 2 * count) + ' 0 R' if bookmarks else ''} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = b"BT /F1 10 Tf 12 TL 50 780 Td "
        for line in lines:
            text = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            drawn += b"(" + text + b") Tj T* " if line else b"T* "
        drawn += b"ET"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        parts.append(f"<< /Length {len(drawn)} >> stream\n".encode() + drawn + b"\nendstream")
    if bookmarks:
        root = 4 + 2 * count
        last = root + len(bookmarks)
        parts.append(
            f"<< /Type /Outlines /First {root + 1} 0 R /Last {last} 0 R /Count {len(bookmarks)} >>".encode()
        )
        for number, (title, page) in enumerate(bookmarks, start=root + 1):
            near = f"/Next {number + 1} 0 R" if number < last else ""
            name = "FEFF" + title.encode("utf-16-be").hex()
            parts.append(
                f"<< /Title <{name}> /Parent {root} 0 R {near} /Dest [{4 + 2 * page} 0 R /Fit] >>".encode()
            )
    parts.append(extra or b"null")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def framed(*pages: list[str]) -> list[list[str]]:
    count = len(pages)
    return [[TOP, "", *page, "", f"Page {number} / {count}"] for number, page in enumerate(pages, start=1)]


def test_an_article_for_each_bookmark(tmp_path: Path, outcome: Outcome) -> None:
    marks = [("Riga et Tallinn se disputent une île", 0), ("Nouakchott reçoit le médiateur suisse", 1)]
    (tmp_path / "x").write_bytes(pdf(framed(FIRST, SECOND), bookmarks=marks))
    (one, two), refusals = outcome(tmp_path)
    assert not refusals
    assert one.layout == "pdf"
    assert one.text == (
        "Riga et Tallinn se disputent une île\n\n"
        "Le ministre letton des Affaires étrangères a convoqué lundi l'ambassadeur d'Estonie à propos de l'îlot de"
        " Ruhnu, dont les deux capitales se partagent la garde, a indiqué le vice-ministre.\n\n"
        "À Tallinn, la présidence s'est dite « surprise » de la démarche et a rappelé que la commission mixte avait"
        " renvoyé la question au mois de septembre."
    )
    assert (two.headline, two.metadata_from["headline"]) == (
        "Nouakchott reçoit le médiateur suisse",
        "PDF bookmark",
    )
    assert two.text.startswith("Nouakchott reçoit le médiateur suisse\n\nL'émissaire suisse")
    assert "première étape" in two.text
    assert "Revue de presse" not in one.text + two.text


def test_the_line_under_the_title(tmp_path: Path, outcome: Outcome) -> None:
    one = [FIRST[0], "", "Le Phare de Riga, lundi 6 mai 2024, p. 4", *FIRST[1:]]
    two = [*SECOND[2:4], "Le ministre a dit, le 3 mai 2024, que rien ne pressait.", *SECOND[3:]]
    marks = [("Riga et Tallinn se disputent une île", 0), ("Nouakchott reçoit le médiateur suisse", 1)]
    (tmp_path / "x").write_bytes(pdf([one, two], bookmarks=marks))
    (first, second), _ = outcome(tmp_path)
    assert (first.outlet, first.published) == ("Le Phare de Riga", "2024-05-06")
    assert first.metadata_from["outlet"] == "PDF, line under the title"
    assert (second.outlet, second.published) == (None, None)


def test_without_bookmarks_one_document(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_bytes(pdf(framed(FIRST, SECOND)))
    (document,), refusals = outcome(tmp_path)
    assert not refusals
    assert "Riga et Tallinn" in document.text
    assert "Nouakchott" in document.text


def test_a_title_page_is_counted(tmp_path: Path, outcome: Outcome) -> None:
    front = [f"Sommaire de la revue de presse, article {number}" for number in range(9)]
    marks = [("Riga et Tallinn se disputent une île", 1), ("Nouakchott reçoit le médiateur suisse", 2)]
    (tmp_path / "x").write_bytes(pdf(framed(front, FIRST, SECOND), bookmarks=marks))
    documents, (refusal,) = outcome(tmp_path)
    assert len(documents) == 2
    assert "before the first bookmark" in refusal.reason


def test_pictures_of_pages(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_bytes(pdf([["1"], ["2"]]))
    _, (refusal,) = outcome(tmp_path)
    assert refusal.reason == "this PDF file holds pictures of pages, not their text"


def test_without_the_package(tmp_path: Path, outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("depeche.sources.layouts.pdf.find_spec", lambda name: None)
    (tmp_path / "x").write_bytes(pdf([FIRST]))
    _, (refusal,) = outcome(tmp_path)
    assert "not installed" in refusal.reason
    assert "depeche[pdf]" in refusal.advice


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 \x00\x01",
        pdf([FIRST])[:300],
        pdf([FIRST]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        pdf([FIRST]).replace(b"/Contents 5 0 R", b"/Contents 4 0 R"),
    ],
    ids=["start alone", "cut", "pages in a ring", "a page in itself"],
)
def test_broken_files_are_refused(data: bytes, tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_bytes(data)
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert len(refusals) == 1


def test_a_bomb_is_refused(tmp_path: Path, outcome: Outcome) -> None:
    packed = zlib.compress(b"BT /F1 10 Tf (a) Tj ET " * 20_000_000, 1)
    data = pdf([FIRST])
    start, end = data.index(b"<< /Length"), data.index(b"endstream")
    stream = f"<< /Length {len(packed)} /Filter /FlateDecode >> stream\n".encode() + packed + b"\n"
    (tmp_path / "x").write_bytes(data[:start] + stream + data[end:])
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert len(refusals) == 1


def joined(*lines: str) -> list[str]:
    return paragraphs_of([Line(line, 0) for line in lines])


@pytest.mark.parametrize(
    ("one", "two", "whole"),
    [
        ("une réunion diplo-", "matique a eu lieu", "une réunion diplomatique a eu lieu"),
        ("le vice-", "président du Conseil", "le vice-président du Conseil"),
        ("les États-", "Unis du pays voisin", "les États-Unis du pays voisin"),
        ("le ministre, déclara-t-", "il devant la presse", "le ministre, déclara-t-il devant la presse"),
        ("le traité franco-", "allemand de l'an passé", "le traité franco-allemand de l'an passé"),
        ("une note diplo\u00ad", "matique, pourtant", "une note diplomatique, pourtant"),
    ],
)
def test_hyphens_at_the_end_of_lines(one: str, two: str, whole: str) -> None:
    assert joined(one, two) == [whole]


def test_a_compound_that_the_text_writes_elsewhere_keeps_its_hyphen() -> None:
    assert joined("un cessez-le-feu, et le porte-", "fort parlait du porte-fort hier") == [
        "un cessez-le-feu, et le porte-fort parlait du porte-fort hier"
    ]


def test_numbers_and_heads_of_pages_are_left_out() -> None:
    pages = [
        ["Le Phare, n° 12", "", f"Un texte {word} qui suit.", "", str(at)] for at, word in enumerate("abc")
    ]
    assert [line.text for line in kept_lines(pages) if line.text] == [
        "Un texte a qui suit.",
        "Un texte b qui suit.",
        "Un texte c qui suit.",
    ]


def test_paragraphs_without_gaps_end_in_short_lines() -> None:
    assert joined(
        "Le ministre a convoqué l'ambassadeur à propos de l'îlot, que les deux",
        "capitales surveillent ensemble.",
        "À Tallinn, la présidence du gouvernement s'est dite surprise de cette",
        "démarche, et le reste va de soi.",
    ) == [
        "Le ministre a convoqué l'ambassadeur à propos de l'îlot, que les deux capitales surveillent ensemble.",
        "À Tallinn, la présidence du gouvernement s'est dite surprise de cette démarche, et le reste va de soi.",
    ]
