"""Subjects behind their verb outside incises: "d'où sont partis les tirs", "où se réunissent les ministres"."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import move
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_LOOSE = ("parataxis", "parataxis:insert", "conj")


def repair_inverted(sentence: Sentence) -> None:
    """Make what was read as an object the subject where its verb can have no object, or has one, in place."""
    for token in sentence.tokens:
        if token.pos == "VERB" and not token.child("nsubj", "nsubj:pass", "csubj", "obl:agent"):
            _seat_object(token)
            if token.dep in _LOOSE:
                _seat_speaker(token)


def _seat_object(verb: Token) -> None:
    objects = [child for child in verb.children if child.dep == "obj" and child.i > verb.i]
    if len(objects) != 1 or objects[0].pos not in _NOMINAL:
        return
    carriers = [verb, *(child for child in verb.children if child.dep == "aux:tense")]
    finite = next((word for word in carriers if word.feat("VerbForm") == "Fin"), None)
    if finite is None or finite.feat("Person") not in ("", "3") or finite.feat("Mood") == "Imp":
        return
    reflexive = any(child.lower in ("se", "s'") and child.i < verb.i for child in verb.children)
    moves = not reflexive and any(
        child.dep == "aux:tense" and child.lemma == "être" for child in verb.children
    )
    pronoun = any(child.dep == "obj" and child.pos == "PRON" and child.i < verb.i for child in verb.children)
    opens = reflexive and verb.dep in ("ROOT", "acl:relcl", "advcl")
    relative = any(child.lower == "où" for child in verb.children) and pronoun
    if (moves or opens or relative) and _agree(finite, objects[0]):
        objects[0].dep = "nsubj"


def _agree(finite: Token, noun: Token) -> bool:
    """Whether both are singular or both plural; collectives ("une centaine de") and lists may take either."""
    number, other = finite.feat("Number"), noun.feat("Number")
    return not number or not other or number == other or bool(noun.child("nmod", "conj"))


def _seat_speaker(verb: Token) -> None:
    """ "…, croit savoir l'AFP", "…, a laissé entendre Rome": the second verb's object is the subject of the first."""
    for inner in verb.children:
        if f"{verb.lemma} {inner.lemma}" not in word_set("cues of two verbs") or inner.i < verb.i:
            continue
        objects = [child for child in inner.children if child.dep == "obj" and child.i > inner.i]
        if len(objects) == 1 and objects[0].pos in _NOMINAL:
            move(objects[0], verb, "nsubj")
            return
