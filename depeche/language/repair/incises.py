"""Incises: "…, a déclaré jeudi le ministre, …" is set right where the parser took the speaker for an object.

An incise is found by its marks and forms alone: a comma or closing quotation mark, a cue verb whose group begins there
(so nothing that could be its subject precedes), and a subject after it. It is then hung on the main clause as
`parataxis:insert`, as the French treebanks do, and the main clause gets its own subject back.
"""

from dataclasses import dataclass

from depeche.language.repair.lexicon import (
    faire_complements,
    finite_cues,
    incise_verbs,
    takes_things,
    word_set,
)
from depeche.language.repair.predicates import (
    any_predicate,
    content_head,
    is_adverbial,
    is_quote_alone,
    left_predicate,
    right_predicate,
)
from depeche.language.repair.speakers import can_speak, find_speaker
from depeche.language.repair.tokens import free_second_subject
from depeche.language.repair.trees import is_above, move, top_in
from depeche.language.token import Sentence, Token

_LEFT = frozenset({",", "»", "”", '"', "!", "?", "…", "...", "–", "—", "-", "("})
_VERBAL = ("VERB", "AUX")
_PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
_QUOTES = frozenset({"»", "”", '"'})
# After these a capitalised word begins a new noun phrase: "à la presse Hassan Diab".


def repair_incises(sentence: Sentence) -> None:
    """Set right the incises of one sentence, in place."""
    tokens = sentence.tokens
    for position, verb in enumerate(tokens):
        lemma = _cue(tokens, position)
        if not lemma:
            continue
        first = _group_start(tokens, position)
        if lemma == "faire":
            position, verb = position + 1, tokens[position + 1]
            _lead(verb, tokens[position - 1])
        if first == 0 or tokens[first - 1].text not in _LEFT:
            continue
        subject = _clitic_subject(tokens, first, position)
        is_clitic = subject is not None
        if subject is None:
            subject = find_speaker(tokens, position)
        if subject is None or (verb.pos not in _VERBAL and not can_speak(subject)):
            continue
        incise = Incise(tokens, first=first, verb=verb, subject=subject, lemma=lemma, is_clitic=is_clitic)
        if _attach(incise):
            if verb.pos not in _VERBAL:
                verb.pos, verb.feats = "VERB", dict(_PRESENT)
            if lemma != "faire" and verb.lemma not in incise_verbs():
                verb.lemma = lemma


def _lead(infinitive: Token, causative: Token) -> None:
    """The infinitive heads "a fait savoir", as in the treebanks; what hung on faire hangs on it."""
    if is_above(causative, infinitive):
        above, dep = causative.head, causative.dep
        move(infinitive, infinitive if above is causative else above, "ROOT" if above is causative else dep)
    for child in list(causative.children):
        if child is not infinitive and not is_above(child, infinitive):
            move(child, infinitive, child.dep)
    move(causative, infinitive, "aux:caus")


def _cue(tokens: list[Token], position: int) -> str:
    """The lemma of the cue verb at a position, or ""; the tagger's nouns count right after a mark and before a name."""
    verb = tokens[position]
    if verb.feat("VerbForm") == "Inf":
        return ""
    if verb.pos not in _VERBAL:
        return _hidden_cue(tokens, position)
    if verb.lemma == "faire":
        following = tokens[position + 1 : position + 2]
        return "faire" if following and following[0].lower in faire_complements() else ""
    if verb.lemma not in incise_verbs():
        # A form whose lemma the lemmatiser missed ("souffle" -> "souffle").
        return finite_cues().get(verb.lower, "") if verb.feat("VerbForm") == "Fin" else ""
    if verb.feat("VerbForm") == "Part":
        before = [token for token in tokens[max(0, position - 4) : position] if token.pos in ("AUX", "VERB")]
        return verb.lemma if any(token.lemma in ("avoir", "être") for token in before) else ""
    return verb.lemma


def _hidden_cue(tokens: list[Token], position: int) -> str:
    verb = tokens[position]
    if (
        position == 0
        or position + 1 >= len(tokens)
        or tokens[position - 1].text not in _LEFT
        or not verb.text.islower()
    ):
        return ""
    following = tokens[position + 1]
    leads_on = (
        following.pos in ("DET", "PROPN", "ADV")
        or following.text[:1].isupper()
        or following.text.startswith("-")
    )
    return finite_cues().get(verb.lower, "") if leads_on else ""


def _group_start(tokens: list[Token], position: int) -> int:
    """The index of the first token of the verb group: clitics, auxiliary, inverted pronoun, adverbs."""
    first = position
    # The tagger takes some participles for finite forms; an auxiliary right before tells.
    has_finite = tokens[position].feat("VerbForm") != "Part" and tokens[max(0, position - 1)].pos != "AUX"
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


@dataclass(frozen=True, slots=True)
class Incise:
    """A reporting clause found by its forms: its verb, where its group begins, and who speaks."""

    tokens: list[Token]
    first: int
    verb: Token
    subject: Token
    lemma: str
    is_clitic: bool

    @property
    def left(self) -> list[Token]:
        """What stands before the verb group."""
        return self.tokens[: self.first]

    @property
    def is_quoted(self) -> bool:
        """Whether a quotation ends right before the verb group."""
        left = self.left
        return left[-1].text in _QUOTES or (
            len(left) > 1 and left[-1].text == "," and left[-2].text in _QUOTES
        )

    @property
    def is_sure(self) -> bool:
        """Whether the noun phrase after the verb must be its subject, not an object."""
        return self.is_clitic or can_speak(self.subject) or self.lemma not in takes_things()


def _attach(incise: Incise) -> bool:
    """Hang an incise on its main clause and seat the speaker; False when it is none after all."""
    tokens, left, verb, subject = incise.tokens, incise.left, incise.verb, incise.subject
    start = tokens[incise.first].i
    if any(
        child.i < start and (child.dep == "mark" or child.dep.startswith("aux")) for child in verb.children
    ):
        return False  # a clause of its own: "que l'Union, face à ces défis, appelle …", "il s'est, lui, félicité …"
    main, right = left_predicate(left), None
    if main is None:
        after = (verb if incise.is_clitic else subject).i - tokens[0].i
        right = right_predicate(tokens, subject.i - tokens[0].i)
        if right is None and (incise.is_clitic or is_adverbial(left)):
            right = any_predicate(tokens, after)
        if right is None and not (incise.is_quoted and is_quote_alone(left)) and not incise.is_clitic:
            return False
        # "Le président, V. P., a annoncé le retrait, a refusé …": the comma before the verb closed an apposition.
        if right is not None and not incise.is_quoted and not incise.is_sure:
            return False
        main = top_in(right, tokens[right.i - tokens[0].i :]) if right else content_head(left)
    elif not incise.is_quoted and not incise.is_sure:
        return False
    if main is not None and is_above(subject, main) and not is_above(main, verb) and main is not verb:
        move(main, verb, "dep")
    if main is not None and main is not verb and not is_above(subject, main):
        _hang(tokens, first=incise.first, verb=verb, main=main, right=right)
    elif is_above(subject, verb):
        return False
    _seat(verb, subject, start=tokens[incise.first])
    return True


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
        for child in list(main.children):
            if child.i > right.i and _continues_speech(child):
                move(child, verb, child.dep)
        _seat_main_subject(tokens[:first], main)
    free_second_subject(main)
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


def _seat(verb: Token, subject: Token, *, start: Token) -> None:
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
    move(subject, verb, "nsubj")
