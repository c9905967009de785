"""Main clauses that the parser split from their subject, and object relatives ("que Rome a quittée")."""

from depeche.language.repair.trees import move
from depeche.language.syntax import introducer, is_finite, is_infinitive
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_OPENINGS = ("après", "avant", "pour", "sans")
_NO_SUBJECT = frozenset(("après", "avant", "depuis", "dès", "malgré", "lors", "selon", "pendant", "durant"))
_SIDES = frozenset(("côté", "part", "tour"))
_CLAUSE_ENDS = frozenset(".;:!?")
_LOOSE = ("parataxis", "parataxis:insert", "appos", "acl", "acl:relcl", "dep", "conj")


def repair_subjects(sentence: Sentence) -> None:
    """Set split main clauses and object relatives of one sentence right, in place."""
    _lower_infinitive(sentence)
    _join_root(sentence)
    for token in sentence.tokens:
        if token.dep == "conj" and token.pos == "VERB" and token.head.pos in _NOMINAL:
            _join_participle(token, sentence)
        elif token.dep == "conj" and token.pos == "VERB":
            _join_finite(token)
        if token.dep == "parataxis:insert" and token.head.i > token.i:
            _unfold(token)
        if token.pos == "VERB" and token.dep != "acl:relcl":
            _claim_subject(token, sentence)
        if token.lower in ("que", "qu'") and token.dep == "case":
            _object_relative(token, sentence)


