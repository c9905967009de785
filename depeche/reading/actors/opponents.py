"""Which states a sentence sets against somebody: those it cannot be of, whatever the scene says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.reading.actors.drafts import governor
from depeche.reading.actors.lexical import word_class

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft


def opponents(draft: Draft, casting: Casting) -> frozenset[str]:
    """The states that a mention cannot be of.

    Those named in the quotation of its sentence as others than "nous", that of the one whom it meets, and for who
    tells of them those who are said to have acted ("les Kényans auraient tiré, selon le porte-parole").
    """
    named = _other_than_we(draft, casting) | _met(draft, casting) | _charged(draft, casting)
    return frozenset(named - {""})


def _other_than_we(draft: Draft, casting: Casting) -> set[str]:
    named: set[str] = set()
    tokens = [
        token for token in casting.parse.sentence_of(draft.token).tokens if casting.scene.quoted[token.i]
    ]
    if not any(token.lower in ("nous", "notre", "nos") for token in tokens):
        return named
    for token in tokens:
        other = casting.at.get(token.i)
        if other is None or other.found is None or other.sort not in ("state", "inhabitants"):
            continue
        if other.sort == "inhabitants" and not any(
            word.lower == "nous" and not word.dep.startswith("nsubj") for word in tokens
        ):
            continue
        if other.sort == "inhabitants" and other.subject:
            named.add(other.found.entry.actor.country or "")  # "Les Iraniens savent où nous trouver"
        conditional = any(child.lower in ("si", "s'") for child in governor(token).children)
        if not other.subject or conditional:
            named.add(other.found.entry.actor.country or "")
    return named


def _met(draft: Draft, casting: Casting) -> set[str]:
    if draft.subject or governor(draft.token).lemma not in word_class("meeting_verb"):
        return set()
    met = (casting.at.get(child.i) for child in governor(draft.token).children)
    return {
        other.actors[0].country or ""
        for other in met
        if other is not None and other.subject and len(other.actors) == 1
    }


def _charged(draft: Draft, casting: Casting) -> set[str]:
    """The states of those whose acts a sentence tells in the conditional, before somebody who tells them."""
    if not draft.phrases or draft.phrases[0].noun.office != "spokesperson":
        return set()
    named: set[str] = set()
    for token in casting.parse.sentence_of(draft.token).tokens:
        other = casting.at.get(token.i)
        if token.i >= draft.start or other is None or other.found is None or not other.subject:
            continue
        verb = governor(token)
        if any(word.feat("Mood") == "Cnd" for word in (verb, *verb.children) if word.i < draft.start):
            named.add(other.found.entry.actor.country or "")
    return named
