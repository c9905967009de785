"""The trigger table, compiled once: rows with their slots and conditions, found by the lemma of their head."""

from collections.abc import Iterator, Set
from functools import cache
from typing import Literal, cast

import msgspec

from depeche.lexicon import table
from depeche.model import EventType
from depeche.reading.events.classes import content_words
from depeche.reading.events.complements import preposition_key
from depeche.reading.events.needs import Need, parse_need

CONFIDENCE = {"high": 0.9, "medium": 0.65, "low": 0.35}
COPULAS = frozenset(("être", "rester", "demeurer"))
# Openings of expressions that govern a clause from outside; `speech` and `status` read these, not the matcher.
OUTSIDE = frozenset(
    ("lors", "marge", "issue", "cours", "occasion", "égide", "auspices", "si", "tant", "faute", "défaut", "peine",
     "invitation", "toutes", "c'est", "question", "hors", "pas", "temps")
)  # fmt: skip


class Slot(msgspec.Struct, frozen=True, cache_hash=True):
    """One slot of a frame: sign, kind, prepositions or adjective class, and the role its filler plays."""

    sign: str
    kind: str
    keys: tuple[str, ...]
    filler: str
    role: str


class Change(msgspec.Struct, frozen=True):
    """What negation or futurity makes of a row: a type with mode, or nothing (`type` None)."""

    type: EventType | None
    mode: str | None = None


class Row(msgspec.Struct, frozen=True):
    """One reading of one expression; `transitive` says that the act of its subject may have an object."""

    number: int
    lemma: str
    pos: str
    head: str
    words: tuple[str, ...]
    reflexive: bool
    copular: bool
    negative: bool
    nominal: bool
    transitive: bool
    slots: tuple[Slot, ...]
    type: EventType | Literal["NONE"]
    mode: str | None
    needs: Need | None
    negated: Change | None
    refused: Change | None
    pressed: Change | None
    future_type: EventType | None
    confidence: float


@cache
def slot(text: str) -> Slot:
    """One slot from its notation (`+obl:à/en[place]=host`)."""
    sign = text[0] if text[0] in "+-" else ""
    body, _, role = text[len(sign) :].partition("=")
    kind, _, rest = body.partition(":")
    filler = ""
    if rest.endswith("]"):
        rest, _, filler = rest[:-1].partition("[")
    keys = tuple(dict.fromkeys(preposition_key(key) for key in rest.split("/"))) if rest else ()
    if kind in ("xcomp", "ccomp", "clit", "amod"):
        keys = tuple("" if key == "0" else key for key in rest.split("/")) if rest else ()
    return Slot(sign, kind, keys, filler, role)


def _change(text: str) -> Change:
    if text == "none":
        return Change(None)
    name, _, mode = text.partition("/")
    return Change(cast(EventType, name), mode or None)


def _changes(cell: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in cell.split(";") if "=" in part)


VERB_ENDINGS = ("er", "ir", "re", "oir")
NOUNS_LIKE_VERBS = frozenset(("lettre", "guerre", "ouverture", "offre"))


def _row(number: int, cells: dict[str, str]) -> Row:
    words = (
        list(cells["lemma"].replace("s'", "se ", 1).split())
        if cells["lemma"].startswith("s'")
        else cells["lemma"].split()
    )
    negative = words[0] == "ne" or words[0].startswith("n'")
    if negative:
        words = [
            word.removeprefix("n'")
            for word in words
            if word not in ("ne", "pas", "plus", "rien", "aucun", "aucune")
        ]
    reflexive = words[0] == "se" or words[0].startswith("s'")
    if reflexive:
        words = [words[0].removeprefix("s'"), *words[1:]] if words[0] != "se" else words[1:]
    copular = (words[0] in COPULAS and len(words) > 1) or (
        reflexive and words[0] in ("dire", "déclarer") and len(words) > 1
    )
    if copular:
        words = words[1:]
    plain = content_words(" ".join(words)) or tuple(words)
    head = plain[0]
    pos = cells["pos"]
    nominal = pos == "NOUN" or (
        pos == "MWE" and not copular and (not head.endswith(VERB_ENDINGS) or head in NOUNS_LIKE_VERBS)
    )
    negation, future = _changes(cells["negated"]), cells["future"].split(";")
    pressed = next((part.removeprefix("cond=") for part in future if part.startswith("cond=")), "")
    future_type = future[0].split(":")[0] if future[0] else ""
    return Row(
        number=number,
        lemma=cells["lemma"],
        pos=pos,
        head=head,
        words=plain[1:],
        reflexive=reflexive and not copular,
        copular=copular or pos == "ADJ",
        negative=negative,
        nominal=nominal,
        transitive="subj=actor" not in cells["frame"]
        or "obj" in cells["needs"] + cells["frame"].replace("obl", ""),
        slots=tuple(slot(part) for part in cells["frame"].split()),
        type=cast(EventType, cells["type"]),
        mode=cells["mode"] or None,
        needs=parse_need(cells["needs"]),
        negated=_change(negation["neg"]) if "neg" in negation else None,
        refused=_change(negation["ref"]) if "ref" in negation else None,
        pressed=_change(pressed) if pressed else None,
        future_type=cast(EventType, future_type) if future_type else None,
        confidence=CONFIDENCE[cells["confidence"]],
    )


@cache
def rows() -> tuple[Row, ...]:
    """All rows of the trigger table, in its order. Raises ValueError where a cell cannot be read."""
    return tuple(_row(number, cells) for number, cells in enumerate(table("plover_triggers"), start=2))


class Group(msgspec.Struct, frozen=True):
    """The rows of one head word: single words, and expressions by their next word (with and without a final s)."""

    single: tuple[Row, ...]
    expressions: dict[str, tuple[Row, ...]]

    def among(self, words: Set[str]) -> Iterator[Row]:
        """The rows that a sentence may satisfy; of `words`, its words in all their forms, may have more."""
        for word in sorted(self.expressions.keys() & words):
            yield from self.expressions[word]
        yield from self.single


@cache
def rows_by_head() -> dict[str, Group]:
    """The rows under the lemma of their head word."""
    found: dict[str, list[Row]] = {}
    for row in rows():
        if (row.head in OUTSIDE and row.pos == "MWE") or "…" in row.lemma:
            continue
        found.setdefault(row.head, []).append(row)
    return {head: _group(group) for head, group in found.items()}


def _group(rows_of_head: list[Row]) -> Group:
    expressions: dict[str, list[Row]] = {}
    for row in rows_of_head:
        for word in dict.fromkeys((row.words[0], row.words[0].rstrip("s")) if row.words else ()):
            expressions.setdefault(word, []).append(row)
    return Group(
        tuple(row for row in rows_of_head if not row.words),
        {word: tuple(group) for word, group in expressions.items()},
    )
