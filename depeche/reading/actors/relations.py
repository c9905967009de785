"""Relational nouns and possessives: "son homologue chinois", "leur allié", "sa ministre", "ses deux collègues"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor
from depeche.reading.actors import pronouns, recent
from depeche.reading.actors.drafts import governor
from depeche.reading.actors.entries import states_called
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.nouns import office_named
from depeche.reading.actors.offices import MINISTERS
from depeche.reading.actors.persons import Person
from depeche.reading.actors.wording import described, state_adjective

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.phrase import Phrase

TITLES = {"head_of_state": "président", "head_of_government": "Premier ministre",
          "foreign_minister": "ministre des Affaires étrangères", "minister": "ministre"}  # fmt: skip


def owners(at: int, casting: Casting) -> tuple[Actor, ...]:
    """Whom the possessive determiner at a token refers to."""
    draft = casting.at.get(at)
    if draft is None or draft.sort != "possessive":
        return ()
    if not draft.actors:
        pronouns.resolve(draft, casting)
    return draft.actors


def owner_person(at: int | None, casting: Casting) -> Person | None:
    """The person whom a possessive refers to, else the last person who spoke or acted."""
    if at is not None:
        draft = casting.at.get(at)
        if draft is not None:
            if not draft.actors:
                pronouns.resolve(draft, casting)
            if draft.person is not None:
                return draft.person
    return None


def settle_named(draft: Draft, phrase: Phrase, person: Person, casting: Casting) -> None:
    """Give a named person what "son homologue russe, X" or "son ministre, X" tells: state and office."""
    if phrase.noun.title in word_class("peer"):
        owner = owner_person(phrase.owner, casting)
        told = casting.state_of(phrase)
        if told is None and phrase.noun.title == "collègue":
            told = owner.country if owner else None
        elif told is None:
            told = _host_at(draft, owner, casting)
        if person.country is None:
            person.country = told
        if owner is not None and not person.roles:
            for role in owner.roles[:1]:
                title = role.title
                if not phrase.bare:  # "son collègue des Finances"
                    title = " ".join([role.title.split(" ")[0], *phrase.title.split(" ")[1:]])
                office = office_named(title)
                person.add_role(title, office.office if office is not None else role.office)
        return
    if phrase.owner is not None and person.country is None:
        found = owners(phrase.owner, casting)
        if found:
            person.country = found[0].country or ""
            if found[0].kind == "igo":
                person.country = ""


def _host_at(draft: Draft, owner: Person | None, casting: Casting) -> str | None:
    """The state of the last place before who receives there: "à Odessa, où il a été reçu par son homologue X"."""
    if governor(draft.token).lemma not in ("recevoir", "accueillir"):
        return None
    sentence = casting.parse.sentence_of(draft.token).tokens
    places = [found for token in sentence if token.i < draft.start and (found := casting.finder.found.get(token.i))
              and found.entry.form in ("city", "capital") and token.i
              and casting.tokens[token.i - 1].lower in ("à", "a")]  # fmt: skip
    state = places[-1].entry.actor.country if places else None
    return state if owner is None or state != owner.country else None


def resolve(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """Resolve a relational noun without a name."""
    draft.form = "relational"
    told = casting.state_of(phrase)
    if phrase.noun.title in word_class("peer"):
        owner = owner_person(phrase.owner, casting)
        if owner is None:
            return
        _peer(draft, owner, told, casting)
        return
    if phrase.noun.title in ("hôte", "invité", "visiteur") and not phrase.plural:
        if phrase.owner is None and phrase.person is None:  # "l'hôte de la rencontre"
            received = recent.host_and_guest(draft, casting)[phrase.noun.title != "hôte"]
            if received is not None and received.actors:
                draft.person, draft.actors = received.person, received.actors
                return
        guest = casting.at.get(phrase.person) if phrase.person is not None else None
        host = guest.person if guest is not None else owner_person(phrase.owner, casting)
        other = next(
            (d for d in reversed(casting.done) if d.person is not None and d.person is not host), None
        )
        if host is not None and other is not None:
            draft.person, draft.actors = other.person, other.actors
        return
    if phrase.determiner == "demonstrative" and not phrase.plural:  # "ce proche de X"
        last = recent.last_to_act(draft, None, casting)
        if last is not None:
            draft.person, draft.actors = last, (last.actor(),)
        return
    if phrase.plural:
        if phrase.determiner != "possessive":
            if told is None and phrase.noun.title == "proche":
                told = casting.scene.state_for(draft.start, draft.end, place=True)
            draft.actors = (Actor(described(phrase, None, casting), "group", told or None),)
        return
    if phrase.noun.title in word_class("counterpart"):
        actor = casting.actor_of_state(told) if told else None
        if actor is not None and not is_qualified(phrase, casting):
            return  # "allié d'Erevan" is not Erevan
        if actor is None:
            found = other_state(draft, phrase, casting)
            actor = casting.actor_of_state(found) if found else None
        if actor is not None:
            draft.actors = (actor,)


def is_qualified(phrase: Phrase, casting: Casting) -> bool:
    """Whether the state is the adjective of the noun: "son allié russe", not "l'allié de Moscou"."""
    found = (casting.finder.found.get(i) for i in range(phrase.head, phrase.end))
    return any(one is not None and one.entry.form == "adjective" for one in found)


def _peer(draft: Draft, owner: Person, told: str | None, casting: Casting) -> None:
    """The one who holds the owner's office in another state."""
    best: tuple[float, Person] | None = None
    for person in casting.people:
        open_to = told is not None and person.guessed and not person.roles and not person.leader
        if (
            person is owner
            or not (person.country or open_to)
            or (person.country == owner.country and not open_to)
        ):
            continue
        if (told is not None and person.country != told and not open_to) or (
            draft.feminine and person.feminine is False
        ):
            continue
        unknown = told is not None and not person.roles and not person.leader and person.named
        unknown = unknown and person.first < draft.token.i + 60
        alike = bool(person.offices & owner.offices) or bool(
            person.offices & MINISTERS and owner.offices & MINISTERS
        )
        if alike or unknown:
            score = (
                2.0 * person.named
                + bool(person.offices & owner.offices)
                - 0.002 * abs(person.first - draft.token.i)
            )
            if best is None or score > best[0]:
                best = (score, person)
    if best is not None:
        if best[1].guessed and told is not None:
            best[1].country, best[1].guessed = told, False
        draft.person, draft.actors = best[1], (best[1].actor(),)
        return
    if told is None:
        told = next(iter(casting.parties.partners(owner.country or "")), None)
    if not told:
        return
    known = next((TITLES[office] for office in sorted(owner.offices) if office in TITLES), "homologue")
    title = owner.roles[0].title if owner.roles else known
    variant = casting.adjectives.get(told, 0)
    person = Person(titled(title, told, feminine=bool(draft.feminine), variant=variant), draft.token.i)
    person.country, person.feminine, person.named = told, draft.feminine, False
    for role in owner.roles[:1]:
        person.add_role(role.title, role.office)
    casting.people.append(person)
    draft.person, draft.actors = person, (person.actor(),)


