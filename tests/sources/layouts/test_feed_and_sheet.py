"""Feeds and tables of articles."""

import csv
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


def test_rss(outcome: Outcome, tmp_path: Path, body: str) -> None:
    full = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    (tmp_path / "x").write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Courrier</title>
        <item><title>Libreville proteste</title><link>https://a.example/1</link><pubDate>Fri, 03 May 2024 07:12:00 +0200</pubDate>
        <dc:creator>Aline Moussavou</dc:creator><description>Un résumé.</description>
        <content:encoded><![CDATA[{full}]]></content:encoded></item>
        <item><title>Brève</title><link>https://a.example/2</link><description>Un résumé.</description></item></channel></rss>""",
        encoding="utf-8",
    )
    (one,), (refusal,) = outcome(tmp_path)
    assert (one.layout, one.outlet, one.published) == ("feed", "Le Courrier", "2024-05-03")
    assert (one.url, one.author) == ("https://a.example/1", "Aline Moussavou")
    assert one.text == f"Libreville proteste\n\n{body}"
    assert "https://a.example/2" in refusal.advice


def test_atom(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier</title><entry><title>Libreville proteste</title>
        <link rel="alternate" href="https://a.example/1"/><updated>2024-05-03T05:12:00Z</updated>
        <content type="html">{escape("<p>" + body + "</p>")}</content></entry></feed>""",
        encoding="utf-8",
    )
    (one,), _ = outcome(tmp_path)
    assert (one.published, one.url) == ("2024-05-03", "https://a.example/1")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables(separator: str, outcome: Outcome, tmp_path: Path, body: str) -> None:
    with (tmp_path / "x").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        writer.writerows(
            [
                ["Titre", "Date", "Journal", "Texte"],
                ["Un", "3 mai 2024", "Le Courrier", body],
                ["Vide", "", "", ""],
            ]
        )
    (one,), (refusal,) = outcome(tmp_path)
    assert (one.layout, one.headline, one.published, one.outlet) == ("csv", "Un", "2024-05-03", "Le Courrier")
    assert one.text == body
    assert refusal.origin.endswith("x:3")


def test_a_text_with_commas_is_no_table(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_text(f"Texte, contexte, prétexte\n\n{body}", encoding="utf-8")
    (one,), _ = outcome(tmp_path)
    assert one.layout == "text"


def test_a_list_of_feeds_is_named(tmp_path: Path, outcome: Outcome) -> None:
    outlines = "".join(f'<outline type="rss" xmlUrl="https://a.example/{n}.xml"/>' for n in range(3))
    (tmp_path / "x").write_text(
        f'<?xml version="1.0"?>\n<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8"
    )
    documents, (refusal,) = outcome(tmp_path)
    assert not documents
    assert refusal.reason == "this is a list of 3 feeds (OPML), not of articles"
    assert "depeche watch" in refusal.advice
