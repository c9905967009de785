"""Verbs, adjectives and nouns that tell a stance by themselves: "Riga dément", "Berlin s'y oppose", "favorable à"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from depeche.language.syntax import conjuncts, is_negated, is_passive, is_reflexive, prepositions, subjects
from depeche.language.token import Parse, Token
from depeche.lexicon import table
from depeche.model import Actor, Span, Stance, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.issues import fold
from depeche.reading.positions.stances import Stand

AHEAD = 120  # characters after the word in which what must follow it is looked for
FIRST_PERSON = ("je", "j'", "nous", "on")


class Entry(NamedTuple):
    """A row of the table: what must follow the word, who holds the stance, and which it is, plain and negated."""

    follows: re.Pattern[str] | None
    holder: str
    stance: Stance | None
    negated: Stance | None


def stands_of_verbs(parse: Parse, actors: Cast, statements: Sequence[Statement]) -> Iterator[Stand]:
    """The stances that words of the table tell, with the sentence of each."""
    for sentence in parse.sentences:
        for token in sentence.tokens:
            for entry in _entries().get(token.lemma, ()):
                stance = _stance(entry, token, parse)
                if stance is None:
                    continue
                content = parse.text[token.end : min(sentence.span.end, token.end + AHEAD)]
                for actor in _holders(entry, token, parse, actors, statements):
                    yield Stand(actor, stance, sentence.span, content=content.strip())
                break


def _stance(entry: Entry, token: Token, parse: Parse) -> Stance | None:
    if entry.holder == "self" and not is_reflexive(token):
        return None
    if entry.holder in ("subject", "self") and (token.pos not in ("VERB", "AUX") or is_passive(token)):
        return None
    if entry.holder == "agent" and not is_passive(token):
        return None
    if entry.follows is not None:
        after = fold(parse.text[token.end : token.end + AHEAD]).lstrip()
        before = fold(parse.text[max(0, token.start - 30) : token.start])
        clitic = " s'y " in before or " y " in before or "s'y " in before
        if not entry.follows.match(after) and not (clitic and entry.holder == "self"):
            return None
    return entry.negated if is_negated(token) else entry.stance


def _holders(
    entry: Entry, token: Token, parse: Parse, actors: Cast, statements: Sequence[Statement]
) -> Iterator[Actor]:
    if entry.holder == "agent":
        heads = [
            noun for child in token.children if prepositions(child) == "par" for noun in conjuncts(child)
        ]
    elif entry.holder == "of":
        heads = [noun for child in token.children if prepositions(child) == "de" for noun in conjuncts(child)]
    else:
        heads = subjects(token)
    for head in heads:
        found = actors.actors_of(head)
        if not found and head.lower in FIRST_PERSON:
            found = tuple(
                statement.speaker.actor
                for statement in statements
                if any(span.covers(Span(token.start, token.end)) for span in statement.content)
            )
        yield from found


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for row in table("stance_verbs"):
        entry = Entry(
            follows=re.compile(row["follows"]) if row["follows"] else None,
            holder=row["holder"],
            stance=cast(Stance, row["stance"]) if row["stance"] else None,
            negated=cast(Stance, row["negated"]) if row["negated"] else None,
        )
        found[row["lemma"]] = (*found.get(row["lemma"], ()), entry)
    return found
