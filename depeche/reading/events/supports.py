"""Support verbs: what a verb adds to the act that its noun names ("mener une frappe", table support_verbs.tsv)."""

from functools import cache

import msgspec

from depeche.language.token import Token
from depeche.lexicon import table
from depeche.reading.events.classes import content_words
from depeche.reading.events.scene import Scene


class Support(msgspec.Struct, frozen=True):
    """One support verb: where its noun stands and what its subject is in the noun's act."""

    words: tuple[str, ...]
    slot: str
    role: str
    nouns: frozenset[str]
    reflexive: bool


@cache
def _table() -> dict[str, tuple[Support, ...]]:
    found: dict[str, list[Support]] = {}
    for row in table("support_verbs"):
        words = row["lemma"].split()
        reflexive = words[0] == "se" or words[0].startswith("s'")
        words = words[1:] if words[0] == "se" else [words[0].removeprefix("s'"), *words[1:]]
        if words[0] == "être" and len(words) > 1:
            words = words[1:]
        plain = content_words(" ".join(words)) or tuple(words)
        nouns = frozenset(noun.split("(")[0].strip() for noun in row["nouns"].split(","))
        found.setdefault(plain[0], []).append(
            Support(plain[1:], row["noun_slot"], row["subject_role"], nouns, reflexive)
        )
    return {head: tuple(rows) for head, rows in found.items()}


def find_support(noun: Token, verb: Token, scene: Scene) -> Support | None:
    """The row of the table that a noun and the verb above it satisfy, or None."""
    frame = scene.frame(verb)
    for row in _table().get(verb.lemma, ()) + _table().get(verb.lower, ()):
        if row.reflexive != frame.reflexive:
            continue
        if row.words and not all(
            any(word in (sub.lemma, sub.lower) for sub in verb.subtree()) for word in row.words
        ):
            continue
        if row.slot == "obj" and noun in frame.obj:
            return row
        if row.slot == "subj" and noun in frame.grammatical_subjects:
            return row
        if row.slot.startswith("obl:") and any(
            filler is noun and name == row.slot[4:] for name, filler in frame.own_obl
        ):
            return row
    return None
