"""From the fillers of a trigger's slots to the actor and recipient of the act."""

from collections.abc import Iterable, Sequence

from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import agent_of, same_side, serving
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import place_country, state_actor
from depeche.reading.events.matching import Match
from depeche.reading.events.modes import computed_mode
from depeche.reading.events.parties import (
    adopters,
    belonging,
    described,
    giver,
    host_of_diplomat,
    keeper,
    sides_of,
    striker,
    struck,
    thanking,
)
from depeche.reading.events.recipients import complete_recipient
from depeche.reading.events.scene import Scene
from depeche.reading.events.targets import holders_of
from depeche.reading.events.visits import hosts_of_caller, split_hosts, take_callers
from depeche.reading.events.words import words

# Acts between sides: a recipient of the actor's own state is a misreading ("enverra **ses policiers**").
ACROSS = frozenset(("AID", "AGREE", "SANCTION", "COOPERATE", "THREATEN", "REJECT"))
# Rows that tell of a plan and of no promise: the day beside them is the day of the plan.
FORETELLING = words("foretelling triggers")
LEAVING = words("visiting verbs")
YIELDED = frozenset(("withdraw", "disarm", "resign"))  # one's own troops, arms, office
TALKING = ("MEETING", "TALKS", "SUMMIT")
AEGIS = frozenset(("médiation", "égide", "parrainage", "patronage", "auspices"))


def draft(match: Match, scene: Scene) -> Act:
    """The act that a trigger tells, as its own slots give it; not yet gated."""
    roles: dict[str, list[tuple[Token, ...]]] = {}
    for index, wanted in enumerate(match.row.slots):
        if not wanted.role:
            continue
        tokens = tuple(match.fillers[index])
        roles.setdefault(wanted.role, []).append(tokens)
    act = Act(
        token=match.token,
        type=match.row.type,  # type: ignore[arg-type]
        mode=match.row.mode,
        match=match,
        rule=f"{match.row.lemma}/{match.row.number}",
        confidence=match.confidence,
    )
    act.foretold = act.type == "AGREE" and match.row.lemma in FORETELLING
    named = act.type == "CONSULT"  # one meets a party, not a thing that belongs to it
    act.actor = (
        _people(roles.get("actor", ()), scene, named=named)
        or giver(match, scene)
        or _people(roles.get("agent", ()), scene)
        or striker(act, roles.get("actor", ()), scene)
    )
    if not act.actor and act.type == "CONSULT":
        act.actor = described(act, roles.get("actor", ()), scene)
    act.actor = adopters(act, roles.get("actor", ()), scene) or act.actor
    if not act.actor and act.type in ("SANCTION", "RETREAT"):
        act.actor = keeper(roles.get("about", ()), scene)
    if not act.actor and act.type in ("SANCTION", "ACCUSE"):
        act.actor = host_of_diplomat(roles.get("recipient", ()), scene)
    act.recipient = (
        _people(roles.get("recipient", ()), scene)
        or struck(act, roles, scene)
        or described(act, roles.get("recipient", ()), scene)
        or belonging(act, roles.get("recipient", ()), scene)
    )
    take_callers(act, scene)
    if not act.actor and act.type == "AGREE" and act.recipient:
        act.actor = hosts_of_caller(act.token, scene)
    if not act.actor and act.type == "RETREAT" and act.mode == "release":
        act.actor = holders_of(match.words, scene)
    if not act.actor and act.type == "AGREE":  # "on attend la visite d'un émissaire qatari"
        act.actor = united(*(agent_of(token, scene) for group in roles.get("about", ()) for token in group))
    if not act.recipient:
        agents = united(*(agent_of(token, scene) for group in roles.get("recipient^", ()) for token in group))
        others = tuple(actor for actor in agents if not same_side(actor, act.actor))
        act.recipient = others or (agents if act.type == "SUPPORT" else ())
    act.about_tokens = tuple(
        token
        for role in ("about", "recipient^", "theme")
        for group in roles.get(role, ())
        for token in _without_places(group, scene)
    )
    if any(belongs(token, word_class(name), scene) for token in act.about_tokens for name in TALKING):
        act.about_tokens = tuple(  # "dément toute tractation **à Genève**"
            token for token in act.about_tokens if token.pos != "PROPN" or not clauses.is_place(token, scene)
        )
    _host(act, roles, scene)
    if not act.recipient and (
        act.type != "MOBILIZE" or not act.actor
    ):  # forces are moved, at whatever border
        themes = [
            token
            for group in roles.get("theme", ())
            for token in group
            if scene.frame(token).possessive is None
        ]
        act.recipient = united(*(scene.owners(token) for token in themes))
    if act.type == "MOBILIZE" or (act.type == "RETREAT" and act.mode in ("withdraw", "disarm")):
        if not act.actor:  # "deux cents soldats tunisiens ont été déployés": whose troops they are, acts
            act.actor, act.recipient = act.recipient, ()
        act.recipient = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
    act.recipient = tuple(
        actor for actor in act.recipient if actor not in act.actor or act.type in ("ASSAULT", "ACCUSE")
    )
    if act.type == "CONSULT":
        if not act.actor:  # "les deux présidents se sont entretenus à Luanda": who hosts, the place tells
            act.actor, act.recipient, act.mode = act.recipient, (), None
        _find_mediator(act, scene)
        split_hosts(act)
    if act.type == "RETREAT" and len({actor.country or actor.name for actor in act.actor}) > 1:
        act.recipient = ()  # an exchange of prisoners is by both sides
    if act.type == "REQUEST" and all(actor.kind == "state" for actor in act.actor):
        act.recipient = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
    if act.type in ACROSS:
        act.recipient = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
    act.place_tokens += tuple(token for group in roles.get("place", ()) for token in group)
    complete_recipient(act, scene)
    if act.type == "RETREAT" and act.mode in YIELDED and not act.actor:
        act.actor, act.recipient = act.recipient, ()
    if act.type not in ("CONSULT", "COOPERATE", "ASSAULT"):  # who is on both sides is on the first
        others = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
        act.recipient = others or act.recipient
    if act.type == "AID" and not act.recipient:
        act.recipient = thanking(act, scene)
    if act.type == "AID" and not act.recipient:
        _move_forces(act, roles, scene)
    if act.mode == "-":
        act.mode = None
    elif act.mode is None:
        act.mode = computed_mode(act, scene)
    return act


