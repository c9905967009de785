"""Overlap of sets of spans, counted in characters, and the pairing that scoring rests on."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from depeche.model import Span

Gold = TypeVar("Gold")
System = TypeVar("System")


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters as disjoint spans in text order; empty spans vanish."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def size(spans: Iterable[Span]) -> int:
    """How many characters the spans cover, each counted once."""
    return sum(span.end - span.start for span in merged(spans))


def shared(first: Iterable[Span], second: Iterable[Span]) -> int:
    """How many characters both sets of spans cover."""
    left, right = merged(first), merged(second)
    total = i = j = 0
    while i < len(left) and j < len(right):
        total += max(0, min(left[i].end, right[j].end) - max(left[i].start, right[j].start))
        if left[i].end <= right[j].end:
            i += 1
        else:
            j += 1
    return total


def dice(first: Iterable[Span], second: Iterable[Span]) -> float:
    """Twice the shared characters over the sum of both sizes: 1 for equal sets, 0 for disjoint ones."""
    left, right = list(first), list(second)
    total = size(left) + size(right)
    return 2 * shared(left, right) / total if total else 0.0


def pair_best(
    gold: Sequence[Gold], system: Sequence[System], *, worth: Callable[[Gold, System], Any]
) -> list[tuple[int, int]]:
    """One-to-one pairs of indexes, best first (codebook section 8).

    `worth` returns None where two records cannot be a pair, else something that sorts, higher for better;
    among equals the one earlier in the text is taken.
    """
    candidates = [
        (value, -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(system)
        if (value := worth(one, other)) is not None
    ]
    candidates.sort(reverse=True)
    pairs, used_gold, used_system = [], set(), set()
    for _, minus_i, minus_j in candidates:
        if minus_i not in used_gold and minus_j not in used_system:
            used_gold.add(minus_i)
            used_system.add(minus_j)
            pairs.append((-minus_i, -minus_j))
    return sorted(pairs)
