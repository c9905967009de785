"""What an article tells of the persons it names: which one a name means, their titles and their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.reading.actors import recent, relations
from depeche.reading.actors.drafts import governor
from depeche.reading.actors.leaders import held_on
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.nouns import office_named
from depeche.reading.actors.offices import is_outlaw, is_styled
from depeche.reading.actors.opponents import opponents

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.persons import Person

REACH = 9  # tokens behind a name in which a clause may say whom it represents
LOCAL = ("party", "legislator", "judge")


def read_profiles(casting: Casting) -> None:
    """Give named persons what their own titles say anywhere in the article, then what is known of leaders."""
    for draft in casting.drafts:
        if draft.sort == "person":
            _choose(draft, casting)
            _read_titles(draft, casting)
    for person in casting.people:
        person.leader = held_on(person.leader, casting.article.published.value)
        if person.country is None and person.leader:
            person.country = max(person.leader, key=lambda leader: leader.first).state
    for draft in casting.drafts:  # "Mikhaïl Podoliak, conseiller de Volodymyr Zelensky"
        for phrase in draft.phrases:
            served = casting.at.get(phrase.person) if phrase.person is not None else None
            if draft.person and draft.person.country is None and served and served.person:
                draft.person.country = served.person.country


def _choose(draft: Draft, casting: Casting) -> None:
    """The person a name means: of one gender, and the one named last where a surname is shared."""
    fitting = [person for person in draft.candidates
               if draft.feminine is None or person.feminine in (None, draft.feminine)]  # fmt: skip
    fitting = fitting or draft.candidates
    if len(fitting) > 1:
        before = [other.person for other in casting.drafts
                  if other.sort == "person" and other.token.i < draft.token.i and other.person in fitting]  # fmt: skip
        draft.person = before[-1] if before else fitting[0]
    elif fitting:
        draft.person = fitting[0]
    if draft.person and draft.person not in casting.people:
        casting.people.append(draft.person)


def _read_titles(draft: Draft, casting: Casting) -> None:
    person = draft.person
    if person is None:
        return
    if person.feminine is None:
        person.feminine = draft.feminine
    given = _member_state(draft, casting)
    if person.country is None and given is not None:
        person.country = given
    if person.country is None:
        person.country = _represented(draft, casting)
    for phrase in draft.phrases:
        if is_outlaw(phrase) and person.country is None:
            person.country = ""
        if phrase.noun.kind in ("office", "people"):
            # "le prince X" and "le président catalan X" are no heads of state.
            lesser = phrase.local or (is_styled(phrase) and phrase.bare and not phrase.states)
            person.add_role(phrase.title, "" if lesser else phrase.noun.office)
        country = casting.state_of(phrase)
        if person.country is None:
            person.country = country
    if person.country is None:
        person.country = _qualified(draft, casting)


def _qualified(draft: Draft, casting: Casting) -> str | None:
    """The state of an adjective that stands with a name, whatever its noun: "la pianiste norvégienne X".

    It stands right before the name, or with the noun in apposition to it: "X, alpiniste polonaise, …".
    """
    first = draft.heads[-1]
    while first - 1 in draft.heads:
        first -= 1
    nouns = [
        child for i in range(first, draft.heads[-1] + 1) for child in casting.tokens[i].children
        if child.dep == "appos" and child.pos == "NOUN" and child.i > draft.heads[-1]
    ]  # fmt: skip
    adjectives = [child.i for noun in nouns for child in noun.children if child.dep == "amod"]
    for at in (first - 1, *adjectives):
        found = casting.finder.found.get(at)
        if found is not None and found.entry.form in ("adjective", "local") and found.end == at + 1 and (
            casting.tokens[at].text[:1].islower()
        ):  # fmt: skip
            return casting.likeliest(entry.actor for entry in found.entries).country
    return _of_party(draft, first, casting)


def _of_party(draft: Draft, first: int, casting: Casting) -> str | None:
    """The state of the party that stands with a name: "X (UDC)", "le député RN X"."""
    last = draft.heads[-1]
    opened = last + 1 < len(casting.tokens) and casting.tokens[last + 1].text == "("
    for at in (first - 1, last + 2 if opened else first - 1):
        found = casting.finder.found.get(at)
        if found is not None and found.entry.sort == "party":
            states = {entry.actor.country for entry in found.entries}
            return states.pop() if len(states) == 1 else None
    return None


def _same_noun(draft: Draft, casting: Casting) -> str | None:
    """The state that the article gives to the same noun elsewhere: "un soldat polonais …", "le soldat X"."""
    states: set[str | None] = set()
    for phrase in draft.phrases:
        if phrase.noun.kind != "people" and phrase.noun.office != "military":
            continue
        for other in casting.finder.phrases:
            if other is not phrase and other.noun.title == phrase.noun.title:
                states.add(casting.state_of(other))
    states.discard(None)
    return states.pop() if len(states) == 1 else None


def _represented(draft: Draft, casting: Casting) -> str | None:
    """The state that a relative clause says someone speaks for: "X, qui représentait Niamey"."""
    following = casting.tokens[draft.end : draft.end + REACH]
    words = [token.lower for token in following]
    if words[:2] != [",", "qui"] or following[2].lemma not in word_class("representing"):
        return None
    for token in following[3:]:
        found = casting.finder.found.get(token.i)
        if found is not None and found.entry.actor.country:
            return found.entry.actor.country
    return None


def _member_state(draft: Draft, casting: Casting) -> str | None:
    """The state that a plural title gives to one of its names: "les présidents du Pérou, X, et du Chili, Y"."""
    for phrase in casting.finder.phrases:
        for name in phrase.members:
            if name in draft.heads and name in phrase.member_states:
                return casting.likeliest(phrase.member_states[name]).country
    return None


def _is_private(person: Person) -> bool:
    """Whether nothing that the article says of a person gives a state: "Mme X, chercheuse"."""
    nouns = [office_named(role.title) for role in person.roles]
    titles = [
        noun.title if noun is not None else role.title for noun, role in zip(nouns, person.roles, strict=True)
    ]
    return bool(titles) and all(title.split(" ")[0] in word_class("private") for title in titles)


def _of_guest(draft: Draft, casting: Casting) -> str | None:
    """The state of whom an interview is with, for an official whom a question names without one."""
    verb = governor(draft.token)
    if not draft.subject or not any(child.lower in ("vous", "votre") for child in verb.children):
        return None  # "le ministre de l'Intérieur, X, vous a traité de …"
    if not all(phrase.noun.kind == "office" for phrase in draft.phrases):
        return None
    guest = casting.speaker_at(draft.token.i)
    return guest.country or None if guest is not None and guest is not draft.person else None


def settle(draft: Draft, casting: Casting) -> None:
    """Resolve a name in place; a state still open comes from the owner, an earlier title, or the scene."""
    person = draft.person
    if person is None:
        return
    for phrase in draft.phrases:
        if phrase.owner is not None or phrase.noun.kind == "relational":
            relations.settle_named(draft, phrase, person, casting)
    if not person.roles and person.country is None and not draft.phrases:
        recent.adopt(draft, person, casting)
    if person.country is None and draft.phrases and not draft.quoted:
        person.country = _of_guest(draft, casting)
    if person.country is None:
        person.country = _same_noun(draft, casting)
    if (
        person.country is None
        and (draft.phrases or draft.subject or draft.speaker)
        and not _is_private(person)
    ):
        local = any(phrase.noun.kind == "people" or phrase.noun.office in LOCAL for phrase in draft.phrases)
        but = opponents(draft, casting) | {
            host.country or "" for phrase in draft.phrases for host in phrase.host
        }
        country = casting.scene.state_for(draft.start, draft.end, but=but, place=local)
        if draft.phrases or casting.scene.leads(
            country, draft.start
        ):  # "X a remercié le Qatar" is not Qatar's
            person.country = country
        person.guessed = not draft.phrases
    draft.actors = (person.actor(),)
    if draft.feminine is None:
        draft.feminine = person.feminine
