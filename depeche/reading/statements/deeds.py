"""Whose deed a content tells, and when: what tells a charge from an announcement, a threat from a promise."""

from dataclasses import dataclass
from functools import cache

from depeche.language.syntax import (
    Tense,
    is_negated,
    is_passive,
    obliques,
    own_subjects,
    tense,
)
from depeche.language.token import Token
from depeche.lexicon import table
from depeche.model import Actor, SpeechAct
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

FIRST_PERSON = {"je", "j'", "nous"}
OURS = {"notre", "nos", "mon", "ma", "mes"}
HOSTILE = {"ASSAULT", "COERCE"}
KIND = {"AID", "RETREAT", "COOPERATE", "CONCEDE"}
MEASURES = {"SANCTION", "MOBILIZE", *HOSTILE, *KIND}
PAST: frozenset[Tense] = frozenset({"past", "imperfect"})
TELLING: frozenset[SpeechAct] = frozenset({"assert", "announce", "threaten"})  # verbs that leave the act open
COMING: frozenset[Tense] = frozenset({"future", "conditional"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A main verb of a content: `own` and `other` tell whether the speaker's side or another party does it.

    `possible` is said of "pourrait fermer", `hearsay` of "aurait fermé", `restricted` of "n'a fait que fermer".
    """

    lemma: str
    when: Tense
    own: bool
    other: bool
    first_person: bool
    negated: bool
    passive: bool
    possible: bool
    hearsay: bool
    restricted: bool


@cache
def _idioms() -> frozenset[str]:
    """Expressions of several words that tell a hostile act."""
    return frozenset(
        row["lemma"] for row in table("plover_triggers") if row["pos"] == "MWE" and row["type"] in HOSTILE
    )


@cache
def _lemmas(kind: str) -> frozenset[str]:
    """Verbs that tell only acts of one kind besides blame: "hostile", "kind", or any "measure" of a state."""
    types: dict[str, set[str]] = {}
    for row in table("plover_triggers"):
        if row["pos"] == "VERB" and row["type"] not in ("NONE", "ACCUSE"):
            types.setdefault(row["lemma"], set()).add(row["type"])
    wanted = {"hostile": HOSTILE, "kind": KIND, "measure": MEASURES}[kind]
    return frozenset(lemma for lemma, told in types.items() if told <= wanted)


def act_with_deed(draft: Draft, worded: SpeechAct) -> SpeechAct:
    """The act of speech of a statement, once the deeds that it tells are looked at.

    `worded` is the act that its verb and words give; it stands where the verb of speech says more than that
    something was told, and where the deeds decide nothing.
    """
    deeds = deeds_of(draft)
    if draft.act == "promise" and any(_is_menace(deed) for deed in deeds):
        return "threaten"  # "a promis que les auteurs seraient traqués"
    if draft.act not in TELLING:
        return worded
    conditional = _has_condition(draft)
    if conditional and draft.act == "threaten" and any(deed.when in COMING for deed in deeds):
        return "threaten"
    for deed in deeds:
        act = _coming(deed, conditional=conditional) if deed.when in COMING else _done(deed)
        if act == "announce" and worded != "assert":
            continue
        if act is not None and (deed is deeds[0] or act in ("threaten", "accuse")):
            return act
    return worded


def denies(draft: Draft) -> bool:
    """Whether a main verb of a content is negated; True where no verb is found, so that the words decide."""
    scene = draft.scene
    groups = [group for start, end in draft.ranges for group in scene.main_verbs(start, end)]
    return not groups or any(
        group.clitics & {"ne", "n'"} or is_negated(scene.passage.tokens[group.head]) for group in groups
    )


def _is_menace(deed: Deed) -> bool:
    """Whether a deed to come is one that hurts, and nobody but the speaker's side can be meant to do it."""
    if deed.negated or deed.when not in COMING or not (deed.own or (deed.passive and not deed.other)):
        return False
    return deed.lemma in _lemmas("hostile") | _idioms() or deed.lemma in word_class("revenge")


def _coming(deed: Deed, *, conditional: bool) -> SpeechAct | None:
    if deed.negated:
        hostile = deed.lemma in _lemmas("hostile") | _idioms() or deed.lemma in word_class("revenge")
        return "promise" if deed.own and hostile else None
    if _is_menace(deed):
        return "threaten"
    if deed.own or (deed.passive and not deed.other):
        if deed.lemma in _lemmas("kind") and (conditional or not deed.possible):
            return "promise"
        if conditional and deed.passive and deed.lemma in word_class("cut_off"):
            return "threaten"
    if deed.own and deed.lemma in word_class("keep_word"):
        return "promise"
    return None


def _done(deed: Deed) -> SpeechAct | None:
    if deed.negated or deed.when not in PAST:
        return None
    if deed.other and (deed.lemma in _lemmas("hostile") | _idioms() or deed.lemma in word_class("connive")):
        return "accuse"
    plain = deed.when == "past" and not (deed.first_person or deed.hearsay or deed.restricted)
    if deed.own and plain and deed.lemma in _lemmas("measure"):
        return "announce"
    return None


def deeds_of(draft: Draft) -> list[Deed]:
    """The deeds that the main clauses of a content tell, in text order."""
    scene, found = draft.scene, []
    if draft.voice is None:
        return []
    for start, end in draft.ranges:
        for group in scene.main_verbs(start, end):
            verb = scene.passage.tokens[group.head]
            if group.reflexive and group.lemma not in word_class("revenge"):
                continue
            inner = _modal_complement(verb)
            doers = _doers(inner) if inner is not None and is_passive(inner) else _doers(verb)
            sides = [_side(scene, draft.voice.actor, doer) for doer in doers]
            when, carrier = tense(verb), scene.passage.tokens[group.carrier]
            hearsay = when == "conditional" and carrier is not verb and carrier.lemma == "avoir"
            found.append(
                Deed(
                    _lemma(scene, group) if inner is None else inner.lemma, "past" if hearsay else when,
                    own="own" in sides, other="other" in sides,
                    first_person=any(doer.lower in FIRST_PERSON for doer in doers),
                    negated=is_negated(verb), passive=is_passive(inner or verb),
                    possible=inner is not None,
                    hearsay=hearsay, restricted=bool(group.clitics & {"ne", "n'"}) and not is_negated(verb),
                )
            )  # fmt: skip
    return found


def _lemma(scene: Scene, group: VerbGroup) -> str:
    """The lemma of a verb, with the words of a hostile idiom that it opens ("prendre le contrôle")."""
    following = [
        scene.passage.lower(k) for k in range(group.head + 1, min(group.head + 4, len(scene.passage)))
    ]
    words = " ".join([group.lemma, *following])
    return next((idiom for idiom in sorted(_idioms()) if words.startswith(idiom + " ")), group.lemma)


def _modal_complement(verb: Token) -> Token | None:
    """The infinitive of "pourrait fermer", "devra être rendu"; None for other verbs."""
    if verb.lemma not in ("pouvoir", "devoir"):
        return None
    return next((child for child in verb.children if child.dep in ("xcomp", "ccomp")), None)


def _doers(verb: Token) -> list[Token]:
    """The subjects of a verb, of a passive the agents ("ont été tués par des soldats")."""
    if is_passive(verb):
        return [noun for preposition, noun in obliques(verb) if preposition == "par"]
    return own_subjects(verb)


def _side(scene: Scene, speaker: Actor, doer: Token) -> str:
    """Whether a doer is of the speaker's side ("own"), of another state ("other"), or neither can be told ("")."""
    if doer.lower in FIRST_PERSON or any(child.lower in OURS for child in doer.children):
        return "own"
    actors = scene.cast.owners_of(doer)
    if speaker in actors:
        return "own"
    countries = {actor.country for actor in actors if actor.country}
    if not countries or (not speaker.country and speaker.kind in ("outlet", "other")):
        return ""
    return "own" if speaker.country in countries else "other"


def _has_condition(draft: Draft) -> bool:
    """Whether a condition or an ultimatum goes with what is told: "si …", "à défaut", "tant que"."""
    passage = draft.scene.passage
    for start, end in draft.ranges:
        for k in range(start, end):
            opens = passage.pos(k) == "SCONJ" or passage.pos(k + 1) in ("DET", "PRON", "PROPN")
            if passage.lower(k) in ("si", "s'") and opens and "se " not in passage.tokens[k].lemma + " ":
                return passage.lower(k - 1) not in (
                    "que",
                    "même",
                )  # "ne viendra que si": a condition of one's own
        text = " ".join(passage.lower(k) for k in range(start, end))
        if any(opening in text for opening in word_class("condition")):
            return True
    return False
