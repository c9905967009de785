"""Verb groups: the words that make one verb form, with its clitics, auxiliaries and inverted pronoun.

Found along the row of words and not in the tree, because the trees of sentences with incises and quotations are
often wrong while the tags of their words are right.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from depeche.reading.statements.forms import cue_forms
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.tagging import INVERTED, is_cue_participle, looks_like_verb, verb_lemma
from depeche.reading.statements.words import word_class

Form = Literal["finite", "compound", "present participle", "past participle", "infinitive"]

NEGATIVE = {
    "pas",
    "jamais",
    "plus",
    "rien",
    "guère",
    "point",
    "aucun",
    "aucune",
    "nullement",
    "aucunement",
    "ni",
}
NO_PARTICIPLE = {"que", "qu'", "qui", ";", ":", ".", "de"}
AFTER_DE = {"son", "sa", "leur", "nouveau", "facto", "concert", "conserve", "surcroît"}
REACH = 9  # words between an auxiliary and its participle: "s'est, quant à lui, félicité"


@dataclass(slots=True)
class VerbGroup:
    """One verb form of a sentence; `start`, `end`, `head`, `carrier` and `pronoun` are token indices.

    `head` is the verb that gives the meaning, `carrier` the one that is conjugated, `pronoun` the inverted clitic
    subject. `lemma` bears "se " for a reflexive verb; `tail` is where a multiword verb ends.
    """

    start: int
    end: int
    head: int
    carrier: int
    lemma: str
    form: Form
    pronoun: int | None = None
    reflexive: bool = False
    passive: bool = False
    negated: bool = False
    gerund: bool = False
    dative: int | None = None
    clitics: set[str] = field(default_factory=set)

    @property
    def is_finite(self) -> bool:
        """Whether the verb form is conjugated."""
        return self.form in ("finite", "compound")


def verb_groups(passage: Passage) -> list[VerbGroup]:
    """The verb groups of a sentence, in text order."""
    found: list[VerbGroup] = []
    taken: set[int] = set()
    forms = cue_forms()
    for k, token in enumerate(passage.tokens):
        if passage.pos(k) not in ("VERB", "AUX") and token.lower not in forms:
            continue
        if k in taken or passage.mark[k]:
            continue
        group = _group_at(passage, k)
        if group is not None:
            taken.update({group.carrier, group.head})
            found.append(group)
    return found


def _group_at(passage: Passage, k: int) -> VerbGroup | None:
    token = passage.tokens[k]
    known = cue_forms().get(token.lower)
    if passage.pos(k) not in ("VERB", "AUX"):
        if known is None or not looks_like_verb(passage, k, known[0], known[1]):
            return None
        kind: Form = "finite" if known[1] == "finite" else known[1]
        return _make(passage, k, k, kind, lemma=known[0])
    form = token.feat("VerbForm")
    if known is not None and known[1] == "present participle" and form != "Part":
        return _make(passage, k, k, "present participle", lemma=known[0])
    if form == "Fin" and known is not None and known[1] == "past participle":
        return _make(passage, k, k, "past participle", lemma=known[0])  # ", lu à la télévision"
    if form in ("Fin", "Inf"):
        participle = _participle(passage, k) if token.lemma in ("avoir", "être") else None
        if participle is not None:
            head, passive = participle
            group = _make(passage, k, head, "compound" if form == "Fin" else "infinitive")
            group.passive = passive and not group.reflexive and group.lemma not in word_class("with_etre")
            return group
        return _make(passage, k, k, "finite" if form == "Fin" else "infinitive")
    if form == "Part":
        if known is not None and known[1] == "finite":
            return _make(passage, k, k, "finite")
        if token.feat("Tense") == "Pres" or token.lower.endswith("ant"):
            return _make(passage, k, k, "present participle")
        return _make(passage, k, k, "past participle")
    if token.pos == "VERB":
        return _make(passage, k, k, known[1] if known else "finite")
    return None


def _participle(passage: Passage, k: int) -> tuple[int, bool] | None:
    """The participle of an auxiliary and whether the form is passive, or None when it is the verb itself."""
    passive = passage.tokens[k].lemma == "être"
    commas = 0
    for j in range(k + 1, min(k + 1 + REACH, len(passage))):
        token = passage.tokens[j]
        tagged = token.feat("VerbForm") == "Part" and token.pos in ("VERB", "AUX")
        if not token.lower.endswith("ant") and (tagged or is_cue_participle(passage, k, j)):
            if token.lower == "été" and passage.tokens[k].lemma == "avoir":
                inner = _participle(passage, j)
                return (inner[0], True) if inner else None
            return j, passive
        if token.feat("VerbForm") in ("Fin", "Inf") or (
            token.lower in NO_PARTICIPLE and not _opens_adverbial(passage, j)
        ):
            return None
        if token.pos == "CCONJ" and commas % 2 == 0 and not token.lower.startswith("ni"):
            between = passage.pos(j - 1) == "ADV" == passage.pos(j + 1)
            if not between:  # "a clairement et fermement condamné", but "était calme et exhorté …"
                return None
        if token.lower == ",":
            commas += 1
            if commas > 2:
                return None
        elif (token.pos == "ADJ" and passive and commas % 2 == 0) or (
            token.pos in ("NOUN", "PROPN") and commas % 2 == 0 and not _in_phrase(passage, k, j)
        ):
            return None
    return None


def _opens_adverbial(passage: Passage, k: int) -> bool:
    """Whether "de" between an auxiliary and its participle opens a set adverbial: "a de son côté appelé"."""
    if passage.lower(k - 1) == "tout" and passage.lower(k + 1) == "même":
        return True
    return passage.lower(k) == "de" and passage.lower(k + 1) in AFTER_DE


def _in_phrase(passage: Passage, low: int, k: int) -> bool:
    """Whether a noun stands in an adverbial ("dans la foulée", "la veille") and not as an object."""
    if passage.tokens[k].lemma in ("veille", "lendemain", "jour", "matin", "soir", "fois", "temps"):
        return True
    if passage.tokens[k].lemma in word_class("manner") and "du" in (
        passage.lower(k - 1),
        passage.lower(k - 2),
    ):
        return True  # "a du même souffle annoncé"
    return (
        any(passage.pos(j) == "ADP" for j in range(max(low, k - 3) + 1, k))
        or passage.lower(k - 1) in INVERTED
    )


def _make(passage: Passage, carrier: int, head: int, form: Form, *, lemma: str | None = None) -> VerbGroup:
    start = carrier
    clitics: set[str] = set()
    dative = None
    while start > 0:
        before = passage.tokens[start - 1]
        is_clitic = before.lower in word_class("clitic") and before.pos not in ("DET", "ADP")
        if (
            before.lower in ("le", "la", "l'", "les")
            and start == carrier
            and (passage.pos(carrier) in ("VERB", "AUX") or form == "present participle")
        ):
            is_clitic = True  # an article cannot stand before a verb: "les qualifiant de"
        if before.lower in ("ne", "n'"):
            is_clitic = True
        if (
            before.lower in ("nous", "vous")
            and form in ("finite", "compound")
            and _is_subject(passage, start - 1, carrier)
        ):
            is_clitic = False
        if not is_clitic:
            break
        start -= 1
        clitics.add(before.lower)
        if before.lower in ("lui", "leur", "nous", "vous", "me", "m'"):
            dative = start
    reflexive = bool(clitics & {"se", "s'"})
    gerund = False
    if form == "present participle" and passage.lower(start - 1) == "en":
        gerund, start = True, start - 1
        if passage.lower(start - 1) == "tout":
            start -= 1
    end = head + 1
    pronoun = None
    for j in range(carrier + 1, min(head + 3, len(passage))):
        if passage.lower(j) in INVERTED and (j <= head or j == head + 1):
            pronoun = j
            end = max(end, j + 1)
    negated = (
        bool(clitics & {"ne", "n'"}) and not _only(passage, head) and not _none_the_less(passage, carrier)
    )
    if head == carrier and passage.lower(start - 1) == "ni":
        negated = True  # "n'a ni confirmé ni démenti"
    if form == "infinitive" and passage.lower(start - 1) in ("pas", "jamais", "plus"):
        negated = passage.lower(start - 2) in ("ne", "n'")
    if passage.lower(start - 1) == "sans" and form == "infinitive":
        negated = passage.lower(start - 2) != "non"
    return VerbGroup(
        start=start, end=end, head=head, carrier=carrier, lemma=lemma or verb_lemma(passage, head), form=form,
        pronoun=pronoun, reflexive=reflexive, negated=negated, gerund=gerund, dative=dative, clitics=clitics,
    )  # fmt: skip


def _is_subject(passage: Passage, k: int, carrier: int) -> bool:
    """Whether "nous" or "vous" before a verb is its subject: the verb agrees, or nothing else can be it."""
    after = passage.tokens[carrier]
    if after.feat("Person"):
        return after.feat("Person") == ("1" if passage.lower(k) == "nous" else "2")
    return passage.tokens[k].dep.startswith("nsubj")


def _only(passage: Passage, head: int) -> bool:
    """Whether "ne" belongs to "ne … que", or stands without its second half ("n'en déplaise")."""
    following = [passage.lower(j) for j in range(max(0, head - 4), min(head + 3, len(passage)))]
    return not any(word in NEGATIVE for word in following) and "que" in following[-2:]


def _none_the_less(passage: Passage, carrier: int) -> bool:
    """Whether "n'en … pas moins" stands around a verb, which affirms it."""
    behind = [passage.lower(j) for j in range(carrier + 1, min(carrier + 4, len(passage)))]
    return ("pas", "moins") in pairwise(behind)


def tempus(passage: Passage, group: VerbGroup) -> tuple[str, str, bool]:
    """Mood, tense and whether the form is compound: what coordinated verbs of one clause share."""
    carrier = passage.tokens[group.carrier]
    return carrier.feat("Mood"), carrier.feat("Tense"), group.head != group.carrier and not group.passive
