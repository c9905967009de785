"""Exports of Europresse, in three layouts."""

from collections.abc import Callable
from pathlib import Path

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
HERE = Path(__file__).parent / "europresse"


def test_tables_until_2014(outcome: Outcome) -> None:
    (one, two), refusals = outcome(HERE / "until-2014.html")
    assert not refusals
    assert one.layout == "europresse"
    assert one.id == "news·20121004·CO·2040056000"
    assert (one.outlet, one.published, one.author) == (
        "Le Courrier de l'Ogooué",
        "2012-10-04",
        "Aline Moussavou",
    )
    assert one.text == (
        "Libreville et Praia se réconcilient\n\n"
        "Le Gabon et le Cap-Vert ont signé mercredi un accord de pêche, a annoncé le ministre gabonais des Affaires"
        " étrangères, au terme de deux jours de pourparlers.\n\n« Nous tournons la page », a-t-il déclaré."
    )
    assert (one.metadata_from["page"], one.metadata_from["section"]) == ("03", "International")
    assert (two.outlet, two.author) == ("La Voix de Mindelo", None)
    assert two.text.endswith("où il se rendra en novembre.")


def test_a_wrong_charset_is_seen_through(outcome: Outcome, tmp_path: Path) -> None:
    text = (HERE / "until-2014.html").read_text(encoding="utf-8")
    (tmp_path / "x.html").write_bytes(text.encode("cp1252"))
    documents, _ = outcome(tmp_path)
    assert documents[0].headline == "Libreville et Praia se réconcilient"


def test_article_elements(outcome: Outcome) -> None:
    (one,), (refusal,) = outcome(HERE / "since-2014.html")
    assert one.id == "news·20060315·LC·0123"
    assert (one.outlet, one.published, one.author) == ("La Croix du Littoral", "2006-03-14", "Séverin Adjovi")
    assert [said.value for said in one.dates] == ["2006-03-15"]
    assert (one.metadata_from["page"], one.metadata_from["section"]) == ("16", "Diplomatie")
    assert one.headline == "Le Togo rouvre son ambassade à Cotonou"
    assert "Le Togo a rouvert lundi son ambassade à Cotonou, fermée depuis deux ans, a indiqué" in one.text
    assert "Tous droits" not in one.text
    assert "Cotonou et Lomé renouent" in refusal.reason


def test_named_classes(outcome: Outcome) -> None:
    (one,), refusals = outcome(HERE / "since-2019.html")
    assert not refusals
    assert one.id == "news·20240910·RIV·20240910x042"
    assert (one.outlet, one.published, one.author) == ("Le Rivage", "2024-09-11", "Arben Kola")
    assert [said.value for said in one.dates] == ["2024-09-10"]
    assert one.metadata_from["section"] == "Monde"
    assert one.url == "https://rivage.example/monde/12"
    assert one.text.split("\n\n") == [
        "Tirana expulse deux diplomates bélarusses",
        "Minsk promet une réponse « symétrique ».",
        "L'Albanie a expulsé mardi deux diplomates bélarusses, accusés d'espionnage, a annoncé la ministre des"
        " Affaires étrangères.",
        "Minsk « rejette ces accusations » et convoquera l'ambassadeur.",
    ]
