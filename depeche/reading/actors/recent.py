"""Who acted or was named last: names and titles that follow each other without a link but that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.reading.actors.lexical import word_class

if TYPE_CHECKING:
    from depeche.model import Actor
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft
    from depeche.reading.actors.persons import Person
    from depeche.reading.actors.phrase import Phrase

NEAR = 2  # sentences within which a name and a title without one are brought together


def last_to_act(draft: Draft, told: str | None, casting: Casting) -> Person | None:
    """Whom "l'ancien ministre" or "ce responsable" means: the one who acted last, whatever the office now."""
    for other in reversed(casting.done):
        person = other.person
        if draft.token.sentence - other.token.sentence > NEAR:
            return None
        if person is None or not (other.subject or other.speaker):
            continue
        agrees = draft.feminine is None or person.feminine in (None, draft.feminine)
        if agrees and (told is None or person.country == told):
            return person
    return None


def adopt(draft: Draft, person: Person, casting: Casting) -> None:
    """Let a name without a title take the title that the sentence before used for somebody not yet named."""
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > NEAR:
            return
        holder = other.person
        if other.token.sentence == draft.token.sentence and other.token.head is draft.token.head:
            continue  # two arguments of one verb
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
        if draft.token.sentence - other.token.sentence > NEAR:
            return None
        person = other.person
        if other.start > draft.start:
            continue
        if person is not None and person.named and not person.roles and not person.leader and other.subject:
            return person
    return None


def lends_voice(other: Draft, casting: Casting) -> bool:
    """Whether somebody spoke for another: "par la voix de sa vice-ministre X"."""
    words = [token.lower for token in casting.tokens[max(0, other.start - 4) : other.start]]
    return "par" in words and bool({"voix", "bouche", "intermédiaire"} & set(words))


def last_association(draft: Draft, phrase: Phrase, casting: Casting) -> tuple[Actor, ...]:
    """The association that "l'ONG" or "l'organisation" takes up; none where a union of states was named later."""
    taken_up = phrase.determiner in ("definite", "demonstrative") and not phrase.plural and not phrase.is_told
    if phrase.noun.title not in word_class("association") or not taken_up:
        return ()
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > 2 * NEAR:
            break
        named = other.phrase is not None and other.phrase.body is not None
        if named and other.phrase is not None and other.phrase.noun.title in word_class("association"):
            return other.actors
        if other.sort == "organisation" and other.found is not None and other.found.entry.sort == "ngo":
            return other.actors
        if (
            other.sort == "organisation"
            and other.actors[0].kind == "igo"
            and phrase.noun.title == "organisation"
        ):
            break
    return ()


def last_pair(draft: Draft, casting: Casting) -> tuple[Actor, ...]:
    """The two who were named side by side as the subject of the sentence before or of this one."""
    for other in reversed(casting.done):
        if draft.token.sentence - other.token.sentence > 1:
            break
        if other.sort == "group" and other.subject and len(other.actors) == 2:
            return other.actors
    return ()


def host_and_guest(draft: Draft, casting: Casting) -> tuple[Draft | None, Draft | None]:
    """Who received whom, by the last verb of receiving before a mention."""
    for token in reversed(casting.tokens[: draft.start]):
        if draft.token.sentence - token.sentence > NEAR:
            break
        if token.lemma not in word_class("receiving_verb"):
            continue
        by_role = {child.dep: casting.at.get(child.i) for child in token.children}
        if "nsubj:pass" in by_role or "obl:agent" in by_role:
            return by_role.get("obl:agent"), by_role.get("nsubj:pass")
        return by_role.get("nsubj"), by_role.get("obj")
    return None, None
