"""Lemmas of verbs: the trained lemmatiser invents infinitives for rarer forms ("réglerons" -> "réglerer")."""

from depeche.language.conjugation import known_verbs, prospective, verb_of
from depeche.language.token import Sentence, Token

# Forms that are adjectives elsewhere, but verbs right after a noun in the press ("Ankara dément").
FINITE = frozenset(("dément", "nie", "presse", "somme", "récuse", "réfute"))
_SUBJECTS = ("NOUN", "PROPN", "PRON", "PUNCT")


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
            token.dep = "conj" if token.head.pos == "VERB" and token.head is not token else "parataxis"
            token.pos, token.feats = (
                "VERB",
                {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Person": "3"},
            )
        if token.pos in ("VERB", "AUX") and (name := prospective(token.lower)):
            _set_prospective(token, name)
        if token.pos in ("VERB", "AUX", "ADJ") and token.lemma not in known:
            verb = verb_of(token.lower)
            if verb is not None and (token.pos != "ADJ" or token.feat("VerbForm")):
                token.lemma = verb


def _set_prospective(token: Token, name: str) -> None:
    """A future read as a present would tell a plan as a deed."""
    mood, tense = ("Cnd", "Pres") if name == "Cnd" else ("Ind", "Fut")
    if token.feat("Mood") != mood or token.feat("Tense") != tense:
        token.feats = {**token.feats, "Mood": mood, "Tense": tense, "VerbForm": "Fin"}