def _join_root(sentence: Sentence) -> None:
    """ "Rome, qui hésitait, a signé": the parser makes the noun the root and hangs the verb loosely on it."""
    root = sentence.root
    if root.pos not in _NOMINAL or any(child.dep in ("cop", "nsubj") for child in root.children):
        return
    verb = next((child for child in root.children if _is_loose_main(child, root)), None)
    if verb is None:
        return
    between = [token for token in sentence.tokens if root.i < token.i < verb.i]
    marks = [token.text for token in between]
    if (
        (not between and verb.dep != "parataxis")
        or _CLAUSE_ENDS & set(marks)
        or marks.count('"') % 2
        or marks.count("«") != marks.count("»")
    ):
        return
    for child in verb.children:
        if child.dep.startswith("nsubj") and child.i > verb.i:
            child.dep = "obj"
    move(verb, verb, "ROOT")
    move(root, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    for child in list(root.children):
        if child.i > verb.i and child.dep not in ("case", "det", "flat", "flat:name", "nmod", "amod"):
            move(child, verb, child.dep)


def _lower_infinitive(sentence: Sentence) -> None:
    """ "Après avoir signé, Rome a remercié Oslo": the clause with the finite verb is the main one."""
    root = sentence.root
    if introducer(root) not in _OPENINGS or not is_infinitive(root) or root.i - sentence.tokens[0].i > 6:
        return
    for token in sentence.tokens:
        if token.i <= root.i or token.pos != "VERB" or not is_finite(token):
            continue
        if token.dep in ("ccomp", "advcl") or any(child.dep == "mark" for child in token.children):
            continue
        if any(child.dep.startswith("nsubj") and child.feat("PronType") != "Rel" for child in token.children):
            for child in [child for child in root.children if child.i > token.i]:
                move(child, token, child.dep)
            move(token, token, "ROOT")
            move(root, token, "advcl")
            return


def _is_loose_main(child: Token, root: Token) -> bool:
    if child.i < root.i or child.pos != "VERB" or child.dep not in _LOOSE:
        return False
    if any(sub.dep == "mark" or sub.feat("PronType") == "Rel" for sub in child.children):
        return False
    if any(sub.dep.startswith("nsubj") and sub.i < child.i for sub in child.children):
        return False
    carriers = [child, *(sub for sub in child.children if sub.dep.startswith("aux"))]
    finite = next((word for word in carriers if word.feat("VerbForm") == "Fin"), None)
    if finite is None or finite.feat("Person") not in ("", "3"):
        return False
    return (
        not root.feat("Number") or not finite.feat("Number") or root.feat("Number") == finite.feat("Number")
    )


def _join_participle(verb: Token, sentence: Sentence) -> None:
    """ "a salué les négociateurs et promis un don": the parser joins the second participle to the noun before it."""
    if verb.feat("VerbForm") != "Part" or verb.feat("Tense") != "Past" or verb.child("aux:tense", "aux:pass"):
        return
    for token in reversed(sentence.tokens):
        if token.i < verb.head.i and token.pos == "VERB" and token.child("aux:tense", "aux:pass"):
            if token.feat("VerbForm") == "Part" and token not in verb.subtree():
                move(verb, token, "conj")
            return


def _join_finite(verb: Token) -> None:
    """ "a refusé de parler, mais exhorte Rome": a finite verb is not coordinated with an infinitive."""
    infinitive = verb.head
    if (
        verb.feat("VerbForm") != "Fin"
        or infinitive.feat("VerbForm") != "Inf"
        or infinitive.dep not in ("xcomp", "advcl", "acl")
    ):
        return
    above = infinitive.head
    while above.pos not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    if above.pos == "VERB" and above.feat("VerbForm") != "Inf" and above is not infinitive:
        move(verb, above, "conj")


def _unfold(verb: Token) -> None:
    """ "Le ministre a accusé la Grèce d'avoir percuté …": the main verb read as set in, its subject given away.

    A clause that is truly set in ("Rome, a dit le ministre, viendra") leaves the verb above with one subject.
    """
    above = verb.head
    own = [child for child in verb.children if child.dep.startswith("nsubj")]
    others = [child for child in above.children if child.dep.startswith("nsubj")]
    if not is_finite(verb) or len(own) != 1 or len(others) < 2 or own[0].i < verb.i:
        return
    if others[0].i > verb.i or others[-1].i < verb.i or own[0].pos not in _NOMINAL:
        return
    own[0].dep = "obj"
    move(others[0], verb, "nsubj")


def _claim_subject(verb: Token, sentence: Sentence) -> None:
    """The bare noun right before a finite verb is its subject, where the parser hung it loosely elsewhere."""
    subjects = [child for child in verb.children if child.dep.startswith("nsubj")]
    for child in subjects:  # "Après l'attaque, Abidjan a rappelé …": what a preposition leads is no subject
        if child.i < verb.i and any(sub.dep == "case" and sub.lower in _NO_SUBJECT for sub in child.children):
            child.dep = "obl:mod"
    if (
        not is_finite(verb)
        or verb.feat("Mood") == "Imp"
        or any(child.dep.startswith("nsubj") for child in subjects)
    ):
        return
    first = min(
        (child.i for child in verb.children if child.dep.startswith("aux") and child.i < verb.i),
        default=verb.i,
    )
    before = [token for token in sentence.tokens if token.i < first]
    while before and (before[-1].pos in ("ADV", "PRON", "AUX") and before[-1].feat("PronType") != "Rel"):
        before.pop()
    if not before:
        return
    noun = before[-1]
    while noun.dep in ("amod", "nmod", "flat", "flat:name", "appos", "acl") and noun.head.i < noun.i:
        if _stands_alone(noun, sentence):
            break
        noun = noun.head
    alone = noun.dep in ("nmod", "appos") and _stands_alone(noun, sentence)
    if noun.pos not in _NOMINAL or not (alone or noun.dep in ("parataxis", "dep", "conj", "dislocated")):
        return
    if (
        any(child.dep in ("case", "mark", "cc") for child in noun.children)
        or verb in noun.subtree()
        or noun.head is verb
    ):
        return
    move(noun, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")


def _stands_alone(noun: Token, sentence: Sentence) -> bool:
    """Whether a noun without preposition follows a comma, and its head has one ("Après l'attaque, **Rome** …")."""
    bare = not any(child.dep in ("case", "mark", "cc") for child in noun.children)
    if bare and noun.pos == "PROPN" and noun.head.lemma in _SIDES and noun.dep in ("appos", "nmod", "flat"):
        return True  # "De son côté **Riyad** a renouvelé …"
    before = noun.i - sentence.tokens[0].i - 1
    while before >= 0 and sentence.tokens[before].pos == "DET":
        before -= 1
    return (
        before >= 0
        and sentence.tokens[before].text == ","
        and noun.pos in _NOMINAL
        and not any(child.dep in ("case", "mark", "cc") for child in noun.children)
        and any(child.dep == "case" and child.lower in _NO_SUBJECT for child in noun.head.children)
    )


def _object_relative(que: Token, sentence: Sentence) -> None:
    noun = que.head
    if noun.pos not in _NOMINAL or noun.i < que.i:
        return
    verb = next(
        (
            token
            for token in sentence.tokens
            if noun.i < token.i <= noun.i + 6
            and token.pos == "VERB"
            and token.dep in ("acl", "acl:relcl", "amod", "conj")
        ),
        None,
    )
    antecedent = next(
        (
            token
            for token in reversed(sentence.tokens)
            if token.i < que.i and token.pos in (*_NOMINAL, "PRON")
        ),
        None,
    )
    if verb is None or antecedent is None or not any(child.dep.startswith("aux") for child in verb.children):
        return
    for word, head, relation in ((verb, antecedent, "acl:relcl"), (noun, verb, "nsubj"), (que, verb, "obj")):
        if head in word.subtree():
            return
        move(word, head, relation)
