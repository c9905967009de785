"""Where the verb that governs a time expression looks: back, ahead, or at the present. Read from the tree."""

from functools import cache
from typing import NamedTuple

from depeche.language.moments.scene import Direction
from depeche.language.moments.words import looks_ahead, values
from depeche.language.syntax import (
    auxiliaries,
    is_finite,
    is_infinitive,
    is_participle,
    prepositions,
    tense,
)
from depeche.language.token import Parse, Token
from depeche.lexicon import table
from depeche.model import Span

# From here up the clause is told by the sentence itself, not inside another clause.
MAIN = ("root", "ROOT", "conj", "parataxis", "parataxis:insert")


class Outlook(NamedTuple):
    """Where the governing verb looks, and whether the sentence itself tells it (no aside, no pluperfect)."""

    direction: Direction = "unknown"
    mainline: bool = False


def governor_of(parse: Parse, span: Span) -> Token | None:
    """The verb (or predicate with a copula) that a time expression hangs on, through nouns where it must."""
    top = _top(parse, span)
    return _governor(parse, top)[0] if top else None


def outlook(parse: Parse, span: Span) -> Outlook:
    """Where the verb that governs the expression at `span` looks; unknown in fragments without a verb."""
    top = _top(parse, span)
    if top is None:
        return Outlook()
    verb, through = _governor(parse, top)
    if verb is None:
        return Outlook()
    if prepositions(top) == "pour" or any(
        child.lemma == "prochain" for noun in through for child in noun.children
    ):
        return Outlook("future")
    direction = _direction(verb, nominal=bool(through))
    aside = bool(through) and bool(
        prepositions(top)
    )  # "la réunion de mardi", but "lors d'un appel, jeudi, …"
    told = direction in ("past", "present") and _is_main(verb) and not _is_pluperfect(verb)
    return Outlook(direction, told and not aside)


def _top(parse: Parse, span: Span) -> Token | None:
    tokens = parse.tokens_in(span)
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.pos != "PUNCT" and token.head is not token and token.head.i not in inside:
            return token
    return tokens[0] if tokens else None


def _governor(parse: Parse, top: Token) -> tuple[Token | None, list[Token]]:
    sentence = parse.sentence_of(top)
    words = [token for token in sentence.tokens[:4] if token.pos not in ("PUNCT", "ADP", "DET", "ADV")]
    if words and top is words[0] and _is_verbal(sentence.root):
        return sentence.root, []  # an opening date frames the sentence, whatever clause the tree hangs it on
    return _verb_above(top)


def _is_verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or any(child.dep == "cop" for child in token.children)


def _verb_above(top: Token) -> tuple[Token | None, list[Token]]:
    """The verb above a token, and the nouns on the way."""
    through: list[Token] = []
    for above in top.ancestors():
        if _is_verbal(above):
            return above, through
        through.append(above)
    return None, through


def _direction(verb: Token, *, nominal: bool = False) -> Direction:
    lemma, form = verb.lemma, tense(verb)
    if not auxiliaries(verb) and is_finite(verb) and looks_ahead(verb.lower):
        return "future"
    prospective = lemma in values("prospective")
    if is_participle(verb) and not auxiliaries(verb):
        if verb.feat("Tense") == "Pres":
            return _inherited(verb)
        return "future" if prospective else "past"
    if prospective and form in ("present", "imperfect"):
        return "future"
    if form == "infinitive":
        return _of_infinitive(verb)
    if form == "conditional":
        return "past" if _is_compound(verb) else "future"
    if form == "subjunctive":
        if _is_compound(verb):
            return "past"
        return _inherited(verb) if verb.dep.startswith("advcl") else "future"
    if form == "future":
        return "unknown" if _is_compound(verb) else "future"  # "il aura suffi d'un mot, samedi"
    if nominal and lemma in values("plan"):
        return "future"
    if form == "present":
        return "past" if lemma in _reporting() else "present"
    return "past"


def _of_infinitive(verb: Token) -> Direction:
    if _is_compound(verb):
        return "past"
    head = verb.head
    if head is verb:
        return "unknown"
    if any(child.dep == "mark" and child.lower == "pour" for child in verb.children):
        return "future"
    if head.lemma in values("ahead_governor") and not verb.dep.startswith("advcl"):
        forced = head.lemma in ("devoir", "falloir") and tense(head) == "past"
        return "past" if forced else "future"
    if head.pos == "NOUN":
        return "future"  # "la décision de fermer lundi"
    return _inherited(verb)


def _inherited(verb: Token) -> Direction:
    for above in verb.ancestors():
        if above.pos in ("VERB", "AUX") and (is_finite(above) or is_infinitive(above)):
            return _direction(above)
    return "unknown"


def _is_compound(verb: Token) -> bool:
    return any(child.dep == "aux:tense" or child.lower == "avoir" for child in auxiliaries(verb))


def _is_pluperfect(verb: Token) -> bool:
    return any(child.dep == "aux:tense" and child.feat("Tense") == "Imp" for child in auxiliaries(verb))


def _is_main(verb: Token) -> bool:
    while verb.head is not verb:
        if verb.dep not in MAIN:
            return False
        verb = verb.head
    return True


@cache
def _reporting() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("reporting_cues") if row["kind"] == "verb")
