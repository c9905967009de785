"""Those whom a preposition names as told or given something: "a confié à RFI", "a promis deux millions au Tchad"."""

from depeche.model import Actor
from depeche.reading.actors.entries import states
from depeche.reading.statements.attribution import Attribution
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, mention_end, noun_phrase
from depeche.reading.statements.pieces import FORMS
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.words import word_class

REACH = 14  # words behind a cue in which a dative stands
TELLING = ("assert", "announce", "deny", "ask")


def by_dative(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
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
            for one in scene.groups
            if passage.first <= one.start < group.start and one.lemma in word_class("handing")
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


def by_gift(draft: Draft, attribution: Attribution) -> tuple[Actor, ...]:
    """ "a promis deux millions au Tchad", "s'est engagé auprès de la délégation à": who is to have what is promised."""
    passage, group = draft.scene.passage, draft.group
    if (
        group is None
        or draft.act not in ("promise", "propose")
        or draft.kind not in ("nominal", "infinitive")
    ):
        return ()
    start, end = draft.ranges[0]
    for k in range(group.end, start):
        if passage.lower(k) == "auprès":
            phrase = noun_phrase(passage, k + 2)
            if phrase is None:
                return ()
            sent = passage.tokens[phrase.head].lemma.lower() in word_class("delegation")
            found = attribution.actors_in(passage, phrase)
            return states_of(found) if sent else found
    if draft.kind != "nominal" or draft.entry is None or draft.entry.lemma not in word_class("giving"):
        return ()
    for k in range(start + 1, min(start + REACH, end)):
        if passage.lower(k) in (",", ";", "pour"):
            return ()
        phrase = _recipient(draft.scene, k)
        if phrase is not None:
            found = attribution.actors_in(passage, phrase)
            return tuple(actor for actor in found if actor.kind not in ("group", "other"))
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
    if head.dep.startswith("nmod") and head.head.pos == "NOUN" and passage.index_of(head.head) is not None:
        return None  # "un conseiller à la présidence"
    actors = scene.cast.actors_of(head)
    if before:
        return phrase if head.feat("Number") == "Plur" and head.pos == "NOUN" and actors else None
    placed = head.pos == "PROPN" and phrase.start == phrase.head and passage.lower(k) == "à"
    if not actors or (placed and any(actor.kind == "state" for actor in actors)):
        return None
    return phrase


def states_of(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, with its state for a force that cannot answer for itself: "les troupes russes"."""
    known = states()
    forces = ("group", "institution", "other")
    return tuple(known.get(actor.country or "", actor) if actor.kind in forces else actor for actor in actors)
