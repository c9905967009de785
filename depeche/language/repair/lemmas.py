"""Lemmas of verbs: the trained lemmatiser invents infinitives for rarer forms ("réglerons" -> "réglerer")."""

from depeche.language.conjugation import known_verbs, verb_of
from depeche.language.token import Sentence


def repair_lemmas(sentence: Sentence) -> None:
    """Give verb forms whose lemma is no known infinitive the verb that they belong to, in place."""
    known = known_verbs()
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX", "ADJ") and token.lemma not in known:
            verb = verb_of(token.lower)
            if verb is not None and (token.pos != "ADJ" or token.feat("VerbForm")):
                token.lemma = verb
