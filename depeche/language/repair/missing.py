"""Finite verbs that the parser left without a subject get the noun phrase before them, across what commas set off."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_OPENING = frozenset({"«", '"', "“"})
_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-"}) | _OPENING
_LOOSE = frozenset({"discourse", "dislocated", "dep", "advmod", "obl:mod", "vocative", "conj", "appos", "nmod", "ROOT",
                    "parataxis", "obj", "nsubj", "xcomp"})  # fmt: skip


def repair_missing(sentence: Sentence) -> None:
    """Seat the missing subjects of one sentence's main verbs, in place."""
    tokens = sentence.tokens
    for position, verb in enumerate(tokens):
        if (
            verb.pos != "VERB"
            or any("subj" in child.dep for child in verb.children)
            or not _needs_subject(verb)
        ):
            continue
        subject = _phrase_before(tokens, _group_start(tokens, position), verb)
        if subject is not None:
            _seat(subject, verb)


def _needs_subject(verb: Token) -> bool:
    carriers = [verb, *(child for child in verb.children if child.dep.startswith("aux"))]
    finite = next((word for word in carriers if word.feat("VerbForm") == "Fin"), None)
    if finite is None or finite.feat("Mood") == "Imp" or finite.feat("Person") not in ("", "3"):
        return False
    if verb.dep not in ("ROOT", "parataxis", "parataxis:insert", "ccomp", "advcl"):
        return False
    return not any(child.feat("PronType") in ("Rel", "Int") for child in verb.children)


def _group_start(tokens: list[Token], position: int) -> int:
    first = position
    while first > 0:
        token = tokens[first - 1]
        in_group = token.pos == "AUX" or token.lower in word_set("clitics") or token.text in _OPENING
        if not in_group and not (token.pos == "ADV" and not token.text[:1].isupper()):
            return first
        first -= 1
    return first


def _phrase_before(tokens: list[Token], end: int, verb: Token) -> Token | None:
    """The head of the noun phrase that ends before `end`; what commas set off in between is passed over."""
    passed = 0
    while end > 0 and passed < 3:
        if tokens[end - 1].text == ",":
            end -= 1
        start = end
        while start > 0 and tokens[start - 1].text not in _STOPS:
            start -= 1
        phrase = tokens[start:end]
        head = _head_of(phrase, verb)
        if head is not None:
            return head
        if not phrase or start == 0 or tokens[start - 1].text != "," or not _is_set_off(phrase):
            return None
        end, passed = start, passed + 1
    return None


def _is_set_off(phrase: list[Token]) -> bool:
    first = phrase[0]
    return (
        first.pos in ("ADP", "ADV", "PRON")
        or first.feat("PronType") == "Rel"
        or first.feat("VerbForm") == "Part"
    )


def _head_of(phrase: list[Token], verb: Token) -> Token | None:
    """The head of a bare noun phrase that agrees with the verb, or None when the words are no such phrase."""
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
        move(verb, verb if above is subject else above, "ROOT" if above is subject else dep)
        for child in list(subject.children):
            if child.i > verb.i and child.dep != "acl:relcl":
                move(child, verb, child.dep)
    move(subject, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
