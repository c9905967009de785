"""To whom something is said: the one addressed by the verb's frame, a clitic, a dative, a relative, or the occasion."""

import re

from depeche.model import Actor
from depeche.reading.actors.entries import states
from depeche.reading.statements.attribution import Attribution
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, mention_end, noun_phrase
from depeche.reading.statements.pieces import FORMS
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.words import word_class

DATIVE = {"lui", "leur"}
OBJECT_RULE = re.compile(r", (?:que$|à\.|obj\.|de\.inf)")
CLITICS = {"lui", "leur", "l'", "le", "la", "les"}
OURS = {"me", "m'", "nous", "vous"}
REACH = 14  # words behind a cue in which a dative stands
TALK = 8  # words between the noun of an occasion and those whom it was with
TELLING = ("assert", "announce", "deny", "ask")


def addressees_of(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """The actors whom a draft with a known speaker is addressed to; the one accused is not addressed."""
    if draft.act == "accuse" and ", obj." in draft.rule:
        return ()
    passage = draft.scene.passage
    if draft.addressed is not None:
        return attribution.actors_in(passage, draft.addressed) or attribution.described(
            passage, draft.addressed
        )
    for find in (_by_clitic, _by_relative, _by_dative, _by_demand, _by_thanks, _by_question, _by_occasion):
        found = find(draft, attribution)
        if found:
            return found
    return ()


def share_addressees(drafts: list[Draft]) -> None:
    """Let a trailing participle that tells more share whom its main verb addresses: "a dit à X que …, ajoutant que"."""
    told: Draft | None = None
    for draft in drafts:
        group = draft.group
        if (
            group is not None
            and group.form == "present participle"
            and not draft.addressee
            and told is not None
        ):
            if draft.act in TELLING and told.voice == draft.voice and group.start > told.at:
                draft.addressee = told.addressee
        elif (
            draft.addressee
            and draft.act in TELLING
            and (draft.rule.endswith("que") or ", obj." in draft.rule)
        ):
            told = draft


def _by_clitic(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    group, passage = draft.group, draft.scene.passage
    if group is None:
        return ()
    for k in range(group.start, group.carrier):
        if passage.lower(k) in OURS and draft.via:
            return draft.via[:1]  # in an interview: the one who answers
        if passage.lower(k) not in CLITICS:
            continue
        if passage.lower(k) not in DATIVE and (
            draft.rule.endswith("attr") or not OBJECT_RULE.search(draft.rule)
        ):
            return ()  # "la qualifiant de": what is spoken of
        actors = attribution.actors_of(passage.tokens[k])
        speaker = draft.voice.actor if draft.voice is not None else None
        if actors and speaker not in actors:
            return actors
        return attribution.named_before(passage, k, but=draft.voice)
    return ()


def _by_relative(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "X, qu'il a exhorté à …", "X, à qui il a exprimé …": the antecedent."""
    scene, group = draft.scene, draft.group
    if group is None:
        return ()
    passage = scene.passage
    for k in range(group.start - 1, max(passage.first, group.start - 5), -1):
        dative = passage.lower(k) in ("qui", "lequel", "laquelle") and passage.lower(k - 1) in FORMS["à"]
        direct = passage.lower(k) in ("que", "qu'") and ", à." in draft.rule
        if dative or direct or passage.lower(k) in ("auquel", "auxquels"):
            return attribution.antecedent_of(scene, k)
        if passage.lower(k) in (",", ";", ":"):
            return ()
    return ()


def _by_dative(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "a confié à RFI un chauffeur", "a expliqué devant les députés que", "remet à l'ambassadeur une note disant"."""
    scene, group = draft.scene, draft.group
    if group is None or draft.act not in (
        *TELLING,
        "promise",
        "thank",
        "apologise",
        "criticise",
        "threaten",
        "propose",
    ):
        return ()
    passage = scene.passage
    inside = {k for start, end in draft.ranges for k in range(start, end)}
    start, stop = group.end, min(group.end + REACH, len(passage))
    if group.form == "present participle":
        handed = [
            one
            for one in scene.finite_between(passage.first, group.start)
            if one.lemma in word_class("handing")
        ]
        if not handed or passage.tokens[group.start - 1].lemma.lower() not in word_class("document"):
            return ()
        start, stop = handed[-1].end, group.start
    elif not (draft.kind == "speech" or draft.rule.endswith("que")):
        return ()
    for k in range(start, stop):
        if k in inside or passage.lower(k) in (",", ".", ";", ":") or not passage.outside(k):
            return ()
        phrase = _recipient(scene, k)
        if phrase is not None:
            named = NounPhrase(phrase.start, phrase.head, mention_end(passage, phrase, scene.cast))
            return attribution.actors_in(passage, phrase) or attribution.described(passage, named)
    return ()


def _recipient(scene: Scene, k: int) -> NounPhrase | None:
    """Who is told, at a preposition: no place and no outlet by its kind ("au quotidien"), which is a channel."""
    passage = scene.passage
    before = passage.lower(k) == "devant"
    if passage.lower(k) not in FORMS["à"] and not before:
        return None
    phrase = noun_phrase(passage, k + 1)
    if phrase is None:
        return None
    head = passage.tokens[phrase.head]
    if any(passage.tokens[j].lemma.lower() in word_class("channel") for j in range(phrase.start, phrase.head + 1)
           if passage.pos(j) != "PROPN"):  # fmt: skip
        return None
    actors = scene.cast.actors_of(head)
    if before:
        return phrase if head.feat("Number") == "Plur" and head.pos == "NOUN" and actors else None
    placed = head.pos == "PROPN" and phrase.start == phrase.head and passage.lower(k) == "à"
    if not actors or (placed and any(actor.kind == "state" for actor in actors)):
        return None
    return phrase


def _by_demand(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "exige que Rome paie", "réclame le départ des troupes russes": who is to do what is demanded."""
    if draft.act != "request" or draft.kind == "speech":
        return ()
    passage, (start, end) = draft.scene.passage, draft.ranges[0]
    phrase = noun_phrase(passage, start, limit=end)
    if phrase is None:
        return ()
    if draft.rule.endswith("que"):
        return attribution.actors_of(passage.tokens[phrase.head])
    if passage.tokens[phrase.head].lemma not in word_class("owed"):
        return ()
    for k in range(phrase.head + 1, end):
        if passage.lower(k) in FORMS["de"]:
            inner = noun_phrase(passage, k + 1, limit=end)
            return _states(attribution.owners_of(passage.tokens[inner.head])) if inner is not None else ()
    return ()


def _states(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, with its state for a force that cannot answer for itself: "les troupes russes"."""
    known = states()
    forces = ("group", "institution", "other")
    return tuple(known.get(actor.country or "", actor) if actor.kind in forces else actor for actor in actors)


def _by_question(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "Interrogé par Belga, le ministre a répondu que …": who asked."""
    passage = draft.scene.passage
    if draft.act not in (*TELLING, "reject") or draft.group is None:
        return ()
    for k in range(passage.first, min(draft.at, len(passage) - 2)):
        if passage.lower(k) in word_class("asked"):
            by = next((j for j in range(k + 1, min(k + 6, len(passage))) if passage.lower(j) == "par"), None)
            phrase = noun_phrase(passage, by + 1) if by is not None else None
            return attribution.actors_in(passage, phrase) if phrase is not None else ()
    return ()


def _by_thanks(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "sa gratitude envers la Chine": those towards whom a feeling is put in words."""
    passage = draft.scene.passage
    for start, end in draft.ranges if draft.kind == "nominal" else ():
        for k in range(start, end):
            if passage.lower(k) == "envers" or (
                passage.lower(k) == "l'" and passage.lower(k + 1) == "endroit"
            ):
                phrase = noun_phrase(passage, k + 1 if passage.lower(k) == "envers" else k + 3)
                return attribution.actors_in(passage, phrase) if phrase is not None else ()
    return ()


def _by_occasion(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "lors d'un entretien avec X, Y a dit …": the other one of a talk told in the same sentence."""
    scene = draft.scene
    passage = scene.passage
    if draft.group is None or draft.kind == "speech" or draft.act not in (*TELLING, "propose"):
        return ()
    for k in range(passage.first, len(passage)):
        if passage.tokens[k].lemma not in word_class("talk") or not _opens_occasion(scene, k):
            continue
        for j in range(k + 1, min(k + TALK, len(passage))):
            phrase = noun_phrase(passage, j + 1) if passage.lower(j) == "avec" else None
            if phrase is not None:
                return attribution.actors_in(passage, phrase)
    return ()


def _opens_occasion(scene: Scene, k: int) -> bool:
    words = [scene.passage.lower(j) for j in range(max(scene.passage.first, k - 4), k)]
    return bool({"lors", "cours", "pendant", "dans"} & set(words))
