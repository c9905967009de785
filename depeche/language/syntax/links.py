"""What joins a word to its clause: conjunctions, prepositions, relative pronouns, complements."""

from collections.abc import Iterator
from operator import attrgetter

from depeche.language.syntax.memory import remembered
from depeche.language.syntax.words import SET_OFF
from depeche.language.token import Token


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        if child.dep == "conj":
            found.extend(conjuncts(child))
    return found


@remembered
def prepositions(token: Token) -> str:
    """The preposition that introduces a noun or infinitive, multiword ones joined by "_" ("auprès_de"); else ""."""
    for child in token.children:
        if child.dep in ("case", "mark") and child.pos in ("ADP", "SCONJ", "ADV"):
            parts = [child.lemma] + [part.lemma for part in child.children if part.dep == "fixed"]
            return "_".join(parts)
    return ""


def introducer(verb: Token) -> str:
    """The word that introduces an infinitive ("à", "de", "pour", "avant", "sans" …); "" where there is none."""
    marks = [
        child
        for child in verb.children
        if child.dep in ("mark", "case") and child.pos in ("ADP", "ADV", "SCONJ")
    ]
    first = min((child for child in marks if child.i < verb.i), key=lambda child: child.i, default=None)
    return "" if first is None else {"d'": "de", "afin": "pour"}.get(first.lower, first.lower)


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for, or None when the pronoun stands in no relative clause."""
    if pronoun.feat("PronType") != "Rel" and pronoun.lower not in ("qui", "que", "qu'", "dont", "lequel", "laquelle",
                                                                   "lesquels", "lesquelles"):  # fmt: skip
        return None
    for above in pronoun.ancestors():
        cleft = above.dep == "advcl" and above.head.child("expl:subj") is not None  # "**c'est** Rome qui …"
        if above.dep == "acl:relcl" or cleft:
            return above.head
    return _noun_before(pronoun) if pronoun.dep == "obj" and pronoun.lower in ("que", "qu'") else None


def _noun_before(pronoun: Token) -> Token | None:
    """The noun right before a relative pronoun whose clause the parse hung elsewhere ("reçu par X, **qu'**il …")."""
    top = next((above for above in pronoun.ancestors() if above.head is above), pronoun)
    for token in reversed([word for word in top.subtree() if word.i < pronoun.i]):
        if token.text == ",":
            continue
        if token.pos not in ("NOUN", "PROPN"):
            return None
        return token.head if token.dep.startswith("flat") else token
    return None


def obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """Pairs of preposition and complement that hang on a verb; conjuncts share the preposition."""
    for child in verb.children:
        if child.dep.startswith("obl") or child.dep in ("iobj", "nmod"):
            preposition = prepositions(child)
            for token in conjuncts(child):
                yield prepositions(token) or preposition, token


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head without what is set off by commas: no relative clause, apposition or insertion."""
    found, todo = [], [token]
    while todo:
        current = todo.pop()
        found.append(current)
        todo += [child for child in current.children if child.dep not in SET_OFF]
    found.sort(key=attrgetter("i"))
    return found
