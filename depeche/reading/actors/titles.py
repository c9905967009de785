"""Titles and nouns without a name: "le ministre", "la diplomatie russe", "une source diplomatique colombienne"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor, ActorKind
from depeche.reading.actors import bodies, collectives, groups, recent, relations
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.offices import UNIQUE, is_former, is_private, stands_for
from depeche.reading.actors.opponents import opponents
from depeche.reading.actors.persons import Person
from depeche.reading.actors.wording import described
from depeche.reading.actors.words import parts

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.gazetteer import Found
    from depeche.reading.actors.phrase import Phrase

FAR = 1.5  # the fit of a title that says no office: "le socialiste"
FORMER = ("ancien", "ex-", "ex ", "feu ")
STOP = {"de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "et"}


def resolve(draft: Draft, casting: Casting) -> None:
    """Resolve a phrase without a name in place."""
    phrase = draft.phrase
    assert phrase is not None
    kind = phrase.noun.kind
    each = phrase.noun.kind == "state" and casting.tokens[phrase.start].lower == "chaque"
    if not each and not bodies.is_actor(draft, phrase, casting):
        return
    shared = kind in ("people", "institution") and collectives.of_pair(phrase, casting)
    if each or (phrase.plural and (phrase.is_definite or phrase.members or shared)):
        draft.actors = collectives.members(draft, phrase, casting)
        if draft.actors:
            draft.form = "collective" if len(draft.actors) > 1 else "metonym"
            return
    fighters = phrase.noun.kind == "armed" or phrase.noun.title in word_class("fighter")
    if fighters and phrase.plural and phrase.bodies and phrase.bodies[0].kind == "group":
        draft.actors = (phrase.bodies[0],)  # "des combattants du M23" are the M23
        return
    short = bodies.short_form(draft, phrase, casting)
    if short is not None:
        draft.actors, draft.form = (short,), "name"
    elif kind == "relational":
        relations.resolve(draft, phrase, casting)
    elif kind in ("office", "people"):
        _person(draft, phrase, casting)
    elif kind == "state":
        bodies.resolve_state(draft, phrase, casting)
    elif kind in ("institution", "outlet"):
        bodies.resolve_body(draft, phrase, casting)
    elif kind in ("source", "armed", "group"):
        groups.resolve_group(draft, phrase, casting)


def _person(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    indefinite = phrase.determiner in ("indefinite", "") or phrase.plural
    if not indefinite:
        person = antecedent_person(draft, phrase, casting)
        if person is not None:
            draft.person, draft.actors, draft.form = person, (person.actor(),), "title"
            if draft.feminine is None:
                draft.feminine = person.feminine
            return
        person = (
            recent.last_untitled(draft, casting)
            if draft.subject and phrase.noun.kind == "office" and phrase.determiner == "definite"
            else None
        )
        if person is not None and (draft.feminine is None or person.feminine in (None, draft.feminine)):
            told = casting.state_of(phrase)
            person.country = told if told is not None else person.country
            person.add_role(phrase.title, phrase.noun.office)
            draft.person, draft.actors, draft.form = person, (person.actor(),), "title"
            return
    stateless = phrase.noun.title == "personne" and not phrase.plural
    private = is_private(phrase) and phrase.owner is None
    country = casting.state_of(phrase)
    if country is None and not private:
        country = bodies.own_state(draft, phrase, casting, place=phrase.noun.kind == "people")
    if stateless or (phrase.plural and phrase.noun.kind == "office" and indefinite and phrase.owner is None):
        country = casting.state_of(phrase)
    elif indefinite and phrase.plural and phrase.noun.kind == "people":
        country = None if _is_speakers(country, draft, phrase, casting) else country
    kind: ActorKind = "group" if phrase.plural else "other" if stateless else "person"
    name = described(phrase, country, casting)
    if country is None and phrase.plural and phrase.noun.title in word_class("anybody"):
        country = next(
            (host.country for host in phrase.host if host.country), None
        )  # "des voyageurs au Pérou"
    actor = Actor(name, kind, country or None)
    draft.actors = (actor,)
    if not phrase.plural and phrase.noun.kind == "office":
        person = Person(actor.name, draft.token.i)
        person.country, person.feminine, person.named = country, draft.feminine, False
        person.add_role(phrase.title, phrase.noun.office)
        casting.people.append(person)
        draft.person, draft.form = person, "title"


def _is_speakers(country: str | None, draft: Draft, phrase: Phrase, casting: Casting) -> bool:
    """Whether only who speaks gives a state to people in nobody's service (« accuse **certaines personnes** »)."""
    if not country or phrase.owner is not None or phrase.is_told or _is_complement(phrase, casting):
        return False
    if phrase.noun.title not in word_class("anybody"):
        return False
    if phrase.host:
        return True
    sentence = draft.token.sentence
    return not any(
        cue.state == country
        and cue.kind in ("place", "front")
        and 0 <= sentence - casting.tokens[cue.at].sentence < 2
        and not draft.start <= cue.at < draft.end
        for cue in casting.scene.cues
    )


