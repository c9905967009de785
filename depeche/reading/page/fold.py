"""Plain forms of text for comparing: lower case without accents, character for character, so that offsets stay."""

import re
import unicodedata

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

# Words that carry no topic: what a headline and its article have in common must be more than these.
_EMPTY = frozenset(
    "a au aux avec ce ces cet cette comme contre d dans de des du elle elles en entre est et eu ils il je l la le"
    " les leur leurs lui mais n ne ni nos notre nous on ont ou par pas plus pour qu quand que qui s sa sans se ses"
    " si son sont sous sur tout tous toute un une vers veut vont y avant apres depuis selon face fait etre".split()
)  # fmt: skip
_STEM = 6  # letters: "ukraine" meets "ukrainienne", "negociation" meets "negociateur"


def fold(text: str) -> str:
    """`text` in lower case, without accents, with straight quotes and plain blanks; of the same length."""
    return text.translate(_FOLD)


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)


def topics(folded: str) -> set[str]:
    """Stems of the words of a folded text that carry its topic."""
    return {word[:_STEM] for word in _WORD.findall(folded) if word not in _EMPTY and len(word) > 1}