def titled(title: str, country: str, *, feminine: bool = False, variant: int = 0) -> str:
    """A title with the state's adjective after its noun: "ministre turc des Affaires étrangères"."""
    words = title.split(" ")
    if words[0] in ("chef", "cheffe"):  # "chef de l'État français"
        return f"{title} {state_adjective(country, variant=variant)}".strip()
    place = next(
        (n for n, word in enumerate(words) if word.lower() in ("de", "des", "du", "à", "aux") or "'" in word),
        len(words),
    )
    adjective = state_adjective(country, feminine=feminine, variant=variant)
    return " ".join([*words[:place], *([adjective] if adjective else []), *words[place:]])


def last_state(draft: Draft, casting: Casting) -> str | None:
    """The state mentioned last before a phrase."""
    for other in reversed(casting.done):
        if (
            other.token.i < draft.start
            and other.actors
            and other.actors[0].kind == "state"
            and len(other.actors) == 1
        ):
            return other.actors[0].country
    return None


def realm(noun: str, draft: Draft, casting: Casting) -> str | None:
    """The state last named before a phrase that calls itself a kingdom, an emirate …"""
    wanted = states_called("royaume" if noun == "monarchie" else noun)
    for cue in reversed(casting.scene.cues):
        if cue.at < draft.start and cue.state in wanted:
            return cue.state
    return None


def other_state(draft: Draft, phrase: Phrase, casting: Casting) -> str | None:
    """The other party: the state most spoken of that is not the owner's."""
    own: set[str] = set()
    if phrase.owner is not None:
        own = {actor.country for actor in owners(phrase.owner, casting) if actor.country}
    else:
        scene = casting.scene.state_for(draft.start, draft.end)
        own = {scene} if scene else set()
    if not own:
        return None
    return next((state for state in casting.parties.partners(min(own)) if state not in own), None)
