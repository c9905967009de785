"""Where something stands in an article's raw text."""

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Half-open range `[start, end)` of Unicode code points, counted in the raw text as it was read."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
