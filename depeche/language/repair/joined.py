"""Verbs joined by "et" to the wrong verb ("a exhorté Rome à céder et **rappelé** son consul")."""

from depeche.language.repair.trees import move
from depeche.language.syntax import auxiliaries
from depeche.language.token import Sentence, Token


def repair_joined(sentence: Sentence) -> None:
    """Join past participles beside an infinitive or a present to the verb whose auxiliary they share, in place."""
    for token in sentence.tokens:
        if token.dep != "conj" or not _is_bare_participle(token) or not _has_no_perfect(token.head):
            continue
        above = next((verb for verb in token.head.ancestors() if _has_perfect(verb)), None)
        if above is not None and above.i < token.head.i:
            move(token, above, "conj")


def _is_bare_participle(token: Token) -> bool:
    if token.pos != "VERB" or token.feat("VerbForm") != "Part" or token.feat("Tense") != "Past":
        return False
    return not any(child.dep.startswith("aux") for child in token.children)


def _has_no_perfect(verb: Token) -> bool:
    """Whether a verb is an infinitive or finite without an auxiliary ("là où nul ne l'**attend** et menacé …")."""
    return verb.feat("VerbForm") == "Inf" or (verb.feat("VerbForm") == "Fin" and not auxiliaries(verb))


def _has_perfect(verb: Token) -> bool:
    return any(aux.dep == "aux:tense" and aux.feat("VerbForm") == "Fin" for aux in auxiliaries(verb))
