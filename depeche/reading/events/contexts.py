"""What an act is about: PLOVER contexts by its type and by the words of its sentence (table contexts.tsv)."""

from functools import cache

from depeche.lexicon import cell_values, table
from depeche.model import EventType
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.scene import Scene

ARMED: frozenset[EventType] = frozenset(("MOBILIZE", "ASSAULT"))
BETWEEN_STATES = SPOKEN | {"CONSULT", "COOPERATE"}
PLAIN = 2  # words of a topic anywhere in the sentence
OF_DIPLOMATS = frozenset(("expel", "withdraw"))


def contexts_of(act: Act, scene: Scene) -> tuple[str, ...]:
    """The contexts of an act, the one of its type first; "diplomatic" where nothing else is known."""
    found: list[str] = []
    if act.type in BETWEEN_STATES or (act.type == "SANCTION" and act.mode in OF_DIPLOMATS):
        found.append("diplomatic")
    elif act.type in ARMED:
        found.append("military")
    sentence = scene.parse.sentences[act.token.sentence].tokens
    own = {act.token.i, *(word.i for word in act.token.subtree()), *(word.i for word in act.about_tokens)}
    text = " ".join(word.lower for word in sentence)
    borne: dict[str, list[int]] = {}
    by_word = _by_word()
    for word in sentence:
        for name in {*by_word.get(word.lemma, ()), *by_word.get(word.lower, ())}:
            borne.setdefault(name, []).append(word.i)
    for name, several in _topics():
        words = borne.get(name, ())
        phrased = any(phrase in text for phrase in several)
        if name not in found and (phrased or own.intersection(words) or len(words) >= PLAIN):
            found.append(name)
    return tuple(found) or ("diplomatic",)


@cache
def _topics() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each context with its expressions of several words."""
    return tuple(
        (row["context"], tuple(f" {word} " for word in cell_values(row["words"]) if " " in word))
        for row in table("contexts")
    )


@cache
def _by_word() -> dict[str, list[str]]:
    """The contexts that a single word bears."""
    found: dict[str, list[str]] = {}
    for row in table("contexts"):
        for word in cell_values(row["words"]):
            if " " not in word:
                found.setdefault(word, []).append(row["context"])
    return found
