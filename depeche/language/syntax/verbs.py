"""Of a verb: its form, its voice, its tense, and whether it is negated."""

from typing import Literal

from depeche.language.syntax.links import prepositions
from depeche.language.syntax.memory import remembered
from depeche.language.syntax.words import AUXILIARIES, CLAUSES, ETRE_VERBS, NEGATIONS
from depeche.language.token import Token

Tense = Literal[
    "past", "present", "imperfect", "future", "conditional", "subjunctive", "infinitive", "participle"
]


@remembered
def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and copulas of a verb, those of the first conjunct where it has none of its own."""
    found = [child for child in verb.children if child.dep in AUXILIARIES]
    if not found and verb.dep == "conj" and verb.head.pos in ("VERB", "ADJ", "AUX") and is_participle(verb):
        return auxiliaries(verb.head)
    return found


def is_finite(verb: Token) -> bool:
    """Whether the clause has a finite verb: the verb itself, its auxiliary or its copula."""
    return verb.feat("VerbForm") == "Fin" or any(aux.feat("VerbForm") == "Fin" for aux in auxiliaries(verb))


def is_infinitive(verb: Token) -> bool:
    """Whether the verb (or its auxiliary: "avoir signé") is an infinitive."""
    if verb.feats.get("VerbForm") == "Inf":
        return True
    if not verb.children and verb.dep != "conj":
        return False
    found = auxiliaries(verb)
    return bool(found) and found[0].feat("VerbForm") == "Inf"


def is_participle(verb: Token) -> bool:
    """Whether the verb form is a participle, present or past."""
    return verb.feats.get("VerbForm") == "Part"


@remembered
def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: with être and a passive subject, or a bare past participle on a noun."""
    relations = {child.dep for child in verb.children}
    if verb.lemma in ETRE_VERBS and "obl:agent" not in relations:
        return False
    if "aux:pass" in relations or "nsubj:pass" in relations:
        return True
    if "obl:agent" in relations and not any(
        child.dep == "aux:tense" and child.lemma == "avoir" for child in verb.children
    ):
        return True  # "ont condamné l'expulsion par Minsk": the agent is the noun's
    if auxiliaries(verb) or not is_participle(verb) or verb.feat("Tense") != "Past":
        return False
    return verb.dep in ("acl", "amod", "advcl", "parataxis:insert") or any(
        prepositions(child) == "par" for child in verb.children
    )


@remembered
def is_reflexive(verb: Token) -> bool:
    """Whether a reflexive clitic hangs on the verb."""
    return any(child.lower in ("se", "s'", "soi") and child.pos == "PRON" for child in verb.children)


@remembered
def is_negated(verb: Token) -> bool:
    """Whether the verb is negated; the restriction "ne … que" and "n'en … pas moins" are no negations."""
    tokens = [*verb.children, *[child for aux in auxiliaries(verb) for child in aux.children]]
    if not _is_denied(verb, tokens):
        return False
    words = {token.lower for token in tokens} | {inner.lower for child in tokens for inner in child.children}
    return not {"en", "pas", "moins"} <= words


def _is_denied(verb: Token, tokens: list[Token]) -> bool:
    """Whether a word of negation is among what hangs on a verb and its auxiliaries (`tokens`)."""
    lowers = {token.lower for token in tokens}
    has_ne = bool(lowers & {"ne", "n'"})
    if any(
        token.lower in NEGATIONS
        and token.child("det") is None
        and token.pos != "NOUN"
        and (has_ne or token.lower != "plus")
        for token in tokens
    ):
        return True
    if has_ne and any(word.lower == "ni" for token in tokens if token.dep.startswith("nsubj")
                      for word in token.subtree()):  # fmt: skip
        return True
    if has_ne and any(child.dep == "det" and child.lower in NEGATIONS
                      for token in verb.children for child in token.children):  # fmt: skip
        return True
    if not has_ne:
        return False
    inner = [word for child in verb.children if child.dep not in CLAUSES for word in child.children]
    return any(word.lower in ("personne", "rien", "nul", "nulle") for word in (*tokens, *inner))


@remembered
def tense(verb: Token) -> Tense:
    """The tense that the clause is told in, from the first auxiliary or the verb itself."""
    around = auxiliaries(verb)
    carriers = [aux for aux in around if aux.feats.get("VerbForm") == "Fin"]
    carrier = min(carriers, key=lambda aux: aux.i) if carriers else verb
    form, mood, time = carrier.feat("VerbForm"), carrier.feat("Mood"), carrier.feat("Tense")
    if form == "Inf" or any(aux.feats.get("VerbForm") == "Inf" for aux in around):
        return "infinitive"
    if form != "Fin" and carrier is verb:
        return "participle"
    if mood == "Cnd":
        return "conditional"
    if mood == "Sub":
        return "subjunctive"
    if time == "Fut":
        return "future"
    compound = carrier.dep == "aux:tense" or (carrier is not verb and carrier.lemma == "avoir")
    if compound or time == "Past":
        return "past"
    if time == "Imp":
        return "imperfect"
    return "present"
