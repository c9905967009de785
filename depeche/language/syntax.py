"""Questions that every reader asks of a tree: who is the subject, is it negated, in which tense."""

from collections.abc import Callable, Iterator
from functools import wraps
from operator import attrgetter
from typing import Literal, TypeVar

from depeche.language.token import Token

Tense = Literal[
    "past", "present", "imperfect", "future", "conditional", "subjunctive", "infinitive", "participle"
]

AUXILIARIES = frozenset(("aux", "aux:tense", "aux:pass", "aux:caus", "cop"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
SET_OFF = frozenset(("acl:relcl", "appos", "parataxis", "parataxis:insert", "punct", "advcl"))
CLAUSES = ("ccomp", "advcl", "acl", "acl:relcl", "xcomp", "parataxis", "parataxis:insert")
# Verbs whose infinitive's subject is their object ("a appelé Kiev à négocier"): the object decides, not the lemma,
# except for these, whose object is the one promised to.
SUBJECT_CONTROL = {"promettre", "garantir", "assurer", "jurer", "offrir", "proposer", "menacer", "remercier"}
# Verbs whose object does what the infinitive after it says ("a accusé Rome d'avoir menti").
RAISING = frozenset(
    (
        "accuser",
        "soupçonner",
        "exhorter",
        "sommer",
        "presser",
        "prier",
        "conjurer",
        "suspecter",
        "enjoindre",
        "blâmer",
    )
)
# Verbs whose perfect has être: "sont convenues" is no passive.
ETRE_VERBS = frozenset(
    ("aller", "venir", "devenir", "descendre", "revenir", "parvenir", "intervenir", "survenir", "convenir",
     "arriver", "partir", "repartir", "rentrer", "entrer", "sortir", "mourir", "décéder", "naître", "rester", "tomber",
     "retourner")
)  # fmt: skip
_TIMES = frozenset(
    [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "hier",
        "matin",
        "soir",
        "jour",
        "semaine",
        "mois",
    ]
)
NEGATIONS = {"pas", "jamais", "plus", "rien", "aucun", "aucune", "nul", "nulle", "guère", "point", "aucunement",
             "nullement"}  # fmt: skip


Answer = TypeVar("Answer")
_UNASKED = object()


def _remembered(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question whose answer a token of a finished tree keeps: readers ask it of one verb up to six times."""
    name = ask.__name__

    @wraps(ask)
    def answer(token: Token) -> Answer:
        answers = token.answers
        if answers is None:
            return ask(token)
        found = answers.get(name, _UNASKED)
        if found is _UNASKED:
            found = ask(token)
            token.keep(name, found)
        return found  # type: ignore[no-any-return]

    return answer


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        if child.dep == "conj":
            found.extend(conjuncts(child))
    return found


@_remembered
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


@_remembered
def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself (inverted ones too), relative pronouns resolved."""
    found: list[Token] = []
    candidates = [child for child in verb.children if child.dep in SUBJECTS]
    if not candidates:  # "l'ambassadeur s'est **vu** remettre …": hung on the auxiliary
        carriers = [child for child in verb.children if child.dep == "aux:caus" and child.lemma == "voir"]
        candidates = [child for aux in carriers for child in aux.children if child.dep in SUBJECTS]
    for child in _own_side(verb, candidates) if candidates else ():
        if not _is_raised_object(child):
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


def _is_raised_object(noun: Token) -> bool:
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
        if token.dep == "parataxis:insert" and _raised_objects(token):
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
        if not any(sub.dep in ("case", "mark") for sub in child.children) and child.lower not in _TIMES:
            return conjuncts(child)
    return []


def _object_controller(verb: Token) -> list[Token]:
    if verb.lemma in SUBJECT_CONTROL or not any(is_infinitive(child) for child in verb.children):
        return []
    raised = _raised_objects(verb)
    if raised:
        return raised
    for child in verb.children:
        if child.dep in ("obj", "iobj") and not (child.pos == "PRON" and child.lower in ("se", "s'")):
            if child.dep == "obj" and _is_anothers(child, verb):
                continue
            return conjuncts(child)
        if child.dep == "obl:arg" and prepositions(child) == "à" and not is_infinitive(child):
            return conjuncts(child)
    return []


def _raised_objects(verb: Token) -> list[Token]:
    return [
        noun
        for child in (verb, *verb.children)
        if child is verb or child.dep in CLAUSES
        for subject in child.children
        if subject.dep in SUBJECTS and _is_raised_object(subject)
        for noun in conjuncts(subject)
    ]


def objects(verb: Token) -> list[Token]:
    """Direct objects, clitics and relative pronouns resolved to what they stand for where the tree tells it."""
    found: list[Token] = _raised_objects(verb)
    found += _shared_objects(verb)
    for child in verb.children:
        if (child.dep == "obj" and not _is_anothers(child, verb)) or (
            child.dep == "iobj" and not prepositions(child)
        ):
            for token in conjuncts(child):
                found.append(antecedent(token) or token)
    return found or _displaced_object(verb)


def _is_anothers(noun: Token, verb: Token) -> bool:
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
        if len(objects) > 1 and objects[-1].i > verb.i and _is_anothers(objects[-1], verb.head):
            return conjuncts(objects[-1])
        return []
    if verb.dep in ("xcomp", "ccomp") and is_infinitive(verb) and verb.child("obj") is None:
        later = [child for child in verb.head.children if child.dep == "obj" and child.i > verb.i]
        return conjuncts(later[0]) if later and _is_anothers(later[0], verb.head) else []
    if verb.dep != "conj" or verb.child("obj") is not None or verb.head.pos != "VERB":
        return []
    later = [child for child in verb.head.children if child.dep == "obj" and child.i > verb.i]
    return conjuncts(later[0]) if later and _is_anothers(later[0], verb.head) else []


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
        if token.pos != "NOUN" or token.dep not in ("appos", "nsubj", "dep", "conj") or token.lower in _TIMES:
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


def obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """Pairs of preposition and complement that hang on a verb; conjuncts share the preposition."""
    for child in verb.children:
        if child.dep.startswith("obl") or child.dep in ("iobj", "nmod"):
            preposition = prepositions(child)
            for token in conjuncts(child):
                yield prepositions(token) or preposition, token


@_remembered
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


@_remembered
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


@_remembered
def is_reflexive(verb: Token) -> bool:
    """Whether a reflexive clitic hangs on the verb."""
    return any(child.lower in ("se", "s'", "soi") and child.pos == "PRON" for child in verb.children)


@_remembered
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


@_remembered
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


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head without what is set off by commas: no relative clause, apposition or insertion."""
    found, todo = [], [token]
    while todo:
        current = todo.pop()
        found.append(current)
        todo += [child for child in current.children if child.dep not in SET_OFF]
    found.sort(key=attrgetter("i"))
    return found
