"""Titles and nouns without a name: "le ministre", "la diplomatie russe", "une source diplomatique colombienne"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor, ActorKind
from depeche.reading.actors import relations
from depeche.reading.actors.persons import Person
from depeche.reading.actors.wording import described
from depeche.reading.actors.words import fold, parts

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.phrases import Phrase

# Which kinds of office a bare title may stand for.
STANDS_FOR = {
    "président": {"head_of_state"}, "chef de l'État": {"head_of_state"}, "dirigeant": {"head_of_state", "head_of_government"},
    "leader": {"head_of_state", "head_of_government", "party"}, "souverain": {"head_of_state"},
    "monarque": {"head_of_state"}, "numéro un": {"head_of_state"}, "homme fort": {"head_of_state"},
    "Premier ministre": {"head_of_government"}, "chef du gouvernement": {"head_of_government"},
    "ministre": {"minister", "foreign_minister", "diplomat"}, "vice-ministre": {"diplomat", "minister"},
    "chef de la diplomatie": {"foreign_minister"}, "ministre des Affaires étrangères": {"foreign_minister"},
    "diplomate": {"diplomat", "foreign_minister", "envoy", "spokesperson"},
    "haut diplomate": {"diplomat", "foreign_minister", "envoy"}, "plus haut diplomate": {"foreign_minister"},
    "émissaire": {"envoy", "diplomat"}, "envoyé": {"envoy", "diplomat"}, "médiateur": {"envoy", "generic", "military"},
    "ambassadeur": {"diplomat"}, "représentant": {"diplomat", "envoy", "generic", "igo_official"},
    "porte-parole": {"spokesperson"}, "négociateur": {"diplomat", "envoy"},
}  # fmt: skip
FIRST_PERSON = {"notre", "nos", "mon", "ma", "mes"}
ANYONE = {"responsable", "haut responsable", "officiel", "dirigeant", "haut fonctionnaire", "fonctionnaire", "personnalité"}


def resolve(draft: Draft, casting: Casting) -> None:
    """Resolve a phrase without a name in place."""
    phrase = draft.phrase
    assert phrase is not None
    kind = phrase.noun.kind
    definite = phrase.determiner in ("definite", "demonstrative", "possessive")
    each = phrase.noun.kind == "state" and casting.tokens[phrase.start].lower == "chaque"
    if each or (phrase.plural and (definite or phrase.members)):
        draft.actors = casting.collective(draft, phrase)
        if draft.actors:
            draft.form = "collective" if len(draft.actors) > 1 else "metonym"
            return
    short = casting.short_form(draft, phrase)
    if short is not None:
        draft.actors, draft.form = (short,), "name"
    elif kind == "relational":
        relations.resolve(draft, phrase, casting)
    elif kind in ("office", "people"):
        _person(draft, phrase, casting)
    elif kind == "state":
        _state(draft, phrase, casting)
    elif kind in ("institution", "outlet"):
        _body(draft, phrase, casting)
    elif kind in ("source", "armed", "group"):
        _others(draft, phrase, casting)


def own_state(draft: Draft, phrase: Phrase, casting: Casting, *, place: bool = False) -> str | None:
    """The state of a phrase: by its words, its owner, the person in its complement, or the scene; "" for none."""
    told = casting.state_of(phrase)
    if told is not None:
        return told
    if phrase.person is not None:
        named = casting.at.get(phrase.person)
        if named is not None and named.person is not None:
            return named.person.country or None
    if phrase.owner is not None and casting.tokens[phrase.owner].lower in FIRST_PERSON:
        speaker = casting.speaker_at(phrase.owner)
        if speaker is not None and speaker.country is not None:
            return speaker.country
    if phrase.owner is not None:
        owners = relations.owners(phrase.owner, casting)
        if owners:
            return owners[0].country or ""
    if "leur" in casting.tokens[phrase.start].lower:
        return None
    but = casting.opponents(draft) | {host.country or "" for host in phrase.host}
    return casting.scene.state_for(draft.start, draft.end, place=place, but=but)


def _person(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    indefinite = phrase.determiner in ("indefinite", "") or phrase.plural
    if not indefinite:
        person = antecedent_person(draft, phrase, casting)
        if person is not None:
            draft.person, draft.actors, draft.form = person, (person.actor(),), "title"
            if draft.feminine is None:
                draft.feminine = person.feminine
            return
        person = last_untitled(draft, casting) if phrase.noun.kind == "office" and phrase.determiner == "definite" else None
        if person is not None and (draft.feminine is None or person.feminine in (None, draft.feminine)):
            told = casting.state_of(phrase)
            person.country = told if told is not None else person.country
            person.add_role(phrase.title, phrase.noun.office)
            draft.person, draft.actors, draft.form = person, (person.actor(),), "title"
            return
    stateless = phrase.noun.title == "personne" and not phrase.plural
    country = own_state(draft, phrase, casting, place=phrase.noun.kind == "people")
    if stateless or (phrase.plural and phrase.noun.kind == "office" and indefinite and phrase.owner is None):
        country = casting.state_of(phrase)
    kind: ActorKind = "group" if phrase.plural else "other" if stateless else "person"
    actor = Actor(described(phrase, country, casting), kind, country or None)
    draft.actors = (actor,)
    if not phrase.plural and phrase.noun.kind == "office":
        person = Person(actor.name, draft.token.i)
        person.country, person.feminine, person.named = country, draft.feminine, False
        person.add_role(phrase.title, phrase.noun.office)
        casting.people.append(person)
        draft.person, draft.form = person, "title"


def antecedent_person(draft: Draft, phrase: Phrase, casting: Casting) -> Person | None:
    """The person of the article whom a definite title means: the one it fits best, of those the one named last."""
    told = casting.state_of(phrase)
    if told is None and phrase.owner is not None:
        found = relations.owners(phrase.owner, casting)
        told = found[0].country if found else None
    if told is None and phrase.noun.office == "foreign_minister" and phrase.bare:
        told = casting.scene.state_for(draft.start, draft.end, but=casting.opponents(draft)) or None
    best: tuple[float, Person] | None = None
    for person in casting.people:
        if any(d.person is person and d.start <= draft.start < d.end for d in casting.drafts if d.sort == "person"):
            continue  # "X, envoyé spécial du président": another one
        fit = fits(draft, phrase, person, told)
        if fit <= 0:
            continue
        last = max((d.token.i for d in casting.done if d.person is person), default=-1)
        if last < 0 and not (fit >= 3 or (fit >= 1.8 and told and person.offices & UNIQUE)):  # named only later
            continue
        distance = casting.tokens[draft.token.i].sentence - casting.tokens[last].sentence if last >= 0 else 9
        score = fit - 0.1 * min(distance, 10)
        if best is None or score > best[0]:
            best = (score, person)
    return best[1] if best and best[0] > 0 else None


def fits(draft: Draft, phrase: Phrase, person: Person, told: str | None) -> float:
    """How well a title without a name fits a person, 0 for not at all."""
    if draft.feminine is not None and person.feminine not in (None, draft.feminine):
        return 0.0
    if told is not None and (person.country or "") != told:
        return 0.0
    wanted = set(parts(phrase.title)) - STOP
    exact = 0.0
    for role in person.roles:
        words = set(parts(role.title)) - STOP
        if wanted <= words:
            exact = max(exact, 3.0 if len(wanted) > 1 or wanted == words else 2.2)
    if exact:
        return exact
    if phrase.bare and person.offices & stands_for(phrase):
        return 2.0
    if phrase.noun.office == "foreign_minister" and "foreign_minister" in person.offices:
        return 1.9
    if phrase.noun.title in CHIEFS and not phrase.bare:  # "la patronne de la Coopération régionale"
        portfolio = wanted - set(parts(phrase.noun.title)) - {"patronne", "cheffe", "numero", "un"}
        if portfolio and any(portfolio <= set(parts(role.title)) for role in person.roles):
            return 2.5
    if phrase.noun.title in ANYONE and phrase.bare and (person.roles or person.leader):
        return 1.2
    return 0.0


STOP = {"de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "et"}
UNIQUE = {"head_of_state", "head_of_government", "foreign_minister", "diplomat", "spokesperson"}
MONARCHS = {"roi", "sultan", "émir", "prince", "empereur", "pape", "grand-duc", "souverain", "monarque", "régent", "chancelier",
            "taoiseach", "gouverneur", "guide"}  # fmt: skip
CHIEFS = {"patron", "chef", "numéro un", "responsable", "titulaire"}


def stands_for(phrase: Phrase) -> set[str]:
    """The kinds of office that a title alone may mean."""
    title = phrase.noun.title
    for former in ("ancien ", "ancienne ", "ex-"):
        title = title.removeprefix(former)
    if title in STANDS_FOR:
        return STANDS_FOR[title]
    return {phrase.noun.office} if phrase.noun.office in UNIQUE and title.split(" ")[0] not in MONARCHS else set()


def adopt(draft: Draft, person: Person, casting: Casting) -> None:
    """Let a name without a title take the title that the sentence before used for somebody not yet named."""
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > 2:
            return
        holder = other.person
        if holder is None or holder.named or not other.subject or not (draft.subject or draft.speaker):
            continue
        if person.feminine is not None and holder.feminine not in (None, person.feminine):
            continue
        person.country = holder.country
        for role in holder.roles:
            person.add_role(role.title, role.office)
        person.feminine = holder.feminine if person.feminine is None else person.feminine
        for earlier in casting.done:
            if earlier.person is holder:
                earlier.person = person
        casting.people.remove(holder)
        return


def last_untitled(draft: Draft, casting: Casting) -> Person | None:
    """The person named shortly before without any title, who takes the one that follows."""
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > 2:
            return None
        person = other.person
        if person is not None and person.named and not person.roles and not person.leader and other.subject:
            return person
    return None


def _state(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """A government or side is its state: "le gouvernement péruvien", "la partie chinoise", "son pays"."""
    noun = phrase.noun.title
    told = casting.state_of(phrase)
    if told == "" or (phrase.determiner == "indefinite" and (told is None or noun == "partie")):
        return
    if told is None and noun in REALMS and phrase.owner is None:
        told = relations.realm(noun, draft, casting)
    if noun in ("pays", "voisin", "nation", "capitale") and told is None and phrase.owner is None:
        if phrase.determiner == "demonstrative" or noun == "voisin":
            told = relations.last_state(draft, casting)
        elif phrase.determiner == "definite" and noun == "pays" and not phrase.plural:
            told = casting.scene.state_for(draft.start, draft.end)
    elif noun == "voisin" and phrase.owner is not None and told is None:
        told = relations.other_state(draft, phrase, casting)
    elif told is None and (noun not in ("camp", "partie", "côté", "version", "État", "république", "nation")):
        told = own_state(draft, phrase, casting)
    elif told is None and phrase.owner is not None:
        told = own_state(draft, phrase, casting)
    actor = casting.actor_of_state(told) if told else None
    if actor is not None and not phrase.plural or (actor is not None and noun in ("autorité", "pouvoir")):
        draft.actors, draft.form = (actor,), "metonym"


BLOCS = {"organisation", "alliance", "union", "communauté", "instance", "institution", "bloc", "ligue"}
REALMS = {"royaume", "émirat", "sultanat", "monarchie", "principauté"}


def _body(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """An institution or outlet of a state."""
    if phrase.body is not None:
        country = phrase.body.country
        if country is None and phrase.body.kind == "outlet":
            country = own_state(draft, phrase, casting, place=True) or None
        draft.actors = (Actor(phrase.body.name, phrase.body.kind, country),)
        return
    if phrase.noun.kind == "outlet" and phrase.determiner == "definite" and phrase.bare:
        last = next((d for d in reversed(casting.done) if d.actors and d.actors[0].kind == "outlet"), None)
        if last is not None and not phrase.states:
            draft.actors = last.actors
            return
    if phrase.bodies and not phrase.states and phrase.noun.kind == "institution":
        body = phrase.bodies[0]
        if body.kind == "igo" and phrase.determiner != "indefinite":
            draft.actors = (body,)
            return
    country = own_state(draft, phrase, casting, place=True)
    kind: ActorKind = "outlet" if phrase.noun.kind == "outlet" else "institution"
    draft.actors = (Actor(described(phrase, country, casting), kind, country or None),)


def is_bloc(phrase: Phrase, casting: Casting) -> bool:
    """Whether a phrase takes up an organisation named before: "l'organisation", "le bloc régional"."""
    if phrase.noun.title not in BLOCS or phrase.determiner not in ("definite", "demonstrative") or phrase.plural:
        return False
    if phrase.states or any(body.name for body in phrase.bodies) or not phrase.bare:
        return False
    words = {fold(token.text) for token in casting.tokens[phrase.head + 1 : phrase.end]}
    return not words & {"internationale", "mondiale", "international", "mondial"} and (
        bool(words) or phrase.noun.title in ("organisation", "alliance", "bloc")
    )


def _others(draft: Draft, phrase: Phrase, casting: Casting) -> None:
    """Sources, armed groups and other collectives: a state only where their words or (for civilians) the scene give one."""
    if phrase.determiner in ("definite", "demonstrative") and phrase.noun.kind == "source":
        last = next((d for d in reversed(casting.done) if d.phrase and d.speaker and d.phrase.determiner == "indefinite"
                     and d.phrase.noun.kind in ("source", "office", "people")), None)  # fmt: skip
        if last is not None:
            draft.actors, draft.person = last.actors, last.person
            return
    if phrase.body is not None:
        draft.actors = (phrase.body,)
        return
    told = casting.state_of(phrase)
    if is_bloc(phrase, casting):
        last = next((d for d in reversed(casting.done) if d.sort == "organisation" and d.actors[0].kind == "igo"), None)
        if last is not None:
            draft.actors, draft.form = last.actors, "metonym"
            return
    country = None
    if phrase.noun.kind == "source":
        country = told
    elif phrase.noun.kind == "group":
        country = told
        if told is None and phrase.noun.title in ("opposition", "parti", "syndicat", "majorité"):
            country = casting.scene.state_for(draft.start, draft.end, place=True)
    kind: ActorKind = "other" if phrase.noun.kind == "source" else "group"
    draft.actors = (Actor(described(phrase, country, casting), kind, country or None),)
