"""Whose deed a content tells, and when: the main verbs of a content with who does them."""

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
NEGATIONS = {"pas", "jamais", "plus", "point"}
OURS = {"notre", "nos", "mon", "ma", "mes"}
HOSTILE = {"ASSAULT", "COERCE"}
KIND = {"AID", "RETREAT", "COOPERATE", "CONCEDE"}
MEASURES = {"SANCTION", "MOBILIZE", *HOSTILE, *KIND}
TELLING: frozenset[SpeechAct] = frozenset({"assert", "announce", "threaten"})  # verbs that leave the act open
PERFORMED: tuple[SpeechAct, ...] = ("reject", "agree", "praise", "promise")  # classes `own_…` of verbs
COMING: frozenset[Tense] = frozenset({"future", "conditional"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A main verb of a content: `own` and `other` tell whether the speaker's side or another one does it.

    `party` says that the other one is a state, a body or a person and no crowd; `possible` is said of "pourrait
    fermer", `hearsay` of "aurait fermé", `restricted` of "n'a fait que fermer", `due` of "devait fermer"; `performs`
    is the act of speech that the verb itself is ("nous demandons"). `doer` is the lemma of the first subject, `aim`
    that of the infinitive of a verb of will or effort ("veulent affamer"), `objects` those of the words that follow
    the verb in its clause.
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
    doer: str
    aim: str
    objects: frozenset[str]


@cache
def idioms() -> frozenset[str]:
    """Expressions of several words that tell a hostile act."""
    return frozenset(
        row["lemma"] for row in table("plover_triggers") if row["pos"] == "MWE" and row["type"] in HOSTILE
    ) - word_class("figurative")


@cache
def measures(kind: str) -> frozenset[str]:
    """Verbs that tell only acts of one kind besides blame: "hostile", "kind", or any "measure" of a state."""
    types: dict[str, set[str]] = {}
    for row in table("plover_triggers"):
        if row["pos"] == "VERB" and row["type"] not in ("NONE", "ACCUSE"):
            types.setdefault(row["lemma"], set()).add(row["type"])
    wanted = {"hostile": HOSTILE, "kind": KIND, "measure": MEASURES}[kind]
    return frozenset(lemma for lemma, told in types.items() if told <= wanted) - word_class("figurative")


def deeds_of(draft: Draft) -> list[Deed]:
    """The deeds that the main clauses of a content tell, in text order."""
    scene, found = draft.scene, []
    if draft.voice is None:
        return []
    # "A dit que son pays adhérait à": he adheres.
    shifted = draft.kind == "clause" and draft.rule.endswith("que")
    for start, end in draft.ranges:
        for group in scene.main_verbs(start, end):
            verb = scene.passage.tokens[group.head]
            reflexive = f"se {group.lemma}" if group.reflexive else group.lemma
            if group.reflexive and not {group.lemma, reflexive} & _reflexive_deeds():
                continue
            inner = _modal_complement(verb)
            doers = _doers(inner) if inner is not None and is_passive(inner) else _doers(verb)
            sides = [side_of(scene, draft.voice.actor, doer) for doer in doers]
            when, carrier = tense(verb), scene.passage.tokens[group.carrier]
            compound = carrier is not verb and carrier.lemma == "être" and not is_passive(verb)
            if when == "present" and compound:
                when = "past"  # "nous sommes sortis"
            hearsay = when == "conditional" and carrier is not verb and carrier.lemma == "avoir"
            found.append(
                Deed(
                    idiom_of(scene, group) if inner is None else inner.lemma, "past" if hearsay else when,
                    own="own" in sides, other=bool({"other", "crowd"} & set(sides)), party="other" in sides,
                    first_person=any(doer.lower in FIRST_PERSON for doer in doers),
                    negated=is_negated(verb) or group.negated, passive=is_passive(inner or verb),
                    possible=inner is not None, due=verb.lemma == "devoir" and inner is not None,
                    performs=_performed(scene, group, when, own="own" in sides, shifted=shifted),
                    doer=doers[0].lemma if doers else "", aim=_aim(verb),
                    objects=frozenset(word.lemma for word in verb.subtree() if word.i > verb.i),
                    hearsay=hearsay, restricted=bool(group.clitics & {"ne", "n'"}) and not is_negated(verb),
                )
            )  # fmt: skip
    return found


@cache
def _reflexive_deeds() -> frozenset[str]:
    """Reflexive verbs that tell a deed or perform an act of speech."""
    return word_class("revenge").union(
        word_class("seizing"),
        word_class("wrong"),
        word_class("strive"),
        *(word_class(f"own_{act}") for act in PERFORMED),
    )


def _performed(scene: Scene, group: VerbGroup, when: Tense, *, own: bool, shifted: bool) -> SpeechAct | None:
    """The act of speech that a verb performs for the speaker's side at the time of speaking: "nous demandons".

    `shifted`: the imperfect stands for the present, of a stance that is taken: "a dit que son pays adhérait à".
    """
    lemma = f"se {group.lemma}" if group.reflexive else group.lemma
    stance = next((act for act in PERFORMED if lemma in word_class(f"own_{act}")), None)
    if own and shifted and when == "imperfect" and not (group.negated or group.passive):
        return stance if stance != "praise" else None  # "soutenait" tells no more than whom one stands by
    if not own or when != "present" or group.negated or group.passive:
        return None
    entry = scene.cues.get(group.head)
    if (
        entry is not None
        and entry[0].act not in TELLING
        and any(frame[:2] != "q." and frame != "q" for frame in entry[0].frames)
    ):
        return entry[0].act
    return stance


def idiom_of(scene: Scene, group: VerbGroup) -> str:
    """The lemma of a verb, with the words of a hostile idiom that it opens ("prendre le contrôle")."""
    opened = _idioms_by_word().get(group.lemma.split(" ", 1)[0])
    if opened is None:
        return group.lemma
    following = [
        scene.passage.lower(k) for k in range(group.head + 1, min(group.head + 5, len(scene.passage)))
        if scene.passage.lower(k) not in NEGATIONS
    ]  # fmt: skip
    words = " ".join([group.lemma, *following])
    return next((idiom for idiom in opened if words.startswith(idiom + " ")), group.lemma)


@cache
def _idioms_by_word() -> dict[str, list[str]]:
    """The idioms by their first word."""
    found: dict[str, list[str]] = {}
    for idiom in sorted(idioms()):
        found.setdefault(idiom.split(" ", 1)[0], []).append(idiom)
    return found


def _aim(verb: Token) -> str:
    """The lemma of the infinitive of a verb of will or effort: "veulent nous affamer"; empty for other verbs."""
    if verb.lemma not in word_class("strive"):
        return ""
    inner = next((child for child in verb.children if child.dep in ("xcomp", "ccomp")), None)
    return inner.lemma if inner is not None else ""


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


def side_of(scene: Scene, speaker: Actor, doer: Token) -> str:
    """Whether a doer is of the speaker's side ("own"), of another state ("other", "crowd"), or unknown ("")."""
    if doer.lower in FIRST_PERSON or any(child.lower in OURS for child in doer.children):
        return "own"
    if doer.lemma in word_class("strike"):
        return ""  # "un drone russe a touché une école": what happened, of which nobody is accused
    actors = scene.cast.owners_of(doer)
    if speaker in actors:
        return "own"
    countries = {actor.country for actor in actors if actor.country}
    if not countries or (not speaker.country and speaker.kind in ("outlet", "other")):
        return ""
    if speaker.country in countries:
        return "own"
    return "crowd" if all(actor.kind == "group" for actor in actors) else "other"
