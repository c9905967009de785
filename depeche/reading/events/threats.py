"""Threats told without the word: an answer held out, a measure that hangs on a condition, a term that is set."""

from collections.abc import Sequence

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Statement
from depeche.reading.events import clauses
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

WARNING = words("warning verbs")
MEASURES = words("measures threatened")
ANSWERS = words("answers in kind")
GRUDGES = words("grudges")
MANHUNTS = words("manhunts")
TERMS = words("terms set")
SPEAKERS = frozenset(("state", "person", "institution", "igo", "group"))
AHEAD = frozenset(("future", "conditional"))


def is_threat(statement: Statement, cue: Sequence[Token], content: Sequence[Token], scene: Scene) -> bool:
    """Whether what is said holds out something hostile, whatever the verb of saying.

    Either an answer in kind or a manhunt to come; or a term set to the adversary; or, after a verb of warning, a
    hostile measure that hangs on a condition, or a grudge.
    """
    if statement.speaker.actor.kind not in SPEAKERS or statement.mode == "act":
        return False
    ahead = [token for token in content if token.pos == "VERB" and is_ahead(token)]
    if any(_sets_term(token, scene) for token in content):
        return True
    if not ahead or any(syntax.is_negated(token) for token in ahead):
        return False
    lemmas = {token.lemma for token in content}
    if any(_is_answer(token, ahead) and not clauses.in_condition(token, scene) for token in content):
        return True
    if any(token.lemma in MANHUNTS for token in ahead):
        return True
    warns = any(token.lemma in WARNING for token in cue) or _hints(cue)
    if not warns:
        return False
    if lemmas & GRUDGES:
        return True
    conditional = any(clauses.has_condition(token, scene) for token in ahead) or any(
        token.lower in clauses.IF_WORDS and (token.pos == "SCONJ" or token.dep == "mark") for token in content
    )
    return conditional and any(
        token.lemma in MEASURES and not clauses.in_condition(token, scene)
        for token in content
        if token.pos == "VERB"
    )


def is_ahead(token: Token) -> bool:
    """Whether a verb tells of what is to come: future, or conditional, but for the conditional of hearsay."""
    tenses = {aux.lemma for aux in syntax.auxiliaries(token) if aux.feat("Mood") == "Cnd"}
    return syntax.tense(token) in AHEAD and "avoir" not in tenses


def looks_back(content: Sequence[Token]) -> bool:
    """Whether all that is said is told as past ("n'ont fait que **riposter**"): an answer given, none held out."""
    finite = [token for token in content if token.pos in ("VERB", "AUX") and syntax.is_finite(token)]
    verbs = [token for token in finite if token.pos == "VERB" or not token.dep.startswith("aux")]
    return bool(finite) and all(
        syntax.tense(token) in ("past", "imperfect", "participle")
        or (token.pos == "VERB" and syntax.tense(token) == "conditional" and not is_ahead(token))
        for token in verbs
    )


def _hints(cue: Sequence[Token]) -> bool:
    """ "laisser entendre", "faire savoir": the verb of saying is the second word."""
    lemmas = [token.lemma for token in cue]
    return ("laisser" in lemmas and "entendre" in lemmas) or ("faire" in lemmas and "savoir" in lemmas)


def _is_answer(token: Token, ahead: Sequence[Token]) -> bool:
    """Whether a noun names an answer in kind that is to come ("une mesure **équivalente**", not "en représailles")."""
    if token.pos != "NOUN" or not any(verb in ahead for verb in token.ancestors()):
        return False
    if syntax.prepositions(token).lower() in ("en", "après", "malgré"):
        return False
    if token.lemma in ANSWERS:
        return True
    return token.lemma in ("mesure", "décision", "réponse") and any(
        child.lemma in ANSWERS or (child.dep.startswith("acl") and child.lemma == "imposer")
        for child in token.subtree()
        if child is not token
    )


def _sets_term(token: Token, scene: Scene) -> bool:
    """ "L'Iran a quarante-huit heures pour rendre ce navire"."""
    if token.lemma != "avoir" or not any(child.dep == "nsubj" for child in token.children):
        return False
    frame = scene.frame(token)
    timed = any(
        noun.lemma in TERMS and any(child.pos == "NUM" or child.dep == "nummod" for child in noun.children)
        for noun in (*frame.obj, *(filler for _, filler in frame.own_obl))
    )
    goal = [verb for mark, verb in frame.infinitives if mark == "pour"] or [
        child
        for word in token.subtree()
        for child in word.children
        if syntax.is_infinitive(child) and syntax.introducer(child) == "pour"
    ]
    return timed and any(belongs(verb, word_class("YIELD"), scene) for verb in goal)
