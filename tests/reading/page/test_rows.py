"""Lines of several items, each of which alone would be furniture, and the small lines of pages."""

import pytest

from depeche.model import Document
from depeche.reading.page import find_article

BODY = (
    "Le ministre estonien des Affaires étrangères a reçu lundi à Tallinn son homologue islandaise pour un entretien de "
    "deux heures consacré à la pêche, selon un communiqué de son cabinet.\n\n"
    "Les deux pays ont promis de se revoir avant l'été et de ne pas rompre leurs échanges, a précisé sa porte-parole.\n"
)


def is_cut(line: str, *, above: bool = True) -> bool:
    text = (
        f"Tallinn reçoit Reykjavik\n\n{line}\n\n{BODY}"
        if above
        else f"Tallinn reçoit Reykjavik\n\n{BODY}\n{line}\n"
    )
    article = find_article(Document(text=text, id="x"))
    start = text.index(line)
    return any(
        piece.span.start <= start and start + len(line) <= piece.span.end for piece in article.furniture
    )


@pytest.mark.parametrize(
    "line",
    [
        "Menu   Rechercher   Mon compte   S'abonner dès 4,90 €",
        "Écouter l'article 03:27   Taille du texte A- A+",
        "Temps de lecture : 6 minutes | Version PDF",
        "Partager   Imprimer   Lire le journal numérique",
        "Le port de Tallinn, vendredi à l'aube, avant l'arrivée du ferry. KEYSTONE/Urs Imhof",
    ],
)
def test_above_the_body(line: str) -> None:
    assert is_cut(line)


@pytest.mark.parametrize(
    "line",
    [
        "Vous avez repéré une coquille? Merci de nous la signaler.",
        "Commentaires (7)   Connectez-vous pour réagir",
        "Retrouvez L'Écho balte sur les réseaux sociaux",
        "Les + lus",
    ],
)
def test_below_the_body(line: str) -> None:
    assert is_cut(line, above=False)


@pytest.mark.parametrize(
    "line",
    [
        "Les deux ministres – ils se connaissent depuis 2019 – ont ri.",
        "La Lettonie suit ses voisins sur les réseaux sociaux, a-t-elle ajouté.",
    ],
)
def test_text_stays(line: str) -> None:
    assert not is_cut(line, above=False)
