"""Objects that are the subjects of the infinitive below them ("a vu Rome céder")."""

from depeche.language.syntax.links import conjuncts
from depeche.language.syntax.verbs import is_infinitive
from depeche.language.syntax.words import CLAUSES, RAISING, SUBJECTS
from depeche.language.token import Token


def is_raised_object(noun: Token) -> bool:
    """Whether a noun read as subject of an infinitive is the object of the verb above ("accuse Rome d'avoir menti")."""
    verb = noun.head
    if verb.lemma in RAISING and noun.i > verb.i and noun.pos in ("NOUN", "PROPN"):
        return any(
            mark.dep == "mark" and mark.pos == "ADP" and mark.i > noun.i
            for child in (*noun.children, *verb.children)
            if child.dep in CLAUSES
            for mark in child.children
        )
    if not is_infinitive(verb) or verb.head is verb:
        return False
    mark = next((child for child in verb.children if child.dep == "mark" and child.pos == "ADP"), None)
    return mark is not None and verb.head.i < noun.i < mark.i


def raised_objects(verb: Token) -> list[Token]:
    """The objects of a verb that the tree shows as subjects of the infinitive below it."""
    return [
        noun
        for child in (verb, *verb.children)
        if child is verb or child.dep in CLAUSES
        for subject in child.children
        if subject.dep in SUBJECTS and is_raised_object(subject)
        for noun in conjuncts(subject)
    ]
