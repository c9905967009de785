"""What kinds of office a title alone may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.reading.actors.lexical import title_senses, word_class

if TYPE_CHECKING:
    from depeche.reading.actors.phrase import Phrase

# Offices that one person of a state holds: their title alone means that person.
UNIQUE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "diplomat", "spokesperson"})
MINISTERS = frozenset({"minister", "foreign_minister"})
FORMER = ("ancien ", "ancienne ", "ex-")


def is_styled(phrase: Phrase) -> bool:
    """Whether a title is one of few states, or a style before a name ("le prince X"), not an office like others."""
    return phrase.noun.title.split(" ")[0] in word_class("monarch")


def is_former(phrase: Phrase) -> bool:
    """Whether a title is one held before: "l'ancien ministre", "l'ex-président"."""
    return phrase.noun.title.startswith(FORMER)


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
