"""From the fillers of a trigger's slots to the actor and recipient of the act."""

from collections.abc import Iterable, Sequence

from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import place_country, state_actor
from depeche.reading.events.matching import Match
from depeche.reading.events.modes import computed_mode
from depeche.reading.events.scene import Scene
from depeche.reading.events.visits import split_hosts
from depeche.reading.events.words import words

# Nouns whose "de" names the victim, not the doer ("condamner l'invasion de l'île").
VICTIM_NOUNS = words("victim nouns")
# Acts between sides: a recipient of the actor's own state is a misreading ("enverra **ses policiers**").
ANSWERS = ("INVITATION", "DEMAND", "PROPOSAL")  # nouns of what somebody has put forward
ACROSS = frozenset(("AID", "AGREE", "SANCTION", "COOPERATE", "THREATEN", "REJECT"))
# Rows that tell of a plan and of no promise: the day beside them is the day of the plan.
FORETELLING = words("foretelling triggers")


def draft(match: Match, scene: Scene) -> Act:
    """The act that a trigger tells, as its own slots give it; not yet gated."""
    roles: dict[str, list[tuple[Token, ...]]] = {}
    actor_slots = 0
    for index, wanted in enumerate(match.row.slots):
        if not wanted.role:
            continue
        tokens = tuple(match.fillers[index])
        if wanted.role == "actor":
            actor_slots += 1
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
    act.actor = _people(roles.get("actor", ()), scene, named=named) or _giver(match, scene)
    act.recipient = _people(roles.get("recipient", ()), scene)
    if not act.recipient:
        agents = united(*(agent_of(token, scene) for group in roles.get("recipient^", ()) for token in group))
        act.recipient = tuple(actor for actor in agents if not same_side(actor, act.actor))
    act.about_tokens = tuple(
        token for role in ("about", "recipient^", "theme") for group in roles.get(role, ()) for token in group
    )
    _host(act, roles, scene)
    if not act.recipient:
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
        split_hosts(act)
    if act.type in ACROSS:
        act.recipient = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
    act.place_tokens += tuple(token for group in roles.get("place", ()) for token in group)
    _complete(act, match, scene)
    if act.type == "AID" and not act.recipient:
        _move_forces(act, roles, scene)
    if act.mode == "-":
        act.mode = None
    elif act.mode is None:
        act.mode = computed_mode(act, scene)
    return act


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


def _giver(match: Match, scene: Scene) -> tuple[Actor, ...]:
    """Who acts by a paper: the subject of the clause that a participle on a thing stands in ("une note dénonçant")."""
    token = match.token
    if (
        token.dep != "acl"
        or scene.frame(token).passive
        or token.head.pos != "NOUN"
        or scene.frame(token).nominal
    ):
        return ()
    return agent_of(token.head, scene) or united(
        *(scene.owners(noun) for noun in clauses.governing_subjects(scene.frame(token.head), scene))
    )


def _people(groups: Iterable[Sequence[Token]], scene: Scene, *, named: bool = False) -> tuple[Actor, ...]:
    return united(*(_party(token, scene, named=named) for group in groups for token in group))


def _party(token: Token, scene: Scene, *, named: bool) -> tuple[Actor, ...]:
    """Whom a filler names; with `named`, a thing or an unknown noun does not stand for its owner."""
    found = scene.actors(token)
    if found or not named or token.pos in ("ADJ", "DET") or belongs(token, word_class("ACTOR"), scene):
        return found or scene.owners(token)
    return ()


def agent_of(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Who does the act or holds the stance that a noun names; a filler that is an actor is itself the agent."""
    direct = scene.actors(token)
    if direct:
        return direct
    if token.pos in ("VERB", "AUX"):
        return united(*(scene.owners(subject) for subject in scene.frame(token).subj))
    frame = scene.frame(token)
    pairs = frame.own_obl
    agents = united(*(scene.owners(filler) for preposition, filler in pairs if preposition == "par"))
    if agents:
        return agents
    national = united(*(scene.owners(adjective) for adjective in frame.adjectives))
    if national:
        return national
    if frame.possessive is not None and (owner := scene.owners(frame.possessive)):
        return owner
    if token.lemma in VICTIM_NOUNS or belongs(token, word_class("VIOLENCE"), scene):
        return ()
    found = united(*(scene.owners(filler) for preposition, filler in pairs if preposition in ("de", "entre")))
    if found:
        return found
    for preposition, filler in pairs:
        if preposition == "de" and filler.pos == "NOUN" and filler is not token:
            inner = agent_of(filler, scene)
            if inner:
                return inner
    for child in token.children:  # "la décision de Quito de rappeler", "le communiqué publié par Minsk"
        if child.dep.startswith("acl"):
            found = united(
                *(scene.owners(subject) for subject in scene.frame(child).subj if subject is not token)
            )
            if found:
                return found
    return scene.owners(token)


def _host(act: Act, roles: dict[str, list[tuple[Token, ...]]], scene: Scene) -> None:
    hosts = [token for group in roles.get("host", ()) for token in group]
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


def _complete(act: Act, match: Match, scene: Scene) -> None:
    """Fill a missing recipient from what the act is about ("rejette **une demande américaine**")."""
    if act.recipient or act.type not in (
        "REJECT",
        "REQUEST",
        "AGREE",
        "CONCEDE",
        "SUPPORT",
        "AID",
        "THREATEN",
        "SANCTION",
        "RETREAT",
    ):
        return
    partners = [filler for preposition, filler in scene.frame(act.token).own_obl if preposition == "avec"]
    named = united(*(scene.actors(token) for token in partners))
    if named and act.type in ("SANCTION", "RETREAT"):
        act.recipient = tuple(actor for actor in named if not same_side(actor, act.actor))
        return
    for token in act.about_tokens:
        if token.pos in ("NOUN", "PROPN"):
            if belongs(token, word_class("BORDER"), scene):
                found = _partners(token, scene)
            elif act.type in ("SANCTION", "RETREAT"):
                found = scene.actors(token) or agent_of(token, scene)
            elif any(belongs(token, word_class(name), scene) for name in ANSWERS) or (act.type in ("REJECT", "REQUEST", "SUPPORT") and not scene.frame(token).possessive):
                found = agent_of(token, scene)
            else:
                found = _partners(token, scene)
        else:
            found = _partners(token, scene)
        if not found and token.pos == "PROPN" and (country := place_country(token, scene.parse)) is not None:
            found = (state_actor(country),)  # "a renoncé à sa visite **au Caire**"
        found = tuple(actor for actor in found if not same_side(actor, act.actor))
        if found:
            act.recipient = found
            return


def _partners(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whom an act told in a complement is done with or to ("négocier **avec Rome**", "aider **Beyrouth**")."""
    frame = scene.frame(token)
    tokens = [
        filler
        for preposition, filler in frame.obl
        if preposition in ("avec", "à", "entre", "envers", "auprès_de", "en_faveur_de")
    ]
    if not frame.nominal:
        tokens = [noun for noun in frame.obj if scene.owners(noun)] + tokens
        if "lui" in frame.clitics:
            tokens.append(frame.clitics["lui"])
    return united(*(scene.owners(noun) for noun in tokens))


def same_side(actor: Actor, others: Sequence[Actor]) -> bool:
    """Whether an actor is one of the others or of the same state."""
    return any(
        actor == other or (actor.country is not None and actor.country == other.country) for other in others
    )
