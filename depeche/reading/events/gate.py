"""The gate: no act with nobody named, and no meeting of one (see docs/plover_triggers.md, section 4)."""

from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.classes import word_class
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

ALONE = frozenset(("visit", "multilateral", "third-party"))
LEAST = 0.3
SURE = 0.8
POLLS = words("polls")
SHARES = words("shares of the people")


def passes(act: Act, scene: Scene) -> bool:
    """Whether an act names who takes part, and names enough of them for its type."""
    if act.confidence < LEAST:
        return False
    if not act.actor and not act.recipient:
        return False
    if act.type in ("CONSULT", "COOPERATE"):
        parties = sides(act.actor) | sides(act.recipient)
        people = len(set(act.actor) | set(act.recipient))
        return people > 1 or len(parties) > 1 or act.place is not None or act.mode in ALONE
    if _is_private(act, scene) or _is_polled(act, scene):
        return False
    if (
        act.rule.startswith("statement:")
        and act.rule != "statement:reject"
        and act.type not in ("AGREE", "THREATEN")
        and not act.recipient
    ):
        return False
    if act.type == "SUPPORT" and not act.recipient and len(sides(act.actor)) < 2:
        return bool(act.about_tokens) and act.match is not None and act.match.row.confidence > SURE
    if act.type in ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"):
        return bool(act.actor)
    return True


def _is_polled(act: Act, scene: Scene) -> bool:
    """Whether a poll tells what a share of the people thinks: a view, no act ("deux tiers des Suisses rejettent …")."""
    if act.type not in SPOKEN or scene.sentence_lemmas(act.token).isdisjoint(POLLS):
        return False
    return all(actor.kind in ("group", "other") for actor in act.actor) or any(
        subject.lemma in SHARES or subject.pos == "NUM"
        for subject in scene.frame(act.verb or act.token).grammatical_subjects
    )


def _is_private(act: Act, scene: Scene) -> bool:
    """Whether private persons alone, unnamed and of no state, do what states do ("le marchand a accepté")."""
    if act.type not in SPOKEN | {"CONSULT", "COOPERATE", "AID"} or act.recipient:
        return False
    if scene.sentence_lemmas(act.token) & word_class("CTX_SPORT").lemmas:
        return True
    return bool(act.actor) and all(
        actor.kind == "person" and actor.country is None and not actor.roles and actor.name[:1].islower()
        for actor in act.actor
    )
