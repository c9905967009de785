"""Sentences that the parser cut where none can begin are joined again, and their trees with them."""

from depeche.language.repair.trees import move
from depeche.language.token import Token


def join_trees(first: list[Token], second: list[Token]) -> None:
    """Join two runs of tokens that are one sentence; a noun phrase becomes the subject of a verb without one."""
    left, right = _root(first), _root(second)
    if left is None or right is None:
        return
    nominal = left.pos in ("NOUN", "PROPN", "PRON") and not any(
        child.dep == "case" for child in left.children
    )
    verbal = right.pos in ("VERB", "AUX", "ADJ") and not any("subj" in child.dep for child in right.children)
    has_verb = any(token.feat("VerbForm") == "Fin" for token in first)
    if right.pos == "PUNCT":
        move(right, left, "punct")
    elif nominal and verbal and not has_verb:
        move(left, right, "nsubj:pass" if right.child("aux:pass") else "nsubj")
    elif not has_verb and any(token.feat("VerbForm") == "Fin" for token in second):
        move(left, right, "punct" if left.pos == "PUNCT" else "dislocated")
    else:
        move(right, left, "parataxis")


def _root(tokens: list[Token]) -> Token | None:
    return next((token for token in tokens if token.head is token), None)
