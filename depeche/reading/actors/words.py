"""Words reduced to what spelling variants share: case, accents and apostrophes fold, foreign names sound alike."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from depeche.language.token import Token

_LETTERS = str.maketrans({"’": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "e", "ß": "ss", "œ": "oe",
                          "æ": "ae", "þ": "th", "ʼ": "'", "‑": "-"})  # fmt: skip
_PARTS = re.compile(r"[^\W_]+'?|\d+")
# Spellings by which French, English and other transliterations differ: Kouleba/Kuleba, Choïgou/Shoigu, Poutine/Putin.
_SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dj", "j"), ("dzh", "j"), ("zh", "j"),
    ("kh", "h"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ei", "e"), ("ey", "e"), ("ai", "e"), ("ay", "e"),
    ("ae", "e"), ("oe", "o"), ("ii", "i"), ("yi", "i"), ("iy", "i"), ("y", "i"), ("w", "v"), ("qu", "k"), ("q", "k"),
    ("gu", "g"), ("x", "ks"), ("ts", "c"),
)  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The text in lower case, without accents, with straight apostrophes."""
    plain = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def parts(text: str) -> tuple[str, ...]:
    """The folded words of a text; hyphens, blanks and points separate, an apostrophe ends its word."""
    return tuple(_PARTS.findall(fold(text).replace(".", "")))


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A key that two spellings of one foreign name share; doubled letters and a last e or i are dropped."""
    key = fold(word).replace("-", "").replace("'", "")
    for spelling, letter in _SOUNDS:
        key = key.replace(spelling, letter)
    key = re.sub(r"(.)\1+", r"\1", key)
    return key.rstrip("ei") or key


def is_capitalised(text: str) -> bool:
    """Whether a token begins with a capital letter, or with a lower-case article joined to one ("al-Werfalli")."""
    return text[:1].isupper() or ("-" in text and text.rsplit("-", 1)[-1][:1].isupper())


def printed(tokens: Sequence[Token]) -> str:
    """Tokens as they stand in the text, with one blank where they are parted."""
    text = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        text += token.text if before is None or before.end == token.start else " " + token.text
    return text
