"""One record per act: tellings of the same act in one article become one event with all its evidence."""

from depeche.model import Actor, Span
from depeche.reading.events.acts import Act, united
from depeche.reading.events.words import words

# Modes of one type that may be the same act told more or less exactly.
SPEECH_TYPES = frozenset(("ACCUSE", "SUPPORT"))
# A speech may hold several of these to one addressee: they are one act only where the words say so.
NEAR = 3  # sentences
SUMMONING = words("summoning verbs")
DISTINCT = frozenset(("AGREE", "REQUEST", "REJECT", "CONCEDE", "THREATEN"))


def merge(acts: list[Act]) -> list[Act]:
    """The distinct acts, in the order of their first telling."""
    kept: list[Act] = []
    for act in acts:
        twin = next((other for other in kept if same_act(other, act)), None)
        if twin is None:
            kept.append(act)
        else:
            _join(twin, act)
    return kept


def same_act(one: Act, other: Act) -> bool:
    """Whether two tellings can be of one act: type, status, parties, date and mode are compatible."""
    if one.type != other.type:
        return False
    if one.status != other.status and (
        one.headline == other.headline or "negated" in (one.status, other.status)
    ):
        return False
    if one.date and other.date and not _dates_meet(one.date, other.date):
        return False
    same_sentence = one.token.sentence == other.token.sentence
    if one.type == "THREATEN" and same_sentence and sides(one.actor) == sides(other.actor):
        return True
    if one.type == "AGREE" and same_sentence and _parties(one) == _parties(other) and _one_plan(one, other):
        return True
    if one.mode and other.mode and one.mode != other.mode and one.type not in SPEECH_TYPES | {"CONSULT"}:
        return False
    if one.type == "AGREE" and _plan(one) == _plan(other) == "CONSULT" and _parties(one) == _parties(other):
        return True
    if (
        one.type in SPEECH_TYPES
        and one.token.sentence == other.token.sentence
        and sides(one.actor) == sides(other.actor)
    ):
        return one.type == "SUPPORT" or _sides_agree(one.recipient, other.recipient)
    if one.type in DISTINCT and not _retold(one, other):
        return False
    if one.type in SPEECH_TYPES and not _one_speech(one, other):
        return False
    if one.type == "CONSULT":
        mine, yours = united(one.actor, one.recipient), united(other.actor, other.recipient)
        return _meet(mine, yours) and not _others_meet(mine, yours)
    if one.type == "ACCUSE" and _is_summons(one) != _is_summons(other):
        return False
    return _sides_agree(one.actor, other.actor) and _sides_agree(one.recipient, other.recipient)


def _parties(act: Act) -> frozenset[str]:
    return sides(act.actor) | sides(act.recipient)


def _retold(one: Act, other: Act) -> bool:
    """Whether a later telling repeats an earlier one: the headline's act, the same content, or a denial again."""
    if one.headline or other.headline:
        return True
    near = abs(one.token.sentence - other.token.sentence) <= NEAR
    if one.type == "REJECT" and one.mode == other.mode and near:
        return True
    if one.type == "THREATEN" and near and None in (one.mode, other.mode):
        return sides(one.recipient) == sides(other.recipient)
    if one.type == "AGREE" and _plan(one) == _plan(other) and (near or _plan(one) is not None):
        return sides(one.recipient) == sides(other.recipient)
    if one.mode != other.mode or not one.recipient or sides(one.recipient) != sides(other.recipient):
        return False
    mine, yours = ({token.lemma for token in act.about_tokens} for act in (one, other))
    if mine and yours:
        return bool(mine & yours)
    return one.token.lemma == other.token.lemma


def _one_plan(one: Act, other: Act) -> bool:
    """Whether two words given in one sentence are of one plan: the same, or named by one of them alone."""
    return _plan(one) == _plan(other) or None in (_plan(one), _plan(other))


