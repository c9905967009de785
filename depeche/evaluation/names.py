"""Whether two names name one actor: up to spelling, shortening and acronym (codebook section 8)."""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from depeche.exchange.jsonl import ActorEntry, SpeakerEntry
from depeche.lexicon import cell_values, table

Entry = ActorEntry | SpeakerEntry

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
                          "þ": "th", "ə": "e", "’": "'", "ʼ": "'"})  # fmt: skip
# Ways to write one foreign sound: Kouleba and Kuleba, Choïgou and Shoigu, Podoliak and Podolyak.
_SOUNDS = (("tch", "c"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dj", "j"), ("kh", "k"),
           ("gh", "g"), ("ph", "f"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("gue", "ge"), ("gui", "gi"),
           ("qu", "k"), ("ck", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("ij", "i"), ("j", "i"))  # fmt: skip
_TITLES = "m mm mme mmes mlle dr me"
_PARTICLES = "al el ben bin ibn von van l le la les un une de du des d et en au aux a the of"
_QUANTITIES = "plusieurs quelques certains certaines divers diverses nombreux nombreuses autres"
_EMPTY_WORDS = frozenset(f"{_TITLES} {_PARTICLES} {_QUANTITIES}".split())


def fold(text: str) -> str:
    """Lower case without diacritics, punctuation as blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", kept))


@cache
def sound(word: str) -> str:
    """A folded word by its sound, so that transliterations fall together; never shorter than one letter."""
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub(r"(?<=..)e$", "", word)


def same_actor(gold: Entry | None, system: Entry | None) -> bool:
    """Whether two entries are one actor: names agree, and countries, where both are known, do not differ."""
    if gold is None or system is None:
        return gold is system
    if gold.country and system.country:
        if gold.country != system.country:
            return False
        if gold.kind == system.kind == "state":
            return True
    kinds = {gold.kind, system.kind} - {None}
    if "state" in kinds and len(kinds) > 1:
        return fold(gold.name) == fold(system.name)
    described = gold.name[:1].islower() or system.name[:1].islower()
    return names_agree(gold.name, system.name, headed=described or bool(kinds - {"person"}))


@cache
def names_agree(first: str, second: str, *, headed: bool = False) -> bool:
    """Whether two names are one up to spelling, shortening ("Wang" for "Wang Yi") and acronym.

    `headed` names begin with the word that says what they are, which no shortening drops: "ministère chinois"
    may stand for "ministère chinois des Affaires étrangères", but "Oman" not for "sultan d'Oman".
    """
    if fold(first) == fold(second):
        return True
    if any(_organisations(one) & _organisations(other) for one in _forms(first) for other in _forms(second)):
        return True
    return any(
        _words_agree(one, other, headed=headed) or _initials_agree(one, other) or _initials_agree(other, one)
        for one in _forms(first)
        for other in _forms(second)
    )


def _initials_agree(acronym: str, name: str) -> bool:
    """Whether a word is made of the first letters of a name, its small words counted or not."""
    words = name.split()
    if len(acronym) < 2 or " " in acronym or len(words) < 2:
        return False
    return acronym in ("".join(word[0] for word in kept) for kept in (words, _content_words(name)))


def _forms(name: str) -> tuple[str, ...]:
    """The name, and its parts where brackets hold a second one: "Organisation des Nations unies (ONU)"."""
    outside, inside = re.sub(r"\([^)]*\)", " ", name), re.findall(r"\(([^)]*)\)", name)
    return tuple(form for form in dict.fromkeys(map(fold, (name, outside, *inside))) if form)


@cache
def _organisation_rows() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(table("organisations")):
        for name in (row["acronym"], row["name_fr"], *cell_values(row["aliases"])):
            if key := _bare(fold(name)):
                rows[key].add(number)
    return {key: frozenset(numbers) for key, numbers in rows.items()}


def _bare(folded: str) -> str:
    return re.sub(r"^(?:l|le|la|les) ", "", folded)


def _organisations(folded: str) -> frozenset[int]:
    return _organisation_rows().get(_bare(folded), frozenset())


def _words_agree(first: str, second: str, *, headed: bool) -> bool:
    """Whether each word of the shorter name stands in the longer one; initials stand for their word."""
    words, others = _content_words(first), _content_words(second)
    if not words or not others:
        return False
    short, long = sorted((words, others), key=len)
    if headed and not any(_word_agrees(long[0], word) for word in short):
        return False
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        match = next((other for other in left if _word_agrees(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 1 for word in short)


def _content_words(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _EMPTY_WORDS]


@cache
def _word_agrees(first: str, second: str) -> bool:
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    one, other = sound(first), sound(second)
    if one == other:
        return True
    # One letter makes another short name (Iran, Irak), but only another spelling of a long one (Mohamed).
    length = min(len(one), len(other))
    allowed = (length >= 5) + (length >= 9)
    return allowed > 0 and one[0] == other[0] and _distance(one, other) <= allowed


def _distance(first: str, second: str) -> int:
    """Levenshtein's edit distance."""
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        before, row[0] = row[0], i
        for j, other in enumerate(second, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return row[-1]
