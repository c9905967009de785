"""Questions that every reader asks of a tree: who is the subject, is it negated, in which tense."""

from depeche.language.syntax.links import antecedent, conjuncts, introducer, obliques, phrase, prepositions
from depeche.language.syntax.objects import objects
from depeche.language.syntax.subjects import own_subjects, subjects
from depeche.language.syntax.verbs import (
    Tense,
    auxiliaries,
    is_finite,
    is_infinitive,
    is_negated,
    is_participle,
    is_passive,
    is_reflexive,
    tense,
)
from depeche.language.syntax.words import (
    AUXILIARIES,
    CLAUSES,
    ETRE_VERBS,
    NEGATIONS,
    RAISING,
    SET_OFF,
    SUBJECT_CONTROL,
    SUBJECTS,
)

__all__ = [
    "AUXILIARIES",
    "CLAUSES",
    "ETRE_VERBS",
    "NEGATIONS",
    "RAISING",
    "SET_OFF",
    "SUBJECTS",
    "SUBJECT_CONTROL",
    "Tense",
    "antecedent",
    "auxiliaries",
    "conjuncts",
    "introducer",
    "is_finite",
    "is_infinitive",
    "is_negated",
    "is_participle",
    "is_passive",
    "is_reflexive",
    "objects",
    "obliques",
    "own_subjects",
    "phrase",
    "prepositions",
    "subjects",
    "tense",
]
