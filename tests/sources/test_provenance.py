"""Every field of every layout says where it was found, and values that disagree are all kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import DateSaid, Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
FIXTURES = sorted(
    path for path in (Path(__file__).parent / "layouts").rglob("*") if path.suffix in (".html", ".txt")
)
FIELDS = ("headline", "outlet", "published", "author", "url")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_field_says_where_it_was_found(path: Path, outcome: Outcome) -> None:
    documents, _ = outcome(path)
    for document in documents:
        known = {field for field in FIELDS if getattr(document, field) is not None}
        assert known == known & document.metadata_from.keys()
        assert known >= document.metadata_from.keys() & set(FIELDS)


PAGE = """<html><head><title>Riga proteste</title>
<meta property="og:site_name" content="Le Phare"><meta name="author" content="Rédaction du Phare">
<meta property="article:published_time" content="2024-05-03T07:12:00+02:00">
<meta property="article:modified_time" content="2024-05-05T10:00:00+02:00">
<link rel="canonical" href="https://phare.example/2024/05/02/riga-proteste">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-05-04",
"author": {{"name": "Ilze Ozola"}}, "publisher": {{"name": "Groupe du Phare"}}}}</script>
</head><body><article><h1>Riga proteste</h1><p>{body}</p></article></body></html>"""


def test_what_a_page_says_twice_is_kept(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(PAGE.format(body=body), encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert (document.published, document.metadata_from["published"]) == (
        "2024-05-03",
        "meta article:published_time",
    )
    assert document.dates == (
        DateSaid("2024-05-04", "JSON-LD datePublished"),
        DateSaid("2024-05-02", "address of the page"),
        DateSaid("2024-05-05", "meta article:modified_time", "changed"),
    )
    assert (document.outlet, document.author) == ("Le Phare", "Ilze Ozola")
    assert document.metadata_from["other_outlet"] == "Groupe du Phare (JSON-LD publisher)"
    assert document.metadata_from["other_author"] == "Rédaction du Phare (meta author)"


def test_what_the_user_gives_keeps_what_the_source_says(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(PAGE.format(body=body), encoding="utf-8")
    (document,), _ = outcome(tmp_path, published="2024-05-01", outlet="La Vigie")
    assert document.dates[0] == DateSaid("2024-05-03", "meta article:published_time")
    assert (document.outlet, document.metadata_from["outlet"]) == ("La Vigie", "given")
    assert document.metadata_from["other_outlet"] == "Le Phare (meta og:site_name)"


def test_a_day_of_change_is_no_day_of_publication(tmp_path: Path, outcome: Outcome, body: str) -> None:
    page = f"<html><head><meta name='last-modified' content='2024-05-05'></head><body><article><p>{body}</p></article>"
    (tmp_path / "x").write_text(page, encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert document.published is None
    assert document.dates == (DateSaid("2024-05-05", "meta last-modified", "changed"),)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/monde/2024/05/03/titre", "2024-05-03"),
        ("https://a.example/20240503-titre", "2024-05-03"),
        ("https://a.example/2024-05-03/titre.html", "2024-05-03"),
        ("https://a.example/2024/13/45/titre", None),
        ("https://a.example/dossier/2024/titre", None),
        ("https://a.example/article/20240599.html", None),
    ],
)
def test_days_in_addresses(address: str, day: str | None) -> None:
    from depeche.sources.dates import day_of_address

    assert day_of_address(address) == day
