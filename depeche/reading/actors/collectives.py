"""Collectives: "les deux pays", "les deux ministres", "les parties", "leurs chefs de gouvernement"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from depeche.model import Actor
from depeche.reading.actors import recent
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.offices import MINISTERS, UNIQUE, stands_for
from depeche.reading.actors.pairs import STOP, people, subject_states, two_groups
from depeche.reading.actors.relations import is_qualified, owner_person, owners, titled
from depeche.reading.actors.words import parts

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.phrase import Phrase

ALONE = {"partenaire", "allié", "ennemi", "adversaire", "rival"}  # "ses partenaires" are no pair


def members(draft: Draft, phrase: Phrase, casting: Casting) -> tuple[Actor, ...]:
    """The actors that a definite plural means, empty where it is no collective of two parties."""
    noun = phrase.noun
    if phrase.local and noun.kind == "state":
        return ()
    if noun.title in word_class("heads_of_bloc") and len(phrase.bodies) == 1 and not phrase.states:
        return tuple(body for body in phrase.bodies if body.kind == "igo")  # "les dirigeants du G7"
    if noun.kind == "office" and of_pair(phrase, casting) and not phrase.states:
        return tuple(_holder(draft, phrase, side, casting) for side in parties(draft, casting))
    if phrase.members:
        named = [
            person for at in phrase.members if (other := casting.at.get(at)) and (person := other.person)
        ]
        for person in named:
            person.add_role(_singular(phrase), noun.office)
        return tuple(person.actor() for person in named)
    if phrase.number > 2 and noun.kind in ("office", "people"):  # "les trois ministres"
        return next((d.actors for d in reversed(casting.done) if len(d.actors) == phrase.number
                     and all(actor.kind == "person" for actor in d.actors)), ())  # fmt: skip
    if noun.title in word_class("peer"):
        return _peers(phrase, casting)
    if noun.title == "voisin" and phrase.owner is not None:
        own = {actor.country or "" for actor in owners(phrase.owner, casting)}
        beside = [state for state in casting.parties.partners(min(own)) if state not in own] if own else []
        return tuple(actor for state in beside[:2] if (actor := casting.actor_of_state(state)))
    if phrase.number == 2 and noun.kind in ("group", "armed"):
        return two_groups(draft, casting)
    states = _named_states(phrase, casting)
    owned = phrase.owner is not None and noun.title not in ALONE
    pair = (
        phrase.number == 2
        or not phrase.plural
        or owned
        or noun.title in ("partie", "belligérant")
        or of_pair(phrase, casting)
    )
    if noun.title in word_class("counterpart") and states and not is_qualified(phrase, casting):
        return ()  # "les alliés de Kiev" are not Kiev
    if noun.title in word_class("side") or noun.kind == "state":
        if len(states) > 1:
            return tuple(states)
        if states:
            return (states[0],)
        if not pair or noun.title in ("autorité", "pouvoir"):
            return ()
        sides = recent.last_pair(draft, casting) if noun.title in ("partie", "camp", "belligérant") else ()
        if sides and not all(actor.kind == "state" for actor in sides):
            return sides  # "les négociateurs du Nord et les rebelles … les deux parties"
        return tuple(parties(draft, casting))
    if noun.kind in ("people", "institution") and of_pair(phrase, casting):
        return tuple(parties(draft, casting))  # "les gardes-frontières des deux pays"
    if noun.title in word_class("body_of_two"):
        held = owners(phrase.owner, casting) if phrase.owner is not None else ()
        if len(held) == 2:  # "leurs ambassades"
            of = [casting.actor_of_state(actor.country or "") for actor in held]
            return tuple(actor for actor in of if actor is not None)
        both = states if len(states) > 1 else parties(draft, casting) if pair and not states else []
        return tuple(both)
    if noun.kind == "office" and len(states) > 1:
        return tuple(_holder(draft, phrase, side, casting) for side in states)
    if (
        noun.kind == "office"
        and noun.office in UNIQUE
        and not states
        and not pair
        and phrase.determiner == "definite"
    ):
        found = people(draft, phrase, casting)
        return tuple(person.actor() for person in found) if len(found) == 2 else ()
    if ((noun.kind == "office" and pair) or (noun.kind == "people" and phrase.number == 2)) and not states:
        found = people(draft, phrase, casting)
        if len(found) == 2:
            return tuple(person.actor() for person in found)
        both = parties(draft, casting)
        if noun.kind == "office":
            return tuple(_holder(draft, phrase, side, casting) for side in both)
        if noun.title in word_class("bearer"):
            return tuple(both)
    return ()


def _peers(phrase: Phrase, casting: Casting) -> tuple[Actor, ...]:
    """Those who hold the owner's office in other states: "ses deux homologues", "ses homologues russe et turc"."""
    owner = owner_person(phrase.owner, casting)
    if owner is None or not owner.roles:
        return ()
    sides = [actor.country or "" for actor in _named_states(phrase, casting)]
    if not sides and phrase.number == 2:
        sides = casting.parties.pair_at(phrase.start, shut=frozenset({owner.country or ""}))
    role = owner.roles[0]
    found: list[Actor] = []
    for side in sides:
        holder = next((p for p in casting.people if p.country == side and role.office in p.offices), None)
        variant = casting.adjectives.get(side or "", 0)
        found.append(
            holder.actor()
            if holder
            else Actor(titled(role.title, side or "", variant=variant), "person", side)
        )
    return tuple(found)


def _holder(draft: Draft, phrase: Phrase, side: Actor, casting: Casting) -> Actor:
    """Who holds an office in a state: the person of the article, else a description."""
    wanted = frozenset({phrase.noun.office}) if phrase.noun.office in UNIQUE else stands_for(phrase)
    portfolio = set() if phrase.bare else set(parts(_singular(phrase))[1:]) - STOP
    for person in casting.people:
        if portfolio and not any(portfolio <= set(parts(role.title)) for role in person.roles):
            continue
        if phrase.noun.office == "minister" and not any(role.office in MINISTERS for role in person.roles):
            continue
        if person.country == side.country and person.offices & wanted:
            return person.actor()
    if phrase.noun.office not in UNIQUE | MINISTERS:
        return side
    variant = casting.adjectives.get(side.country or "", 0)
    return Actor(titled(_singular(phrase), side.country or "", variant=variant), "person", side.country)


def _singular(phrase: Phrase) -> str:
    """The title of one holder: "ministre de la Défense" for "les ministres de la Défense des deux pays"."""
    title = phrase.noun.title
    words = phrase.title.split(" ")[len(title.split(" ")) :]
    for rank, word in enumerate(words):
        if word == "des" and "deux" in words[rank:]:
            words = words[:rank]
            break
    while words and words[-1] in ("et", "de", "du", "des", ","):
        words.pop()
    return " ".join([title, *(word for word in words if word not in ("et", "respectifs"))])


def of_pair(phrase: Phrase, casting: Casting) -> bool:
    """Whether the complement says "of the two": "les ministres des deux pays"."""
    words = [token.lower for token in casting.tokens[phrase.head : phrase.end + 4]]
    return any(pair == ("des", "deux") for pair in pairwise(words))


def _named_states(phrase: Phrase, casting: Casting) -> list[Actor]:
    return list(dict.fromkeys(casting.likeliest(options) for options in phrase.states))


def parties(draft: Draft, casting: Casting) -> list[Actor]:
    """The two states that the text is about at a place, in the order of the article."""
    pair = casting.parties.pair_at(draft.start, shut=frozenset(subject_states(draft, casting)))
    found = [casting.actor_of_state(country) for country in pair]
    return [actor for actor in found if actor is not None]
