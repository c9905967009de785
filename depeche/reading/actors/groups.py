"""Sources, parties, armed groups and others: whom a noun for a group means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor, ActorKind
from depeche.reading.actors import recent
from depeche.reading.actors.bodies import NEAR, is_bloc, own_state
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.wording import described

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.phrase import Phrase


def resolve_group(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """Sources, armed groups and others: of a state only where their words say so, or where they are of one nation."""
    if phrase.determiner in ("definite", "demonstrative") and phrase.noun.kind == "source":
        last = next((d for d in reversed(casting.done) if d.phrase and d.speaker and d.phrase.determiner == "indefinite"
                     and d.phrase.noun.kind in ("source", "office", "people")), None)  # fmt: skip
        if last is not None:
            draft.actors, draft.person = last.actors, last.person
            return
    told = casting.state_of(phrase)
    apposed = _apposed(draft, phrase, casting)
    if apposed is not None:
        draft.actors, draft.form = (apposed,), "name"
        return
    if phrase.body is not None:
        country = phrase.body.country or told
        if country is None and phrase.noun.title in word_class("national"):
            country = own_state(draft, phrase, casting, place=True)
        draft.actors = (Actor(phrase.body.name, phrase.body.kind, country or None),)
        return
    association = recent.last_association(draft, phrase, casting)
    if association:
        draft.actors, draft.form = association, "metonym"
        return
    if is_bloc(phrase, casting):
        last = next(
            (d for d in reversed(casting.done) if d.sort == "organisation" and d.actors[0].kind == "igo"),
            None,
        )
        if last is not None:
            draft.actors, draft.form = last.actors, "metonym"
            return
    taken_up = phrase.determiner in ("definite", "demonstrative") and not phrase.is_told
    kin = word_class("fighter" if phrase.plural else "band")
    if phrase.noun.title in kin and taken_up and phrase.bare:  # "le mouvement armé", "les rebelles"
        near = (d for d in reversed(casting.done) if draft.token.sentence - d.token.sentence < NEAR)
        last = next((d for d in near if d.sort == "organisation" and d.actors[0].kind == "group"), None)
        if last is not None:
            draft.actors, draft.form = last.actors, "metonym"
            return
    country = None
    if phrase.noun.kind == "source":
        country = told
    elif phrase.noun.kind == "group":
        country = told
        if told is None and phrase.noun.title in word_class("national"):
            country = casting.scene.state_for(draft.start, draft.end, place=True)
    kind: ActorKind = "other" if phrase.noun.kind == "source" else "group"
    draft.actors = (Actor(described(phrase, country, casting), kind, country or None),)


def _apposed(draft: Draft, phrase: Phrase, casting: Casting) -> Actor | None:
    """The party or group that a noun only describes: "le Rêve géorgien, parti au pouvoir, …"."""
    before = phrase.start - 1
    if phrase.noun.kind != "group" or phrase.plural or before < 1 or casting.tokens[before].lower != ",":
        return None
    if phrase.determiner == "indefinite" or phrase.body is not None:
        return None
    named = (
        other for other in reversed(casting.done) if other.end == before and other.sort == "organisation"
    )
    last = next(named, None)
    return last.actors[0] if last is not None and last.actors[0].kind in ("group", "other") else None
