"""In which order mentions are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft


def in_order(casting: Casting) -> list[Draft]:
    """The drafts in text order, except that possessives before the subject of their sentence wait for it.

    "Après un entretien avec **son homologue**, **le président** a déclaré …"
    """
    ordered: list[Draft] = []
    waiting: list[Draft] = []
    last = -1
    for draft in casting.drafts:
        if draft.token.sentence != last:
            ordered.extend(waiting)
            waiting, last = [], draft.token.sentence
        owner = next((phrase.owner for phrase in draft.phrases if phrase.owner is not None), None)
        if draft.sort == "possessive" or owner is not None:
            subject = _later_subject(owner if owner is not None else draft.token.i, casting)
            if subject is not None and subject is not draft:
                waiting.append(draft)
                continue
        ordered.append(draft)
        if waiting and draft.subject:
            ordered.extend(waiting)
            waiting = []
    return [*ordered, *waiting]


def _later_subject(at: int, casting: Casting) -> Draft | None:
    """The subject of the main clause, when it follows a possessive that nothing before in the sentence can own."""
    sentence = casting.parse.sentence_of(casting.tokens[at])
    if sentence.root.i < at:
        return None
    for token in sentence.tokens:
        if token.i >= at:
            break
        other = casting.at.get(token.i)
        if other is None or other.sort in ("possessive", "relative"):
            continue
        if other.subject or other.sort == "person":
            return None
    for child in sentence.root.children:
        if child.i > at and child.dep in ("nsubj", "nsubj:pass"):
            return casting.at.get(child.i)
    return None
