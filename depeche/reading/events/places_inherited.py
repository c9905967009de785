"""Places that acts take from elsewhere: from their occasion, from the dateline."""

from depeche.model import Place
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.gazetteer import place_name, state_names, toponyms
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene

OCCASION_REACH = 6  # sentences


def inherit_places(acts: list[Act], scene: Scene) -> None:
    """Let acts take the place of their occasion: words at a meeting, what the police does to a crowd."""
    for index, act in enumerate(acts):
        if act.place is not None:
            continue
        for other in reversed(acts[:index]):
            distance = act.token.sentence - other.token.sentence
            if distance > OCCASION_REACH:
                break
            if other.place is not None and _shares_occasion(act, other, distance):
                act.place = other.place
                break
        if act.place is None and act.type == "CONSULT" and act.mode in ("visit", "meet"):
            act.place = _dateline(act, scene)


def _shares_occasion(act: Act, other: Act, distance: int) -> bool:
    if act.date is not None and other.date is not None and act.date != other.date:
        return False
    if act.type in SPOKEN and other.type in SPOKEN and distance <= 1:
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
    for token in scene.parse.tokens[:12]:
        known = place_name(token, scene.parse)
        if (
            known is not None
            and known[1] in hosts
            and known[0].lower() not in state_names()
            and act.token.sentence <= 3
        ):
            return Place(*known)
    return _stripped(hosts, scene)


def _stripped(hosts: frozenset[str], scene: Scene) -> Place | None:
    """The town of a dateline that stands before the first sentence of the body ("**Mascate**: Le Sultanat …")."""
    for sentence in scene.parse.sentences[:4]:
        start = sentence.tokens[0].start
        line = scene.parse.text[scene.parse.text.rfind("\n", 0, start) + 1 : start]
        known = toponyms().get(line.strip(" :,–-(").lower())
        if known is not None and known[1] in hosts:
            return Place(*known)
    return None
