"""What an act is about: PLOVER contexts by its type and by the words of its sentence (table contexts.tsv)."""

from collections.abc import Sequence
from functools import cache

from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.model import EventType
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.scene import Scene

ARMED: frozenset[EventType] = frozenset(("MOBILIZE", "ASSAULT"))
BETWEEN_STATES = SPOKEN | {"CONSULT", "COOPERATE"}
PLAIN = 2  # words of a topic anywhere in the sentence
_NOWHERE = -1  # the place of an expression, which counts without regard to where it stands
OF_DIPLOMATS = frozenset(("expel", "withdraw"))


def contexts_of(act: Act, scene: Scene) -> tuple[str, ...]:
    """The contexts of an act, the one of its type first; "diplomatic" where nothing else is known."""
    found: list[str] = []
    if act.type in BETWEEN_STATES or (act.type == "SANCTION" and act.mode in OF_DIPLOMATS):
        found.append("diplomatic")
    elif act.type in ARMED:
        found.append("military")
    own = {act.token.i, *(word.i for word in act.token.subtree()), *(word.i for word in act.about_tokens)}
    borne = scene.topics.get(act.token.sentence)
    if borne is None:
        borne = scene.topics[act.token.sentence] = _borne(scene.parse.sentences[act.token.sentence].tokens)
    for name in _names() if borne else ():
        places = borne.get(name, ())
        if name not in found and (len(places) >= PLAIN or not own.isdisjoint(places)):
            found.append(name)
    return tuple(found) or ("diplomatic",)


def _borne(sentence: Sequence[Token]) -> dict[str, list[int]]:
    """Each context that a sentence bears, with the indices of its words; an expression counts like two words."""
    found: dict[str, list[int]] = {}
    by_word = _by_word()
    for word in sentence:
        by_lemma, by_form = by_word.get(word.lemma, ()), by_word.get(word.lower, ())
        for name in {*by_lemma, *by_form} if by_lemma or by_form else ():
            found.setdefault(name, []).append(word.i)
    text = " ".join([word.lower for word in sentence])
    by_opening = _by_opening()
    for opening in by_opening.keys() & set(text.split(" ")):
        for name, phrase in by_opening[opening]:
            if phrase in text:
                found.setdefault(name, []).extend([_NOWHERE] * PLAIN)
    return found


@cache
def _names() -> tuple[str, ...]:
    """The contexts in the order of the table."""
    return tuple(row["context"] for row in table("contexts"))


@cache
def _by_opening() -> dict[str, list[tuple[str, str]]]:
    """Contexts with their expressions of several words, by the first of these."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in table("contexts"):
        for words in cell_values(row["words"]):
            if " " in words:
                found.setdefault(words.split(" ", 1)[0], []).append((row["context"], f" {words} "))
    return found


@cache
def _by_word() -> dict[str, list[str]]:
    """The contexts that a single word bears."""
    found: dict[str, list[str]] = {}
    for row in table("contexts"):
        for word in cell_values(row["words"]):
            if " " not in word:
                found.setdefault(word, []).append(row["context"])
    return found
