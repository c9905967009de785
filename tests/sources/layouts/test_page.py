"""Saved web pages."""

from collections.abc import Callable
from pathlib import Path

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


FIRST = (
    "Le ministre gabonais des Affaires étrangères a reçu jeudi l'ambassadeur du Cap-Vert, à qui il a remis une note de"
    " protestation après l'arraisonnement d'un chalutier, a-t-on appris auprès de ses services."
)
SECOND = "À Praia, le gouvernement s'est dit prêt à « discuter de tout » ; une réunion est prévue à Libreville dès la fin du mois de mai, où les deux pays espèrent conclure."
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>Libreville proteste - Le Courrier du Golfe</title>
<meta property="og:site_name" content="Le Courrier du Golfe">
<meta property="og:title" content="Libreville proteste auprès de Praia - Le Courrier du Golfe">
<meta property="og:url" content="https://courrier.example/articles/12">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage"}},
{{"@type": "NewsArticle", "datePublished": "2024-05-03T07:12:00+01:00", "author": {{"name": "Aline Moussavou"}}}}]}}</script>
</head><body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
<article><h1>Libreville proteste auprès de Praia</h1>
<p>{FIRST.replace("ambassadeur", "<b>ambas</b>sadeur")}</p><div class="pub">Publicité</div>
<p>{SECOND.replace("Libreville", '<a href="/l">Libreville</a>')}</p></article>
<footer>Mentions légales</footer></body></html>"""


def test_page_with_metadata(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (document,), refusals = outcome(tmp_path)
    assert not refusals
    assert document.text == f"Libreville proteste auprès de Praia\n\n{FIRST}\n\nPublicité\n\n{SECOND}"
    assert document.headline == "Libreville proteste auprès de Praia"
    assert document.outlet == "Le Courrier du Golfe"
    assert (document.published, document.published_basis) == ("2024-05-03", "metadata")
    assert document.author == "Aline Moussavou"
    assert document.url == "https://courrier.example/articles/12"
    assert document.metadata_from["outlet"] == "meta og:site_name"
    assert document.metadata_from["published"] == "JSON-LD datePublished"


def test_the_beginning_of_a_page_that_is_not_free(tmp_path: Path, outcome: Outcome) -> None:
    shut = PAGE.replace('"@type": "NewsArticle"', '"@type": "NewsArticle", "isAccessibleForFree": "False"')
    counted = shut.replace('"isAccessibleForFree"', '"wordCount": {words}, "isAccessibleForFree"')
    (tmp_path / "a").write_text(shut, encoding="utf-8")
    (tmp_path / "b").write_text(counted.replace("{words}", "60"), encoding="utf-8")
    (tmp_path / "c").write_text(counted.replace("{words}", "600"), encoding="utf-8")
    ends = ("du printemps", "du mois de juin", "de l'été", "de la saison des pluies")
    more = "".join(f"<p>{SECOND.replace('du mois de mai', end)}</p>" for end in ends)
    (tmp_path / "d").write_text(shut.replace("</article>", f"{more}</article>"), encoding="utf-8")
    documents, refusals = outcome(tmp_path)
    assert [document.id for document in documents] == ["b", "d"]
    assert ["paywall" in one.reason for one in refusals] == [True, True]


def test_page_with_a_wrong_charset(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.replace("…", "").encode("cp1252"))
    (document,), _ = outcome(tmp_path)
    assert "Affaires étrangères" in document.text


def test_text_that_begins_with_a_bracket_is_text(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text("<< " + body, encoding="utf-8")
    (document,), _ = outcome(tmp_path)
    assert document.layout == "text"


def test_deeply_nested_page(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text("<html><body>" + "<div>" * 20_000 + f"<p>{body}</p>", encoding="utf-8")
    documents, refusals = outcome(tmp_path)
    assert len(documents) + len(refusals) == 1


def test_a_page_of_too_many_elements(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_text("<html><body>" + "<p>x</p>" * 100_000 + "</body></html>", encoding="utf-8")
    _, (refusal,) = outcome(tmp_path)
    assert refusal.reason == "this page has too many elements"
