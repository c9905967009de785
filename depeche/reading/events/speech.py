"""Acts told inside speech: whose they are, on whose word, and which of them are charges or denials."""

from depeche.language import syntax
from depeche.model import Actor, PlannedAct, Statement
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.agents import same_side
from depeche.reading.events.embedding import GROUPS, Outcome, turn
from depeche.reading.events.gazetteer import state_actor
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

SOURCING = frozenset(("selon", "d'après", "de_après", "après_de"))
SOURCES = words("unnamed sources")
DOUBTS = words("words of doubt")
VIOLENT = frozenset(("ASSAULT", "COERCE"))
OWN_WORDS = frozenset(("nous", "je", "j'", "on"))
OBJECTS = frozenset(("me", "m'", "nous"))


def attribute(act: Act, scene: Scene) -> Act | None:
    """An act told inside speech: as the speaker's own, as a charge against the other side, or on his word."""
    statement = scene.statement_of(act.token)
    if statement is None:
        told = next((one for one in scene.statements if one.cue and one.cue.covers(act.token.span)), None)
        if told is not None and not act.actor and act.type in SPOKEN and told.speaker.actor.kind != "outlet":
            act.actor = (told.speaker.actor,)  # "a reçu son homologue, avant de **dénoncer** le blocus"
        act.according_to = (None if told is None else _passed_on_by(told)) or _source_named(act, scene)
        return act
    speaker = statement.speaker.actor
    if statement.mode == "act":  # the content is what a noun or infinitive names
        offers = statement.act in ("promise", "propose", "agree") and act.type in ("AGREE", "CONCEDE")
        if not act.actor and offers:
            act.actor = (speaker,)  # "… », a-t-il lâché, se disant **prêt** à céder"
        if not act.actor and not act.recipient:
            return None
        if statement.act == "accuse" and act.actor and all(same_side(one, (speaker,)) for one in act.actor):
            return None  # "reproche au régime de n'avoir jamais voulu **négocier**": not who reproaches
        if act.type in SPOKEN and act.actor and all(actor.kind == "outlet" for actor in act.actor):
            act.actor = (speaker,)  # an outlet promises nothing: "s'est dit, à la télévision, prêt à …"
        if act.type not in SPOKEN:
            act.according_to = None if speaker in act.actor else speaker.name
        elif act.actor and not any(same_side(actor, (speaker,)) for actor in act.actor):
            act.according_to = speaker.name
        return act
    if not act.actor and act.verb is not None and _first_person(act, scene):
        act.actor = (own_side(speaker),)
    if (
        not act.actor
        and act.type in ("MOBILIZE", "RETREAT", "AID")
        and act.verb
        and scene.frame(act.verb).subj
        and not any(scene.actors(subject) for subject in scene.frame(act.verb).subj)
    ):
        act.actor = (own_side(speaker),)  # "deux frégates ont appareillé, a indiqué le ministère"
    if not act.actor and act.type == "PROTEST" and speaker.kind in ("group", "other"):
        act.actor = (speaker,)  # "une grève suivra jeudi, annonce leur syndicat"
    silent = act.match is not None and (
        act.match.row.copular
        or not scene.frame(act.token).subj
        or not any(slot.role == "actor" for slot in act.match.row.slots)  # "Quito **doit** cesser, a dit X"
    )
    aimed = bool(act.recipient) or (act.match is not None and act.match.row.copular)
    if not act.actor and act.type in SPOKEN and silent and aimed and speaker.kind != "other":
        act.actor = (speaker,)  # "les conditions sont inacceptables, a déclaré le ministre"
    if not act.actor and not act.recipient:
        return None
    if (not act.actor and act.status in ("future", "hypothetical")) or (
        not act.actor and act.type in ("AGREE", "CONCEDE") and speaker.kind != "other"
    ):
        act.actor = (speaker,)  # "les véhicules seront restitués, a-t-elle assuré"
    if (
        statement.act == "threaten"
        and GROUPS[act.type] == "host"
        and act.status in ("future", "hypothetical")
    ):
        turn(act, Outcome(type="THREATEN", mode="*"))
    if statement.cue is not None and any(
        word.lemma in DOUBTS or word.lower in DOUBTS for word in scene.parse.tokens_in(statement.cue)
    ):
        return None  # "doute que la trêve tienne"
    sworn = act.status != "hypothetical" or clauses.flag("consequence", scene.frame(act.token), scene)
    if statement.act == "threaten" and act.type == "AGREE" and act.foretold and sworn:
        return None  # "faute de quoi Rome prendra toutes les mesures": the threat is told by the statement
    own = speaker.kind != "outlet" and bool(act.actor)
    own = own and all(same_side(actor, (speaker,)) for actor in act.actor)
    if GROUPS[act.type] == "host" and act.actor and not own and act.status in ("actual", "alleged"):
        against = (
            act.type in VIOLENT
            and speaks_for_a_side(speaker)
            and not is_source(statement, scene)
            and any(same_side(actor, (speaker,)) for actor in act.recipient)
        )
        after = statement.cue is not None and statement.cue.start > act.token.start
        plain = after and is_source(statement, scene)  # "…, selon l'état-major": told, not charged
        charges = statement.act in ("accuse", "criticise") and not plain
        if against or (charges and speaks_for_a_side(speaker)):
            return _charge(act, speaker)
    if own and act.status == "negated" and (GROUPS[act.type] == "host" or statement.act == "deny"):
        return _denial(act, speaker)
    if own and act.type in SPOKEN and not act.recipient and act.status != "negated":
        addressed = [
            actor for actor in statement.addressee if actor.kind in ("person", "state", "institution", "igo")
        ]
        act.recipient = tuple(actor for actor in addressed if not same_side(actor, act.actor))
    if own and act.type in SPOKEN:
        act.according_to = _passed_on_by(statement) or _source_named(act, scene)
        if all(actor.kind == "person" for actor in act.actor):
            if act.foretold and speaker not in act.actor:
                act.according_to = speaker.name  # "il se rendra à Oslo, a confirmé son porte-parole"
            return act
        if _is_named(speaker) and not _looks_back(act, statement):
            act.actor = (speaker,)
            return act
        if act.actor == (speaker,):
            act.actor = (own_side(speaker),)
    act.according_to = speaker.name
    return act


