"""Which mention of the cast a noun phrase of a sentence is."""

from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.actors import Cast, Mention
from depeche.reading.statements.documents import is_document
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase

BESIDE = 4  # characters between a name and what explains it
REACH = 9  # words between the commas around a name in apposition


def mention_of(cast: Cast, passage: Passage, phrase: NounPhrase) -> Mention | None:
    """The mention that a noun phrase is: at its head, around it, or the name inside a document's phrase."""
    token = passage.tokens[phrase.head]
    head = cast.mention_at(token)
    if head is not None and head.actors:
        return head
    low, high = passage.tokens[phrase.start].start, passage.tokens[phrase.end - 1].end
    inside = [m for m in cast.mentions if m.actors and m.span.start < high and m.span.end > low]
    covering = [m for m in inside if m.span.covers(token.span)]
    if covering:
        return max(covering, key=lambda mention: len(mention.span))
    named = [m for m in inside if m.span.start >= low]
    if named and (is_document(token) or token.pos == "PROPN"):
        return named[0]
    behind = passage.tokens[phrase.head + 1].start if phrase.head + 1 < phrase.end else -1
    if named and named[0].span.start == behind and named[0].actors[0].kind == "person":
        return named[0]  # "le bâtonnier Paul Lannoy": a title that no table knows
    return None


def apposed_name(cast: Cast, passage: Passage, k: int) -> Mention | None:
    """The person named between commas behind a pronoun: "l'un d'eux, le Suédois Nils Ek, …"."""
    if passage.lower(k) != ",":
        return None
    close = next((j for j in range(k + 1, min(k + REACH, len(passage))) if passage.lower(j) == ","), None)
    for j in range(k + 1, close or k):
        mention = cast.mention_at(passage.tokens[j])
        if mention is not None and mention.form == "name" and mention.actors[0].kind == "person":
            return mention
    return None


def titled_before(cast: Cast, relative: Token, actors: tuple[Actor, ...]) -> Mention | None:
    """The person in whose title the antecedent stands: "X, directrice de l'ONG Y, qui appelle à …"; else None.

    `actors` are those whom the antecedent alone names.
    """
    if not actors or actors[0].kind == "person":
        return None
    for mention in cast.mentions:
        ends = 0 < relative.start - mention.span.end < BESIDE
        if ends and mention.form == "name" and mention.actors[0].kind == "person":
            return mention
    return None
