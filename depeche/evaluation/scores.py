"""What a scoring run finds: counts, rates and the list of differences."""

from collections import defaultdict
from typing import Literal

import msgspec

from depeche.evaluation.counts import Count, Rate

Kind = Literal["statements", "events", "positions", "terms", "furniture", "publication"]
KINDS: tuple[Kind, ...] = ("statements", "events", "positions", "terms", "furniture", "publication")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One place where gold and system differ: what is wrong, what each says, and the text in question."""

    article: str
    kind: Kind
    what: str
    gold: str = ""
    system: str = ""
    text: str = ""


class Scores(msgspec.Struct):
    """The figures of codebook section 8 and the finer ones that explain them, micro-averaged over articles.

    `counts` hold precision, recall and F1 by name; `rates` shares among found records by name; `types` the
    event counts per PLOVER type; `statuses` those per status among events of the right type.
    """

    articles: int = 0
    counts: dict[str, Count] = msgspec.field(default_factory=lambda: defaultdict(Count))
    rates: dict[str, Rate] = msgspec.field(default_factory=lambda: defaultdict(Rate))
    types: dict[str, Count] = msgspec.field(default_factory=lambda: defaultdict(Count))
    statuses: dict[str, Count] = msgspec.field(default_factory=lambda: defaultdict(Count))
    differences: list[Difference] = msgspec.field(default_factory=list)

    @property
    def status_macro_f1(self) -> float | None:
        """Mean F1 over the statuses that gold has among found events, or None where none was found."""
        found = [count.f1 for count in self.statuses.values() if count.gold]
        return sum(found) / len(found) if found else None
