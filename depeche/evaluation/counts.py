"""Counts that scores are made of."""

import msgspec


class Count(msgspec.Struct):
    """Records found: `hits` pairs among `gold` annotated and `system` extracted ones, over all articles."""

    hits: int = 0
    gold: int = 0
    system: int = 0

    @property
    def precision(self) -> float:
        """Share of the system's records that are right; 1 where it gave none."""
        return self.hits / self.system if self.system else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold records that were found; 1 where there are none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was given."""
        total = self.gold + self.system
        return 2 * self.hits / total if total else 1.0

    def add(self, hits: int, gold: int, system: int) -> None:
        """Add one article's numbers."""
        self.hits += hits
        self.gold += gold
        self.system += system


class Rate(msgspec.Struct):
    """How many of the cases in question are so: `right` of `of`."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """Between 0 and 1, or None where there was no case."""
        return self.right / self.of if self.of else None

    def add(self, right: bool) -> None:
        """Add one case."""
        self.right += right
        self.of += 1
