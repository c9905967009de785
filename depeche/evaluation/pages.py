"""Scoring of positions, terms, furniture and publication dates (codebook section 8)."""

from depeche.evaluation.names import same_actor
from depeche.evaluation.scores import Difference, Scores
from depeche.evaluation.spans import dice, merged, pair_best, shared, size
from depeche.evaluation.statements import quote
from depeche.exchange.jsonl import Line, PositionEntry, TermEntry
from depeche.model import Span


def score_positions(scores: Scores, *, gold: Line, system: Line, text: str) -> None:
    """Add one article's positions: same actor country, same stance, evidence that overlaps."""

    def worth(one: PositionEntry, other: PositionEntry) -> tuple[bool, bool, float] | None:
        overlap = dice(one.evidence, other.evidence)
        if not overlap or one.stance != other.stance or not _same_side(one, other):
            return None
        return one.issue == other.issue, same_actor(one.actor, other.actor), overlap

    pairs = pair_best(gold.positions, system.positions, worth=worth)
    scores.counts["position"].add(len(pairs), len(gold.positions), len(system.positions))
    for i, j in pairs:
        scores.rates["issue right"].add(gold.positions[i].issue == system.positions[j].issue)
    for i in sorted(set(range(len(gold.positions))) - {i for i, _ in pairs}):
        one = gold.positions[i]
        scores.differences.append(
            Difference(article=gold.id, kind="positions", what="missed", gold=_stand(one),
                       text=quote(one.evidence, text))
        )  # fmt: skip
    for j in sorted(set(range(len(system.positions))) - {j for _, j in pairs}):
        other = system.positions[j]
        scores.differences.append(
            Difference(article=gold.id, kind="positions", what="extra", system=_stand(other),
                       text=quote(other.evidence, text))
        )  # fmt: skip


def _same_side(one: PositionEntry, other: PositionEntry) -> bool:
    if one.actor.country or other.actor.country:
        return one.actor.country == other.actor.country
    return same_actor(one.actor, other.actor)


def _stand(entry: PositionEntry) -> str:
    return f"{entry.actor.name} ({entry.actor.country or '–'}) {entry.stance} {entry.issue}"


def score_terms(scores: Scores, *, gold: Line, system: Line) -> None:
    """Add one article's terms: spans that overlap."""

    def worth(one: TermEntry, other: TermEntry) -> float | None:
        return dice([one.span], [other.span]) or None

    pairs = pair_best(gold.terms, system.terms, worth=worth)
    scores.counts["term"].add(len(pairs), len(gold.terms), len(system.terms))
    for i, j in pairs:
        scores.rates["term voice right"].add(_outlet(gold.terms[i]) == _outlet(system.terms[j]))
    for i in sorted(set(range(len(gold.terms))) - {i for i, _ in pairs}):
        one = gold.terms[i]
        scores.differences.append(
            Difference(article=gold.id, kind="terms", what="missed", gold=f"{one.term} {one.span}")
        )
    for j in sorted(set(range(len(system.terms))) - {j for _, j in pairs}):
        other = system.terms[j]
        scores.differences.append(
            Difference(article=gold.id, kind="terms", what="extra", system=f"{other.term} {other.span}")
        )


def _outlet(entry: TermEntry) -> bool:
    return entry.voice == "outlet"


def score_page(scores: Scores, *, gold: Line, system: Line, text: str) -> None:
    """Add one article's furniture, character by character, its publication date, headline and outlet."""
    scores.counts["furniture"].add(
        shared(gold.furniture, system.furniture), size(gold.furniture), size(system.furniture)
    )
    for what, some, others in (
        ("missed", gold.furniture, system.furniture),
        ("extra", system.furniture, gold.furniture),
    ):
        for span in without(some, others):
            if not text or span.of(text).strip():
                scores.differences.append(
                    Difference(article=gold.id, kind="furniture", what=what, text=quote([span], text))
                )
    scores.rates["headline right"].add(gold.headline == system.headline)
    if gold.published.value is None:
        return
    right = gold.published.value == system.published.value
    scores.rates["publication date right where known"].add(right)
    if not right:
        scores.differences.append(
            Difference(
                article=gold.id,
                kind="publication",
                what="date",
                gold=f"{gold.published.value} ({gold.published.basis})",
                system=f"{system.published.value} ({system.published.basis})",
            )
        )


def without(spans: tuple[Span, ...], others: tuple[Span, ...]) -> list[Span]:
    """The characters of `spans` that no span of `others` covers, as disjoint spans."""
    left = merged(spans)
    for other in merged(others):
        left = [
            piece
            for span in left
            for piece in (
                (Span(span.start, min(span.end, other.start)), Span(max(span.start, other.end), span.end))
                if span.overlaps(other)
                else (span,)
            )
            if piece.end > piece.start
        ]
    return left