def _without_places(group: Sequence[Token], scene: Scene) -> Sequence[Token]:
    """Fillers without the towns before them ("a mis son veto, **à Bruxelles**, au prêt")."""
    things = [token for token in group if token.pos != "PROPN" or not clauses.is_place(token, scene)]
    if not things:
        return group
    return [token for token in group if token in things or token.i > things[0].i]


def _find_mediator(act: Act, scene: Scene) -> None:
    """Talks held under somebody's aegis have a mediator, and so has what one brings about between two others."""
    if act.actor and not act.recipient and act.about_tokens:
        between = united(*(sides_of(token, scene) for token in act.about_tokens))
        if len(between) > 1 and not any(same_side(actor, act.actor) for actor in between):
            act.recipient = between  # "a négocié un échange **entre Rome et Tripoli**"
            return
    for preposition, filler in scene.frame(act.token).obl:
        mediators = scene.actors(filler) if preposition in ("sous_égide_de", "sous_auspice_de") else ()
        if preposition == "sous" and filler.lemma in AEGIS:  # "sous médiation **qatarie**"
            mediators = agent_of(filler, scene)
        if mediators:
            parties = united(act.actor, act.recipient)
            act.actor, act.mode = mediators, "third-party"
            act.recipient = tuple(actor for actor in parties if actor not in mediators)


def _move_forces(act: Act, roles: dict[str, list[tuple[Token, ...]]], scene: Scene) -> None:
    """Ships and soldiers sent to nobody in particular are no help: forces are moved."""
    for group in roles.get("theme", ()):
        for token in group:
            for name, mode in (
                ("TROOPS", "troops"),
                ("SHIP", "weapons"),
                ("AIRCRAFT", "weapons"),
                ("POLICE", "police"),
            ):
                if belongs(token, word_class(name), scene):
                    act.type, act.mode = "MOBILIZE", mode
                    return


def _people(groups: Iterable[Sequence[Token]], scene: Scene, *, named: bool = False) -> tuple[Actor, ...]:
    return united(*(_party(token, scene, named=named) for group in groups for token in group))


def _party(token: Token, scene: Scene, *, named: bool) -> tuple[Actor, ...]:
    """Whom a filler names; with `named`, a thing or an unknown noun does not stand for its owner."""
    found = serving(token, scene) or scene.actors(token)
    if found or not named or token.pos in ("ADJ", "DET") or belongs(token, word_class("ACTOR"), scene):
        return found or scene.owners(token) or sides_of(token, scene)
    return ()


def _host(act: Act, roles: dict[str, list[tuple[Token, ...]]], scene: Scene) -> None:
    hosts = [token for group in roles.get("host", ()) for token in group]
    if not hosts and act.mode == "visit" and scene.frame(act.token).nominal:
        verb = clauses.governing_clause(scene.frame(act.token))
        if verb is not None and verb.lemma in LEAVING:  # "a quitté **Téhéran** à l'issue d'une visite"
            hosts = [token for token in scene.frame(verb).obj if clauses.is_place(token, scene)]
    for token in hosts:
        people = scene.actors(token)
        country = place_country(token, scene.parse)
        act.place_tokens += (token,)
        if any(actor.kind == "person" for actor in people):
            act.recipient = united(act.recipient, people)
        elif country is not None:
            act.recipient = united(act.recipient, (state_actor(country),))
        elif people:
            act.recipient = united(act.recipient, people)
    third = _people(roles.get("third", ()), scene)
    if third:
        act.mode = "third-party"
        parties = [
            filler
            for token in act.about_tokens
            for preposition, filler in (
                *scene.frame(token).own_obl,
                *clauses.borrowed_complements(scene.frame(token), scene),
            )
            if preposition in ("entre", "avec", "de")
        ]
        act.actor = united(act.actor, *(scene.owners(token) for token in parties))
        act.recipient = tuple(actor for actor in united(act.actor, act.recipient) if actor not in third)
        act.actor = third
