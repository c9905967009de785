"""One printed sentence with what was found in it."""

from dataclasses import dataclass, field

from depeche.reading.actors import Cast
from depeche.reading.statements.cues import Cue, cue_of
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase
from depeche.reading.statements.verbs import VerbGroup

SUBORDINATORS = {"qui", "que", "qu'", "dont", "où", "si", "s'", "lorsque", "lorsqu'", "quand", "comme", "puisque",
                 "puisqu'", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel", "auxquels"}  # fmt: skip


@dataclass
class Scene:
    """One sentence with what was found in it: verb groups, their reporting expressions, incises and sources."""

    passage: Passage
    groups: list[VerbGroup]
    cast: Cast
    cues: dict[int, tuple[Cue, int]] = field(default_factory=dict)
    # Token index of the comma or quotation mark before an incise or source -> index after it.
    asides: dict[int, int] = field(default_factory=dict)
    # Head of an incise's verb group -> its subject, as a phrase or as the index of a pronoun.
    incises: dict[int, tuple[NounPhrase | None, int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_start = {group.start: group for group in self.groups}
        for group in self.groups:
            found = cue_of(self.passage, group)
            if found is not None:
                self.cues[group.head] = found

    def finite_between(self, start: int, end: int) -> list[VerbGroup]:
        """The conjugated verb groups that begin in a stretch, incises left out."""
        return [
            group for group in self.groups
            if start <= group.start < end and group.is_finite and group.head not in self.incises
        ]  # fmt: skip

    def is_subordinate(self, group: VerbGroup, floor: int) -> bool:
        """Whether a relative pronoun or subordinating conjunction opens the verb's clause."""
        previous = [other.end for other in self.groups if other.end <= group.start and other is not group]
        low = max([floor, *previous])
        for k in range(group.start - 1, low - 1, -1):
            lower = self.passage.lower(k)
            if lower in SUBORDINATORS and self.passage.quote[k] is self.passage.quote[group.start]:
                return not (lower in ("que", "qu'") and self.passage.lower(k - 1) in ("ne", "plus"))
            if lower in (";", ":"):
                return False
        return False

    def main_verbs(self, start: int, end: int) -> list[VerbGroup]:
        """The conjugated verbs of a stretch that stand in no subordinate clause."""
        return [group for group in self.finite_between(start, end) if not self.is_subordinate(group, start)]
