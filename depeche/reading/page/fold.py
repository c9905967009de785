"""Plain forms of text for comparing: lower case without accents, character for character, so that offsets stay."""

import re
import unicodedata
from functools import cache

from depeche.lexicon import cell_values, table

_MARKS = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\n": " ", "\r": " ",
}  # fmt: skip


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


_FOLD = str.maketrans({chr(code): _plain(chr(code)) for code in range(0x41, 0x1F00)} | _MARKS)
_WORD = re.compile(r"[^\W_]+")

_STEM = 6  # letters: "ukraine" meets "ukrainienne", "negociation" meets "negociateur"


def fold(text: str) -> str:
    """`text` in lower case, without accents, with straight quotes and plain blanks; of the same length."""
    return text.translate(_FOLD)


@cache
def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language (ISO 639-1), folded: they carry no topic."""
    rows = (row for row in table("stopwords") if row["language"] == language)
    return frozenset(fold(word) for row in rows for word in cell_values(row["words"]))


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)


def topics(folded: str) -> set[str]:
    """Stems of the words of a folded text that carry its topic."""
    common = common_words("fr")
    return {word[:_STEM] for word in set(_WORD.findall(folded)) - common if len(word) > 1}
