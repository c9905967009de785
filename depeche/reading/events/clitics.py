"""Clitics of a verb: which stand before it, and what an object clitic takes up."""

from collections.abc import Sequence

from depeche.language import syntax
from depeche.language.token import Token

JOINED = ("conj", "parataxis", "parataxis:insert")
SPEAKERS = ("nous", "me", "m'", "vous")


def clitics_before(verb: Token, *, reflexive: bool) -> dict[str, Token]:
    """Clitics by name: lui (and leur, nous, me, vous as indirect object), y, en."""
    found: dict[str, Token] = {}
    for child in verb.children:
        if child.pos != "PRON" or child.i > verb.i:
            continue
        if stands_apart(child, verb):
            continue
        indirect = child.dep == "iobj" and child.lower not in ("se", "s'", "y", "en")
        if child.lower in ("lui", "leur") or indirect:
            found["lui"] = child
        elif child.lower in SPEAKERS and child.dep in ("obj", "iobj") and not reflexive:
            found.setdefault("lui", child)
        elif child.lower in ("y", "en"):
            found[child.lower] = child
    return found


def stands_apart(word: Token, verb: Token) -> bool:
    """Whether a pronoun stands in "quant à lui" and is no clitic."""
    return any(child.lower == "quant" and child.i == word.i - 2 for child in verb.children)


def taken_up(clitic: Token, verb: Token, subjects: Sequence[Token]) -> Token:
    """The object of an earlier verb that a clitic takes up ("a suspendu son aide, puis **l'**a rétablie"), or itself.

    Earlier verbs are those that the verb is joined to and those of relative clauses of its subjects.
    """
    if clitic.lower not in ("l'", "le", "la", "les") or clitic.pos != "PRON":
        return clitic
    earlier: list[Token] = []
    while verb.dep in JOINED and verb.head.pos == "VERB":
        verb = verb.head
        earlier.append(verb)
    earlier += [child for noun in subjects for child in noun.children if child.dep == "acl:relcl"]
    for before in earlier:
        objects = syntax.objects(before)
        nouns = [noun for noun in objects if noun.pos in ("NOUN", "PROPN") and noun.i < clitic.i]
        same = [noun for noun in nouns if (noun.feat("Number") == "Plur") == (clitic.lower == "les")]
        if nouns:
            return same[0] if len(same) == 1 else clitic
    return clitic
