"""What is taken out of a page, and what is not, whatever its elements are called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Document, Refusal
from depeche.sources.layouts.markup import lines, parse
from depeche.sources.layouts.parts import drop_parts, kinds_of
from depeche.sources.layouts.signature import find_signature

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
PROSE = "Le ministre gabonais des Affaires étrangères a reçu jeudi l'ambassadeur du Cap-Vert à Libreville."


def left(body: str) -> list[str]:
    tree = parse(f"<html><body>{body}</body></html>")
    drop_parts(tree)
    return lines(tree)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("td-related-posts", "related"),
        ("relatedArticles", "related"),
        ("c-lire-aussi", "related"),
        ("commentlist", "comments"),
        ("m-social-share", "share"),
        ("newsletter_box", "newsletter"),
        ("c-article__standfirst", "standfirst"),
    ],
)
def test_kinds_of_elements(name: str, kind: str) -> None:
    assert kind in kinds_of(parse(f"<div class='{name}'>x</div>").find(".//div"))


@pytest.mark.parametrize(
    "name",
    [
        "rubrique-commentaires",
        "has-comments",
        "tag-newsletter",
        "category-partage",
        "no-sidebar",
        "single-related",
        "commenter-unrelated",
        "",
    ],
)
def test_names_that_say_something_else(name: str) -> None:
    assert not kinds_of(parse(f"<div class='{name}'>x</div>").find(".//div"))


def test_parts_are_taken_out_and_the_text_behind_them_stays() -> None:
    body = f"<div>{PROSE}<aside>Publicité</aside> Il a remis une note.<div class='share'>Partager</div></div>"
    assert left(f"<p>{PROSE}</p>{body}") == [PROSE, f"{PROSE} Il a remis une note."]


def test_sections_are_known_by_their_heading() -> None:
    related = f"<section><h3>Sur le même sujet</h3><p>{PROSE}</p><p>{PROSE}</p></section>"
    chapter = f"<section><h3>Sur le même bateau</h3><p>{PROSE}</p></section>"
    assert left(f"<h1>Titre</h1><p>{PROSE}</p>{related}{chapter}") == [
        "Titre",
        PROSE,
        "Sur le même bateau",
        PROSE,
    ]


@pytest.mark.parametrize("name", ["read-more", "comments-open", "sidebar", "newsletter"])
def test_what_holds_the_title_or_the_article_stays(
    name: str, tmp_path: Path, outcome: Outcome, body: str
) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    for number, page in enumerate(
        (
            f"<div class='{name}'><h1>Titre</h1>{paragraphs}</div>",
            f"<h1>Titre</h1><div class='{name}'><div itemprop='articleBody'>{paragraphs}</div></div>",
            f"<h1>Titre</h1><div class='{name}'>{paragraphs}</div>",
        )
    ):
        (tmp_path / f"{number}").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    documents, _ = outcome(tmp_path)
    assert [body in document.text for document in documents] == [True, True, True]


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("<span class='author'>Par Aline Moussavou</span>", "Aline Moussavou"),
        ("<a rel='author'>Aline Moussavou</a>", "Aline Moussavou"),
        ("<p class='byline'>Propos recueillis par Jean-Noël Abessolo, à Yaoundé</p>", "Jean-Noël Abessolo"),
        ("<div class='post-author'>Notre correspondante à Bridgetown</div>", None),
        (
            "<span class='auteur'>La rédaction</span><span class='auteur'>Marie de La Tour</span>",
            "Marie de La Tour",
        ),
        ("<span class='author'>Par</span>", None),
        ("<p class='signature'>Idrissa Zongo, le 20/06/2024</p>", "Idrissa Zongo"),
    ],
)
def test_signatures(mark: str, name: str | None) -> None:
    assert find_signature(parse(f"<html><body>{mark}<p>{PROSE}</p></body></html>")) == name


@pytest.mark.parametrize(
    ("title", "headline", "outlet"),
    [
        ("Riga proteste - Le Phare", "Riga proteste", "Le Phare"),
        ("Le Phare : Riga proteste", "Riga proteste", "Le Phare"),
        ("Riga proteste_Le Phare en français", "Riga proteste", "Le Phare en français"),
        ("Riga proteste", "Riga proteste", None),
        ("Baltique : Riga proteste", "Baltique : Riga proteste", None),
        ("Riga proteste - Monde - Le Phare", "Riga proteste", "Le Phare"),
        ("Riga proteste : le point", "Riga proteste : le point", None),
    ],
)
def test_titles_that_join_headline_and_site(
    title: str, headline: str, outlet: str | None, tmp_path: Path, outcome: Outcome, body: str
) -> None:
    page = f"<html><head><title>{title}</title></head><body><b>Riga proteste</b><br><br><p>{body}</p><i>© Le Phare</i></body></html>"
    (tmp_path / "x").write_text(page, encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert (document.headline, document.outlet) == (headline, outlet)


def test_json_ld_that_points_to_other_objects(tmp_path: Path, outcome: Outcome, body: str) -> None:
    data = (
        '{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Riga proteste",'
        ' "publisher": {"@id": "#o"}, "author": [{"@type": "Organization", "name": "Le Phare"}, {"@id": "#p"}]}},'
        ' {"@id": "#o", "@type": "Organization", "name": "Le Phare"}, {"@id": "#p", "name": "Ilze Ozola"}]}'
    )
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>{body}</p></body></html>"
    (tmp_path / "x").write_text(page, encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert (document.headline, document.outlet, document.author) == (
        "Riga proteste",
        "Le Phare",
        "Ilze Ozola",
    )


def test_a_body_that_is_folded_up_stays(tmp_path: Path, outcome: Outcome, body: str) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    page = f"<h1>Titre</h1><p>{PROSE}</p><p>{PROSE} Bis.</p><div class='read-more-content'>{paragraphs}</div>"
    (tmp_path / "x").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert body in document.text
