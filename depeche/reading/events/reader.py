"""From the words of an article to its acts: match, settle, attribute, gate, date, place, merge."""

from copy import copy

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import PlannedAct, Span
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.arguments import draft
from depeche.reading.events.bystanders import remove_bystanders
from depeche.reading.events.calendar import Calendar
from depeche.reading.events.contexts import contexts_of
from depeche.reading.events.dating import Dating
from depeche.reading.events.declarations import from_statement
from depeche.reading.events.discourse import complete
from depeche.reading.events.embedding import GROUPS
from depeche.reading.events.gate import passes
from depeche.reading.events.matching import Match, find_match
from depeche.reading.events.merging import first_span, merge, part_sides, sides
from depeche.reading.events.nominals import settle_noun
from depeche.reading.events.occasions import Occasions
from depeche.reading.events.owners import ends_measure, owned_words, owner_of
from depeche.reading.events.places import inherit_places, locate
from depeche.reading.events.scene import Scene
from depeche.reading.events.speech import attribute
from depeche.reading.events.status import settle
from depeche.reading.events.visits import arrange
from depeche.reading.events.words import words

# What these say of an act supposes that it happened: the act is told besides, if it names who did it.
FACTIVE = words("factive triggers")
JUDGING = words("judging verbs")
FORETELLING = words("announcing verbs")
ADOPTING = words("adopting verbs")


def read_acts(scene: Scene) -> list[Act]:
    """The distinct acts of an article, in text order."""
    matches = [match for match in _matches(scene) if not _announces_refusal(match)]
    owned = owned_words(matches)
    acts: list[Act] = []
    for match in matches:
        if match.row.type == "NONE" or _is_aside(match, scene):
            continue
        if not match.row.copular and _is_epithet(match.token):
            continue
        owner = owner_of(match.token, owned)
        lifts = owner is not None and ends_measure(match, owner)
        speaks = owner is not None and owner.row.lemma in ADOPTING and match.row.type in SPOKEN
        if owner is not None and owner.row.lemma not in FACTIVE and not lifts and not speaks:
            continue
        act = draft(match, scene)
        if speaks and owner is not None:  # a resolution that demands something is one act, by who adopts it
            adopted = owner.token
            acts = [other for other in acts if other.token is not adopted]
        if lifts and owner is not None:
            whole = draft(owner, scene)
            act.actor, act.recipient = act.actor or whole.actor, act.recipient or whole.recipient
        if owner is not None and not act.actor:
            continue
        _take_content(act, match, matches, scene)
        settled = settle_noun(act, scene) if scene.frame(match.token).nominal else settle(act, scene)
        if settled is None:
            continue
        attributed = attribute(settled, scene)
        if attributed is not None:
            acts.extend(_each_way(attributed, scene))
    for statement in scene.statements:
        told = from_statement(statement, acts, scene)
        if told is not None:
            acts.append(told)
    acts = _without_doubles(acts, scene)
    acts.sort(key=lambda act: act.token.i)
    for act in acts:
        act.headline = scene.is_headline(act.token)
    complete(acts, scene)
    remove_bystanders(acts, scene)
    calendar = Calendar(scene)
    dating = Dating(scene, calendar)
    kept: list[Act] = []
    for act in acts:
        dating.settle(act)
        act.place = act.place or locate(act, scene)
        arrange(act, scene)
        act.evidence = act.evidence or (_evidence(act.token, scene),)
        if passes(act, scene):
            kept.append(act)
    Occasions(scene, calendar).inherit(kept)
    inherit_places(kept, scene)
    distinct = sorted(merge(kept), key=first_span)
    for act in distinct:
        part_sides(act)
        act.contexts = contexts_of(act, scene)
        if act.type in SPOKEN and any(actor.name == act.according_to for actor in act.actor):
            act.according_to = None
    return distinct


def _is_epithet(token: Token) -> bool:
    """Whether a past participle only tells which ones are meant ("les banques **visées**", "les enfants **déportés**").

    One with an agent, a time or a cause of its own, or set off by a comma, tells an act.
    """
    if token.pos not in ("VERB", "ADJ") or token.dep not in ("acl", "amod") or syntax.auxiliaries(token):
        return False
    if token.pos == "VERB" and not (syntax.is_participle(token) and token.feat("Tense") == "Past"):
        return False
    return all(child.pos in ("ADV", "CCONJ") for child in token.children)