def _one_speech(one: Act, other: Act) -> bool:
    """Whether two charges or thanks can be of one speech: told close together, by one person, or in the headline."""
    if (
        one.headline
        or other.headline
        or {actor.name for actor in one.actor} & {actor.name for actor in other.actor}
    ):
        return True
    return abs(one.token.sentence - other.token.sentence) <= NEAR


def _is_summons(act: Act) -> bool:
    """Whether a charge is made by calling in an ambassador or handing over a note: an act of its own."""
    return act.match is not None and act.match.token.lemma in SUMMONING


def _plan(act: Act) -> str | None:
    return None if act.planned is None else act.planned.type


def _sides_agree(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    return not one or not other or sides(one) == sides(other)


def _meet(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    small, large = sorted((sides(one), sides(other)), key=len)
    return small <= large


def _others_meet(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    """Whether two tellings name different persons of one country: two meetings."""
    mine, yours = _persons(one), _persons(other)
    return any(not mine[country] & yours[country] for country in mine.keys() & yours.keys())


def _persons(actors: tuple[Actor, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for actor in actors:
        if actor.kind == "person" and actor.country is not None and actor.name[:1].isupper():
            found[actor.country] = found.get(actor.country, frozenset()) | {actor.name}
    return found


def sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The states of actors; those without one count by name."""
    return frozenset(actor.country or actor.name for actor in actors)


def part_sides(act: Act) -> None:
    """Nobody acts upon himself, and a state is not named beside its own people or offices, in place."""
    act.actor = _without_represented(act.actor)
    others = tuple(actor for actor in act.recipient if actor not in act.actor)
    act.recipient = _without_represented(others)


def _without_represented(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    present = {actor.country for actor in actors if actor.kind in ("person", "institution")}
    return tuple(actor for actor in actors if actor.kind != "state" or actor.country not in present)


def _dates_meet(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)


def _join(act: Act, other: Act) -> None:
    if act.headline and not other.headline:
        act.status, act.headline = other.status, False
    act.evidence = tuple(dict.fromkeys((*act.evidence, *other.evidence)))
    if not act.date or (other.date and len(other.date) > len(act.date) and other.date.startswith(act.date)):
        act.date = other.date or act.date
    if act.type == "CONSULT":
        _join_meeting(act, other)
    elif (
        act.type == "SUPPORT"
        and act.recipient
        and other.recipient
        and sides(act.recipient) <= sides(act.actor)
    ):
        act.recipient = other.recipient  # "s'est félicité de leur libération et a remercié Alger"
    else:
        act.actor = _fuller(act.actor, other.actor)
        act.recipient = _fuller(act.recipient, other.recipient)
    act.mode = act.mode or other.mode
    if act.type == "ACCUSE" and "allege" in (act.mode, other.mode):
        act.mode = "allege"
    act.place = act.place or other.place
    act.planned = act.planned or other.planned
    if other.according_to is None:
        act.according_to = None
    act.confidence = max(act.confidence, other.confidence)


def _join_meeting(act: Act, other: Act) -> None:
    """Of two tellings of a meeting, the one that names more parties; of equals, the one that tells host from guest."""
    mine, yours = _parties(act), _parties(other)
    if len(yours) > len(mine) or (len(yours) == len(mine) and other.recipient and not act.recipient):
        act.actor, act.recipient, act.mode = other.actor, other.recipient, other.mode or act.mode
    elif mine == yours and bool(act.recipient) == bool(other.recipient):
        act.actor, act.recipient = _fuller(act.actor, other.actor), _fuller(act.recipient, other.recipient)


def _fuller(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    if len(sides(other)) > len(sides(one)):
        return other
    named = sum(actor.kind == "person" for actor in one)
    return (
        other
        if sides(one) == sides(other) and sum(actor.kind == "person" for actor in other) > named
        else one
    )


def first_span(act: Act) -> Span:
    """Where an act is first told."""
    return min(act.evidence)
