"""The objects of an active verb, wherever the parse hung them, and the subjects that a relative clause shares."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.clitics import stands_apart, taken_up
from depeche.reading.events.words import words

DAYS = words("days and months") | {"soir", "matin"}
SET_PHRASES = words("nouns of set phrases")
WITHOUT_DE = words("verbs without de")


def objects_of(
    verb: Token, subjects: list[Token], own: list[tuple[str, Token]], *, reflexive: bool
) -> list[Token]:
    """Whom or what an active verb is done to; `own` are its complements with their prepositions."""
    counted = [child for child in verb.children if child.i > verb.i and _counts(child)]
    if counted:
        return counted  # "a expulsé **plus de mille Haïtiens**, une pratique …"
    found = [
        token
        for token in syntax.objects(verb)
        if token.lower not in ("se", "s'") and not stands_apart(token, verb)
    ]
    if not found:  # "accuse à son tour **Kinshasa** de …"
        found = [
            name
            for child in verb.children
            if child.i > verb.i and child.lemma in SET_PHRASES
            for name in child.children
            if name.pos == "PROPN" and not syntax.prepositions(name)
        ]
    if not found:  # "juge inacceptable **la proposition**", "rend possible **un accord**"
        found = [
            noun
            for child in verb.children
            if child.dep == "xcomp" and child.pos == "ADJ" and child.i > verb.i
            for noun in child.children
            if noun.dep == "obj" and noun.i > child.i
        ]
    if not found and verb.lemma in WITHOUT_DE:  # "s'échangent **des données**"
        found = [
            child
            for child in verb.children
            if child.i > verb.i and child.dep.startswith("obl") and _is_bare_plural(child)
        ]
    if not found and verb.dep == "case" and verb.pos == "VERB":
        found = [verb.head]  # "…, **exhortant** Washington à …", read as a preposition
    found = [taken_up(token, verb, subjects) for token in found]
    if reflexive:
        found = [token for token in found if token.lower not in ("nous", "me", "m'", "vous")]
    if len(found) > 1:  # "a suspendu **fin septembre** cent millions"
        found = [token for token in found if not _is_part_of_month(token)]
    if not found and syntax.is_negated(verb):
        found = [filler for preposition, filler in own if preposition == "de" and filler.pos == "NOUN"]
    if not found and (noun := _relative_object(verb)) is not None:
        found = [noun]
    if not found and verb.pos == "VERB":
        found = [
            noun
            for child in verb.children
            for noun in syntax.conjuncts(child)
            if (child.dep == "xcomp" or (child.dep in ("obl:arg", "nmod") and not syntax.prepositions(child)))
            and (child.dep != "nmod" or any(inner.dep == "nmod" for inner in child.children))
            and child.pos in ("NOUN", "PROPN")
            and child.i > verb.i
        ]
    return found


def all_joined(verb: Token, found: list[Token]) -> list[Token]:
    """The subjects, all that are joined where a relative clause in the plural follows ("A et **B, qui ont** …")."""
    if verb.dep != "acl:relcl" or len(found) != 1 or found[0] is not verb.head:
        return found
    carriers = (verb, *syntax.auxiliaries(verb))
    together = any(one.feat("VerbForm") == "Fin" and one.feat("Number") == "Plur" for one in carriers)
    if not together or found[0].feat("Number") == "Plur":
        return found
    first = found[0]
    while first.dep == "conj" and first.head.pos in ("NOUN", "PROPN"):
        first = first.head
    return syntax.conjuncts(first)


def _is_bare_plural(noun: Token) -> bool:
    """Whether "des" before a noun may be an article."""
    return any(child.lower == "des" and child.dep == "case" for child in noun.children)


def _relative_object(verb: Token) -> Token | None:
    """The noun before a relative "que" that was read as a conjunction ("la ville, **que** l'armée assiège")."""
    if verb.dep != "acl:relcl" or verb.pos != "VERB":
        return None
    que = next(
        (child for child in verb.children if child.dep == "mark" and child.lower in ("que", "qu'")), None
    )
    if que is None or que.i > verb.i:
        return None
    near = [
        word
        for word in (verb.head, *verb.head.head.children)
        if word.pos in ("NOUN", "PROPN") and word.i < que.i
    ]
    return max(near, key=lambda word: word.i, default=None)


def _is_part_of_month(noun: Token) -> bool:
    """Whether a noun only opens a date ("fin septembre", "début mai")."""
    return noun.lower in ("fin", "début", "courant") and any(child.lower in DAYS for child in noun.children)


def _counts(word: Token) -> bool:
    """Whether an adverb opens a number of people or things ("**plus** de mille", "**près** de trente")."""
    if word.dep != "advmod" or word.lower not in ("plus", "moins", "près"):
        return False
    return any(
        child.pos in ("NOUN", "PROPN")
        and syntax.prepositions(child) in ("de", "d'")
        and any(inner.pos == "NUM" or inner.dep == "nummod" for inner in child.children)
        for child in word.children
    )
