"""Verbs by their form: lemmas that the model invents ("réglerons" -> "réglerer"), verbs that it takes for nouns."""

from depeche.language.conjugation import known_verbs, prospective, verb_of
from depeche.language.repair.trees import move
from depeche.language.syntax import is_infinitive
from depeche.language.token import Sentence, Token

# Forms that are adjectives elsewhere, but verbs right after a noun in the press ("Ankara dément").
FINITE = frozenset(("dément", "nie", "presse", "somme", "récuse", "réfute"))
_SUBJECTS = ("NOUN", "PROPN", "PRON", "PUNCT")
_OF = ("de", "d'", "du", "des")
_CONTRACTED = ("au", "aux", "du", "des")
_APART = ("advcl", "dislocated", "acl", "advmod", "appos")
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")


def repair_lemmas(sentence: Sentence) -> None:
    """Give verb forms whose lemma is no known infinitive the verb that they belong to, in place."""
    known = known_verbs()
    _read_opening(sentence)
    for index, token in enumerate(sentence.tokens):
        if (
            token.text in FINITE
            and token.pos != "VERB"
            and index
            and sentence.tokens[index - 1].pos in _SUBJECTS
        ):
            _raise_verb(token)
            token.pos, token.feats = (
                "VERB",
                {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Person": "3"},
            )
        if token.pos in ("NOUN", "ADJ", "PROPN") and token.child("aux:tense") is not None:
            _read_participle(token)
        if (
            token.pos == "NOUN"
            and token.lower in known
            and not token.child("det")
            and (introduction := token.child("case", "mark")) is not None
            and introduction.lower not in _CONTRACTED
        ):
            token.pos, token.lemma, token.feats = (
                "VERB",
                token.lower,
                {"VerbForm": "Inf"},
            )  # "prêt à téléphoner", but "au pouvoir"
        if token.lower == "sommes" and (token.lemma == "sommer" or token.pos in ("VERB", "AUX")):
            token.lemma = "être"  # never "sommer": nobody writes "tu sommes"
        if token.pos in ("VERB", "AUX") and (name := prospective(token.lower)):
            _set_prospective(token, name)
        if token.pos in ("VERB", "AUX", "ADJ") and token.lemma not in known:
            verb = verb_of(token.lower)
            if verb is not None and (token.pos != "ADJ" or token.feat("VerbForm")):
                token.lemma = verb


def _read_opening(sentence: Sentence) -> None:
    """A participle that opens a sentence, read as a noun or name ("**Vexée**, Rome a rappelé son consul")."""
    first, following = sentence.tokens[0], sentence.tokens[1:2]
    if first.dep not in _APART or first.pos not in ("NOUN", "PROPN", "ADJ", "X") or not following:
        return
    form, verb = first.lower, verb_of(first.lower)
    is_past = form.endswith(("é", "ée", "és", "ées")) and (
        following[0].text == "," or following[0].pos == "ADP"
    )
    if is_past and verb is None and (following[0].text == "," or following[0].lower == "par"):
        verb = form.rstrip("s").removesuffix("e")[:-1] + "er"
    is_present = form.endswith("ant") and following[0].pos != "PROPN" and following[0].lower not in _OF
    if verb is not None and (is_past or is_present):
        tense = "Past" if is_past else "Pres"
        first.pos, first.lemma, first.dep = "VERB", verb, "advcl"
        first.feats = {"Tense": tense, "VerbForm": "Part"}


def _read_participle(token: Token) -> None:
    """A word with an auxiliary of tense is a verb, whatever the tagger took it for ("a **séjourné** au Caire")."""
    if token.child("cop") is not None or not token.lower.endswith(_PARTICIPLES):
        return
    verb = verb_of(token.lower)
    stem = token.lower.rstrip("s").removesuffix("e")
    if verb is None and stem.endswith("é"):
        verb = stem[:-1] + "er"
    if verb is not None:
        token.pos, token.lemma, token.feats = "VERB", verb, {"Tense": "Past", "VerbForm": "Part"}


def _set_prospective(token: Token, name: str) -> None:
    """A future read as a present would tell a plan as a deed."""
    mood, tense = ("Cnd", "Pres") if name == "Cnd" else ("Ind", "Fut")
    if token.feat("Mood") != mood or token.feat("Tense") != tense:
        token.feats = {**token.feats, "Mood": mood, "Tense": tense, "VerbForm": "Fin"}


def _raise_verb(token: Token) -> None:
    """Let a verb that was read as an adverb or adjective take its place in the tree, before a verb joined to it."""
    head = token.head
    if head.pos == "VERB" and head is not token and head.i > token.i:
        above, relation = head.head, head.dep
        for child in list(head.children):
            if child.i < token.i and child is not token:
                move(child, token, child.dep)
        move(token, token if above is head else above, relation)
        move(head, token, "xcomp" if is_infinitive(head) else "conj")
    elif head is not token:
        token.dep = "conj" if head.pos == "VERB" else "parataxis"
