"""Names begin and end with their own words."""

from depeche.language.repair.extents import trim_names
from depeche.language.token import Token


def tokens(*words: tuple[str, str, str]) -> list[Token]:
    """Words with their part of speech and entity in BIO."""
    found = []
    for index, (form, pos, ent) in enumerate(words):
        token = Token(index, form, 10 * index)
        token.pos, token.ent, token.ent_first = pos, ent[2:], ent[:1] == "B"
        found.append(token)
    return found


def kept(found: list[Token]) -> str:
    trim_names(found)
    return " ".join(token.text + "*" * token.ent_first for token in found if token.ent)


def test_a_known_name_ends_before_small_words() -> None:
    read = tokens(
        ("Union", "PROPN", "B-ORG"), ("africaine", "ADJ", "I-ORG"), ("de", "ADP", "I-ORG"), ("sa", "DET", "I-ORG"),
        ("voix", "NOUN", "I-ORG"),
    )  # fmt: skip
    assert kept(read) == "Union* africaine"


def test_no_name_ends_with_a_preposition() -> None:
    read = tokens(
        ("Liste", "NOUN", "B-ORG"), ("libre", "ADJ", "I-ORG"), ("de", "ADP", "I-ORG"), ("Kerat", "PROPN", "")
    )
    assert kept(read) == "Liste* libre"


def test_adjectives_before_a_body_are_no_part_of_it() -> None:
    assert (
        kept(tokens(("kényan", "ADJ", "B-ORG"), ("Daily", "X", "I-ORG"), ("Echo", "X", "I-ORG")))
        == "Daily* Echo"
    )


def test_inhabitants_and_small_words_are_no_names() -> None:
    assert kept(tokens(("Ghanéens", "NOUN", "B-ORG"), ("kidnappés", "ADJ", "B-LOC"))) == ""


def test_an_article_that_opens_the_sentence_is_no_part_of_a_known_name() -> None:
    read = tokens(("L'", "DET", "B-ORG"), ("Union", "PROPN", "I-ORG"), ("européenne", "ADJ", "I-ORG"))
    assert kept(read) == "Union* européenne"
