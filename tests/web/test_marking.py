"""Text is cut where records begin and end, and shown character for character."""

from depeche.model import Article, Block, Cut, Span, text_sha256
from depeche.web.marking import Mark, as_printed, held, paragraphs, pieces

TEXT = "Menu\nAda a dit <b>oui</b>.\r\nFin."


def test_pieces_join_to_the_text_and_name_what_stands_on_them() -> None:
    marks = [
        Mark(Span(0, 6), "e0", "event"),
        Mark(Span(4, 8), "s0", "statement"),
        Mark(Span(4, 6), "s0", "cue"),
    ]
    found = list(pieces("abcdefghij", Span(2, 10), marks))
    assert [(piece.text, piece.refs, piece.kinds) for piece in found] == [
        ("cd", "e0", "event"),
        ("ef", "e0 s0", "event statement cue"),
        ("gh", "s0", "statement"),
        ("ij", "", ""),
    ]


def test_cuts_stand_between_the_paragraphs_with_their_reason() -> None:
    article = Article(
        id="a", text=TEXT, text_sha256=text_sha256(TEXT), furniture=(Cut(Span(0, 4), "menu"), Cut(Span(4, 5), "gap")),
        blocks=(Block(Span(5, 26)), Block(Span(28, 32))),
    )  # fmt: skip
    found = paragraphs(article, [])
    assert [(one.start, one.reason) for one in found] == [(0, "menu"), (5, ""), (28, "")]
    bare = Article(id="a", text=TEXT, text_sha256=text_sha256(TEXT))
    assert [piece.text for one in paragraphs(bare, []) for piece in one.pieces] == [TEXT]


def test_no_character_is_lost_on_the_page() -> None:
    assert as_printed("<a>\r\n&\x00") == "&lt;a&gt;&#13;\n&amp;�"


def test_guillemets_and_high_punctuation_keep_to_their_words_and_places_stay() -> None:
    text = "Ada : « Non ! » dit-elle ; « oui » ?"
    assert held(text) == "Ada\u00a0: «\u00a0Non\u00a0!\u00a0» dit-elle\u00a0; «\u00a0oui\u00a0»\u00a0?"
    found = [piece.text for piece in pieces(text, Span(0, len(text)), [Mark(Span(7, 8), "s0", "cue")])]
    assert found[1] == "\u00a0" and len("".join(found)) == len(text)
