"""What an act takes from the acts beside it: whom it hits as well, who held the freed, whose crowd is dispersed."""

from depeche.model import Actor
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene

HITTING = frozenset(("viser", "frapper", "toucher", "cibler", "concerner"))
TAKEN_UP = frozenset(("il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"))


def hit_as_well(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Whom a measure hits besides ("des sanctions contre Minsk ; **elles visent** aussi **deux banques serbes**")."""
    first = act.token.sentence
    near = [word for sentence in scene.parse.sentences[first : first + 2] for word in sentence.tokens]
    found: list[tuple[Actor, ...]] = []
    for verb in near:
        if verb.i <= act.token.i or verb.pos != "VERB" or verb.lemma not in HITTING:
            continue
        frame = scene.frame(verb)
        also = any(child.lower in ("aussi", "également", "notamment") for child in verb.children)
        takes_up = any(
            subject.lower in TAKEN_UP and (also or not scene.actors(subject)) for subject in frame.subj
        )
        if takes_up and not frame.passive:
            found += [scene.owners(noun) for noun in frame.obj]
    return united(*found)


def call_own_truce(acts: list[Act], scene: Scene) -> None:
    """A party to a fight that calls for its end offers it ("le président ukrainien a appelé à **une trêve**")."""
    fighting = {side for act in acts if act.type == "ASSAULT" for side in sides((*act.actor, *act.recipient))}
    for act in acts:
        if act.type != "REQUEST" or act.recipient or not act.actor or not sides(act.actor) <= fighting:
            continue
        if act.mode == "yield" and any(
            belongs(token, word_class("CEASEFIRE"), scene) for token in act.about_tokens
        ):
            act.type, act.mode = "AGREE", None


def name_protesters(acts: list[Act]) -> None:
    """The police acts against the demonstrators that were told of just before."""
    for index, act in enumerate(acts):
        if (
            act.recipient
            or not act.actor
            or (act.type, act.mode) not in (("ASSAULT", "crowd-control"), ("COERCE", "arrest"))
        ):
            continue
        for other in reversed(acts[:index]):
            if act.token.sentence - other.token.sentence > 2:
                break
            if other.type == "PROTEST":
                act.recipient = other.actor
                break


def name_captors(acts: list[Act]) -> None:
    """Who held the released and who released the held are the same side."""
    for act in acts:
        if act.actor or act.type not in ("RETREAT", "COERCE") or act.mode not in ("release", "arrest"):
            continue
        for other in acts:
            if (
                (
                    other is not act
                    and other.actor
                    and other.type in ("RETREAT", "COERCE")
                    and other.mode in ("release", "arrest")
                )
                and sides(other.recipient) == sides(act.recipient)
                and not touches(other.actor, act.recipient)
            ):
                act.actor = other.actor
                break


def touches(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    """Whether somebody of one group is of a side of the other."""
    return any(same_side(actor, other) for actor in one)


def take_back(acts: list[Act]) -> None:
    """What was suspended is given back to those it was kept from ("a suspendu son aide, puis **l'a rétablie**")."""
    for act in acts:
        if act.type != "RETREAT" or act.recipient or not act.actor:
            continue
        things = {token.i for token in act.about_tokens}
        for other in acts:
            kept = other.type == "SANCTION" and sides(other.actor) == sides(act.actor)
            if kept and things & {token.i for token in other.about_tokens}:
                act.recipient = other.recipient
                break
