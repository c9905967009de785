"""Subjects and verbs that the parser hung on a word beside their true head."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, move
from depeche.language.syntax import AUXILIARIES, ETRE_VERBS, is_finite
from depeche.language.token import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_SIDES = frozenset(("côté", "part", "tour"))


def repair_subjects(sentence: Sentence) -> None:
    """Set loose subjects, joined participles and object relatives of one sentence right, in place."""
    for token in sentence.tokens:
        if token.dep == "conj" and token.pos == "VERB":
            _join_participle(token, sentence)
        if token.lower in ("que", "qu'") and token.dep == "case":
            _lower_relative(token)
        if token.pos == "VERB":
            _set_voice(token)
            _free_first(token, sentence.tokens[0])
            _claim_subject(token, sentence)


def _join_participle(verb: Token, sentence: Sentence) -> None:
    """Join a bare past participle behind "et" to the verb whose auxiliary it shares.

    "a salué les négociateurs et promis un don" (read with the noun), "a appelé Rome à céder et rappelé son consul"
    (read with the infinitive).
    """
    if not _is_past_participle(verb) or verb.child(*AUXILIARIES):
        return
    if verb.head.pos not in _NOMINAL and (_is_past_participle(verb.head) or verb.head.child(*AUXILIARIES)):
        return
    for token in reversed(sentence.tokens):
        if token.i < verb.head.i and token.pos == "VERB" and token.child("aux:tense", "aux:pass"):
            if _is_past_participle(token) and not is_above(verb, token):
                move(verb, token, "conj")
            return


def _is_past_participle(verb: Token) -> bool:
    return verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Past"


def _lower_relative(que: Token) -> None:
    """ "les manœuvres que l'Australie a menées": read as a preposition of the subject, it is the verb's object."""
    verb = que.head.head
    if que.head.pos in _NOMINAL and "nsubj" in que.head.dep and verb.dep == "acl:relcl" and que.i < verb.i:
        move(que, verb, "obj")


def _set_voice(verb: Token) -> None:
    """ "sont venus les rebelles": verbs with être have no passive, but for "ont été sortis"."""
    carriers = [child for child in verb.children if child.dep in AUXILIARIES]
    if verb.lemma not in ETRE_VERBS or verb.child("obl:agent") or len(carriers) != 1:
        return
    for child in verb.children:
        child.dep = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}.get(child.dep, child.dep)


def _free_first(verb: Token, opening: Token) -> None:
    """Of two subjects before a verb the first is a time or what an opening participle governs.

    "L'été dernier, Xi s'est rendu à Hanoï", "Saluant un geste, la présidente a promis une aide".
    """
    subjects = [child for child in verb.children if child.dep.startswith("nsubj") and child.i < verb.i]
    if len(subjects) < 2 or subjects[0].pos not in _NOMINAL:
        return
    if subjects[0].lower in word_set("words of time"):
        subjects[0].dep = "obl:mod"
    elif opening.head is verb and opening.feat("VerbForm") == "Part" and not opening.child("obj", "ccomp"):
        move(subjects[0], opening, "obj")


def _claim_subject(verb: Token, sentence: Sentence) -> None:
    """A noun read as an apposition in an adverbial is the subject of a verb without one.

    "De son côté Riyad a renouvelé son aide", "À New York, le Conseil, réuni en urgence, n'est pas parvenu à …".
    """
    if (
        not is_finite(verb)
        or verb.feat("Mood") == "Imp"
        or any("subj" in child.dep for child in verb.children)
    ):
        return
    for adverbial in verb.children:
        if adverbial.i > verb.i or not adverbial.dep.startswith("obl") or not adverbial.child("case"):
            continue
        for noun in adverbial.children:
            if (
                adverbial.i < noun.i
                and noun.dep in ("appos", "nmod", "flat")
                and _stands_alone(noun, sentence)
            ):
                move(noun, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
                return


def _stands_alone(noun: Token, sentence: Sentence) -> bool:
    """Whether a noun without preposition follows a comma, or names who has a side ("De son côté **Riyad** …")."""
    if noun.pos not in _NOMINAL or noun.child("case", "mark", "cc"):
        return False
    first = min([noun, *noun.children], key=lambda token: token.i)
    marked = first.pos == "PUNCT" or sentence.tokens[first.i - sentence.tokens[0].i - 1].text == ","
    return marked or (noun.pos == "PROPN" and noun.head.lemma in _SIDES)
