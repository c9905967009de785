"""Articles that carry the same text, whole or in part (codebook section 7).

Copying is containment, not likeness: a page that wraps a third of a dispatch in its own prose is a copy of it.
Candidates are articles that share sampled shingle hashes; each is then compared shingle by shingle.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np

from depeche.model import Span
from depeche.weaving.shingles import WIDTH, Hashes, sample, shingle_hashes, words_of

CONTAINMENT = 0.18  # of the shorter text's shingles; quotations that two reporters share stay below
SHORTEST_RUN = 12  # words: a shorter common run is a formula or a title, not copied text
CANDIDATE = 2  # sampled hashes in common before two texts are compared


class Print(msgspec.Struct, frozen=True):
    """The finger print of one article: its hashes in text order, and where each word stands."""

    hashes: Hashes
    words: tuple[Span, ...]

    @property
    def sampled(self) -> Hashes:
        """The hashes to join on."""
        return sample(self.hashes)


class Copy(msgspec.Struct, frozen=True, order=True):
    """Two articles that share text: how much of the shorter one, and where it stands in each."""

    first: str
    second: str
    containment: float
    first_spans: tuple[Span, ...]
    second_spans: tuple[Span, ...]


def fingerprint(text: str, blocks: Iterable[Span]) -> Print:
    """The finger print of an article's blocks."""
    words, spans = words_of(text, blocks)
    return Print(shingle_hashes(words), tuple(spans))


def candidates(prints: Mapping[str, Hashes]) -> list[tuple[str, str]]:
    """Pairs of article ids, each in order, that share at least CANDIDATE sampled hashes."""
    ids = sorted(prints)
    if not ids:
        return []
    joined = np.concatenate([prints[article] for article in ids])
    owners = np.repeat(np.arange(len(ids)), [len(prints[article]) for article in ids])
    order = np.argsort(joined, kind="stable")
    joined, owners = joined[order], owners[order]
    edges = np.flatnonzero(np.diff(joined)) + 1
    shared: Counter[tuple[int, int]] = Counter()
    for group in np.split(owners, edges):
        if len(group) > 1:
            members = group.tolist()
            shared.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    return sorted((ids[a], ids[b]) for (a, b), count in shared.items() if count >= CANDIDATE)


def compare(first: str, second: str, prints: Mapping[str, Print]) -> Copy | None:
    """The copy that two articles make of each other, or None when what they share is too little."""
    one, two = prints[first], prints[second]
    if not len(one.hashes) or not len(two.hashes):
        return None
    in_one = np.isin(one.hashes, two.hashes)
    in_two = np.isin(two.hashes, one.hashes)
    shorter = in_one if len(in_one) <= len(in_two) else in_two
    containment = float(shorter.mean())
    spans = [_runs(mask, page.words) for mask, page in ((in_one, one), (in_two, two))]
    if containment < CONTAINMENT or not spans[0] or not spans[1]:
        return None
    return Copy(first, second, round(containment, 4), spans[0], spans[1])


def _runs(shared: np.typing.NDArray[np.bool_], words: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of text that shared shingles cover, without those shorter than SHORTEST_RUN words."""
    runs, start, end = [], -1, -1
    for place in np.flatnonzero(shared).tolist():
        if place > end + WIDTH:  # a changed word breaks WIDTH shingles: the run goes on behind it
            if end + WIDTH - start >= SHORTEST_RUN and start >= 0:
                runs.append((start, end + WIDTH))
            start = place
        end = place
    if start >= 0 and end + WIDTH - start >= SHORTEST_RUN:
        runs.append((start, end + WIDTH))
    return tuple(Span(words[first].start, words[last - 1].end) for first, last in runs)


def families(copies: Iterable[Copy], articles: Iterable[str]) -> list[tuple[str, ...]]:
    """Articles grouped by origin: linked copies share one; every article stands in exactly one group."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        neighbours[copy.first].add(copy.second)
        neighbours[copy.second].add(copy.first)
    seen: set[str] = set()
    groups = []
    for article in sorted(articles):
        if article in seen:
            continue
        group, todo = set(), [article]
        while todo:
            current = todo.pop()
            if current not in group:
                group.add(current)
                todo.extend(neighbours[current] - group)
        seen |= group
        groups.append(tuple(sorted(group)))
    return groups
