"""Who is blamed and for what: "c'est Kigali qui a rompu la trêve", "reproche au ministre d'avoir attendu"."""

from depeche.language.syntax import tense
from depeche.reading.statements.deeds import COMING, Deed, side_of
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import noun_phrase
from depeche.reading.statements.words import word_class

POINTING = {"est", "sont", "était", "étaient", "serait", "seraient"}
REACH = 4  # words between the one pointed at and the relative pronoun


def points_at_other(draft: Draft) -> bool:
    """Whether a content lays a deed that was or is done at another party's door by a cleft clause."""
    scene = draft.scene
    passage = scene.passage
    if draft.voice is None:
        return False
    for start, end in draft.ranges:
        for k in range(start + 1, end - 2):
            if passage.lower(k) not in POINTING or passage.lower(k - 1) not in ("c'", "ce"):
                continue
            phrase = noun_phrase(passage, k + 1, limit=end)
            if phrase is None:
                continue
            head = passage.tokens[phrase.head]
            persons = any(actor.kind == "person" for actor in scene.cast.actors_of(head))
            if persons or side_of(scene, draft.voice.actor, head) not in ("other", "crowd"):
                continue  # "c'est M. Diallo qui en a eu l'idée"
            who = next((j for j in range(phrase.head + 1, min(phrase.head + REACH, end))
                        if passage.lower(j) == "qui"), None)  # fmt: skip
            verb = next((group for group in scene.groups if who is not None and group.start > who), None)
            if verb is not None and verb.start < end and not verb.negated:
                return tense(passage.tokens[verb.head]) not in COMING
    return False


def reproaches(draft: Draft) -> bool:
    """Whether blame in an infinitive is told of a fault that is no deed, or of one's own side, and charges nobody."""
    if draft.entry is None or draft.entry.lemma != "reprocher" or draft.voice is None:
        return False
    countries = {actor.country for actor in draft.addressee}
    if countries and None not in countries and countries == {draft.voice.actor.country}:
        return True
    start, end = draft.ranges[0]
    verb = next((group for group in draft.scene.groups if start <= group.start < end), None)
    return verb is not None and verb.lemma in word_class("omission")


def is_wrong(deed: Deed) -> bool:
    """Whether a deed of the present or past that is told of somebody else blames who does it or means to."""
    if deed.own or deed.first_person or deed.negated or deed.when in COMING or deed.passive:
        return False
    helping = deed.lemma in word_class("harbour") and bool(deed.objects & word_class("outlaw"))
    plotting = {deed.lemma, deed.aim} & word_class("plot") and deed.objects & word_class("crime")
    return helping or bool(plotting) or bool({deed.lemma, deed.aim} & word_class("wrong"))


def is_witness(draft: Draft) -> bool:
    """Whether the one who tells takes no side: "selon une source hospitalière"."""
    if draft.subject is None:
        return False
    head = draft.scene.passage.tokens[draft.subject.head]
    return head.pos != "PROPN" and head.lemma.lower() in word_class("witness")
