"""Scoring of events (codebook section 8)."""

from collections.abc import Iterable, Sequence

from depeche.evaluation.names import same_actor
from depeche.evaluation.scores import Difference, Scores
from depeche.evaluation.spans import dice, pair_best
from depeche.evaluation.statements import quote
from depeche.exchange.jsonl import ActorEntry, EventEntry

NOT_DONE = ("future", "hypothetical", "negated")


def score_events(
    scores: Scores, article: str, *, gold: Sequence[EventEntry], system: Sequence[EventEntry], text: str
) -> None:
    """Add one article's events: type, dyad, full, and each field among pairs of the right type."""
    pairs = pair_events(gold, system)
    found = [(gold[i], system[j]) for i, j in pairs]
    dyads = [pair for pair in found if same_dyad(*pair)]
    full = [pair for pair in dyads if pair[0].date == pair[1].date and pair[0].status == pair[1].status]
    for name, hits in (("event type", found), ("event dyad", dyads), ("event full", full)):
        scores.counts[name].add(len(hits), len(gold), len(system))
    _count_types(scores, gold, system, found)
    _rates(scores, found)
    _differences(scores, article, gold, system, pairs, text=text)


def pair_events(gold: Sequence[EventEntry], system: Sequence[EventEntry]) -> list[tuple[int, int]]:
    """Pairs of one type whose evidence overlaps; the best agree on dyad, date and status, then evidence."""

    def worth(one: EventEntry, other: EventEntry) -> tuple[int, bool, float] | None:
        if one.type != other.type:
            return None
        overlap = dice(one.evidence, other.evidence)
        if not overlap:
            return None
        dyad = same_dyad(one, other)
        agreed = 2 * dyad + (one.date == other.date) + (one.status == other.status)
        return agreed, dyad, overlap

    return pair_best(gold, system, worth=worth)


def same_dyad(one: EventEntry, other: EventEntry) -> bool:
    """Whether the actors' countries and the recipients' countries are equal as sets.

    Actors without a country are compared by organisation or name.
    """
    return _same_side(one.actor, other.actor) and _same_side(one.recipient, other.recipient)


def _same_side(gold: Sequence[ActorEntry], system: Sequence[ActorEntry]) -> bool:
    if {one.country for one in gold if one.country} != {one.country for one in system if one.country}:
        return False
    stateless = [one for one in gold if not one.country]
    others = [one for one in system if not one.country]
    return _each_in(stateless, others) and _each_in(others, stateless)


def _each_in(some: Iterable[ActorEntry], others: Sequence[ActorEntry]) -> bool:
    return all(any(same_actor(one, other) for other in others) for one in some)


def _count_types(
    scores: Scores,
    gold: Sequence[EventEntry],
    system: Sequence[EventEntry],
    found: list[tuple[EventEntry, EventEntry]],
) -> None:
    for one in gold:
        scores.types[one.type].add(0, 1, 0)
    for other in system:
        scores.types[other.type].add(0, 0, 1)
    for one, other in found:
        scores.types[one.type].add(1, 0, 0)
        scores.statuses[one.status].add(one.status == other.status, 1, 0)
        scores.statuses[other.status].add(0, 0, 1)


def _rates(scores: Scores, found: list[tuple[EventEntry, EventEntry]]) -> None:
    for one, other in found:
        scores.rates["dyad right"].add(same_dyad(one, other))
        if one.date is not None:
            scores.rates["date right where gold has one"].add(one.date == other.date)
        scores.rates["date right or rightly absent"].add(one.date == other.date)
        scores.rates["status right"].add(one.status == other.status)
        if one.status in NOT_DONE:
            scores.rates["not done, recorded as done"].add(other.status == "actual")
        scores.rates["event mode right"].add(one.mode == other.mode)
        if one.place and one.place.country:
            scores.rates["place country right"].add(_place(other) == one.place.country)
        if one.according_to or other.according_to:
            scores.rates["according to right"].add(_same_source(one, other))


def _place(event: EventEntry) -> str | None:
    return event.place.country if event.place else None


def _same_source(one: EventEntry, other: EventEntry) -> bool:
    if not one.according_to or not other.according_to:
        return False
    return same_actor(ActorEntry(one.according_to), ActorEntry(other.according_to))


def _differences(
    scores: Scores,
    article: str,
    gold: Sequence[EventEntry],
    system: Sequence[EventEntry],
    pairs: list[tuple[int, int]],
    *,
    text: str,
) -> None:
    def note(what: str, shown: EventEntry, said: str, read: str) -> None:
        scores.differences.append(
            Difference(
                article=article, kind="events", what=what, gold=said, system=read,
                text=quote(shown.evidence, text),
            )
        )  # fmt: skip

    paired = dict(pairs)
    for i, one in enumerate(gold):
        if i not in paired:
            note("missed", one, _told(one), "")
            continue
        other = system[paired[i]]
        if not same_dyad(one, other):
            note("dyad", one, f"{one.type} {_dyad(one)}", _dyad(other))
        if one.date != other.date:
            note("date", one, f"{one.type} {one.date}", str(other.date))
        if one.status != other.status:
            note("status", one, f"{one.type} {one.status}", other.status)
        if one.mode != other.mode:
            note("mode", one, f"{one.type} {one.mode}", str(other.mode))
        if one.place and one.place.country and _place(other) != one.place.country:
            note("place", one, f"{one.type} {one.place.name} ({one.place.country})", _placed(other))
    for j in sorted(set(range(len(system))) - set(paired.values())):
        note("extra", system[j], "", _told(system[j]))


def _placed(event: EventEntry) -> str:
    return f"{event.place.name} ({event.place.country})" if event.place else "None"


def _told(event: EventEntry) -> str:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{kind} {_dyad(event)} {event.date} {event.status}"


def _dyad(event: EventEntry) -> str:
    return f"[{_side(event.actor)}] → [{_side(event.recipient)}]"


def _side(actors: Iterable[ActorEntry]) -> str:
    return ", ".join(f"{actor.name} {actor.country or '–'}" for actor in actors)
