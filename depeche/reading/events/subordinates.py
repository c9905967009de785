"""Verbs and attributes that complete a predicate: infinitives, finite clauses, what is said of subject or object."""

from collections.abc import Iterable

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.complements import preposition_key

QUALIFYING = frozenset(("qualifier", "traiter", "taxer", "considérer", "présenter"))
APART = ("advcl", "parataxis", "parataxis:insert", "conj")
CLAUSES = ("ccomp", "xcomp", "advcl", "obl:arg", "acl", "csubj")


def infinitives_under(heads: Iterable[Token]) -> list[tuple[str, Token]]:
    """Pairs of introducing preposition ("" for none) and infinitive among what hangs on some words."""
    found: list[tuple[str, Token]] = []
    for head in heads:
        for child in head.children:
            if not syntax.is_infinitive(child):
                continue
            mark = syntax.introducer(child)
            if child.dep in APART and not (child.dep == "advcl" and mark in ("à", "de", "pour")):
                continue
            found.extend(
                (preposition_key(syntax.introducer(verb)) or preposition_key(mark), verb)
                for verb in syntax.conjuncts(child)
                if syntax.is_infinitive(verb)
            )
    return found


def clauses_under(token: Token) -> list[tuple[str, Token]]:
    """Pairs of conjunction ("que", "si", "pour_que") and predicate of the finite clauses that complete a word."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep in CLAUSES and syntax.is_finite(child):
            mark = _conjunction(child)
            if child.dep == "advcl" and mark not in ("que", "pour_que", "à_ce_que"):
                continue
            found.extend((mark, verb) for verb in syntax.conjuncts(child))
    return found


def attributes_under(token: Token) -> list[Token]:
    """The attributes that hang on a word itself, the word where être links it to its subject."""
    found = [
        child
        for child in token.children
        if child.dep == "xcomp" and child.pos in ("ADJ", "NOUN", "VERB") and not syntax.is_infinitive(child)
    ]
    if token.lemma in QUALIFYING:  # "une décision qualifiée de **disproportionnée**"
        found += [
            child for child in token.children if child.dep == "advcl" and syntax.introducer(child) == "de"
        ]
    if any(child.dep == "cop" for child in token.children):
        found.append(token)
    return found


def _conjunction(verb: Token) -> str:
    """The conjunction of a clause, its preposition included ("pour_que"); "" where it has none."""
    marks = [
        {"qu'": "que", "s'": "si"}.get(sub.lower, sub.lower) for sub in verb.children if sub.dep == "mark"
    ]
    if "que" in marks and marks[0] in ("pour", "à"):
        return "pour_que" if marks[0] == "pour" else "à_ce_que"
    return marks[0] if marks else ""
