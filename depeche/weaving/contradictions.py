"""What two articles of one story say that cannot both hold (codebook section 7).

Compared are the tellings of one occurrence, and the sentences of both articles: counts, times, places, who did it, and
what one tells and the other denies. How an act is named or judged is framing and contradicts nothing; copies are
compared too: a dispatch that changed a number on its way is worth a look.
"""

from collections.abc import Iterable

from depeche.weaving.clashes.clash import Contradiction, Matter, Side, Why
from depeche.weaving.clashes.corrections import clashing_corrections
from depeche.weaving.clashes.counts import clashing_counts
from depeche.weaving.clashes.denials import clashing_denials
from depeche.weaving.clashes.doers import clashing_doers
from depeche.weaving.clashes.slots import clashing_slots
from depeche.weaving.clashes.soils import clashing_soils
from depeche.weaving.clashes.tellings import clashing_tellings
from depeche.weaving.clashes.times import clashing_times
from depeche.weaving.versions import Version

__all__ = ["Contradiction", "Matter", "Side", "Why", "find_contradictions"]

# The plainest first: what two of them find on one matter in the same two passages is one contradiction.
CLASHES = (
    clashing_corrections,
    clashing_counts,
    clashing_times,
    clashing_slots,
    clashing_soils,
    clashing_denials,
    clashing_doers,
)


def find_contradictions(
    one: Version, two: Version, *, same: Iterable[tuple[int, int]] = ()
) -> list[Contradiction]:
    """What two articles contradict each other on, by where it stands in the first; `one` has the lower id.

    `same` are the numbers of their events that tell one act.
    """
    found: dict[tuple[object, ...], Contradiction] = {}
    for clash in CLASHES:
        for each in clash(one, two):
            found.setdefault((each.matter, each.first.at, each.second.at), each)
    for each in clashing_tellings(one, two, same):
        found.setdefault((each.matter, each.first.at, each.second.at), each)
    return sorted(found.values(), key=lambda each: (each.first.at, each.second.at, each.matter, each.why))
