"""Single words: marks are punctuation, some forms tell mood and part of speech, and a verb has one subject."""

import re

from depeche.language.conjugation import verb_of
from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_PRESENT = re.compile(r"(?:[^é]e|ent|it|ut|nd|rt|int)$")
_SYMBOLS = frozenset("%€$£+=<>§°@#&×/±")


_MOODS = {"rai": ("Ind", "Fut"), "rais": ("Cnd", "Pres"), "rait": ("Cnd", "Pres"), "raient": ("Cnd", "Pres"),
          "rions": ("Cnd", "Pres"), "riez": ("Cnd", "Pres"), "ra": ("Ind", "Fut"), "ront": ("Ind", "Fut")}  # fmt: skip
# Stems whose forms in -rait, -ra … are never an imperfect or a present.
_CLEAR = re.compile(r"^(?:se|au|pour|dev|voud|i|fe|sau|viend|tiend)(r(?:ais?|ait|aient|ions|iez|a|ont))$")


def _set_mood(token: Token) -> None:
    """Future and conditional of the commonest verbs by their form ("**seraient** gelés", read as an imperfect)."""
    found = _CLEAR.match(token.lower)
    if found is not None and token.pos in ("AUX", "VERB"):
        mood, tense = _MOODS[found[1]]
        token.feats = {**token.feats, "Mood": mood, "Tense": tense, "VerbForm": "Fin"}


def repair_tokens(sentence: Sentence) -> None:
    """Set parts of speech of marks and doubled subjects of one sentence right, in place."""
    for token in sentence.tokens:
        _set_mood(token)
        if not any(char.isalnum() for char in token.text):
            if token.text not in _SYMBOLS:
                token.pos, token.feats = "PUNCT", {}
                token.lemma = token.text
        elif token.pos == "VERB" and _follows_article(token, sentence):
            token.pos, token.lemma = "NOUN", token.lower
            token.feats = {name: token.feats[name] for name in ("Gender", "Number") if name in token.feats}
        elif token.pos == "VERB" and len(token.children) > 1:
            _free_second_subject(token, sentence)
        elif (
            token.pos in ("ADJ", "NOUN")
            and token.child("nsubj")
            and not token.child("cop", "aux:pass", "det")
        ):
            _read_as_verb(token)


def _follows_article(token: Token, sentence: Sentence) -> bool:
    """Whether an article that is no pronoun stands right before a finite form: "un « geste qui honore … »"."""
    before = token.i - sentence.tokens[0].i - 1
    if before >= 0 and sentence.tokens[before].text in ("«", "“", '"'):
        before -= 1
    if before < 0 or token.feat("VerbForm") != "Fin":
        return False
    return sentence.tokens[before].pos == "DET" and sentence.tokens[before].lower in word_set(
        "articles before nouns"
    )


def _read_as_verb(token: Token) -> None:
    """The only predicate of a clause with a subject, and a verb's form: "le ministère conteste jusqu'à …"."""
    verb = verb_of(token.lower)
    if verb is None or not _PRESENT.search(token.lower) or not token.text.islower() or token.lower == verb:
        return
    token.pos, token.lemma = "VERB", verb
    token.feats = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def _free_second_subject(verb: Token, sentence: Sentence) -> None:
    """A noun after a verb whose subject precedes it is no subject: "la France a tenu parole"."""
    subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubj:pass")]
    if len(subjects) != 2:
        return
    first, second = subjects
    if first.feat("VerbForm") == "Part" and second.i < verb.i:
        first.dep = "advcl"  # "Contacté, le ministère n'a pas répondu"
    elif first.i < verb.i < second.i and second.pos in ("NOUN", "PROPN") and verb.dep != "parataxis:insert":
        begin = min([second.i, *(child.i for child in second.children if child.pos != "PUNCT")])
        is_apart = sentence.tokens[begin - sentence.tokens[0].i - 1].text in (",", ";")
        if is_apart:
            _set_apart(second, verb, sentence)
        elif not first.text.startswith("-") and not verb.child("obj", "aux:pass"):
            second.dep = "obj"


def _set_apart(noun: Token, verb: Token, sentence: Sentence) -> None:
    """ "Rome hésite, **la coalition** ayant éclaté", "Rome hésite ; **Oslo** étudie": the next verb's subject."""
    participle = next((child for child in noun.children if child.dep == "acl" and child.i > noun.i), None)
    if participle is not None and participle.feat("VerbForm") == "Part":
        move(participle, verb, "advcl")
        move(noun, participle, "nsubj")
        return
    noun.dep = "dislocated"
    for later in sentence.tokens:
        is_open = later.i > noun.i and later.pos == "VERB" and later.feat("VerbForm") == "Fin"
        if is_open and not later.child("nsubj", "nsubj:pass") and not is_above(noun, later):
            move(noun, later, "nsubj")
            return
