"""Words hung across the bounds of their clause: over a semicolon, a reporting verb or a set adverb."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_ARGUMENTS = ("obj", "obl:mod", "obl:arg", "nmod", "appos")


def repair_crossing(sentence: Sentence) -> None:
    """Hang complements and relative clauses of one sentence inside their own clause, in place."""
    tokens = sentence.tokens
    bounds = [token.i for token in tokens if token.text == ";"]
    for token in tokens:
        if token.dep in ("case", "advmod") and token.pos == "ADP":
            _free_object(token)
        elif token.dep in ("ccomp", "xcomp") and token.pos == "VERB":
            _part_at_semicolon(token, bounds)
        elif token.dep == "acl:relcl":
            _describe_nearest(token, tokens)
        elif token.dep in _ARGUMENTS and token.pos in _NOMINAL:
            if any(token.i < bound < token.head.i for bound in bounds):
                _keep_inside(token, tokens)
            elif token.dep in ("appos", "nmod") and token.pos == "PROPN":
                _seat_after_time(token)


def _free_object(adverb: Token) -> None:
    """ "annonce **en outre** l'expulsion": a set adverb is no preposition of the noun behind it, which is an object."""
    fixed = [child for child in adverb.children if child.dep == "fixed"]
    words = " ".join(word.lower for word in (adverb, *fixed)).replace("' ", "'")
    if not fixed or words not in word_set("set adverbs"):
        return
    noun = adverb.head
    if adverb.dep == "case" and noun.pos in _NOMINAL and noun.head.pos == "VERB" and noun.head.i < adverb.i:
        move(adverb, noun.head, "advmod")
    verb = adverb.head
    for child in verb.children:
        behind = adverb.i < child.i and child.pos in _NOMINAL and child.dep == "obl:mod"
        bare = child.child("det") is not None and child.child("case") is None
        if behind and bare and child.subtree()[0].i == fixed[-1].i + 1 and verb.child("obj") is None:
            child.dep = "obj"


def _describe_nearest(verb: Token, tokens: list[Token]) -> None:
    """ "« … aux civils », s'est indignée **la ministre**, qui a accusé …": not the civilians accuse.

    Where the clause of another verb stands between, a relative clause behind a comma tells of what precedes the comma.
    """
    pronoun = next(
        (child for child in verb.children if child.feat("PronType") == "Rel" and child.i < verb.i), None
    )
    if pronoun is None or pronoun.lower not in ("qui", "lequel", "laquelle") or pronoun.dep != "nsubj":
        return
    index = pronoun.i - tokens[0].i
    if index < 2 or tokens[index - 1].text != "," or tokens[index - 2].pos not in _NOMINAL:
        return
    told = [
        token
        for token in tokens
        if verb.head.i < token.i < pronoun.i and token.pos == "VERB" and not is_above(verb.head, token)
    ]
    nearest = tokens[index - 2]
    while nearest.dep.startswith(("flat", "appos", "nmod")) and nearest.head.i < nearest.i:
        if nearest.head.pos not in _NOMINAL or nearest.head.i < (told[-1].i if told else 0):
            break
        nearest = nearest.head
    if told and nearest.i > told[-1].i and not is_above(verb, nearest):
        move(verb, nearest, "acl:relcl")


def _part_at_semicolon(verb: Token, bounds: list[int]) -> None:
    """ "a laissé entendre qu'elle s'abstiendrait ; la France, elle, **réclame** …": no part of what was hinted at."""
    bound = next((place for place in bounds if verb.head.i < place < verb.i), None)
    if bound is None or any(child.dep == "mark" and child.i > bound for child in verb.children):
        return
    subject = next((child for child in verb.children if "subj" in child.dep and child.i > bound), None)
    if subject is None or verb.feat("VerbForm") == "Inf":
        return
    top = verb.head
    while top.head is not top:
        top = top.head
    move(verb, top, "parataxis")


def _keep_inside(noun: Token, tokens: list[Token]) -> None:
    """ "avant de retirer, en mai, **leurs chars** ; leurs relations …": the object of the verb before it."""
    last = next(token.i for token in tokens if token.text == ";" and token.i > noun.i)
    before = [token for token in tokens if token.i < noun.i and token.pos == "VERB" and token.head.i < last]
    if not before or is_above(noun, before[-1]):
        return
    bare = not any(child.dep == "case" for child in noun.children)
    move(noun, before[-1], "obj" if bare and before[-1].child("obj") is None else "obl:mod")


def _seat_after_time(name: Token) -> None:
    """ "en juin 2020 **Accra** s'était excusée": a name right after a date is the subject of a verb without one."""
    time, verb = name.head, name.head.head
    is_date = time.pos == "NUM" or time.lower in word_set("words of time")
    if not is_date or time.dep != "obl:mod" or verb.pos != "VERB" or verb.i < name.i:
        return
    if any("subj" in child.dep for child in verb.children) or any(
        child.dep == "case" for child in name.children
    ):
        return
    move(name, verb, "nsubj")
