"""Participles before the subject: "Interrogé par la presse, M. Vargas a dit …" — who speaks is not who asks."""

from itertools import pairwise

from depeche.language.conjugation import verb_of
from depeche.language.repair.lexicon import finite_cues
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
_BEGINNINGS = ("DET", "PROPN", "NOUN", "PRON")


def repair_fronted(sentence: Sentence) -> None:
    """Give the main verb after a fronted participle its own subject, in place."""
    tokens = sentence.tokens
    if len(tokens) < 5 or not _is_participle(tokens[0], tokens[1]):
        return
    for index, token in enumerate(tokens[:-2]):
        if token.text == "," and tokens[index + 1].pos in _BEGINNINGS:
            verb = _verb_after(tokens, index + 1)
            if verb is not None:
                _seat(tokens, index + 1, verb)
                return


def _is_participle(token: Token, following: Token) -> bool:
    """Whether a sentence opens with a participle; the tagger takes "Interviewé par" for a name."""
    if token.feat("VerbForm") == "Part":
        return True
    if (
        token.lower.endswith("ant")
        and token.pos in ("PROPN", "NOUN", "X", "ADJ")
        and following.pos != "PROPN"
    ):
        lemma = verb_of(token.lower)
        if lemma is None:
            return False
        token.pos, token.lemma, token.feats = "VERB", lemma, {"Tense": "Pres", "VerbForm": "Part"}
        token.ent, token.ent_first = "", False
        clause = following.head
        if following.lower in ("que", "qu'") and not is_above(clause, token):
            move(clause, token, "ccomp")
        return True
    stem = token.lower.rstrip("s").removesuffix("e")
    if stem.endswith(("i", "u")) and (following.pos not in ("ADP", "ADV") or verb_of(token.lower) is None):
        return False  # "Accueilli à Riyad", but "Midi à Riyad"
    if (
        not stem.endswith(("é", "i", "u"))
        or following.pos in ("AUX", "VERB")
        or following.text.startswith("-")
    ):
        return False
    is_certain = following.text == "," or following.lower == "par"
    lemma = verb_of(token.lower) or (stem[:-1] + "er" if is_certain else None)
    if lemma is None:
        return False
    token.pos, token.lemma, token.feats = "VERB", lemma, {"Tense": "Past", "VerbForm": "Part"}
    token.ent, token.ent_first = "", False
    return True


def _verb_after(tokens: list[Token], start: int) -> Token | None:
    """The verb of the clause whose subject begins at `start`: no other verb and no conjunction stands between."""
    for token, following in pairwise(tokens[start:]):
        if (
            token.pos in ("NOUN", "ADJ")
            and following.lower in ("que", "qu'")
            and token.lower in finite_cues()
        ):
            token.pos, token.lemma, token.feats = "VERB", finite_cues()[token.lower], dict(_PRESENT)
            return token
        if token.feat("VerbForm") == "Fin" and token.pos in ("VERB", "AUX"):
            return token.head if token.pos == "AUX" and token.head.i > token.i else token
        if (
            token.pos in ("SCONJ", "VERB")
            or token.feat("PronType") == "Rel"
            or token.text in (";", ":", "«", '"')
        ):
            return None
    return None


def _seat(tokens: list[Token], start: int, verb: Token) -> None:
    for child in verb.children:
        if "subj" in child.dep and child is tokens[0]:
            child.dep = "advcl"
    for child in list(verb.children):
        # "Saluant « l'amitié » née de …, M. Trinh a dit": what the participle governs is no second subject.
        governed = "subj" in child.dep and child.i < tokens[start].i and tokens[0].head is verb
        if governed and any("subj" in other.dep and other.i >= tokens[start].i for other in verb.children):
            move(child, tokens[0], "obj")
    if any("subj" in child.dep and child.i >= tokens[start].i for child in verb.children):
        return
    phrase = []
    for token in tokens[start:]:
        if token.text == "," or token.i >= verb.i or token.pos == "AUX":
            break
        phrase.append(token)
    inside = {token.i for token in phrase}
    heads = [
        token for token in phrase if token.head.i not in inside and token.pos in ("NOUN", "PROPN", "PRON")
    ]
    if not heads:
        return
    subject = heads[0]
    if is_above(subject, verb):
        above, dep = subject.head, subject.dep
        move(verb, verb if above is subject else above, "ROOT" if above is subject else dep)
    for child in [child for child in verb.children if "subj" in child.dep]:
        child.dep = "obl:mod"
    move(subject, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    participle = tokens[0]
    if is_above(participle, verb):
        move(verb, verb, "ROOT")
        move(participle, verb, "advcl")
