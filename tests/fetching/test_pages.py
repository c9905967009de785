"""Pages: variants of one article, paywalls, charsets, and what the feed adds."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from depeche.fetching import Answer, FetchOptions, FromFeed, Web, open_addresses, open_page, read_page
from depeche.model import Document, Refusal
from depeche.sources import SourceOptions
from depeche.sources.naming import Names

AT = "https://journal.example/monde/accord-de-peche_4711.html"
MakeArticle = Callable[..., bytes]


def read(body: bytes, *, at: str = AT, feed: FromFeed | None = None) -> list[Document | Refusal]:
    page = open_page(Answer(at, 200, "OK", (), body), origin=at, options=FetchOptions())
    return list(read_page(page, options=SourceOptions(), names=Names(), feed=feed or FromFeed()))


def test_a_page_becomes_a_document(make_article: MakeArticle) -> None:
    (document,) = read(make_article("Reykjavik et San José font la paix"))
    assert isinstance(document, Document)
    assert (document.id, document.origin, document.url) == ("accord-de-peche_4711", AT, AT)
    assert document.metadata_from["url"] == "address of the page"
    assert document.headline == "Reykjavik et San José font la paix"


def test_what_the_page_does_not_say_is_from_the_feed(make_article: MakeArticle) -> None:
    feed = FromFeed("Le Phare", "Tue, 07 May 2024 18:00:00 GMT")
    (bare,) = read(make_article("Accord"), feed=feed)
    assert isinstance(bare, Document)
    assert (bare.outlet, bare.published, bare.published_basis) == ("Le Phare", "2024-05-07", "metadata")
    head = '<meta property="article:published_time" content="2024-05-06T09:00:00Z"><meta property="og:site_name" content="La Vigie">'
    (own,) = read(make_article("Accord", head=head), feed=feed)
    assert isinstance(own, Document)
    assert (own.outlet, own.published) == ("La Vigie", "2024-05-06")
    assert any("07 May 2024" in one.where for one in own.dates)


def test_variants_have_the_identity_of_their_article(make_article: MakeArticle) -> None:
    link = f'<link rel="canonical" href="{AT}">'
    for at in (
        AT,
        "https://amp.journal.example/accord-de-peche_4711",
        "https://journal.example/imprimer?id=4711&utm_x=1",
    ):
        page = open_page(
            Answer(at, 200, "OK", (), make_article("A", head=link)), origin=at, options=FetchOptions()
        )
        assert page.identity == "journal.example/monde/accord-de-peche_4711.html"
        (document,) = list(read_page(page, options=SourceOptions(), names=Names()))
        assert isinstance(document, Document)
        assert document.url == AT


def paywalled(make_article: MakeArticle, **said: object) -> bytes:
    data = json.dumps({"@type": "NewsArticle", "isAccessibleForFree": False, **said})
    return make_article("Accord", head=f'<script type="application/ld+json">{data}</script>')


def test_paywall_remnants_are_told_from_articles(make_article: MakeArticle) -> None:
    (short,) = read(paywalled(make_article))
    assert isinstance(short, Refusal)
    assert "paywall" in short.reason
    (cut,) = read(paywalled(make_article, wordCount=900))
    assert isinstance(cut, Refusal)
    (whole,) = read(paywalled(make_article, wordCount=100))
    assert isinstance(whole, Document)
    metered = '<meta property="article:content_tier" content="locked">'
    assert isinstance(read(make_article("Accord", head=metered))[0], Refusal)
    assert isinstance(read(paywalled(make_article).replace(b"false", b'"true"'))[0], Document)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-15", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1251"])
def test_wrong_charsets_do_no_harm(
    site: Any, web: Web, make_article: MakeArticle, encoding: str, declared: str
) -> None:
    body = make_article("L'été diplomatique à Genève").decode().encode(encoding)
    site.put("/ete", body, media=f"text/html; charset={declared}")
    (document,) = open_addresses([site.at("/ete")], options=SourceOptions(), web=web)
    assert isinstance(document, Document)
    assert document.headline == "L'été diplomatique à Genève"
    assert "a-t-il déclaré" in document.text


def test_addresses_are_opened_in_order_and_accounted_for(
    site: Any, web: Web, make_article: MakeArticle
) -> None:
    article = site.at("/monde/accord-de-peche_4711.html")
    link = f'<link rel="canonical" href="{article}">'
    site.put("/monde/accord-de-peche_4711.html", make_article("Un", head=link))
    site.put("/amp?id=4711", make_article("Un", head=link))
    site.put("/vers", b"", status=301, Location="/monde/accord-de-peche_4711.html")
    site.put("/liste", b"<html><body><p>Menu</p></body></html>")
    asked = [
        article,
        site.at("/amp?id=4711"),
        site.at("/vers"),
        site.at("/absent"),
        site.at("/liste"),
        "https://u:p@a.example/",
    ]
    found = list(open_addresses(asked, options=SourceOptions(), web=web))
    assert [type(one).__name__ for one in found] == ["Document"] + ["Refusal"] * 5
    reasons = [one.reason for one in found if isinstance(one, Refusal)]
    assert [f"same article as {article}" in reason for reason in reasons[:2]] == [True, True]
    assert "404" in reasons[2]
    assert "no article" in reasons[3]
    assert "user name" in reasons[4]
