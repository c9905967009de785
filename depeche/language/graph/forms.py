"""What the network sees of a word: its lower-case form, its letters, its ending, its shape."""

import re
from dataclasses import dataclass

PADDING, UNKNOWN, OPENING, CLOSING = 0, 1, 2, 3  # the first rows of every table; the last two for letters
RESERVED = 4  # rows before the first word, letter, ending or shape
LONGEST = 20  # letters of a word that are looked at; of a longer one both ends
ENDING = 3  # letters

_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The words, letters, endings and shapes that have rows of their own, with those rows."""

    words: dict[str, int]
    letters: dict[str, int]
    endings: dict[str, int]
    shapes: dict[str, int]

    def rows(self, form: str) -> tuple[int, int, int]:
        """The rows of a form's word, ending and shape; UNKNOWN where it has none."""
        plain = plain_word(form)
        return (
            self.words.get(plain, UNKNOWN),
            self.endings.get(plain[-ENDING:], UNKNOWN),
            self.shapes.get(shape(form), UNKNOWN),
        )

    def spelling(self, form: str) -> list[int]:
        """The rows of a form's letters between an opening and a closing mark, LONGEST + 2 of them with padding."""
        half = LONGEST // 2
        shown = form if len(form) <= LONGEST else form[:half] + form[-half:]
        rows = [OPENING, *(self.letters.get(letter, UNKNOWN) for letter in shown), CLOSING]
        return rows + [PADDING] * (LONGEST + 2 - len(rows))


def plain_word(form: str) -> str:
    """The form in lower case, every digit a nought."""
    return _DIGITS.sub("0", form.lower())


def shape(form: str) -> str:
    """Capitals, small letters, digits and other signs; runs of more than three count as three."""
    found = ""
    for letter in form:
        if letter.isdigit():
            kind = "d"
        elif letter.isalpha():
            kind = "X" if letter.isupper() else "x"
        else:
            kind = letter
        if not found.endswith(kind * 3):
            found += kind
    return found
