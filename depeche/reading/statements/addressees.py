"""To whom something is said: the one addressed by the verb's frame, a clitic, a dative, a relative, or the occasion."""

import re

from depeche.model import Actor
from depeche.reading.statements.addressed_frames import can_be_addressed
from depeche.reading.statements.attribution import Attribution
from depeche.reading.statements.datives import TELLING, by_dative, by_gift, states_of
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import noun_phrase
from depeche.reading.statements.pieces import FORMS
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.words import word_class

DATIVE = {"lui", "leur"}
OBJECT_RULE = re.compile(r", (?:que$|à\.|obj\.|de\.inf)")
CLITICS = {"lui", "leur", "l'", "le", "la", "les"}
OURS = {"me", "m'", "nous", "vous"}
TALK = 8  # words between the noun of an occasion and those whom it was with


def addressees_of(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """The actors whom a draft with a known speaker is addressed to; the one accused is not addressed."""
    if draft.act == "accuse" and ", obj." in draft.rule:
        return ()
    passage = draft.scene.passage
    if draft.addressed is not None:
        named = attribution.actors_in(passage, draft.addressed)
        if draft.rule.endswith("dat.np") and not named and not can_be_addressed(draft.scene, draft.addressed):
            return ()  # "a posé comme préalable à toute discussion le retrait"
        return _with_others(draft, attribution, named) or attribution.described(passage, draft.addressed)
    for find in (
        _by_clitic, _by_relative, by_dative, by_gift, _by_demand, _by_thanks, _by_question, _by_occasion,
    ):  # fmt: skip
        found = find(draft, attribution)
        if found:
            return found
    return ()


def _with_others(draft: Draft, attribution: Attribution, named: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors addressed, with those behind a repeated preposition: "à la Chine et à la Russie"."""
    passage, first = draft.scene.passage, draft.addressed
    if first is None or not named or passage.lower(first.start - 1) not in FORMS["à"]:
        return named
    found, k = list(named), first.head + 1
    while passage.lower(k) in (",", "et", "ainsi"):
        at = next((j for j in range(k, min(k + 3, len(passage))) if passage.lower(j) in FORMS["à"]), None)
        phrase = noun_phrase(passage, at + 1) if at is not None else None
        more = attribution.actors_in(passage, phrase) if phrase is not None else ()
        if phrase is None or not more:
            break
        found += [actor for actor in more if actor not in found]
        k = phrase.head + 1
    return tuple(found)


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
        asked = draft.entry is not None and any(frame.startswith("obj.à") for frame in draft.entry.frames)
        direct = passage.lower(k) in ("que", "qu'") and ", à." in draft.rule and asked
        if dative or direct or passage.lower(k) in ("auquel", "auxquels"):
            return attribution.antecedent_of(scene, k)
        if passage.lower(k) in (",", ";", ":"):
            return ()
    return ()


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
            return states_of(attribution.owners_of(passage.tokens[inner.head])) if inner is not None else ()
    return ()


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
