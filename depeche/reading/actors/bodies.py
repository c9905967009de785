"""Governments, institutions and outlets: whom a noun for a body means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor, ActorKind
from depeche.reading.actors import relations
from depeche.reading.actors.entries import first_words, organisation
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.opponents import opponents
from depeche.reading.actors.wording import described
from depeche.reading.actors.words import fold, parts

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.phrase import Phrase

# Sides that are a state only where the text names it or says whose they are.
UNSAID = {"camp", "partie", "côté", "version", "État", "république", "nation"}

NEAR = 4  # sentences
TAKING_UP = {"organisation", "alliance", "bloc", "institution", "ong", "association"}
UNION_BODIES = {"Conseil", "Commission", "Union"}  # of the union where they stand bare behind a title
EUROPEAN = {"UE", "Commission européenne", "Parlement européen", "Conseil européen"}


def own_state(draft: Draft, phrase: Phrase, casting: Casting, *, place: bool = False) -> str | None:
    """The state of a phrase: by its words, its owner, the person in its complement, or the scene; "" for none."""
    told = casting.state_of(phrase)
    if told is not None:
        return told
    if phrase.person is not None:
        named = casting.at.get(phrase.person)
        if named is not None and named.person is not None:
            return named.person.country or None
    if phrase.owner is not None:
        if casting.tokens[phrase.owner].lower in word_class("first_person"):
            if phrase.noun.kind == "outlet" or phrase.noun.title in word_class("newsroom"):
                return next(iter(casting.scene.home), None)
            speaker = casting.speaker_at(phrase.owner)
            if speaker is not None and speaker.country is not None:
                return speaker.country
        owners = relations.owners(phrase.owner, casting)
        if owners:
            return owners[0].country or ""
    if casting.tokens[phrase.start].lower in ("leur", "leurs"):
        return None
    but = opponents(draft, casting) | {host.country or "" for host in phrase.host}
    return casting.scene.state_for(draft.start, draft.end, place=place, but=but)


def is_actor(draft: Draft, phrase: Phrase, casting: Casting) -> bool:
    """Whether a phrase is an actor: a vague noun only when the text tells whose it is, or when it speaks."""
    needs = phrase.noun.needs
    if phrase.noun.title == "côté" and not phrase.is_told:
        return False  # "de son côté"
    if not needs or draft.speaker or phrase.members or phrase.region or phrase.is_told:
        return True
    if is_bloc(phrase, casting) or short_form(draft, phrase, casting):
        return True
    counted = phrase.number == 2 and phrase.determiner == "definite"
    if phrase.noun.kind == "people":
        return counted or not phrase.bare or (draft.subject and phrase.determiner == "indefinite")
    if counted or (phrase.noun.title in ("partie", "capitale") and phrase.plural):
        return True
    if draft.token.text[:1].isupper() and draft.token.i > casting.parse.sentence_of(draft.token).tokens[0].i:
        return True
    return phrase.owner is not None and needs == "told"


def short_form(draft: Draft, phrase: Phrase, casting: Casting) -> Actor | None:
    """The organisation of the article whose name a capitalised noun shortens: "l'Union", "l'Alliance", "la Cour"."""
    if (
        not draft.token.text[:1].isupper()
        or not phrase.bare
        or phrase.plural
        or phrase.determiner != "definite"
    ):
        return None
    if phrase.is_told or phrase.region or phrase.noun.kind in ("state", "office", "people"):
        return None
    word = parts(draft.token.text)[0]
    for other in casting.drafts:
        if (
            other.found is not None
            and other.sort == "organisation"
            and word in first_words(other.found.entry.actor.name)
        ):
            return other.found.entry.actor
    if draft.token.text == "Commission" and _names_europe(casting):
        return organisation("Commission européenne")
    return None


def is_bloc(phrase: Phrase, casting: Casting) -> bool:
    """Whether a phrase takes up an organisation named before: "l'organisation", "le bloc régional"."""
    if (
        phrase.noun.title not in word_class("bloc")
        or phrase.determiner not in ("definite", "demonstrative")
        or phrase.plural
    ):
        return False
    if phrase.states or any(body.name for body in phrase.bodies) or not phrase.bare:
        return False
    words = {fold(token.text) for token in casting.tokens[phrase.head + 1 : phrase.end]}
    return not words & folded_class("world") and (
        bool(words) or phrase.noun.title in ("organisation", "alliance", "bloc")
    )


def resolve_state(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """A government or side is its state: "le gouvernement péruvien", "la partie chinoise", "son pays"."""
    noun = phrase.noun.title
    told = casting.state_of(phrase)
    if phrase.local and told:  # "les autorités vaudoises" are not Switzerland's government
        draft.actors = (Actor(described(phrase, told, casting), "institution", told),)
        return
    if told == "" or (phrase.determiner == "indefinite" and (told is None or noun == "partie")):
        return
    if told is None and noun in word_class("realm") and phrase.owner is None:
        told = relations.realm(noun, draft, casting)
    if noun in ("pays", "voisin", "nation", "capitale") and told is None and phrase.owner is None:
        if noun == "voisin":
            told = relations.other_state(draft, phrase, casting)
        elif phrase.determiner == "demonstrative":
            told = relations.last_state(draft, casting)
        elif phrase.determiner == "definite" and noun == "pays" and not phrase.plural:
            told = casting.scene.state_for(draft.start, draft.end)
    elif noun == "voisin" and phrase.owner is not None and told is None:
        told = relations.other_state(draft, phrase, casting)
    elif told is None and (noun not in UNSAID or phrase.owner is not None):
        told = own_state(draft, phrase, casting)
    actor = casting.actor_of_state(told) if told else None
    if actor is not None and (not phrase.plural or noun in ("autorité", "pouvoir")):
        draft.actors, draft.form = (actor,), "metonym"


def resolve_body(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """An institution or outlet of a state."""
    if phrase.body is not None:
        country = phrase.body.country
        if country is None and phrase.body.kind == "outlet":
            likely = own_state(draft, phrase, casting, place=True) or None
            country = likely if casting.scene.leads(likely, draft.end) else None
        draft.actors = (Actor(phrase.body.name, phrase.body.kind, country),)
        return
    alone = phrase.bare and phrase.end == phrase.head + 1  # "la télévision publique" is the one of its state
    if phrase.noun.kind == "outlet" and phrase.determiner == "definite" and alone:
        last = next((d for d in reversed(casting.done) if d.actors and d.actors[0].kind == "outlet"), None)
        if last is not None and not phrase.states:
            draft.actors = last.actors
            return
    if phrase.bodies and not phrase.states and phrase.noun.kind == "institution":
        body = phrase.bodies[0]
        if body.kind == "igo" and phrase.determiner != "indefinite":
            draft.actors = (body,)
            return
    country = _of_namesake(phrase, casting) or own_state(draft, phrase, casting, place=True)
    public = phrase.noun.title == "agence" and not phrase.bare  # "l'Agence roumaine de sécurité alimentaire"
    kind: ActorKind = "outlet" if phrase.noun.kind == "outlet" and not public else "institution"
    draft.actors = (Actor(described(phrase, country, casting), kind, country or None),)


def _of_namesake(phrase: Phrase, casting: Casting) -> str | None:
    """The state that the article gives to the one body called so: "l'armée soudanaise" … "l'armée"."""
    if phrase.is_told or phrase.region or phrase.owner is not None or phrase.determiner != "definite":
        return None
    if phrase.noun.title not in word_class("troops") or phrase.plural:
        return None
    told = {
        casting.state_of(other) for other in casting.finder.phrases
        if other is not phrase and other.noun.title == phrase.noun.title and other.title == phrase.title
    }  # fmt: skip
    states = {state for state in told if state}
    return states.pop() if len(states) == 1 else None


def is_of_union(phrase: Phrase, casting: Casting) -> bool:
    """Whether a title ends in a body of a union, or in a bare one of the union that the article speaks of.

    "porte-parole du Conseil"; "porte-parole de l'organisation" after one was named.
    """
    last = casting.tokens[phrase.end - 1]
    named = casting.at.get(last.i)
    if last.lower in TAKING_UP and phrase.end - 2 > phrase.head:
        earlier = [one for one in casting.finder.found.values()
                   if one.start < phrase.start and one.entry.form == "organisation"]  # fmt: skip
        return bool(earlier) and max(earlier, key=lambda one: one.start).entry.actor.country is None
    if phrase.end - 2 <= phrase.head or last.text not in UNION_BODIES or (named is not None and named.found):
        return False
    return _names_europe(casting)


def _names_europe(casting: Casting) -> bool:
    return any(one.entry.actor.name in EUROPEAN for one in casting.finder.found.values())