def _is_aside(match: Match, scene: Scene) -> bool:
    """Whether a judgement stands beside a thing and nobody is named who judges ("un chèque, **jugé** dérisoire")."""
    frame = scene.frame(match.token)
    bare = syntax.is_participle(match.token) and not syntax.auxiliaries(match.token)
    return match.token.lemma in JUDGING and bare and not frame.subj


def _without_doubles(acts: list[Act], scene: Scene) -> list[Act]:
    """Acts without the promise that another was read under ("a promis de livrer"): one act, with its addressee."""
    doubles: set[int] = set()
    for act in acts:
        if act.planned is None or act.token is act.verb:
            continue
        for other in acts:
            yields = other.type == "AGREE" and act.type == "CONCEDE"  # "a promis **la libération** de …"
            if other is not act and other.token is act.verb and (other.type == act.type or yields):
                doubles.add(id(other))
                act.recipient = other.recipient or act.recipient
    return [act for act in acts if id(act) not in doubles and not _promises_threat(act, acts, scene)]


def _promises_threat(act: Act, acts: list[Act], scene: Scene) -> bool:
    """Whether what is promised is a threat told as such (« Nous répondrons », **promet** le ministre)."""
    if act.type != "AGREE" or act.planned is not None:
        return False
    promised = next((one for one in scene.statements if one.cue and one.cue.covers(act.token.span)), None)
    return promised is not None and any(
        other.type == "THREATEN" and scene.statement_of(other.token) is promised for other in acts
    )


def _matches(scene: Scene) -> list[Match]:
    found = [match for token in scene.parse.tokens if (match := find_match(token, scene)) is not None]
    within = {
        word.i: match
        for match in found
        if len(match.words) > 1
        for word in match.words
        if word is not match.token
    }
    return [match for match in found if match.token.i not in within]


def _announces_refusal(match: Match) -> bool:
    """Whether what is announced is that something will not be done: the clause tells the refusal itself."""
    if match.row.type != "AGREE" or match.row.words or match.row.copular:
        return False
    told = [
        token
        for index, wanted in enumerate(match.row.slots)
        if wanted.kind == "ccomp"
        for token in match.fillers[index]
    ]
    return bool(told) and all(syntax.is_negated(verb) for verb in told)


def _each_way(act: Act, scene: Scene) -> list[Act]:
    """ "Rome et Berlin s'accusent": two acts, one each way; any other act alone."""
    parties = sorted(sides(act.actor))
    if act.type not in ("ACCUSE", "THREATEN") or act.recipient or len(parties) != 2:
        return [act]
    if not scene.frame(act.token).reflexive:
        return [act]
    first = tuple(actor for actor in act.actor if (actor.country or actor.name) == parties[0])
    second = tuple(actor for actor in act.actor if (actor.country or actor.name) == parties[1])
    back = copy(act)
    act.actor, act.recipient = first, second
    back.actor, back.recipient = second, first
    return [act, back]


def _take_content(act: Act, match: Match, matches: list[Match], scene: Scene) -> None:
    """What a promise, refusal or request is about, where its content is an act of the table itself."""
    tokens = {token.i for token in act.about_tokens}
    for other in matches:
        if other.token.i in tokens and other.row.type != "NONE":
            inner = draft(other, scene)
            act.planned = PlannedAct(
                type=inner.type,
                mode=inner.mode,
                actor=tuple(actor.country or actor.name for actor in inner.actor),
                recipient=tuple(actor.country or actor.name for actor in inner.recipient),
            )
            act.inner = inner
            if act.type == "AGREE" and inner.type in ("RETREAT", "CONCEDE"):
                act.type = "CONCEDE"  # who promises to yield concedes
            if act.type == "AGREE" and GROUPS[inner.type] == "host" and _is_foretold(match, other):
                act.type, act.mode, act.status = inner.type, inner.mode, "future"
                act.actor, act.recipient = inner.actor or act.actor, inner.recipient
                act.planned = act.inner = None
            return


def _is_foretold(match: Match, told: Match) -> bool:
    """Whether a hostile act is announced as to come ("a annoncé que l'alliance **déploierait** une force")."""
    return match.row.lemma in FORETELLING and syntax.tense(told.token) in ("future", "conditional")


def _evidence(token: Token, scene: Scene) -> Span:
    return scene.parse.sentences[token.sentence].span


__all__ = ["clauses", "read_acts"]
