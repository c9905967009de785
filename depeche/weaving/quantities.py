"""Numbers that a sentence gives, each with what it counts: "trente-sept soldats", "deux millions de dollars"."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from depeche.lexicon import cell_values, table
from depeche.model import Span
from depeche.weaving.clash_words import time_roots, words_of
from depeche.weaving.senses import senses_of
from depeche.weaving.versions import Sentence, Word
from depeche.weaving.wording import fold, root, stop_words

NEAR = 7  # words around a count in which its predicate stands
NOUN = 3  # words between a number and the noun that it counts: "trois autres jeunes douaniers"

_DIGITS = re.compile(
    r"(?<![\w,.-])\d{1,3}(?:[   .]\d{3})+(?![\d,])|(?<![\w,.-])\d+(?:,\d+)?(?![\w-]|[:h/]\d)"
)
PER_CENT = "%"  # the noun of a share
_PER_CENT = re.compile(r"\s?%|\s+pour\s?cents?\b|\s+pourcents?\b")
_POWERS = {"mille": 10**3, "millier": 10**3, "million": 10**6, "milliard": 10**9}


class Count(msgspec.Struct, frozen=True):
    """A number and what it counts.

    `noun` and `traits` are roots: of the counted noun, and of the words that say which; `states` are the states whose
    people are counted; `senses` are the acts that befall them; `bound` is "least", "about" or "" for an exact number.
    """

    span: Span
    value: float
    bound: str
    noun: str
    traits: frozenset[str]
    states: frozenset[str]
    senses: frozenset[str]


@cache
def number_words() -> dict[str, int]:
    """French numerals from two to a hundred, and the round collectives ("dizaine"), by the lexicon's table."""
    return {row["word"]: int(row["value"]) for row in table("numerals")}


@cache
def times() -> frozenset[str]:
    """Words behind a number that make it a date or a duration, not a count."""
    words = [row["word"] for row in table("numerals_times")]
    return frozenset(fold(form) for word in words for form in (word, word + "s", word + "x"))


@cache
def demonyms() -> dict[str, str]:
    """The state of each adjective and name of inhabitants, folded."""
    return {
        fold(word): row["iso3"]
        for row in table("states")
        for cell in (row["adjectives"], row["inhabitants"])
        for word in cell_values(cell)
    }


@cache
def _same_nouns() -> dict[str, str]:
    """The root under which a noun is counted, for roots of nouns that have others of their meaning."""
    return {root(word): root(row["noun"]) for row in table("counted") for word in cell_values(row["others"])}


def number_in(text: str) -> float | None:
    """The number that a text is, in digits or words."""
    found = _DIGITS.fullmatch(text.strip())
    if found:
        return _in_digits(found[0])
    words = text.strip().lower().split()
    return float(number_words()[words[0]]) if len(words) == 1 and words[0] in number_words() else None


def counts_in(sentence: Sentence) -> list[Count]:
    """The counts of a sentence, in order."""
    found = []
    words = sentence.words
    place = 0
    while place < len(words):
        number = _number(words, place, sentence)
        if number is None:
            place += 1
            continue
        value, last = number
        if counted := _counted(words, place, last, sentence, value):
            found.append(counted)
        place = last + 1
    return found


def _number(words: Sequence[Word], place: int, sentence: Sentence) -> tuple[float, int] | None:
    """The number that begins at a word, and the place of its last word."""
    start = words[place].span.start - sentence.span.start
    last = place
    if match := _DIGITS.match(sentence.text, start):
        value = _in_digits(match[0])
        end = sentence.span.start + match.end()
        while last + 1 < len(words) and words[last + 1].span.start < end:
            last += 1
    elif (word := words[place].text) in number_words():
        value = float(number_words()[word])
    else:
        return None
    while last + 1 < len(words) and (power := _POWERS.get(words[last + 1].text.rstrip("s"))):
        value, last = value * power, last + 1
    return value, last


def _in_digits(text: str) -> float:
    return float(re.sub(r"[   .]", "", text).replace(",", "."))


def _counted(words: Sequence[Word], first: int, last: int, sentence: Sentence, value: float) -> Count | None:
    if share := _share(words, first, last, sentence, value):
        return share
    noun = last + 1
    while noun < len(words) and noun <= last + NOUN and words[noun].text in words_of("between"):
        noun += 1
    if noun >= len(words) or not _adjacent(words[last], words[noun], sentence):
        return None
    is_time = not words[noun].counts or fold(words[noun].text) in times()
    if is_time and (sentenced := _sentence_of(words, noun)):
        noun = sentenced  # "douze ans de prison"
    head = words[noun]
    if len(head.text) < 3 or fold(head.text) in times() or head.text in number_words() or not head.counts:
        return None
    behind = _phrase(words, noun, sentence)
    around = [*words[max(0, first - NEAR) : first], *words[noun : noun + NEAR + 1]]
    return Count(
        span=Span(words[first].span.start, (behind[-1] if behind else head).span.end),
        value=value,
        bound=_bound(words, first, sentence),
        noun=_same_nouns().get(head.root, head.root),
        traits=frozenset(word.root for word in behind if word.counts),
        states=frozenset(state for word in behind if (state := demonyms().get(fold(word.text)))),
        senses=frozenset(sense for word in around for sense in senses_of(word.text)),
    )


def _sentence_of(words: Sequence[Word], noun: int) -> int | None:
    """The place of the word that makes years a sentence: "de prison", "d'emprisonnement"."""
    near = range(noun + 1, min(noun + 3, len(words)))
    return next((place for place in near if words[place].text in words_of("sentence")), None)


def _share(words: Sequence[Word], first: int, last: int, sentence: Sentence, value: float) -> Count | None:
    """A number of per cent, which the words before it say of what."""
    behind = sentence.text[words[last].span.end - sentence.span.start :]
    sign = _PER_CENT.match(behind)
    if not sign:
        return None
    before = [word for word in words[max(0, first - NEAR) : first] if word.counts]
    return Count(
        span=Span(words[first].span.start, words[last].span.end + sign.end()),
        value=value,
        bound=_bound(words, first, sentence),
        noun=PER_CENT,
        traits=frozenset(word.root for word in before) - time_roots(),
        states=frozenset(),
        senses=frozenset(),
    )


def _adjacent(one: Word, two: Word, sentence: Sentence) -> bool:
    """Whether nothing but words stands between two words."""
    between = sentence.text[one.span.end - sentence.span.start : two.span.start - sentence.span.start]
    return not re.search(r"[,.;:!?()«»\"“”%€$]", between)


def _phrase(words: Sequence[Word], noun: int, sentence: Sentence) -> list[Word]:
    """The words behind a noun that say which ones: adjectives and complements, up to a mark or four words."""
    found: list[Word] = []
    for place in range(noun + 1, min(noun + 5, len(words))):
        if not _adjacent(words[place - 1], words[place], sentence):
            break
        found.append(words[place])
    while found and fold(found[-1].text) in stop_words():
        found.pop()
    return found


def _bound(words: Sequence[Word], first: int, sentence: Sentence) -> str:
    start = words[max(0, first - 3)].span.start - sentence.span.start
    before = re.sub(
        r"\W+", " ", sentence.text[start : words[first].span.start - sentence.span.start].lower()
    ).strip()
    if before.endswith(words_of("at_least")):
        return "least"
    return "about" if before.endswith(words_of("about")) else ""
