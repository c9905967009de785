"""One count, two numbers: "dix-sept pêcheurs irakiens", "quatorze pêcheurs irakiens"."""

from collections.abc import Iterator

from depeche.model.edtf import days_of
from depeche.weaving.clash_words import days_and_months
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.quantities import PER_CENT, Count, counts_in
from depeche.weaving.senses import kinds
from depeche.weaving.versions import Sentence, Version
from depeche.weaving.wording import fold, likeness

ENOUGH = 1.5  # evidence points
ALIKE = 2.0  # weight of the words that the two sentences share
SPREAD = 0.15  # of a number that is said to be approximate
GROWING = frozenset({"kill", "wound", "missing", "displace", "hold"})  # whose numbers rise from day to day

Counted = tuple[Count, Sentence]


def clashing_counts(one: Version, two: Version) -> Iterator[Contradiction]:
    """The counts of one thing by two numbers, where neither article gives the other's."""
    ours, theirs = one.once(_counts), two.once(_counts)
    told = set[tuple[str, float, float]]()
    for first in ours:
        for second in theirs:
            if (
                not _differ(first[0], second[0])
                or not _of_one_thing(first, second, ours, theirs)
                or _grown(first[0], second[0], one, two)
                or any(_same(first[0], each[0]) for each in theirs)
                or any(_same(second[0], each[0]) for each in ours)
            ):
                continue
            key = first[0].noun, first[0].value, second[0].value
            if key not in told:
                told.add(key)
                yield Contradiction("number", "count", _side(one, first), _side(two, second))


def _counts(version: Version) -> list[Counted]:
    return [(count, sentence) for sentence in version.sentences for count in counts_in(sentence)]


def _side(version: Version, counted: Counted) -> Side:
    count, sentence = counted
    return Side(sentence.span, sentence.event, quoted(count.span.of(version.text)))


def _differ(one: Count, two: Count) -> bool:
    """Whether two numbers of one noun cannot both be right."""
    if one.noun != two.noun or one.value == two.value:
        return False
    if one.bound == two.bound == "least":
        return True
    for lower, upper in ((one, two), (two, one)):
        if lower.bound == "least" and upper.value >= lower.value:
            return False
    if "about" in (one.bound, two.bound):
        return abs(one.value - two.value) > SPREAD * max(one.value, two.value)
    return True


def _same(one: Count, two: Count) -> bool:
    return one.noun == two.noun and one.value == two.value


def _of_one_thing(one: Counted, two: Counted, ours: list[Counted], theirs: list[Counted]) -> bool:
    first, second = one[0], two[0]
    if first.states and second.states and not first.states & second.states:
        return False
    if _at_other_times(one, two):
        return False
    fates = first.senses & kinds("fate"), second.senses & kinds("fate")
    if all(fates) and not fates[0] & fates[1]:
        return False  # some were killed, others wounded
    points = ALIKE * likeness(one[1].roots - {first.noun}, two[1].roots - {second.noun})
    points += min(2, len(first.traits & second.traits))
    points += 1.0 if first.senses & second.senses else 0.0
    alone = all(
        len({each[0].value for each in side if each[0].noun == first.noun}) == 1 for side in (ours, theirs)
    )
    return points + (0.5 if alone else 0.0) >= ENOUGH


def _at_other_times(one: Counted, two: Counted) -> bool:
    """Whether both sentences name weekdays and no common one; a share is that of a month, too."""
    first, second = ({fold(word.text) for word in counted[1].words} for counted in (one, two))
    days, months = days_and_months()
    named = (days, months) if one[0].noun == PER_CENT else (days,)
    return any(first & names and second & names and not first & second & names for names in named)


def _grown(one: Count, two: Count, first: Version, second: Version) -> bool:
    """Whether the later article gives a higher number of what rises from day to day."""
    if not (one.senses | two.senses) & GROWING:
        return False
    days = [days_of(version.published)[0] for version in (first, second)]
    if not days[0] or not days[1] or days[0] == days[1]:
        return False
    return (one.value < two.value) == (days[0] < days[1])
