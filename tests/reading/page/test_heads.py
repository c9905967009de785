"""What the head and the foot of an article say: headline, by-lines, datelines, agencies, outlet, kinds of blocks."""

import pytest

from depeche.model import Article, Document
from depeche.reading.page import find_article

BODY = (
    "Le ministre mauricien des Affaires étrangères a convoqué lundi l'ambassadeur des Maldives pour protester contre"
    " la saisie de deux navires. « Nous attendons des excuses », a-t-il déclaré à la presse."
)
MORE = (
    "Le gouvernement maldivien n'avait pas réagi mardi matin. Les deux pays se disputent depuis dix ans une zone de"
    " pêche située au sud de l'atoll d'Addu, riche en thons."
)


def read(*lines: str, **known: str) -> Article:
    return find_article(Document(text="\n".join(lines), id="x", **known))


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT-LOUIS, 3 mai 2022 (AFP) -",
        "PORT-LOUIS (Reuters) -",
        "Port-Louis, 3 mai (Xinhua) --",
        "Port-Louis, mardi 3 mai 2022 –",
        "(Belga) -",
        "Port-Louis (AFP) –",
        "PORT-LOUIS –",
        "(Port-Louis, 3 mai 2022).",
    ],
)
def test_dateline_is_a_block_of_its_own(dateline: str) -> None:
    article = read(
        "L'île Maurice proteste contre la saisie de deux navires", "", f"{dateline} {BODY}", "", MORE
    )
    assert kinds(article)[1:3] == [("dateline", dateline), ("body", BODY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Selon Paris, 3 mai ou pas, la réunion (AFP ou non) aura lieu – et vite. Le ministre en est certain, dit-il.",
        "Faux, rétorque Malé : Le ministre n'a rien promis, et il ne promettra rien tant que les navires sont saisis.",
        "Ce dernier – un Maldivien – a réagi lundi soir devant les caméras de la télévision nationale, à Malé.",
    ],
)
def test_a_sentence_is_no_dateline(sentence: str) -> None:
    article = read("L'île Maurice proteste contre la saisie de deux navires", "", BODY, "", sentence)
    assert kinds(article)[-1] == ("body", sentence)


def test_sign_off_is_split_from_the_last_sentence() -> None:
    article = read("L'île Maurice proteste contre la saisie de deux navires", "", BODY, "", f"{MORE} (AFP)")
    assert kinds(article)[-2:] == [("body", MORE), ("byline", "(AFP)")]
    assert article.agencies == ("AFP",)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Avec AFP", ("AFP",)),
        ("(ATS/AFP)", ("ATS", "AFP")),
        ("abc/def/AFP", ("AFP",)),
        ("Source : Xinhua", ("Xinhua",)),
        ("© Agence France-Presse", ("Agence France-Presse",)),
    ],
)
def test_credits_are_no_furniture(line: str, agencies: tuple[str, ...]) -> None:
    article = read("L'île Maurice proteste contre la saisie de deux navires", "", BODY, "", MORE, "", line)
    assert not article.furniture
    assert article.agencies == agencies
    assert kinds(article)[-1] == ("byline", line)


def test_by_line_loses_what_follows_it() -> None:
    article = read(
        "Maurice proteste contre une saisie", "Par Priya Ramgoolam | 3 mai 2022 | 2 min", "", BODY, MORE
    )
    assert ("byline", "Par Priya Ramgoolam") in kinds(article)
    assert [piece.reason for piece in article.furniture] == ["stamp"]


def test_live_blog_times_are_kept_apart() -> None:
    article = read("DIRECT. La crise mauricienne", "", f"18h42 • {BODY}", "", f"17h05 • {MORE}")
    assert kinds(article)[1:] == [
        ("dateline", "18h42 •"),
        ("body", BODY),
        ("dateline", "17h05 •"),
        ("body", MORE),
    ]


def test_headings_between_paragraphs() -> None:
    article = read("Maurice proteste contre une saisie", "", BODY, "", "Une zone riche en thons", "", MORE)
    assert [kind for kind, _ in kinds(article)] == ["headline", "body", "heading", "body"]


def test_text_without_a_title_has_no_headline() -> None:
    assert read(BODY, MORE).headline is None


def test_page_title_gives_the_outlet() -> None:
    article = read(
        "Maurice proteste contre une saisie de navires | Océan Matin",
        "",
        "Maurice proteste contre une saisie de navires",
        BODY,
    )
    assert article.outlet == "Océan Matin"
    assert article.headline == "Maurice proteste contre une saisie de navires"


def test_what_the_container_says_wins() -> None:
    article = read(
        "Titre de la page", "", BODY, outlet="Le Mauricien", headline="Un autre titre", published="2022-05-03"
    )
    assert (article.outlet, article.headline) == ("Le Mauricien", "Un autre titre")


def test_titles_of_other_articles_inside_the_text() -> None:
    third = "L'ambassadeur a quitté le ministère sans un mot. Sa visite avait duré moins d'une demi-heure, selon un témoin."
    strange = "La Norvège relance son projet de tunnel sous la Baltique"
    article = read("Maurice proteste contre une saisie", "", BODY, "", strange, "", MORE, "", third * 2)
    assert [piece.span.of(article.text) for piece in article.furniture] == [strange]


def test_empty_text() -> None:
    article = read("")
    assert not article.blocks
    assert not article.furniture
