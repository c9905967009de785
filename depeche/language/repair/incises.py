"""Who speaks in an incise ("…, a déclaré jeudi le ministre, …"), where the parser gave its verb no subject or two."""

from depeche.language.repair.lexicon import incise_verbs, speaking_nouns, word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.syntax import is_finite
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_INSERTED = ("parataxis", "parataxis:insert")


def repair_incises(sentence: Sentence) -> None:
    """Give the verbs of one sentence's incises their speaker and no other subject, in place."""
    for verb in sentence.tokens:
        if verb.pos != "VERB":
            continue
        _lower_name(verb, sentence)
        if verb.dep in (*_INSERTED, "conj") and not _subjects(verb):
            _raise_speaker(verb)
        if verb.dep in _INSERTED and verb.lemma in incise_verbs() and is_finite(verb):
            _seat_speaker(verb)


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if "subj" in child.dep]


def _lower_name(verb: Token, sentence: Sentence) -> None:
    """ "a-t-il dit à la radio Kelma": a name right behind a noun with a preposition belongs to that noun."""
    subjects = _subjects(verb)
    if len(subjects) < 2 or subjects[-1].pos != "PROPN" or subjects[-1].i < verb.i:
        return
    before = sentence.tokens[subjects[-1].i - sentence.tokens[0].i - 1]
    if before.pos == "NOUN" and before.child("case") and before not in subjects and before.i > verb.i:
        move(subjects[-1], before, "appos")


def _raise_speaker(verb: Token) -> None:
    """ "…, croit savoir l'AFP", "…, a laissé entendre Rome": the second verb's object is the subject of the first."""
    for inner in verb.children:
        if f"{verb.lemma} {inner.lemma}" not in word_set("cues of two verbs") or inner.i < verb.i:
            continue
        objects = [child for child in inner.children if child.dep == "obj" and child.i > inner.i]
        if len(objects) == 1 and objects[0].pos in _NOMINAL:
            move(objects[0], verb, "nsubj")
            return


def _seat_speaker(verb: Token) -> None:
    """ "…, a indiqué son comité": what can speak and was read as the object is the subject.

    A subject before the verb belongs to what was said ("la guerre ou la défaite », décrypte un sinologue").
    """
    subjects, objects = _subjects(verb), [child for child in verb.children if child.dep == "obj"]
    if len(subjects) == 2 and subjects[0].i < verb.i < subjects[1].i and subjects[0].pos in _NOMINAL:
        if not is_above(subjects[0], verb.head):
            move(subjects[0], verb.head, "dep")
    elif not subjects and len(objects) == 1 and objects[0].i > verb.i and _can_speak(objects[0]):
        objects[0].dep = "nsubj"


def _can_speak(token: Token) -> bool:
    """Whether a noun phrase's head can be a speaker: a name, a title, a body, a document."""
    return (
        token.pos == "PROPN"
        or token.ent in ("PER", "ORG", "LOC")
        or not {token.lower, token.lemma.lower()}.isdisjoint(speaking_nouns())
        or token.lower in word_set("pronouns that speak")
        or token.lemma in word_set("documents that speak")
    )
