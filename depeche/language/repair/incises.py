"""Incises: "…, a déclaré jeudi le ministre, …" is set right where the parser took the speaker for an object.

An incise is found by its marks and forms alone: a comma or closing quotation mark, a cue verb whose group begins there
(so nothing that could be its subject precedes), and a subject after it. It is then hung on the main clause as
`parataxis:insert`, as the French treebanks do, and the main clause gets its own subject back.
"""

from depeche.language.repair.lexicon import faire_complements, incise_verbs, word_set
from depeche.language.repair.predicates import (
    any_predicate,
    content_head,
    is_quote_alone,
    left_predicate,
    right_predicate,
)
from depeche.language.repair.speakers import can_speak, find_speaker
from depeche.language.repair.trees import is_above, move, top_in
from depeche.language.token import Sentence, Token

_LEFT = frozenset({",", "»", "”", '"', "!", "?", "…", "...", "–", "—", "-", "("})
_QUOTES = frozenset({"»", "”", '"'})
# After these a capitalised word begins a new noun phrase: "à la presse Hassan Diab".


def repair_incises(sentence: Sentence) -> None:
    """Set right the incises of one sentence, in place."""
    tokens = sentence.tokens
    for position, verb in enumerate(tokens):
        if not _is_cue(tokens, position):
            continue
        first = _group_start(tokens, position)
        if first == 0 or tokens[first - 1].text not in _LEFT:
            continue
        subject = _clitic_subject(tokens, first, position)
        is_clitic = subject is not None
        if subject is None:
            subject = find_speaker(tokens, position)
        if subject is not None:
            _attach(tokens, first=first, verb=verb, subject=subject, is_clitic=is_clitic)


def _is_cue(tokens: list[Token], position: int) -> bool:
    verb = tokens[position]
    if verb.pos not in ("VERB", "AUX", "ADJ") or verb.feat("VerbForm") == "Inf":
        return False
    if verb.lemma == "faire":
        following = tokens[position + 1 : position + 2]
        return bool(following) and following[0].lemma in faire_complements()
    if verb.lemma not in incise_verbs():
        return False
    if verb.feat("VerbForm") == "Part" or verb.pos == "ADJ":
        before = [token for token in tokens[max(0, position - 4) : position] if token.pos in ("AUX", "VERB")]
        return any(token.lemma in ("avoir", "être") for token in before)
    return True


def _group_start(tokens: list[Token], position: int) -> int:
    """The index of the first token of the verb group: clitics, auxiliary, inverted pronoun, adverbs."""
    first = position
    has_finite = tokens[position].feat("VerbForm") != "Part"
    while first > 0:
        token = tokens[first - 1]
        is_auxiliary = not has_finite and token.lemma in ("avoir", "être") and token.pos in ("AUX", "VERB")
        if is_auxiliary or token.lower in word_set("clitic subjects") or token.lower in word_set("clitics"):
            has_finite = has_finite or (is_auxiliary and token.feat("VerbForm") != "Part")
        elif (
            token.pos != "ADV"
            or token.text in _LEFT
            or (has_finite and token.lower not in word_set("clitics"))
        ):
            break
        first -= 1
    return first


def _clitic_subject(tokens: list[Token], first: int, position: int) -> Token | None:
    for token in tokens[first : position + 2]:
        if token.lower in word_set("clitic subjects"):
            return token
    return None


def _attach(tokens: list[Token], *, first: int, verb: Token, subject: Token, is_clitic: bool) -> None:
    left = tokens[:first]
    quoted = left[-1].text in _QUOTES or (len(left) > 1 and left[-1].text == "," and left[-2].text in _QUOTES)
    main = left_predicate(left)
    right: Token | None = None
    if main is None:
        right = right_predicate(tokens, subject.i - tokens[0].i)
        if right is None and is_clitic:
            right = any_predicate(tokens, verb.i - tokens[0].i)
        if right is None and not (quoted and is_quote_alone(left)):
            return
        # "Le président, V. P., a annoncé le retrait, a refusé …": the comma before the verb closed an apposition.
        if right is not None and not quoted and not is_clitic and not can_speak(subject):
            return
        main = top_in(right, tokens[right.i - tokens[0].i :]) if right else content_head(left)
    elif not is_clitic and not can_speak(subject):
        return
    if main is None or main is verb or is_above(subject, main):
        return
    _hang(tokens, first=first, verb=verb, main=main, right=right)
    _seat(verb, subject, tokens=tokens, start=tokens[first])


def _hang(tokens: list[Token], *, first: int, verb: Token, main: Token, right: Token | None) -> None:
    """Make `verb` an insertion of `main`, and give `main` what belongs to it."""
    if is_above(verb, main):
        head, dep = verb.head, verb.dep
        move(main, main if head is verb else head, "ROOT" if head is verb else dep)
    start, resume = tokens[first].i, right.i if right is not None else 1 << 60
    for child in list(verb.children):
        if child is main or is_above(child, main):
            continue
        is_own_mark = child.pos == "PUNCT" and child.i == start - 1
        if (child.i < start and not is_own_mark) or (child.i >= resume and not _continues_speech(child)):
            move(child, main, child.dep)
    move(verb, main, "parataxis:insert")
    if right is not None:
        _seat_main_subject(tokens[:first], main)
    if tokens[-1].pos == "PUNCT" and tokens[-1].head is verb:
        move(tokens[-1], main, "punct")


def _continues_speech(child: Token) -> bool:
    """Whether a clause after the incise goes on with its verb: "…, ajoutant que C"."""
    return child.dep == "advcl" and child.feat("VerbForm") == "Part" and child.lemma in incise_verbs()


def _seat_main_subject(left: list[Token], main: Token) -> None:
    """The noun phrase before the incise is the subject of the predicate after it."""
    head = content_head(left)
    if head is None or (is_above(head, main) and head.pos not in ("NOUN", "PROPN", "PRON")):
        return
    if any(child.pos == "ADP" and child.i < head.i for child in head.children) or main.child(
        "nsubj", "nsubj:pass"
    ):
        return
    if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
        if is_above(head, main):
            above, dep = head.head, head.dep
            move(main, main if above is head else above, "ROOT" if above is head else dep)
        move(head, main, "nsubj:pass" if main.child("aux:pass") else "nsubj")


def _seat(verb: Token, subject: Token, *, tokens: list[Token], start: Token) -> None:
    """Make `subject` the verb's one subject; another one that follows it is an apposition."""
    for child in list(verb.children):
        if (
            child.dep.startswith("nsubj")
            and child is not subject
            and child.lower not in word_set("clitic subjects")
        ):
            if child.i > subject.i:
                move(child, subject, "appos")
            elif child.i >= start.i:
                child.dep = "iobj" if child.lower in word_set("clitics") else "obl:mod"
    following = verb.i + 1 - tokens[0].i
    if verb.lemma == "faire" and following < len(tokens) and tokens[following].feat("VerbForm") == "Inf":
        move(tokens[following], verb, "xcomp")
    move(subject, verb, "nsubj")
