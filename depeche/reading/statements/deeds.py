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
PERFORMED: tuple[SpeechAct, ...] = ("reject", "agree", "praise", "promise")  # classes `own_…` of verbs
COMING: frozenset[Tense] = frozenset({"future", "conditional"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A main verb of a content: `own` and `other` tell whether the speaker's side or another one does it.

    `party` says that the other one is a state, a body or a person and no crowd.
    `possible` is said of "pourrait fermer", `hearsay` of "aurait fermé", `restricted` of "n'a fait que fermer", `due` of
    "devait fermer"; `performs` is the act of speech that the verb itself is ("nous demandons").
    """

    lemma: str
    when: Tense
    own: bool
    other: bool
    party: bool
    first_person: bool
    negated: bool
    passive: bool
    possible: bool
    hearsay: bool
    restricted: bool
    due: bool
    performs: SpeechAct | None


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


def act_with_deed(draft: Draft, worded: SpeechAct, *, foretold: bool = False) -> SpeechAct:
    """The act of speech of a statement, once the deeds that it tells are looked at.

    `worded` is the act that its verb and words give; it stands where the verb of speech says more than that
    something was told, and where the deeds decide nothing. `foretold`: only a future tense made it an announcement.
    """
    deeds = deeds_of(draft)
    if draft.act == "promise" and any(_is_menace(deed) for deed in deeds):
        return "threaten"  # "a promis que les auteurs seraient traqués"
    if draft.act not in TELLING:
        return worded
    conditional = _has_condition(draft)
    coming = [deed for deed in deeds if deed.when in COMING]
    if draft.act == "threaten" and coming and (conditional or worded in TELLING):
        return "threaten"
    if deeds and deeds[0].performs is not None and worded != "threaten":
        return deeds[0].performs
    if foretold and draft.act == "assert" and deeds and all(deed.party and not deed.own for deed in coming):
        worded = "assert"  # what is to come is foretold of others, or told in a subordinate clause
    if worded == "request" and deeds and all(_is_principle(deed) for deed in deeds):
        worded = "assert"
    for deed in deeds:
        act = _coming(deed, conditional=conditional) if deed.when in COMING else _done(deed)
        if act == "announce" and worded != "assert":
            continue
        if act is not None and (deed is deeds[0] or act in ("threaten", "accuse")):
            return act
    return worded


def denies(draft: Draft, act: SpeechAct) -> bool:
    """Whether a content is negated as an act of denial or rejection is; True where no verb is found.

    A denial negates its first main verb, of a deed that is not another party's and not merely perceived; a
    rejection negates any of them.
    """
    scene = draft.scene
    groups = [group for start, end in draft.ranges for group in scene.main_verbs(start, end)]
    negated = [
        bool(group.clitics & {"ne", "n'"}) or is_negated(scene.passage.tokens[group.head]) for group in groups
    ]
    if act != "deny" or not groups:
        return not groups or any(negated)
    if draft.voice is not None and draft.voice.actor.kind == "outlet":
        return False  # a paper that writes that somebody did nothing denies nothing
    first = next(iter(deeds_of(draft)), None)
    if (
        first is not None
        and first.negated
        and ((first.other and not first.own) or first.lemma in word_class("perception"))
    ):
        return False
    return negated[0]


def menaces(draft: Draft) -> bool:
    """Whether what is promised in an infinitive hurts: "a promis de riposter"."""
    scene = draft.scene
    start, end = draft.ranges[0]
    verb = next((group for group in scene.groups if start <= group.start < end), None)
    if verb is None or verb.negated:
        return False
    lemma = _lemma(scene, verb)
    return lemma in _lemmas("hostile") | _idioms() or lemma in word_class("revenge")


def _is_principle(deed: Deed) -> bool:
    """Whether a content states what ought to be, of nobody: "tout conflit devait se régler par le dialogue"."""
    return deed.due and deed.when == "imperfect" and not (deed.own or deed.other or deed.first_person)


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
    performed = {lemma for act in PERFORMED for lemma in word_class(f"own_{act}")}
    if draft.voice is None:
        return []
    for start, end in draft.ranges:
        for group in scene.main_verbs(start, end):
            verb = scene.passage.tokens[group.head]
            reflexive = f"se {group.lemma}" if group.reflexive else group.lemma
            if group.reflexive and not {group.lemma, reflexive} & (word_class("revenge") | performed):
                continue
            inner = _modal_complement(verb)
            doers = _doers(inner) if inner is not None and is_passive(inner) else _doers(verb)
            sides = [_side(scene, draft.voice.actor, doer) for doer in doers]
            when, carrier = tense(verb), scene.passage.tokens[group.carrier]
            hearsay = when == "conditional" and carrier is not verb and carrier.lemma == "avoir"
            found.append(
                Deed(
                    _lemma(scene, group) if inner is None else inner.lemma, "past" if hearsay else when,
                    own="own" in sides, other=bool({"other", "crowd"} & set(sides)), party="other" in sides,
                    first_person=any(doer.lower in FIRST_PERSON for doer in doers),
                    negated=is_negated(verb), passive=is_passive(inner or verb),
                    possible=inner is not None, due=verb.lemma == "devoir" and inner is not None,
                    performs=_performed(scene, group, when, "own" in sides),
                    hearsay=hearsay, restricted=bool(group.clitics & {"ne", "n'"}) and not is_negated(verb),
                )
            )  # fmt: skip
    return found


def _performed(scene: Scene, group: VerbGroup, when: Tense, own: bool) -> SpeechAct | None:
    """The act of speech that a verb in the present performs for the speaker's side: "nous demandons", "Oslo rejette"."""
    if not own or when != "present" or group.negated or group.passive:
        return None
    entry = scene.cues.get(group.head)
    if (
        entry is not None
        and entry[0].act not in TELLING
        and any(frame[:2] != "q." and frame != "q" for frame in entry[0].frames)
    ):
        return entry[0].act
    lemma = f"se {group.lemma}" if group.reflexive else group.lemma
    return next((act for act in PERFORMED if lemma in word_class(f"own_{act}")), None)


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
    """Whether a doer is of the speaker's side ("own"), of another state ("other", "crowd"), or neither can be told ("")."""
    if doer.lower in FIRST_PERSON or any(child.lower in OURS for child in doer.children):
        return "own"
    actors = scene.cast.owners_of(doer)
    if speaker in actors:
        return "own"
    countries = {actor.country for actor in actors if actor.country}
    if not countries or (not speaker.country and speaker.kind in ("outlet", "other")):
        return ""
    if speaker.country in countries:
        return "own"
    return "crowd" if all(actor.kind == "group" for actor in actors) else "other"


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
