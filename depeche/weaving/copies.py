"""Articles that carry the same text, whole or in part (codebook section 7).

Copying is containment, not likeness: a page that wraps a third of a dispatch in its own prose is a copy.
Candidates are articles that share sampled shingle hashes; each is then compared shingle by shingle.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec
import numpy as np

from depeche.model import Span
from depeche.model.edtf import days_of
from depeche.weaving.shingles import WIDTH, Hashes, sample, shingle_hashes, word_spans
from depeche.weaving.wording import fold

CONTAINMENT = 0.18  # of the shorter text's shingles; quotations that two reporters share stay below
SHORTEST_RUN = 12  # words: a shorter common run is a formula or a title, not copied text
CANDIDATE = 2  # sampled hashes in common before two texts are compared


class Page(msgspec.Struct, frozen=True):
    """One article as copies are sought in it: raw text, the spans that are article, and their shingles."""

    id: str
    text: str
    blocks: tuple[Span, ...]
    hashes: Hashes

    @property
    def sampled(self) -> Hashes:
        """The hashes to join on."""
        return sample(self.hashes)


def page_of(article: str, text: str, blocks: Iterable[Span]) -> Page:
    """The page of an article, by its id."""
    spans = tuple(blocks)
    return Page(article, text, spans, shingle_hashes(text, spans))


class Copy(msgspec.Struct, frozen=True, order=True):
    """Two articles that share text: how much of the shorter one, and where it stands in each."""

    first: str
    second: str
    containment: float
    first_spans: tuple[Span, ...]
    second_spans: tuple[Span, ...]


class Carrier(msgspec.Struct, frozen=True):
    """A page that carries a text others carry too: what speaks for its being the origin.

    `published` is EDTF or None, `length` counts the characters of its text.
    """

    article: str
    published: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    length: int


Reason = Literal["agency", "date", "length", "id"]


def origin_of(carriers: Iterable[Carrier]) -> tuple[str, Reason]:
    """Which of several pages the others go back to, and what decides it.

    It is the agency's own page before its clients', then the earliest by date, then the longest, then the first id.
    """
    first, *others = sorted(carriers, key=_rank)
    if not others:
        return first.article, "id"
    best, next_best = _rank(first), _rank(others[0])
    reasons: tuple[Reason, ...] = ("agency", "date", "length")
    decided = (why for why, one, two in zip(reasons, best, next_best, strict=False) if one != two)
    return first.article, next(decided, "id")


def _rank(carrier: Carrier) -> tuple[bool, str, int, str]:
    own = any(fold(agency) in fold(carrier.outlet or "") for agency in carrier.agencies)
    return not own, _earliest(carrier.published), -carrier.length, carrier.article


def _earliest(edtf: str | None) -> str:
    day = days_of(edtf)[0]
    return day.isoformat() if day else "9999"


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


def compare(one: Page, two: Page) -> Copy | None:
    """The copy that two articles make of each other, or None when what they share is too little."""
    if two.id < one.id:
        one, two = two, one
    if not len(one.hashes) or not len(two.hashes):
        return None
    in_one = np.isin(one.hashes, two.hashes)
    in_two = np.isin(two.hashes, one.hashes)
    containment = float((in_one if len(in_one) <= len(in_two) else in_two).mean())
    if containment < CONTAINMENT:
        return None
    first = _runs(in_one, word_spans(one.text, one.blocks))
    second = _runs(in_two, word_spans(two.text, two.blocks))
    return Copy(one.id, two.id, round(containment, 4), first, second) if first and second else None


def _runs(shared: np.typing.NDArray[np.bool_], words: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of text that shared shingles cover, without those shorter than SHORTEST_RUN words."""
    runs: list[list[int]] = []
    for place in np.flatnonzero(shared).tolist():
        if runs and place <= runs[-1][1]:  # a changed word breaks WIDTH shingles: the run goes on behind it
            runs[-1][1] = place + WIDTH
        else:
            runs.append([place, place + WIDTH])
    long_enough = [(first, last) for first, last in runs if last - first >= SHORTEST_RUN]
    return tuple(Span(words[first].start, words[last - 1].end) for first, last in long_enough)
