"""Acts that are speech: who speaks for whom, what is a charge, and what a statement by itself amounts to."""

from depeche.language.token import Token
from depeche.model import Actor, EventType, PlannedAct, SpeechAct, Statement
from depeche.reading.events.acts import Act, united
from depeche.reading.events.arguments import same_side
from depeche.reading.events.embedding import GROUPS, Outcome
from depeche.reading.events.gazetteer import state_actor
from depeche.reading.events.scene import Scene
from depeche.reading.events.status import turn

SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
OF_STATEMENT: dict[SpeechAct, tuple[EventType, str | None]] = {
    "accuse": ("ACCUSE", "allege"),
    "criticise": ("ACCUSE", "disapprove"),
    "praise": ("SUPPORT", None),
    "thank": ("SUPPORT", None),
    "promise": ("AGREE", None),
    "request": ("REQUEST", "change"),
    "threaten": ("THREATEN", None),
    "reject": ("REJECT", None),
    "deny": ("REJECT", None),
    "apologise": ("CONCEDE", None),
}
OWN_WORDS = frozenset(("nous", "je", "j'", "on"))


def attribute(act: Act, scene: Scene) -> Act | None:
    """An act told inside speech: as the speaker's own, as a charge against the other side, or on his word."""
    statement = scene.statement_of(act.token)
    if statement is None:
        return act
    speaker = statement.speaker.actor
    if not act.actor and act.verb is not None and _first_person(act, scene):
        act.actor = (own_side(speaker),)
    if not act.actor and act.type in ("MOBILIZE", "RETREAT", "AID") and act.verb and scene.frame(act.verb).subj:
        act.actor = (own_side(speaker),)  # "deux frégates ont appareillé, a indiqué le ministère"
    if not act.actor and not act.recipient:
        return None
    if not act.actor and act.status in ("future", "hypothetical") or (not act.actor and act.type in ("AGREE", "CONCEDE")):
        act.actor = (speaker,)  # "les véhicules seront restitués, a-t-elle assuré"
    if statement.act == "threaten" and GROUPS[act.type] == "host" and act.status in ("future", "hypothetical"):
        turn(act, Outcome(type="THREATEN", mode="*"))
    own = bool(act.actor) and all(same_side(actor, (speaker,)) for actor in act.actor)
    if GROUPS[act.type] == "host" and act.actor and not own and act.status in ("actual", "alleged"):
        against = any(same_side(actor, (speaker,)) for actor in act.recipient)
        if against or statement.act in ("accuse", "criticise"):
            return _charge(act, speaker)
    if own and act.status == "negated" and (GROUPS[act.type] == "host" or statement.act == "deny"):
        return _denial(act, speaker)
    if own and act.type in SPOKEN:
        if all(actor.kind != "person" for actor in act.actor):
            act.actor = (speaker,)
        return act
    act.according_to = speaker.name
    return act


def _first_person(act: Act, scene: Scene) -> bool:
    verb = act.verb or act.token
    return any(subject.lower in OWN_WORDS for subject in scene.frame(verb).grammatical_subjects)


def own_side(speaker: Actor) -> Actor:
    """Whom "nous" stands for: the speaker's state, else the speaker."""
    return state_actor(speaker.country) if speaker.country else speaker


def _charge(act: Act, speaker: Actor) -> Act:
    accused = tuple(actor for actor in act.actor if not same_side(actor, (speaker,)))
    act.planned = PlannedAct(type=act.type, mode=act.mode)
    act.type, act.mode, act.status = "ACCUSE", "allege", "actual"
    act.actor, act.recipient = (speaker,), accused
    act.place, act.place_tokens = None, ()
    return act


def _denial(act: Act, speaker: Actor) -> Act:
    act.planned = PlannedAct(
        type=act.type,
        mode=act.mode,
        actor=tuple(actor.country or actor.name for actor in act.actor),
        recipient=tuple(actor.country or actor.name for actor in act.recipient),
    )
    act.type, act.mode, act.status = "REJECT", None, "actual"
    act.actor = (speaker,)
    return act


def from_statement(statement: Statement, acts: list[Act], scene: Scene) -> Act | None:
    """The act that a statement is by its kind of speech, unless a trigger in it has told it already."""
    wanted = OF_STATEMENT.get(statement.act)
    if wanted is None:
        return None
    kind, mode = wanted
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    tokens = [token for span in spans for token in scene.parse.tokens_in(span)]
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    sentences = {token.sentence for token in tokens}
    speaker = statement.speaker.actor
    for act in acts:
        if act.type == kind and act.token.sentence in sentences and (not act.actor or same_side(act.actor[0], (speaker,))):
            return None
        if act.token.i in inside and act.type in SPOKEN and act.according_to is None:
            return None
    recipient = statement.addressee if kind in ("REQUEST", "SUPPORT") else ()
    recipient = recipient or _others(tokens, speaker, scene)
    if not recipient and kind != "AGREE":
        return None
    head = scene.parse.tokens_in(statement.cue)[0] if statement.cue else tokens[0]
    return Act(
        token=head,
        type=kind,
        mode=mode,
        actor=(speaker,),
        recipient=recipient,
        verb=head,
        rule=f"statement:{statement.act}",
        confidence=0.5,
    )


def _others(tokens: list[Token], speaker: Actor, scene: Scene) -> tuple[Actor, ...]:
    """The first actors named in what is said that are not of the speaker's side."""
    for token in tokens:
        found = tuple(actor for actor in scene.owners(token) if actor != speaker and not same_side(actor, (speaker,)))
        if found:
            return united(found)
    return ()
