"""Two tellings of one occurrence: done or not, when, where, by whom to whom."""

from collections.abc import Iterable, Iterator

from depeche.lexicon import table
from depeche.model import Event, Span
from depeche.weaving.clashes.clash import Contradiction, Matter, Side
from depeche.weaving.occurrences import MUTUAL, Telling, days_apart, participant_keys
from depeche.weaving.versions import Version
from depeche.weaving.wording import fold

# Acts of speech are dated by when they were spoken, and are spoken again.
SPOKEN = {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
DONE = {"actual", "alleged"}


def clashing_tellings(one: Version, two: Version, same: Iterable[tuple[int, int]]) -> Iterator[Contradiction]:
    """What tellings of one act contradict each other on; `same` are the numbers of the events that tell one."""
    for first, second in same:
        for matter, first_says, second_says in _compare(_telling(one, first), _telling(two, second)):
            yield Contradiction(
                matter,
                "telling",
                Side(_passage(one, first), first, first_says),
                Side(_passage(two, second), second, second_says),
            )


def _telling(version: Version, number: int) -> Telling:
    return Telling(version.article, number, version.events[number], "", version.published)


def _passage(version: Version, number: int) -> Span:
    return version.events[number].evidence[0]


def _compare(one: Telling, two: Telling) -> Iterator[tuple[Matter, str, str]]:
    first, second = one.event, two.event
    if {first.status, second.status} in ({"actual", "negated"}, {"future", "negated"}):
        yield "status", first.status, second.status
    done = {first.status, second.status} <= DONE  # what is announced bears the day of its announcement
    if first.date and second.date and first.type not in SPOKEN and done and days_apart(one, two):
        yield "date", first.date, second.date
    if first.place and second.place and _apart(first, second):
        yield "place", first.place.name, second.place.name
    if _roles_swapped(first, second):
        yield "roles", _side(first), _side(second)


def _apart(one: Event, two: Event) -> bool:
    """Whether two places cannot be the same; a country and a city in it can."""
    assert one.place and two.place
    names = fold(one.place.name), fold(two.place.name)
    if names[0] in names[1] or names[1] in names[0]:
        return False
    if one.place.country and two.place.country and one.place.country != two.place.country:
        return True
    return not set(names) & {fold(row["name_fr"]) for row in table("states")}


def _roles_swapped(one: Event, two: Event) -> bool:
    """Whether the actor of each is the recipient of the other, in an act that has sides."""
    if one.type in MUTUAL:
        return False
    actors, recipients = participant_keys(one.actor), participant_keys(one.recipient)
    if not actors or not recipients or actors == recipients:
        return False
    return actors == participant_keys(two.recipient) and recipients == participant_keys(two.actor)


def _side(event: Event) -> str:
    return " → ".join(
        ", ".join(actor.name for actor in side) for side in (event.actor, event.recipient) if side
    )