def _is_complement(phrase: Phrase, casting: Casting) -> bool:
    """Whether a bare noun only says of what kind another is ("une prise **d'otages**")."""
    before = phrase.start - 1
    return phrase.start == phrase.head and before >= 0 and casting.tokens[before].lower in ("de", "d'", "d’")


def antecedent_person(draft: Draft, phrase: Phrase, casting: Casting) -> Person | None:
    """The person of the article whom a definite title means: the one it fits best, of those the one named last."""
    told = casting.state_of(phrase)
    if told is None and phrase.owner is not None:
        found = relations.owners(phrase.owner, casting)
        told = (found[0].country or "") if found else None
    if told is None and phrase.noun.office == "foreign_minister" and phrase.bare:
        told = casting.scene.state_for(draft.start, draft.end, but=opponents(draft, casting)) or None
    if is_former(phrase):
        return recent.last_to_act(draft, told, casting)
    best: tuple[float, Person] | None = None
    for person in casting.people:
        fit = fits(draft, phrase, person, told)
        if fit <= 0 or _bears(person, draft, casting):
            continue
        own = [d for d in casting.done if d.person is person]
        last = max((d.token.i for d in own), default=-1)
        known = fit >= 3 or (
            fit >= 1.8 and told and person.offices & UNIQUE
        )  # surely meant, though named only later
        if last < 0 and not known:
            continue
        distance = draft.token.sentence - casting.tokens[last].sentence if last >= 0 else 9
        score = fit - 0.1 * min(distance, 10)
        if fit < FAR and any(d.subject and d.token.sentence == casting.tokens[last].sentence for d in own):
            score += 0.05
        if best is None or score > best[0]:
            best = (score, person)
    if best is None and phrase.determiner == "demonstrative":  # "ce responsable"
        return recent.last_to_act(draft, told, casting)
    return best[1] if best and best[0] > 0 else None


def _bears(person: Person, draft: Draft, casting: Casting) -> bool:
    """Whether a title is part of the person's own: in "X, envoyé spécial du président" the president is another one."""
    return any(
        other.person is person and other.start <= draft.start < other.end
        for other in casting.drafts
        if other.sort == "person"
    )


def fits(draft: Draft, phrase: Phrase, person: Person, told: str | None) -> float:
    """How well a title without a name fits a person, 0 for not at all."""
    if draft.feminine is not None and person.feminine not in (None, draft.feminine):
        return 0.0
    if told is not None and (person.country or "") != told:
        return 0.0
    held = phrase.noun.kind == "office" and phrase.noun.title not in word_class("anyone")
    if held and person.roles and all(role.title.lower().startswith(FORMER) for role in person.roles):
        return 0.0  # "l'ancien ambassadeur X" is not "l'ambassadeur"
    wanted = set(parts(phrase.title)) - STOP
    exact = 0.0
    for role in person.roles:
        words = set(parts(role.title)) - STOP
        heads = {
            parts(one)[0] for one in role.title.split(" et ") if parts(one)
        }  # "conseiller d'État et ministre"
        if wanted <= words and parts(phrase.title)[0] in heads:
            exact = max(exact, 3.0 if len(wanted) > 1 or wanted == words else 2.2)
    if exact:
        return exact
    if phrase.bare and person.offices & stands_for(phrase):
        return 2.0
    if phrase.noun.office == "foreign_minister" and "foreign_minister" in person.offices:
        return 1.9
    if (
        phrase.noun.title in word_class("chief") and not phrase.bare
    ):  # "la patronne de la Coopération régionale"
        portfolio = wanted - set(parts(phrase.noun.title)) - {"patronne", "cheffe", "numero", "un"}
        if portfolio and any(portfolio <= set(parts(role.title)) for role in person.roles):
            return 2.5
    if phrase.noun.title in word_class("anyone") and phrase.bare and (person.roles or person.leader):
        return 1.2
    return 0.0


def resolve_inhabitants(draft: Draft, found: Found, casting: Casting) -> None:
    """Resolve "les Équatoriens" to them, "l'Estonienne" to the person of that origin who acted last."""
    actor = casting.likeliest(entry.actor for entry in found.entries)
    name = casting.tokens[found.start].text
    if not draft.plural:
        for other in reversed(casting.done):
            person = other.person
            if draft.token.sentence - other.token.sentence > recent.NEAR:
                break
            if person is None or person.country not in (actor.country, "", None):
                continue
            if not person.named and (person.country or not other.subject):
                continue
            if person.feminine in (None, found.entry.feminine):
                draft.person, draft.actors, draft.form = person, (person.actor(),), "title"
                return
    draft.actors = (Actor(name, "group" if draft.plural else "person", actor.country),)
