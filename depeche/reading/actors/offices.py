"""What kinds of office a title alone may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from depeche.lexicon import cell_values, table
from depeche.model import Actor
from depeche.reading.actors.entries import inflections, states
from depeche.reading.actors.lexical import title_senses, word_class
from depeche.reading.actors.nouns import Noun
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.reading.actors.phrase import Phrase

# Offices that one person of a state holds: their title alone means that person.
UNIQUE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "diplomat", "spokesperson"})
MINISTERS = frozenset({"minister", "foreign_minister"})
# Officials who speak for an organisation even where their title names none.
UNNATIONAL = ("commissaire", "haut", "rapporteur")
PARTISAN = ("legislator", "party")
FORMER = ("ancien ", "ancienne ", "ex-")


def is_styled(phrase: Phrase) -> bool:
    """Whether a title is one of few states, or a style before a name ("le prince X"), not an office like others."""
    return phrase.noun.title.split(" ")[0] in word_class("monarch")


def is_former(phrase: Phrase) -> bool:
    """Whether a title is one held before: "l'ancien ministre", "l'ex-président"."""
    return phrase.noun.title.startswith(FORMER)


def is_unnational(noun: Noun) -> bool:
    """Whether an office is one of organisations alone: "la haute représentante", "le rapporteur spécial"."""
    return noun.office == "igo_official" and noun.title.lower().split(" ")[0] in UNNATIONAL


@cache
def _states() -> dict[str, tuple[Actor, ...]]:
    return {
        row["title"]: tuple(states()[code] for code in cell_values(row["state"]))
        for row in table("offices") if row["state"]
    }  # fmt: skip


def states_of_office(noun: Noun) -> tuple[Actor, ...]:
    """The few states that have an office ("conseillère fédérale": Switzerland), empty where many do."""
    return _states().get(noun.title, ())


@cache
def _partisans() -> dict[str, str]:
    return {form: row["iso3"] for row in table("partisans") for adjective in cell_values(row["adjectives"])
            for form in map(fold, inflections(adjective))}  # fmt: skip


def state_of_party(phrase: Phrase, words: Iterable[str]) -> str | None:
    """The state in whose assembly an adjective of party seats somebody ("le sénateur républicain"), or None."""
    if phrase.noun.office not in PARTISAN:
        return None
    return next((_partisans()[fold(word)] for word in words if fold(word) in _partisans()), None)


def is_posted(phrases: Iterable[Phrase]) -> bool:
    """Whether titles are of somebody sent abroad, whose state is not where the text is set."""
    return any(
        phrase.noun.office in ("diplomat", "envoy")
        or (phrase.noun.office == "igo_official" and phrase.states)  # "le haut-commissaire australien"
        for phrase in phrases
    )


def is_private(phrase: Phrase) -> bool:
    """Whether a noun says nothing of a state: scholars and journalists work and are asked anywhere."""
    return phrase.noun.title in word_class("private")


def is_outlaw(phrase: Phrase) -> bool:
    """Whether somebody leads or fights in an armed group, and so belongs to no state."""
    return phrase.noun.kind == "armed" or phrase.noun.title in word_class("outlaw")


def stands_for(phrase: Phrase) -> frozenset[str]:
    """The kinds of office that a title alone may mean; those who held one count for "l'ancien ministre"."""
    title = phrase.noun.title
    for former in FORMER:
        title = title.removeprefix(former)
    if title in title_senses():
        return title_senses()[title]
    return (
        frozenset({phrase.noun.office})
        if phrase.noun.office in UNIQUE and not is_styled(phrase)
        else frozenset()
    )
