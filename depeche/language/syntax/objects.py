"""The objects of a verb, shared, displaced and doubled ones too."""

from depeche.language.syntax.links import antecedent, conjuncts, introducer, prepositions
from depeche.language.syntax.raising import raised_objects
from depeche.language.syntax.verbs import is_infinitive, is_passive
from depeche.language.syntax.words import CLAUSES, TIMES
from depeche.language.token import Token


def objects(verb: Token) -> list[Token]:
    """Direct objects, clitics and relative pronouns resolved to what they stand for where the tree tells it."""
    found: list[Token] = raised_objects(verb)
    found += _shared_objects(verb)
    for child in verb.children:
        if (child.dep == "obj" and not is_anothers(child, verb)) or (
            child.dep == "iobj" and not prepositions(child)
        ):
            for token in conjuncts(child):
                found.append(antecedent(token) or token)
    return found or _displaced_object(verb)


def is_anothers(noun: Token, verb: Token) -> bool:
    """Whether an object stands after a later verb that has none ("a rappelé X et massé **des troupes**").

    The later verb is coordinated, or a clause after another object ("accuse Rome d'avoir enlevé **les pêcheurs**").
    """
    first = next((child for child in verb.children if child.dep == "obj"), noun)
    if first is not noun:
        clauses = [child for child in verb.children if child.dep in CLAUSES]
        clauses += [child for child in first.children if child.dep in CLAUSES]
        for clause in clauses:
            marked = any(child.dep == "mark" and child.pos == "ADP" for child in clause.children)
            if marked and first.i < clause.i < noun.i and clause.child("obj") is None:
                return True
    for clause in verb.children:  # "a dit regretter **cette décision**"
        bare = clause.dep in ("xcomp", "ccomp") and is_infinitive(clause) and not introducer(clause)
        if bare and verb.i < clause.i < noun.i and clause.child("obj", "xcomp", "ccomp") is None:
            return True
    return any(
        other.dep == "conj"
        and other.pos == "VERB"
        and verb.i < other.i < noun.i
        and other.child("obj") is None
        for other in verb.children
    )


def _shared_objects(verb: Token) -> list[Token]:
    if verb.dep == "xcomp" and verb.child("obj") is None and verb.head.pos == "VERB":
        # "a félicité le Bénin d'avoir rouvert, le 10 avril, **le poste**"
        objects = [child for child in verb.head.children if child.dep == "obj"]
        if len(objects) > 1 and objects[-1].i > verb.i and is_anothers(objects[-1], verb.head):
            return conjuncts(objects[-1])
        return []
    if verb.dep in ("xcomp", "ccomp") and is_infinitive(verb) and verb.child("obj") is None:
        later = [child for child in verb.head.children if child.dep == "obj" and child.i > verb.i]
        return conjuncts(later[0]) if later and is_anothers(later[0], verb.head) else []
    if verb.dep != "conj" or verb.child("obj") is not None or verb.head.pos != "VERB":
        return []
    later = [child for child in verb.head.children if child.dep == "obj" and child.i > verb.i]
    return conjuncts(later[0]) if later and is_anothers(later[0], verb.head) else []


def _displaced_object(verb: Token) -> list[Token]:
    """The bare noun after what is set in between ("réunira jeudi, à Lomé, **les ministres**"), hung elsewhere."""
    if verb.pos != "VERB" or is_passive(verb) or not any(child.i > verb.i for child in verb.children):
        return []
    top = next((above for above in verb.ancestors() if above.head is above), verb)
    for token in top.subtree():
        if token.i <= verb.i:
            continue
        if (
            token.text in (";", ":", ".")
            or token.feat("PronType") == "Rel"
            or token.pos in ("VERB", "AUX", "SCONJ")
        ):
            return []
        if _is_partitive(token, verb):
            return conjuncts(token)
        if token.pos != "NOUN" or token.dep not in ("appos", "nsubj", "dep", "conj") or token.lower in TIMES:
            continue
        children = {child.dep for child in token.children}
        if token.head.i > token.i and token.head.pos in ("VERB", "AUX"):
            return []
        if children & {"det", "nummod"} and "case" not in children and token.head is not verb:
            return conjuncts(token)
    return []


def _is_partitive(noun: Token, verb: Token) -> bool:
    """Whether a noun right after a verb was read as a complement of one before it ("et fustigé **des taxes**")."""
    if noun.pos != "NOUN" or noun.dep != "nmod" or noun.head.i > verb.i:
        return False
    return any(child.i == verb.i + 1 and child.lower in ("des", "du", "de") for child in noun.children)
