"""Actors for speakers that the cast does not hold as one: those who speak together, and those only described."""

from depeche.model import Actor
from depeche.model.actor import ActorKind
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase
from depeche.reading.statements.words import word_class


def together(actors: tuple[Actor, ...]) -> Actor:
    """One speaker for those who speak together; their country where they share one."""
    if len(actors) == 1:
        return actors[0]
    countries = {actor.country for actor in actors}
    return Actor(
        name=" et ".join(actor.name for actor in actors), kind="group",
        country=countries.pop() if len(countries) == 1 else None,
    )  # fmt: skip


def describe(passage: Passage, phrase: NounPhrase) -> Actor:
    """An actor by the words of the text, without the determiner."""
    start = phrase.start
    while start < phrase.head and (passage.pos(start) == "DET" or passage.mark[start]):
        start += 1
    head = passage.tokens[phrase.head]
    kind: ActorKind = "person"
    if head.lemma.lower() in word_class("source") | word_class("document"):
        kind = "other"
    elif head.feat("Number") == "Plur":
        kind = "group"
    words = passage.stretch(start, phrase.end).of(passage.text).split()
    return Actor(name=" ".join(words), kind=kind)
