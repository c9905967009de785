"""The words of the generator: tables, verb forms, and names of which a part is held out for tests."""

import csv
import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from training.synthetic.nodes import Node

_TABLES = Path(__file__).parent / "words"
T = TypeVar("T")
HELD_OUT = 6  # one surname in so many is kept for tests


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table."""
    with (_TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _test_words() -> frozenset[str]:
    """The words of the names in the press sentences that test the name finder."""
    folder = _TABLES.parents[1] / "press"
    marked = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("names*.txt")))
    return frozenset(word for name in re.findall(r"\{([^:{}]+):", marked) for word in re.split(r"[ -]", name))


def kept_for_tests(place: str) -> bool:
    """Whether a place shares a word with a name of the test sentences, so that it must not train."""
    return any(word in _test_words() for word in re.split(r"[ -]", place) if word[:1].isupper())


@cache
def word_list(use: str) -> tuple[str, ...]:
    """The words of `lists.tsv` for one use; a word that stands there twice is twice as frequent."""
    return tuple(next(row["words"] for row in rows("lists") if row["use"] == use).split("|"))


@cache
def surnames(region: str, *, held_out: bool) -> tuple[str, ...]:
    """The surnames of a region, either those for training or those kept for tests."""
    names = next(row["surnames"] for row in rows("names") if row["region"] == region).split("|")
    return tuple(name for name in names if (crc32(name.encode()) % HELD_OUT == 0) == held_out)


@cache
def conjugate(lemma: str) -> dict[str, str]:
    """The forms of a verb: participle, present, present_plural, future, imperfect, past (third person)."""
    for row in rows("verbs"):
        if row["lemma"] == lemma:
            return row
    stem = lemma[:-2]
    if not lemma.endswith("er"):
        raise KeyError(f"no forms for {lemma}: add them to verbs.tsv")
    return {"lemma": lemma, "participle": stem + "é", "present": stem + "e", "present_plural": stem + "ent",
            "future": lemma + "a", "imperfect": stem + "ait", "past": stem + "a"}  # fmt: skip


_TENSES = {
    "present": {"Mood": "Ind", "Tense": "Pres"}, "future": {"Mood": "Ind", "Tense": "Fut"},
    "imperfect": {"Mood": "Ind", "Tense": "Imp"}, "past": {"Mood": "Ind", "Tense": "Past"},
    "conditional": {"Mood": "Cnd", "Tense": "Pres"},
}  # fmt: skip


def finite(lemma: str, tense: str, *, plural: bool = False) -> Node:
    """A finite form in the third person."""
    forms = conjugate(lemma)
    if tense == "conditional":
        form = forms["future"][:-1] + ("aient" if plural else "ait")
    elif not plural:
        form = forms[tense]
    elif tense == "future":
        form = forms["future"][:-1] + "ont"
    elif tense == "imperfect":
        form = forms["imperfect"][:-3] + "aient"
    elif tense == "past":
        form = forms["past"][:-1] + "èrent" if forms["past"].endswith("a") else forms["past"][:-1] + "rent"
    else:
        form = forms["present_plural"]
    return Node(
        form,
        "VERB",
        lemma,
        _TENSES[tense] | {"Number": "Plur" if plural else "Sing", "Person": "3", "VerbForm": "Fin"},
    )


_AUXILIARIES = {
    ("avoir", "present"): ("a", "ont"), ("avoir", "imperfect"): ("avait", "avaient"),
    ("avoir", "future"): ("aura", "auront"), ("avoir", "conditional"): ("aurait", "auraient"),
    ("être", "present"): ("est", "sont"), ("être", "imperfect"): ("était", "étaient"),
    ("être", "future"): ("sera", "seront"), ("être", "conditional"): ("serait", "seraient"),
}  # fmt: skip


def auxiliary(lemma: str, tense: str, *, plural: bool = False) -> Node:
    """A form of avoir or être as an auxiliary."""
    form = _AUXILIARIES[lemma, tense][plural]
    return Node(
        form,
        "AUX",
        lemma,
        _TENSES[tense] | {"Number": "Plur" if plural else "Sing", "Person": "3", "VerbForm": "Fin"},
    )


def participle(lemma: str, *, feminine: bool = False, plural: bool = False) -> Node:
    """A past participle."""
    form = conjugate(lemma)["participle"] + ("e" if feminine else "")
    if plural and not form.endswith("s"):
        form += "s"
    feats = {
        "Gender": "Fem" if feminine else "Masc",
        "Number": "Plur" if plural else "Sing",
        "Tense": "Past",
        "VerbForm": "Part",
    }
    return Node(form, "VERB", lemma, feats)


def present_participle(lemma: str) -> Node:
    """A present participle ("ajoutant")."""
    return Node(
        conjugate(lemma)["imperfect"][:-3] + "ant", "VERB", lemma, {"Tense": "Pres", "VerbForm": "Part"}
    )


def infinitive(lemma: str) -> Node:
    """An infinitive."""
    return Node(lemma, "VERB", lemma, {"VerbForm": "Inf"})


class Dice:
    """Seeded choices; `held_out` picks the names and templates that are kept for tests."""

    def __init__(self, seed: int, *, held_out: bool = False) -> None:
        self.random = random.Random(seed)
        self.held_out = held_out

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.random.randrange(len(items))]

    def chance(self, share: float) -> bool:
        """True in this share of calls."""
        return self.random.random() < share
