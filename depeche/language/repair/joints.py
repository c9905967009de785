"""Small words that the parser hung beside their place: "avant" of "avant de", joined nouns, participles read as finite.

The conjugation tells which forms are never finite; for "inscrit" or "atteint" the place after a noun tells.
"""

import re

from depeche.language.conjugation import verb_of
from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.syntax import ETRE_VERBS
from depeche.language.token import Sentence, Token

_NEVER_FINITE = re.compile(r"(?:é|i|u|ert)(?:e|es|s)?$")
_MAYBE_FINITE = re.compile(r"(?:[aeiuïo]t|int|is|us)$")
_NOMINAL = ("NOUN", "PROPN")


def repair_joints(sentence: Sentence) -> None:
    """Set openers of infinitives, coordinations that cross and participles of one sentence right, in place."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.lower == "avant" and index + 1 < len(tokens):
            _open_infinitive(token, tokens[index + 1])
        elif token.dep == "conj" and token.pos in _NOMINAL:
            _join_next(token, tokens)
            _join_between(token)
        elif token.dep == "nsubj:pass":
            _read_active(token)
        if token.dep == "acl" and token.lower in ("passé", "passée", "passés", "passées"):
            _read_as_time(token)
        if token.pos == "VERB" and token.feat("VerbForm") == "Fin" and _is_participle(token, tokens):
            token.feats = {"Tense": "Past", "VerbForm": "Part"} | {
                name: token.feats[name] for name in ("Gender", "Number") if name in token.feats
            }


def _read_as_time(past: Token) -> None:
    """ "s'est rendu **la semaine passée** à Oslo pour …": what follows hangs on the verb."""
    time = past.head
    if time.lower not in word_set("words of time") or time.head is time or time.head.pos != "VERB":
        return
    for child in list(past.children):
        if child.pos != "PUNCT" and child.i > past.i:
            move(child, time.head, child.dep)
    past.pos, past.dep, past.lemma = "ADJ", "amod", "passé"


def _open_infinitive(before: Token, mark: Token) -> None:
    """ "avant **de** dénoncer": the preposition opens the infinitive, and is no adverb of the verb above."""
    infinitive = mark.head
    if mark.lower not in ("de", "d'") or mark.dep != "mark" or before.head is infinitive:
        return
    if before.head is not before and all(child.pos == "PUNCT" for child in before.children):
        for child in list(before.children):
            move(child, infinitive, "punct")
        move(before, infinitive, "mark")
        before.pos = "ADP"


def _join_next(noun: Token, tokens: list[Token]) -> None:
    """ "Sans l'Algérie, le Maroc **et la Tunisie** ont signé": "et" joins what stands right before it.

    Only where the noun was joined over a comma to one that a preposition opens, and no preposition opens the noun.
    """
    joint = next((child for child in noun.children if child.dep == "cc"), None)
    if joint is None or any(child.dep == "case" for child in noun.children):
        return
    index = joint.i - tokens[0].i - 1
    if index < 0 or tokens[index].pos not in _NOMINAL:
        return
    nearest = tokens[index]
    while (
        nearest.dep.startswith(("flat", "nmod"))
        and nearest.head.i < nearest.i
        and nearest.head is not noun.head
    ):
        nearest = nearest.head
    first = noun.head
    apart = any(token.text == "," for token in tokens if first.i < token.i < nearest.i)
    opened = any(child.dep == "case" for child in first.children)
    if apart and opened and nearest.dep.startswith("nsubj") and not is_above(first, nearest):
        move(noun, nearest, "conj")


def _join_between(noun: Token) -> None:
    """ "les pourparlers **entre A et B**": what follows "et" is the second of the two, not a second talk."""
    joint = next((child for child in noun.children if child.dep == "cc" and child.lower == "et"), None)
    if joint is None or any(child.dep == "case" for child in noun.children):
        return
    for first in noun.head.children:
        alone = (
            first.i < joint.i and first is not noun and not any(one.dep == "conj" for one in first.children)
        )
        opened = any(child.dep == "case" and child.lower == "entre" for child in first.children)
        if alone and opened and first.pos in _NOMINAL and first.dep.startswith(("nmod", "obl")):
            move(noun, first, "conj")
            return


def _read_active(subject: Token) -> None:
    """No passive: avoir without être ("l'île **a**, elle, **expulsé** …"), and verbs whose perfect always has être."""
    verb = subject.head
    auxiliaries = [child for child in verb.children if child.dep.startswith("aux")]
    with_avoir = bool(auxiliaries) and all(aux.lemma == "avoir" for aux in auxiliaries)
    moves = verb.lemma in ETRE_VERBS and verb.child("obl:agent") is None
    if with_avoir or moves:
        subject.dep = "nsubj"
    for aux in auxiliaries:
        if moves and aux.dep == "aux:pass":
            aux.dep = "aux:tense"


def _is_participle(token: Token, tokens: list[Token]) -> bool:
    if any(
        child.dep.startswith(("nsubj", "aux", "obj", "expl")) and child.i < token.i
        for child in token.children
    ):
        return False
    verb = verb_of(token.lower)
    if verb is None or token.lower == verb:
        return False
    if _NEVER_FINITE.search(token.lower) and not token.lower.endswith(("ie", "ies", "ue", "ues", "us", "is")):
        if token.dep == "conj" and token.child("cc") is None:
            _describe(token, tokens)
        return True
    if not _MAYBE_FINITE.search(token.lower):
        return False
    if token.dep == "acl":
        return token.head.pos in _NOMINAL and token.head.i < token.i
    return token.dep == "parataxis:insert" and _describe(token, tokens)


def _describe(token: Token, tokens: list[Token]) -> bool:
    """Hang a participle between commas on the noun before it ("le banquier, **inscrit** sur la liste, a …")."""
    if any(child.dep.startswith(("nsubj", "expl", "iobj")) for child in token.children):
        return False
    index = token.i - tokens[0].i
    if index < 2 or tokens[index - 1].text != ",":
        return False
    noun = tokens[index - 2]
    while noun.dep.startswith(("flat", "appos", "amod")) and noun.head.i < noun.i:
        noun = noun.head
    if noun.pos not in _NOMINAL:
        return False
    if is_above(token, noun):
        return False
    move(token, noun, "acl")
    return True