def is_source(statement: Statement, scene: Scene) -> bool:
    """Whether a speaker only stands behind what is told ("une frappe a tué trois soldats, **selon l'état-major**")."""
    cue = scene.parse.tokens_in(statement.cue) if statement.cue else ()
    return any(token.lower in ("selon", "d'après", "après") for token in cue[:2])


def _passed_on_by(statement: Statement) -> str | None:
    """Who tells of a speech that is itself the act ("**selon la présidence**, Rome s'est engagée à …"), or None."""
    side = (statement.speaker.actor,)
    return next((actor.name for actor in statement.via if not same_side(actor, side)), None)


def _source_named(act: Act, scene: Scene) -> str | None:
    """Who stands behind "selon" in the clause of an act that no statement holds, or None."""
    for preposition, filler in scene.frame(act.verb or act.token).own_obl:
        if preposition not in SOURCING:
            continue
        if found := scene.actors(filler):
            return found[0].name
        if filler.lemma in SOURCES:  # "selon une source européenne": nobody else is named
            return scene.parse.text[filler.start : syntax.phrase(filler)[-1].end]
    return None


def _looks_back(act: Act, statement: Statement) -> bool:
    """Whether a speaker tells what his side did before ("nous avons offert une enquête")."""
    if act.match is None or act.match.row.copular:
        return False
    tense = syntax.tense(act.verb or act.token)
    return tense == "past" or (tense == "imperfect" and statement.mode == "direct")


def _is_named(speaker: Actor) -> bool:
    """Whether a speaker goes by a name: an unnamed adviser tells what his state does."""
    return speaker.kind != "person" or any(word[:1].isupper() for word in speaker.name.split())


def speaks_for_a_side(speaker: Actor) -> bool:
    """Whether a speaker is a side: witnesses and residents without a name only tell what happened."""
    return speaker.kind in ("state", "institution", "igo", "person") or speaker.name[:1].isupper()


def _first_person(act: Act, scene: Scene) -> bool:
    verb = act.verb or act.token
    subjects = {subject.lower for subject in scene.frame(verb).grammatical_subjects}
    # "**on m'a** demandé de mentir": others did.
    told = any(child.lower in OBJECTS for child in verb.children)
    return not subjects.isdisjoint(OWN_WORDS - {"on"} if told else OWN_WORDS)


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
