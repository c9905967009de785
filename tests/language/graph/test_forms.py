"""What the network sees of a word."""

import pytest

from depeche.language.graph.forms import LONGEST, Alphabet, plain_word, shape


@pytest.mark.parametrize(
    ("form", "expected"),
    [("Pékin", "Xxxx"), ("ONU", "XXX"), ("2026", "ddd"), ("l'", "x'"), ("G7", "Xd"), ("...", "..."), ("....", "..."),
     ("Xi", "Xx"), ("C-130", "X-ddd")],
)  # fmt: skip
def test_shapes(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_digits_are_alike() -> None:
    assert plain_word("Le 14e") == "le 00e"


def test_long_words_show_both_ends() -> None:
    letters = {letter: row for row, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=4)}
    alphabet = Alphabet({"mot": 4}, letters, {}, {})
    long = "a" * 30 + "z"
    assert len(alphabet.spelling(long)) == len(alphabet.spelling("mot")) == LONGEST + 2
    assert letters["z"] in alphabet.spelling(long)
    assert alphabet.rows("Mot") == (4, 1, 1)
