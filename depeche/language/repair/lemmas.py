"""Lemmas of verbs: the trained lemmatiser invents infinitives for rarer forms ("réglerons" -> "réglerer")."""

from depeche.language.conjugation import known_verbs, prospective, verb_of
from depeche.language.repair.trees import move
from depeche.language.syntax import is_infinitive
from depeche.language.token import Sentence, Token

# Forms that are adjectives elsewhere, but verbs right after a noun in the press ("Ankara dément").
FINITE = frozenset(("dément", "nie", "presse", "somme", "récuse", "réfute"))
_SUBJECTS = ("NOUN", "PROPN", "PRON", "PUNCT")
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")


def repair_lemmas(sentence: Sentence) -> None:
    """Give verb forms whose lemma is no known infinitive the verb that they belong to, in place."""
    known = known_verbs()
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
            and token.child("case", "mark")
            and not token.child("det")
        ):
            token.pos, token.lemma, token.feats = (
                "VERB",
                token.lower,
                {"VerbForm": "Inf"},
            )  # "prêt à téléphoner"
        if token.lemma == "sommer" and token.lower == "sommes":
            token.lemma = "être"
        if token.pos in ("VERB", "AUX") and (name := prospective(token.lower)):
            _set_prospective(token, name)
        if token.pos in ("VERB", "AUX", "ADJ") and token.lemma not in known:
            verb = verb_of(token.lower)
            if verb is not None and (token.pos != "ADJ" or token.feat("VerbForm")):
                token.lemma = verb


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
    else:
        token.dep = "conj" if head.pos == "VERB" and head is not token else "parataxis"
