"""The subjects of a verb, its own and those that it takes from elsewhere."""

from depeche.language.syntax.links import antecedent, conjuncts, introducer, prepositions
from depeche.language.syntax.memory import remembered
from depeche.language.syntax.objects import is_anothers
from depeche.language.syntax.raising import is_raised_object, raised_objects
from depeche.language.syntax.verbs import is_finite, is_infinitive
from depeche.language.syntax.words import SUBJECT_CONTROL, SUBJECTS, TIMES
from depeche.language.token import Token


@remembered
def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself (inverted ones too), relative pronouns resolved."""
    found: list[Token] = []
    candidates = [child for child in verb.children if child.dep in SUBJECTS]
    if not candidates:  # "l'ambassadeur s'est **vu** remettre …": hung on the auxiliary
        carriers = [child for child in verb.children if child.dep == "aux:caus" and child.lemma == "voir"]
        candidates = [child for aux in carriers for child in aux.children if child.dep in SUBJECTS]
    for child in _own_side(verb, candidates) if candidates else ():
        if not is_raised_object(child):
            for token in conjuncts(_doubled(child) or child):
                found.append(antecedent(token) or token if token.pos == "PRON" else token)
    if len(found) > 1:  # "le ministre a-t-il déclaré": the clitic doubles a noun
        nouns = [token for token in found if token.pos != "PRON"]
        if nouns and any(token.dep in SUBJECTS and token.pos != "PRON" for token in found):
            found = [
                t for t in found if not (t.pos == "PRON" and t.lower in ("il", "elle", "ils", "elles", "on"))
            ]
    return found


def _own_side(verb: Token, candidates: list[Token]) -> list[Token]:
    """Subjects after the conjunction of the verb's clause, where there are some ("X, tandis que **Rome** promet")."""
    marks = [child.i for child in verb.children if child.dep == "mark" and child.i < verb.i]
    words = [verb]
    for word in words:
        words += word.children
    marks += sorted(word.i for word in words if word.lower == "dont" and word.i < verb.i)
    after = [child for child in candidates if marks and child.i > marks[-1]]
    return after or _after_topic(candidates, verb)


def _after_topic(candidates: list[Token], verb: Token) -> list[Token]:
    """Subjects after a colon, where a headline names its topic before one ("Tchad : à Paris, **le ministre** nie")."""
    if len(candidates) < 2:
        return candidates
    colons = [word.i for word in verb.subtree() if word.text == ":" and word.i < verb.i]
    after = [child for child in candidates if colons and child.i > colons[-1]]
    return after or candidates


def _doubled(pronoun: Token) -> Token | None:
    """The noun that a pronoun set off by commas takes up ("**L'Otan**, elle, offre …")."""
    if pronoun.pos != "PRON" or pronoun.lower not in ("lui", "elle", "eux", "elles"):
        return None
    for child in reversed([child for child in pronoun.head.children if child.i < pronoun.i]):
        if child.text == ",":
            continue
        if child.pos in ("NOUN", "PROPN") and child.dep in (
            "obl:mod",
            "dislocated",
            "dep",
            "nmod",
            "vocative",
        ):
            return None if any(sub.dep in ("case", "mark") for sub in child.children) else child
        return None
    return None


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says: its own subject, or the one that coordination or control gives it.

    For a passive this is the grammatical subject. Empty where the text gives none.
    """
    seen: set[int] = set()
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        found = own_subjects(token)
        if found:
            return found
        head = token.head
        if token.dep == "parataxis:insert" and raised_objects(token):
            earlier = [child for child in head.children if child.dep in SUBJECTS and child.i < token.i]
            if earlier:
                return conjuncts(earlier[-1])
        if is_finite(token) and token.feat("Mood") != "Imp" and (bare := _bare_nominal(token)):
            return bare
        if head is token:
            return _said_before(token)
        if token.dep == "conj":
            token = head
        elif token.dep in ("xcomp", "aux:caus") or (
            token.dep in ("ccomp", "obl:arg", "obj") and is_infinitive(token)
        ):
            controller = _object_controller(head)
            if controller and introducer(token) != "pour":
                return controller
            token = head
        elif token.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
            if is_infinitive(token):
                return []
            return [head]
        elif token.dep in ("advcl", "acl", "obl:mod", "obl", "parataxis", "parataxis:insert"):
            if is_finite(token):
                return []
            token = head
        else:
            return []
    return []


def _said_before(verb: Token) -> list[Token]:
    """Who says an infinitive that the parse made the main verb ("Pékin, par X, **a affirmé** avoir fourni …")."""
    if not is_infinitive(verb):
        return []
    sayings = [child for child in verb.children if child.dep == "parataxis:insert" and child.i < verb.i]
    return own_subjects(sayings[-1]) if sayings else []


def _bare_nominal(verb: Token) -> list[Token]:
    """The noun before a finite verb that the parser gave another relation than subject, where it has no preposition."""
    for child in reversed([child for child in verb.children if child.i < verb.i]):
        if child.pos not in ("NOUN", "PROPN") or child.dep not in (
            "dislocated",
            "obl:mod",
            "nmod",
            "dep",
            "vocative",
        ):
            continue
        if not any(sub.dep in ("case", "mark") for sub in child.children) and child.lower not in TIMES:
            return conjuncts(child)
    return []


def _object_controller(verb: Token) -> list[Token]:
    if verb.lemma in SUBJECT_CONTROL or not any(is_infinitive(child) for child in verb.children):
        return []
    raised = raised_objects(verb)
    if raised:
        return raised
    for child in verb.children:
        if child.dep in ("obj", "iobj") and not (child.pos == "PRON" and child.lower in ("se", "s'")):
            if child.dep == "obj" and is_anothers(child, verb):
                continue
            return conjuncts(child)
        if child.dep == "obl:arg" and prepositions(child) == "à" and not is_infinitive(child):
            return conjuncts(child)
    return []
