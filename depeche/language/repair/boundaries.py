"""Where a sentence may and must begin, by its marks: what the parser is told before it reads.

The parser splits well inside clean text and badly at quotation marks, abbreviations and clauses between commas; the
marks settle those. Undecided places stay the parser's.
"""

import re
from typing import Any

from depeche.language.repair.lexicon import word_set

_STOP = re.compile(r"^(?:[.!?…]+)$")
_CLOSERS = frozenset("»)]”")
_OPENERS = frozenset("«([“—–-•")
_INSIDE = frozenset(",;:…%°/")
# After these a capital is a name, not a new sentence.
_INITIALS = re.compile(r"^(?:[^\W\d_]\.-?)+$")
_ARTICLES = frozenset(("l'", "l’", "le", "la", "les", "un", "une"))
_LONG_ACRONYM = 8  # letters; longer words in capitals are headings

START, UNDECIDED, INSIDE = True, None, False


def mark_starts(doc: Any) -> None:
    """Set, on a spaCy Doc that is not parsed yet, where sentences begin and where none can."""
    words = [token.text for token in doc]
    for index in range(1, len(words)):
        decision = _decide(words, index)
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
        return UNDECIDED if capital else INSIDE
    if last in (",", "(", "«", "'", "[") or not capital:
        return INSIDE
    if _opens_without_stop(words, before, index):
        return START
    if _goes_on(words, before):
        return INSIDE
    # "L'ONG Mer Libre accuse …": an article and an acronym are no sentence.
    begun = before == 1 or (before > 1 and _STOP.match(words[before - 2]) is not None)
    return INSIDE if begun and last.isupper() and words[before - 1].lower() in _ARTICLES else UNDECIDED


def _goes_on(words: list[str], before: int) -> bool:
    """Whether a capital can only be a name: behind an office ("l'émissaire suisse **Urs Keller**") or a full date."""
    beside = [word.lower() for word in words[max(before - 1, 0) : before + 1]]
    if words[before].isdigit():
        return len(words[before]) == 4 and beside[0] in word_set(
            "words of time"
        )  # "en mars 2011 **Santiago** a …"
    return words[before].islower() and any(word in word_set("trades before a name") for word in beside)


def _opens_without_stop(words: list[str], before: int, index: int) -> bool:
    """A heading, or a sentence that lost its stop, has ended: "Rome hésite Le ministre a …", "a dit non Selon lui"."""
    word, last = words[index], words[before]
    if word.lower() not in word_set("words that open sentences") or index + 1 >= len(words):
        return False
    following = words[index + 1]
    shouts = following.isupper() and len(following) > _LONG_ACRONYM
    is_name = following[:1].isupper() and not word.endswith("'") and not following.isupper()
    if is_name or shouts or word[1:].isupper():
        return False  # "dans Le Monde", "à La Haye"; headings in capitals
    return (
        last[-1:].isalnum()
        and last.lower() not in word_set("nouns before a body")
        and last.lower() not in word_set("words that no sentence ends with")
    )


def _begins_large(words: list[str], index: int) -> bool:
    """Whether the first real word from `index` on begins with a capital or a digit."""
    while index < len(words) and (words[index] in _OPENERS or words[index].isspace()):
        index += 1
    return index < len(words) and (words[index][0].isupper() or words[index][0].isdigit())
