"""The readable text leads back to the raw text, character by character."""

from hypothesis import given
from hypothesis import strategies as st

from depeche.language.pipeline import load
from depeche.language.repair import make_readable
from depeche.model import Span


@given(st.text(alphabet="aéBC.,«»\"“”' \n’!?(1)", max_size=60))
def test_origin_maps_every_character(raw: str) -> None:
    text, origin = make_readable(raw)
    if origin is None:
        assert len(text) == len(raw)
        return
    kept = [index for index in range(len(text)) if index == 0 or origin[index] != origin[index - 1]]
    inserted = len(text) - len(raw)
    assert inserted == text.count(" ") - sum(char in " \n" for char in raw)
    assert len(kept) <= len(raw) + 1


def test_straight_quotation_marks_get_a_direction() -> None:
    assert make_readable('Il a dit "oui", puis "non".')[0] == "Il a dit «oui», puis «non»."


def test_tokens_carry_raw_characters() -> None:
    text = 'Dans la région.Le chef a dit“non” et "oui".'
    read = load().parse(text, [Span(0, len(text))])
    assert [token.text for token in read.tokens] == [token.span.of(text) for token in read.tokens]
    assert "Le" in [token.text for token in read.tokens]
    assert "“" in [token.text for token in read.tokens]
