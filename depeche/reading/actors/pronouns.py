"""Pronouns and possessives: the most salient actor before them that agrees in gender and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.language.token import Token
from depeche.reading.actors import recent
from depeche.reading.actors.drafts import governor, is_subject, reporting_verbs
from depeche.reading.actors.lexical import word_class
from depeche.reading.actors.pronoun_spotting import RANKS

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.drafts import Draft

REACH = 4  # sentences
SUBORDINATE = frozenset(("ccomp", "acl:relcl", "advcl", "acl"))


def resolve(draft: Draft, casting: Casting) -> None:
    """Resolve a pronoun or possessive in place."""
    if draft.sort == "ranked":
        _rank(draft, casting)
        return
    owned = casting.offices.get(draft.token.i)
    office = owned is not None and (owned.noun.kind == "office" or owned.noun.title == "titulaire")
    best = antecedent_of(draft, casting, office=office)
    if best is not None:
        draft.actors, draft.person = best.actors, best.person
        if draft.feminine is None:
            draft.feminine = best.feminine


def _rank(draft: Draft, casting: Casting) -> None:
    """Resolve "le premier" and "le second" to the two who were named side by side before."""
    before = [other for other in casting.done if 0 <= draft.token.sentence - other.token.sentence <= 1
              and other.start < draft.start and other.sort in ("person", "phrase", "state")]  # fmt: skip
    named = [other for other in before if other.person is not None] or before
    pair: list[Draft] = []
    for other in named:
        if all(other.actors != known.actors for known in pair):
            pair.append(other)
    rank = RANKS[draft.token.lower]
    if len(pair) > 1:
        draft.actors, draft.person = pair[rank].actors, pair[rank].person


def antecedent_of(draft: Draft, casting: Casting, *, office: bool = False) -> Draft | None:
    """The mention that a pronoun takes up, or None when nothing before it agrees."""
    here = draft.token
    possessive = draft.sort == "possessive"
    incise = _in_report(here, casting)
    stressed = _is_stressed(draft, casting)
    subjects = _subjects_around(here) if possessive else frozenset[int]()
    best: tuple[float, Draft] | None = None
    for other in casting.done:
        if other.start >= draft.start and other.token.i >= draft.token.i and not possessive:
            continue
        if other.start <= draft.start < other.end or not other.actors:
            continue
        if not possessive and here.dep == "nmod" and here.head.i in other.heads:
            continue  # "l'avocat de ce dernier"
        distance = here.sentence - other.token.sentence
        if distance > REACH or distance < 0 or not agrees(draft, other):
            continue
        score = _score(draft, other, casting, distance=distance, incise=incise, office=office, stressed=stressed,
                       subjects=subjects)  # fmt: skip
        if best is None or score >= best[0]:
            best = (score, other)
    return best[1] if best is not None and best[0] > -4 else None


def agrees(draft: Draft, other: Draft) -> bool:
    """Whether gender and number allow a pronoun to take up a mention."""
    many = (
        len(other.actors) > 1
        or other.plural is True
        or (other.actors[0].kind == "group" and other.plural is not False)
    )
    if draft.plural is True and not many and not (draft.sort == "possessive" and other.plural is None):
        return False
    if draft.plural is False and many and other.plural is not None:
        return False
    if draft.sort == "possessive":
        return True
    feminine = other.feminine
    if draft.plural:
        return True
    return draft.feminine is None or feminine is None or draft.feminine == feminine


def _score(
    draft: Draft,
    other: Draft,
    casting: Casting,
    *,
    distance: int,
    incise: bool,
    office: bool,
    stressed: bool,
    subjects: frozenset[int],
) -> float:
    actor = other.actors[0]
    score = -1.6 * distance
    tokens = casting.tokens
    if tokens[draft.token.i].block != tokens[other.token.i].block:
        score -= 1.0
    if other.subject:
        score += 2.0
    elif governor(other.token).pos == "NOUN" or other.token.dep == "nmod":
        score -= 1.0
    if other.speaker:
        score += 1.5 if incise else 0.7
    if other.sort == "pronoun" and other.subject:
        score += 0.5
    if other.sort == "possessive":
        score -= 2.0
    if actor.kind == "person":
        score += 1.5 if incise or draft.sort in ("pronoun", "latter") else 0.3
    if draft.sort == "pronoun" and actor.kind == "person" and recent.lends_voice(other, casting):
        score += 3.0
    if actor.kind == "outlet" or (incise and actor.kind == "state"):
        score -= 2.0
    if other.form == "description" and not other.subject:
        score -= 1.0
    if other.quoted and not draft.quoted:
        score -= 2.5
    if draft.sort == "latter":
        score -= 0.12 * min(draft.token.i - other.token.i, 25)
        score += -1.0 if other.subject and _embedding(other.token) else -2.5 if other.subject else 1.0
    if draft.sort == "possessive":
        if any(casting.at.get(at) is other for at in subjects):
            score += 2.5  # a possessive most often belongs to the subject of its clause
        noun = draft.token.head
        if noun.lower in ("côté", "part", "tour") and other.end == draft.start - 2:
            score += 6.0  # "Asmara, de son côté, …"
        if noun.dep == "conj" and casting.at.get(noun.head.i) is other:
            score += 8.0  # "le président et son homologue"
        if casting.tokens[draft.token.i].head.lemma in word_class("kin"):
            score += 2.0 if actor.kind in ("person", "group") else -5.0
        if office and actor.kind == "person" and distance > 0:
            score -= 1.5
        if office and actor.kind in ("state", "igo", "institution"):
            score += 1.0 if other.subject else -0.5
    elif other.token.head is draft.token.head and not stressed:
        score -= 6.0  # two arguments of one verb are two actors
    if (
        other.start > 1
        and tokens[other.start - 1].lower in ("à", "la", "l'", "au", "le")
        and distance == 0
        and (
            tokens[other.start - 2].lower == "quant"
            or tokens[other.start - 1].lower == "quant"
            or (other.start > 2 and tokens[other.start - 3].lower == "quant")
        )
    ):
        score += 14.0
    if draft.sort == "pronoun" and (
        _relative_head(draft.token, casting) is other or _after_relative(draft, other, casting)
    ):
        score -= 5.0  # "l'émissaire à qui il a exprimé": another one than the antecedent
    if draft.sort == "pronoun" and _matrix_subject(draft.token, other, casting):
        score += 1.5
    if stressed and _set_off(draft, other, casting):
        score += 9.0  # "le chancelier, lui, …"
    elif draft.token.lower == "lui" and actor.kind == "person":
        score += 1.0
    if draft.sort == "pronoun" and _controls(draft.token, other, casting):
        score -= 4.0  # "il a appelé le président pour lui présenter …"
    if draft.token.lower.startswith("intéressé"):
        score += 2.0 if actor.kind == "person" else -9.0
    if draft.sort != "latter":
        score -= 0.7 * min(2, _embedding(other.token))
    if other.phrase is not None and other.phrase.noun.title == "pays" and other.phrase.owner is not None:
        score -= 1.5
    if draft.feminine is not None and other.feminine is None and actor.kind == "state":
        score -= 0.3
    return score + 0.002 * other.token.i


def _relative_head(token: Token, casting: Casting) -> Draft | None:
    """The antecedent of the relative clause that a pronoun is the subject of."""
    verb = token.head
    if verb.dep == "acl:relcl" and is_subject(token):
        return casting.at.get(verb.head.i)
    return None


def _matrix_subject(token: Token, other: Draft, casting: Casting) -> bool:
    """Whether a mention is the subject of the clause on which the pronoun's own clause depends."""
    verb = token.head
    if verb.dep not in ("advcl", "ccomp", "xcomp") or not is_subject(token):
        return False
    return any(is_subject(child) and casting.at.get(child.i) is other for child in verb.head.children)


