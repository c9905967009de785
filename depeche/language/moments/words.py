"""The French words of time, read from the lexicon table `time_words`, as pieces of patterns."""

import re
from functools import cache

from depeche.lexicon import table


@cache
def values(kind: str) -> dict[str, str]:
    """The words of one kind with their values, as the table `time_words` has them."""
    return {row["word"]: row["value"] for row in table("time_words") if row["kind"] == kind}


@cache
def choice(*kinds: str) -> str:
    """A pattern that matches any word of some kinds, longer words first."""
    words = {word for kind in kinds for word in values(kind)}
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"


@cache
def fragments() -> dict[str, str]:
    """Named pieces for the grammar: {W} weekday, {M} month, {D} day of the month, {Y} year, {N} count, {U} unit …"""
    return {
        "W": choice("weekday") + r"(?!\w)",
        "LM": choice("month") + r"(?![\w])",
        "M": "(?:" + choice("month") + "|" + choice("month_short") + r")(?!\w)",
        "D": r"(?:1 ?er|premier|[12]\d|3[01]|0?[1-9])(?![\w%])",
        "Y": r"(?:1[6-9]\d\d|20\d\d)(?![\w%])",
        "N": "(?:" + choice("round_numeral") + r"|\d{1,3}(?![\d.,%])|" + choice("numeral") + ")",
        "U": choice("unit") + r"(?!\w)",
        "S": choice("season") + r"(?!\w)",
        "O": choice("ordinal"),
        "ABOUT": choice("about"),
        "ADV": choice("day_adverb") + r"(?!\w)",
        "ANA": choice("day_anaphor") + r"(?!\w)",
        "PART": choice("daypart") + r"(?!\w)",
        "PERIOD": choice("period") + r"(?!\w)",
        "FEAST": choice("feast") + r"(?!\w)",
        "MOD": choice("modifier") + r"(?!\w)",
        "ART": "(?:le |la |l'|les )?",
    }


def value(kind: str, word: str) -> str:
    """The value of one word of a kind; inner blanks count as one. Raises KeyError for an unknown word."""
    return values(kind)[" ".join(word.split())]


_AHEAD = re.compile(r"\w*(?:er|ir|dr|tr|vr|ur|rr|pr|cr)(?:a|ont|ait|aient)")


def looks_ahead(form: str) -> bool:
    """Whether a verb form ends like a third person of the future or conditional ("partira", "viendraient")."""
    return bool(_AHEAD.fullmatch(form)) and form not in values("not_future")


def count(word: str) -> int:
    """The number that digits or a numeral stand for."""
    word = " ".join(word.split())
    if word.isdigit():
        return int(word)
    return int(values("numeral").get(word) or values("round_numeral")[word])


def month_number(word: str) -> int:
    """1 for "janvier" or "janv.", up to 12."""
    return int(values("month").get(word) or values("month_short")[word])


def day_number(word: str) -> int:
    """The day of the month that "1er", "premier" or digits stand for."""
    digits = "".join(letter for letter in word if letter.isdigit())
    return int(digits) if digits else 1
