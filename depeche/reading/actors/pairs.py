"""Two persons or groups named side by side, for the plurals that take them up."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from depeche.model import Actor
from depeche.reading.actors.drafts import governor, is_subject
from depeche.reading.actors.offices import UNIQUE, stands_for
from depeche.reading.actors.words import parts

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.persons import Person
    from depeche.reading.actors.phrase import Phrase

STOP = {
    "des",
    "deux",
    "pays",
    "de",
    "la",
    "l'",
    "le",
    "du",
    "d'",
    "etat",
    "etats",
    "gouvernements",
    "capitales",
}
LEADERS = {"head_of_state", "head_of_government"}
NEAR = 3  # sentences


def people(draft: Draft, phrase: Phrase, casting: Casting) -> list[Person]:
    """The last two persons before a phrase whose titles fit it, and who do not act on it in its clause."""
    feminine = True if phrase.noun.title == "femme" else None
    wanted = stands_for(phrase) or ({phrase.noun.office} if phrase.noun.office else set())
    shut = subject_states(draft, casting)
    found: list[Person] = []
    portfolio = set() if phrase.bare else set(parts(phrase.title)[1:]) - set(parts(phrase.noun.title)) - STOP
    for other in reversed(casting.done):
        pair = [person for actor in other.actors for person in casting.people if person.name == actor.name]
        near = draft.token.sentence - other.token.sentence <= NEAR
        if (
            near
            and not found
            and len(pair) == len(other.actors) == 2
            and all(_fits(p, wanted, portfolio) for p in pair)
        ):
            return sorted(pair, key=lambda person: person.first)  # "X et Y … les deux hommes"
        person = other.person
        if person is None or other.start >= draft.start or person in found or (person.country or "") in shut:
            continue
        if (feminine and person.feminine is False) or not _fits(person, wanted, portfolio):
            continue
        if found and person.country and person.country == found[0].country and wanted & UNIQUE:
            continue
        if found and not wanted and not _equals(person, found[0]):
            continue
        found.append(person)
        if len(found) == 2:
            break
    return sorted(found, key=lambda person: person.first)


def _fits(person: Person, wanted: Set[str], portfolio: Set[str]) -> bool:
    """Whether a person holds an office and portfolio that a plural title asks for."""
    if wanted and not person.offices & wanted:
        return False
    return not portfolio or any(portfolio <= set(parts(role.title)) for role in person.roles)


def _equals(one: Person, other: Person) -> bool:
    """Whether two persons may be named together: those who meet hold offices of one rank, as far as is known."""
    if not one.offices or not other.offices:
        return True
    return bool(one.offices & other.offices) or bool(one.offices & LEADERS and other.offices & LEADERS)


def two_groups(draft: Draft, casting: Casting) -> tuple[Actor, ...]:
    """The two groups or bodies named side by side before: "les deux mouvements"."""
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > NEAR:
            break
        if len(other.actors) == 2 and all(
            actor.kind in ("group", "institution", "igo") for actor in other.actors
        ):
            return other.actors
    return ()


def subject_states(draft: Draft, casting: Casting) -> set[str]:
    """The states of the subject of the clause in which the collective is no subject: a third party acts on two."""
    if is_subject(draft.token):
        return set()
    verb = governor(draft.token)
    shut: set[str] = set()
    for _ in range(3):
        for child in verb.children:
            other = casting.at.get(child.i)
            if is_subject(child) and other is not None and len(other.actors) == 1 and other.actors[0].country:
                shut.add(other.actors[0].country)
        if shut or verb.head is verb:
            return shut
        verb = verb.head
    return shut
