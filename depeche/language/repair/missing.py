"""Participles of absolute clauses get the noun phrase before them: "…, Oslo et Riga s'étant abstenues"."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_OPENING = frozenset({"«", '"', "“"})
_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-"}) | _OPENING
_ADVERBIAL = ("advcl", "xcomp", "ccomp", "parataxis", "parataxis:insert", "conj", "dep")
_LISTED = ("DET", "PROPN", "NOUN", "NUM", "ADJ", "CCONJ")
_LOOSE = frozenset({"discourse", "dislocated", "dep", "advmod", "obl:mod", "vocative", "conj", "appos", "nmod", "ROOT",
                    "parataxis", "obj", "nsubj", "xcomp"})  # fmt: skip


def repair_missing(sentence: Sentence) -> None:
    """Seat the missing subjects of one sentence's absolute and parted clauses, in place."""
    tokens = sentence.tokens
    for position, verb in enumerate(tokens):
        if verb.pos != "VERB" or any("subj" in child.dep for child in verb.children):
            continue
        if _is_parted(verb):
            noun, root = verb.head, sentence.root
            if noun.dep == "appos" and not is_above(verb, root) and root is not verb:
                move(verb, root, "parataxis")
            _seat(noun, verb)
            continue
        if not _is_absolute(verb):
            continue
        start = _group_start(tokens, position)
        if subject := _enumeration_before(tokens, start, verb) or _head_before(tokens, start, verb):
            _seat(subject, verb)


def _is_parted(verb: Token) -> bool:
    """Whether a verb hangs loosely on its own subject, behind a relative clause: "Rome, qui hésite, **nie** tout"."""
    noun = verb.head
    relative = next((child for child in noun.children if child.dep == "acl:relcl" and child.i < verb.i), None)
    return (
        verb.dep == "parataxis"
        and noun.i < verb.i
        and noun.pos in ("NOUN", "PROPN")
        and (noun.dep.startswith("nsubj") or noun.dep == "appos")
        and not any(child.dep == "case" and child.pos == "ADP" for child in noun.children)
        and relative is not None
        and verb.feat("VerbForm") == "Fin"
        and verb.feat("Person") in ("", "3")
    )


def _is_absolute(verb: Token) -> bool:
    """Whether a participle with "ayant" or "étant" is read as a clause that has no subject of its own."""
    compound = any(child.lower in ("ayant", "étant") for child in verb.children)
    return compound and verb.dep in _ADVERBIAL


def _enumeration_before(tokens: list[Token], end: int, verb: Token) -> Token | None:
    """The first of several bare nouns that end before `end`, the others joined to it; None where there are not two."""
    start = end
    while start > 0 and (tokens[start - 1].pos in _LISTED or tokens[start - 1].text == ","):
        start -= 1
    if start > 0:  # the first noun there may be a preposition's: "celles de Rome, Oslo et Riga"
        start = next((place + 1 for place in range(start, end) if tokens[place].text == ","), end)
    run = tokens[start:end]
    inside = {token.i for token in run}
    heads = [
        token
        for token in run
        if token.pos in _NOMINAL and (token.head.i not in inside or token.dep == "conj")
    ]
    if len(heads) < 2 or any(is_above(head, verb) for head in heads):
        return None
    first, *others = heads
    if any(is_above(other, first) for other in others):
        return None
    for other in others:
        move(other, first, "conj")
    return first


def _head_before(tokens: list[Token], end: int, verb: Token) -> Token | None:
    """The head of the noun phrase between a comma, or the sentence's start, and `end`."""
    start = end
    while start > 0 and tokens[start - 1].text not in _STOPS:
        start -= 1
    opened = start == 0 or tokens[start - 1].text == ","
    return _head_of(tokens[start:end], verb) if opened else None


def _group_start(tokens: list[Token], position: int) -> int:
    first = position
    while first > 0:
        token = tokens[first - 1]
        in_group = token.pos == "AUX" or token.lower in word_set("clitics") or token.text in _OPENING
        if not in_group and not (token.pos == "ADV" and not token.text[:1].isupper()):
            return first
        first -= 1
    return first


def _head_of(phrase: list[Token], verb: Token) -> Token | None:
    """The head of a bare noun phrase that agrees with the verb, or None when the words are no such phrase."""
    while phrase and phrase[0].dep in ("mark", "fixed", "cc") and phrase[0].pos in ("ADV", "SCONJ", "CCONJ"):
        phrase = phrase[1:]  # "tandis que Rome"
    if not phrase or phrase[0].pos not in ("DET", "PROPN", "NOUN", "NUM"):
        return None
    inside = {token.i for token in phrase}
    heads = [token for token in phrase if token.head.i not in inside or token.head is token]
    if any(token.pos in ("VERB", "AUX") or token.lower in word_set("words of time") for token in heads):
        return None
    found = next((token for token in heads if token.pos in _NOMINAL and token.dep in _LOOSE), None)
    if found is None or any(child.dep == "case" for child in found.children):
        return None
    carriers = [verb, *(child for child in verb.children if child.dep.startswith("aux"))]
    number = next((word.feat("Number") for word in carriers if word.feat("VerbForm") == "Fin"), "")
    joined = any(child.dep == "conj" for child in found.children)
    agrees = not number or not found.feat("Number") or found.feat("Number") == number or joined
    return found if agrees else None


def _seat(subject: Token, verb: Token) -> None:
    if is_above(subject, verb):
        above, dep = subject.head, subject.dep
        dep = "parataxis" if dep.startswith("nsubj") else dep
        move(verb, verb if above is subject else above, "ROOT" if above is subject else dep)
        for child in list(subject.children):
            if child.i > verb.i and child.dep != "acl:relcl":
                move(child, verb, child.dep)
    move(subject, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
