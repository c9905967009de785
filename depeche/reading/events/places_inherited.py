"""Places that acts take from elsewhere: from their occasion, from the dateline."""

import re

from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.gazetteer import place_name, state_names, toponyms
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene

OCCASION_REACH = 6  # sentences
AT_HOME = (
    "visit",
    "meet",
    "third-party",
    "multilateral",
)  # meetings that a dateline in the host's state places
BODILY = ("PROTEST", "ASSAULT", "COERCE")
PARAGRAPH_REACH = 3  # sentences
TOWN_END = re.compile(r"[,(:–—]| - |-$")
DATELINE = re.compile(r"\s*(?:[(:–—]|- |,\s*(?:\(|(?:le\s+)?(?:\w+\s+)?\d))")
DATELINE_REACH = 6  # sentences, mastheads and headings counted
OPENINGS = ("à", "a", "au", "aux")


def inherit_places(acts: list[Act], scene: Scene) -> None:
    """Let acts take the place of their occasion: words at a meeting, what the police does to a crowd."""
    for index, act in enumerate(acts):
        if act.place is not None or (act.headline and clauses.opens_with_another(act.token, scene)):
            continue
        for other in reversed(acts[:index]):
            distance = act.token.sentence - other.token.sentence
            if distance > OCCASION_REACH:
                break
            if other.place is not None and _shares_occasion(act, other, distance):
                act.place = other.place
                break
        if act.place is None and act.type == "CONSULT" and act.mode in AT_HOME:
            act.place = _dateline(act, scene)
        if act.place is None and act.type in BODILY:
            act.place = _paragraph(act, scene)


def _shares_occasion(act: Act, other: Act, distance: int) -> bool:
    if act.date is not None and other.date is not None and act.date != other.date:
        return False
    if act.type in SPOKEN and other.type in SPOKEN and distance <= 2:
        return sides(act.actor) == sides(other.actor) and act.date == other.date
    if act.type in SPOKEN and other.type == "CONSULT":
        names = {actor.name for actor in (*other.actor, *other.recipient)}
        return bool(names & {actor.name for actor in act.actor}) or (
            distance <= 1 and sides(act.actor) <= sides((*other.actor, *other.recipient))
        )
    if act.type in ("ASSAULT", "COERCE") and other.type == "PROTEST":
        return distance <= 1
    return (
        act.type in ("SUPPORT", "AGREE")
        and other.type in ("SUPPORT", "AGREE")
        and distance == 0
        and act.date == other.date
    )


def _dateline(act: Act, scene: Scene) -> Place | None:
    """The town of the dateline, where it lies in the host's state and the act is in the first sentences."""
    hosts = sides(act.recipient) | sides(act.actor)
    if act.token.sentence > DATELINE_REACH:
        return None
    for sentence in scene.parse.sentences[: DATELINE_REACH + 1]:
        first = sentence.tokens[0]
        known = place_name(first, scene.parse)
        if scene.is_headline(first) or known is None or known[0].lower() in state_names():
            continue
        if known[1] in hosts and DATELINE.match(scene.parse.text, first.end):
            return Place(*known)
    return _stripped(hosts, scene)


def _paragraph(act: Act, scene: Scene) -> Place | None:
    """The town that opens the paragraph ("**À Bassora**, la colère ne retombe pas. Vendredi, la foule …")."""
    text = scene.parse.text
    for sentence in reversed(scene.parse.sentences[: act.token.sentence + 1][-PARAGRAPH_REACH - 1 :]):
        first, *rest = sentence.tokens
        if first.lower in OPENINGS and rest:
            known = place_name(rest[0], scene.parse)
            return Place(*known) if known is not None else None
        if "\n" in text[: first.start].rstrip(" ")[-1:]:
            return None
    return None


def _stripped(hosts: frozenset[str], scene: Scene) -> Place | None:
    """The town of a dateline that stands before the first sentence of the body ("**Mascate**: Le Sultanat …")."""
    for sentence in scene.parse.sentences[:4]:
        start = sentence.tokens[0].start
        line = scene.parse.text[scene.parse.text.rfind("\n", 0, start) + 1 : start]
        known = toponyms().get(TOWN_END.split(line.strip(), maxsplit=1)[0].strip().lower())
        if known is not None and known[1] in hosts:
            return Place(*known)
    return None
