"""Where a sentence may and must begin, by its marks: what the parser is told before it reads.

The parser splits well inside clean text and badly at quotation marks, abbreviations and clauses between commas; the
marks settle those. Undecided places stay the parser's.
"""

import re
from typing import Any

from depeche.language.repair.lexicon import inhabitants, word_set

_STOP = re.compile(r"^(?:[.!?…]+)$")
_CLOSERS = frozenset("»)]”")
_OPENERS = frozenset("«([“—–-•")
_BULLETS = frozenset("–—-•")
_INSIDE = frozenset(",;:…%°/")
_GLUED_STOP = re.compile(r"[\])/].*\.$")  # "[3].", "kg/h.": the stop is no part of an abbreviation
_LONG_ACRONYM = 8  # letters; longer words in capitals are headings

START, UNDECIDED, INSIDE = True, None, False


def mark_starts(doc: Any) -> None:
    """Set, on a spaCy Doc that is not parsed yet, where sentences begin and where none can."""
    words = [token.text for token in doc]
    for index in range(1, len(words)):
        glued = words[index] in _BULLETS and not doc[index - 1].whitespace_
        decision = INSIDE if glued else _decide(words, index)
        if decision is not UNDECIDED:
            doc[index].is_sent_start = decision


def can_start(words: list[str], index: int) -> bool:
    """Whether a sentence may begin at the word with this index."""
    return index == 0 or _decide(words, index) is not INSIDE


def _decide(words: list[str], index: int) -> bool | None:
    word = words[index]
    if word.isspace() or word in _CLOSERS or word in _INSIDE or _STOP.match(word):
        return INSIDE
    before = index - 1
    while before > 0 and words[before].isspace():
        before -= 1
    closed = False
    while before > 0 and words[before] in _CLOSERS:
        closed = closed or words[before] in "»”"
        before -= 1
    last = words[before]
    if before != index - 1 and last in _OPENERS:
        return UNDECIDED
    capital = _begins_large(words, index)
    if _STOP.match(last):
        if not capital:
            return UNDECIDED if last == "." and not closed else INSIDE
        if len(last) > 1 or last == "…":
            return UNDECIDED
        # "« Que faire ? » Paris hésite": after a quoted question or cry both readings occur.
        return START if not closed or last == "." else UNDECIDED
    lowered = last.lower()
    if lowered in word_set("titles with a stop") or lowered in word_set("months with a stop"):
        return INSIDE
    if last.endswith(".") and len(last) > 1:
        if not capital:
            return INSIDE
        return START if _GLUED_STOP.search(last) or _opens(words, index) else UNDECIDED
    if last in (",", "(", "«", "'", "["):
        return INSIDE
    if not capital:
        # Points of a list, or a dash inside a sentence.
        return UNDECIDED if word in _BULLETS and index + 1 < len(words) else INSIDE
    if _can_end(last) and _opens(words, index):
        return START
    return INSIDE if word[0].isupper() and _announces_name(words, before) else UNDECIDED


def _announces_name(words: list[str], index: int) -> bool:
    """Whether what stands before a capital says what name it begins: an office, a body, a month.

    "l'émissaire suisse **Urs Keller**", "l'ONG **Mer Libre**", "en mars 2011 **Santiago** a …".
    """
    word, before = words[index], words[max(index - 1, 0)].lower()
    if word.isdigit():
        is_day = index > 1 and words[index - 2].isdigit()
        return len(word) == 4 and before in word_set("words of time") and not is_day
    if word.islower():
        uses = ("titles before a name", "trades before a name", "nouns before a body")
        is_kind = any(word in word_set(use) for use in uses) or before in word_set("trades before a name")
        return is_kind or word.capitalize() in inhabitants()
    return before.replace("’", "'") in ("l'", "le", "la", "une", "un") and word.isupper() and len(word) < 5


def _can_end(last: str) -> bool:
    """Whether a heading, or a sentence that lost its stop, may end with the word."""
    uses = ("nouns before a body", "words before a title", "words that no sentence ends with")
    return last[-1:].isalnum() and not any(last.lower() in word_set(use) for use in uses)


def _opens(words: list[str], index: int) -> bool:
    """Whether a small word in large letters begins a sentence: "Rome hésite Le ministre a …", "a dit non Selon lui"."""
    word = words[index]
    if word.lower() not in word_set("words that open sentences") or index + 1 >= len(words):
        return False
    following = words[index + 1]
    shouts = following.isupper() and len(following) > _LONG_ACRONYM
    is_name = following[:1].isupper() and not following.isupper() and not _leads(word.lower())
    # "dans Le Monde", "à La Haye", "croit savoir L'Écho"; headings in capitals
    return not (is_name or shouts or word[1:].isupper())


def _leads(word: str) -> bool:
    """Whether the word is a preposition, which begins no name: "À Sofia", but "Le Monde"."""
    return word in word_set("prepositions of place") or word in word_set("prepositions of persons")


def _begins_large(words: list[str], index: int) -> bool:
    """Whether the first real word from `index` on begins with a capital or a digit."""
    while index < len(words) and (words[index] in _OPENERS or words[index].isspace()):
        index += 1
    return index < len(words) and (words[index][0].isupper() or words[index][0].isdigit())
