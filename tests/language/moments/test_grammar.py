"""The grammar is tried only at words that may open an expression: none may be missing among them."""

import re

import pytest

from depeche.language.moments.grammar import find_expressions, openings
from depeche.language.moments.words import values

KINDS = ("weekday", "month", "day_adverb", "day_anaphor", "period", "season", "feast", "about", "ordinal")


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_time_may_open_an_expression(kind: str) -> None:
    for word in values(kind):
        first = re.match(r"\w+", word)
        assert first is not None
        assert first[0] in openings() or not first[0].isalpha()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dans un délai de quinze jours, le port rouvrira.", "Dans un délai de quinze jours"),
        ("Il y a près de trois semaines, tout allait bien.", "Il y a près de trois semaines"),
        ("Voilà six mois que le poste est vacant.", "Voilà six mois"),
        ("À partir de minuit, le pont est fermé.", "À partir de minuit"),
        ("Aux alentours du 3 mai, la neige fondra.", "Aux alentours du 3 mai"),
        ("On se reverra d'ici à la fin de l'année.", "d'ici à la fin de l'année"),
        ("Le texte date du 12/04/2021.", "12/04/2021"),
    ],
)
def test_expressions_are_found_whole(text: str, expected: str) -> None:
    assert [text[found.start : found.end] for found in find_expressions(text)] == [expected]
