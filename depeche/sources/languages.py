"""Which language a text is in, by its commonest words and its script: French is read, others are named."""

import re
import unicodedata
from collections import Counter
from functools import cache

from depeche.lexicon import cell_values, table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 30_000  # characters from the start and as many from the middle
_FEW = 12  # words: less cannot be judged
_LEAST = 0.12  # share of common words below which no language is named
_CLEARLY = 4  # times as many common words as French has: no French article stands beside them
_LATIN = "\u0250"  # every letter before it is Latin
_CLOSE = 0.85  # French that reaches this share of the best language's score stays French (names, quotations)

# Scripts that French is not written in, by the first word of their characters' Unicode names.
_SCRIPTS = {
    "ARABIC": "Arabic script", "CYRILLIC": "Cyrillic script", "CJK": "Chinese", "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese", "HANGUL": "Korean", "GREEK": "Greek", "HEBREW": "Hebrew", "DEVANAGARI": "Hindi",
    "THAI": "Thai", "GEORGIAN": "Georgian", "ARMENIAN": "Armenian", "ETHIOPIC": "Amharic", "BENGALI": "Bengali",
}  # fmt: skip


def other_language(text: str) -> str | None:
    """The English name of the language a text is in, None where it is French or too short to tell."""
    middle = len(text) // 2
    sample = text[:_SAMPLE] if len(text) <= _SAMPLE else text[:_SAMPLE] + text[middle : middle + _SAMPLE]
    script = _other_script(sample)
    if script:
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEW:
        return None
    counts = Counter(words)
    scores = {language: sum(counts[word] for word in common) for language, (_, common) in _common().items()}
    best = max(scores, key=lambda language: (scores[language], language == "fr"))
    if best == "fr" or scores["fr"] >= _CLOSE * scores[best]:
        return None if scores["fr"] >= _LEAST * len(words) * 0.5 else "no language that can be told"
    return _common()[best][0] if scores[best] >= _LEAST * len(words) else "no language that can be told"


def plainly_foreign(text: str) -> str | None:
    """The English name of another language whose words are many times those of French; for pages with their mark-up
    taken off, where menus and scripts may be in another language than the article."""
    language = other_language(text)
    if language is None or language.startswith("no language"):
        return None
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    scores = {name: sum(words[word] for word in common) for name, common in _common().values()}
    return None if _CLEARLY * scores["French"] > max(scores.values()) else language


def _other_script(sample: str) -> str | None:
    letters = [char for char in sample[:: 1 + len(sample) // 4_000] if char.isalpha()]
    if len(letters) < 5 or sum(char < _LATIN for char in letters) > 0.5 * len(letters):
        return None
    names = Counter(unicodedata.name(char, "LATIN").split()[0] for char in letters)
    script, count = names.most_common(1)[0]
    return _SCRIPTS.get(script) if count > 0.5 * len(letters) else None


@cache
def _common() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        row["language"]: (row["name"], frozenset(cell_values(row["words"]))) for row in table("stopwords")
    }