def _is_stressed(draft: Draft, casting: Casting) -> bool:
    """Whether a pronoun stands between commas: "le chancelier, lui, …", "la présidence s'est, elle, …"."""
    around = (draft.start - 1, min(draft.end, len(casting.tokens) - 1))
    stressed = draft.sort == "pronoun" and draft.token.lower in ("lui", "elle", "eux", "elles")
    return stressed and all(casting.tokens[at].lower == "," for at in around)


def _set_off(draft: Draft, other: Draft, casting: Casting) -> bool:
    """Whether a stressed pronoun repeats a mention: right after it, or as the subject of the same verb."""
    if other.subject and other.token.head is draft.token.head:
        return True
    inner = casting.tokens[other.end : draft.start - 1]
    beside = other.end < draft.start and all(other.token in token.ancestors() for token in inner)
    return beside and (other.subject or other.token.dep != "nmod")


def _controls(token: Token, other: Draft, casting: Casting) -> bool:
    """Whether a mention is the one who does what an infinitive says of the pronoun that is its object."""
    verb = token.head
    if verb.feat("VerbForm") != "Inf" or is_subject(token) or verb.dep not in ("xcomp", "advcl", "conj"):
        return False
    for above in verb.ancestors():
        subjects = [child for child in above.children if is_subject(child)]
        if subjects:
            return any(casting.at.get(child.i) is other for child in subjects)
    return False


def _after_relative(draft: Draft, other: Draft, casting: Casting) -> bool:
    """Whether a pronoun follows a relative that stands for the same actor: "X, à qui il …" speaks of two."""
    relative = casting.at.get(draft.start - 1)
    return relative is not None and relative.sort == "relative" and relative.actors == other.actors


def _embedding(token: Token) -> int:
    """How many subordinate clauses a mention stands in."""
    found = int(token.dep in SUBORDINATE)
    while token.head is not token:
        token = token.head
        found += token.dep in SUBORDINATE
    return found


def _subjects_around(token: Token) -> frozenset[int]:
    """The subjects of the clause that a possessive stands in, as token indices."""
    noun = token.head
    for above in (noun, *noun.ancestors()):
        subjects = frozenset(child.i for child in above.children if is_subject(child) and child.i != noun.i)
        if subjects and (above.pos in ("VERB", "AUX", "ADJ") or above.dep == "cop"):
            return subjects
    return frozenset()


def _in_report(token: Token, casting: Casting) -> bool:
    """Whether a pronoun is the subject of a verb of speech."""
    return is_subject(token) and token.head.lemma in reporting_verbs()
