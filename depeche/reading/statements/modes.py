"""From a draft to content spans and mode (codebook section 3)."""

from depeche.model import Span
from depeche.model.statement import Mode
from depeche.reading.statements.clauses import is_quoted
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.passages import Passage

STOPS = (",", ":", ";", ".", "…", "...")


def content_of(draft: Draft) -> tuple[Span, ...]:
    """The spans of what was said: outside the marks where all of a piece is one quotation."""
    passage = draft.scene.passage
    if len(draft.ranges) > 1 and not all(is_quoted(passage, *piece)[1] for piece in draft.ranges):
        spans = [_stretch(passage, start, end) for start, end in draft.ranges]
    else:
        spans = [_span(passage, start, end) for start, end in draft.ranges]
    return tuple(sorted({*spans, *draft.more} - {Span(0, 0)}))


def _stretch(passage: Passage, start: int, end: int) -> Span:
    """The characters of a piece with its quotation marks, without the stops at its edges."""
    while start < end and passage.outside(start) and passage.tokens[start].text in STOPS:
        start += 1
    while end > start and passage.outside(end - 1) and passage.tokens[end - 1].text in STOPS:
        end -= 1
    return passage.stretch(start, end) if start < end else Span(0, 0)


def _span(passage: Passage, start: int, end: int) -> Span:
    bare = _stretch(passage, start, end)
    kept = [
        k
        for k in range(start, end)
        if bare.start <= passage.tokens[k].start and passage.tokens[k].end <= bare.end
    ]
    if not kept:
        return Span(0, 0)
    start, end = kept[0], kept[-1] + 1
    first, last = passage.quote[start], passage.quote[end - 1]
    if first is not None and first is last and all(passage.quote[k] is first for k in range(start, end)):
        low = max(passage.tokens[start].start, first.inner.start)
        high = min(passage.tokens[end - 1].end, first.inner.end)
        while high > low and passage.text[high - 1] in ", \u00a0\u202f":
            high -= 1
        return Span(low, high) if low < high else Span(0, 0)
    return passage.stretch(start, end)


def mode_of(draft: Draft) -> Mode:
    """How the content is given: direct, mixed, indirect or as an act."""
    passage = draft.scene.passage
    quoted = wholly = False
    pieces = [is_quoted(passage, start, end) for start, end in draft.ranges]
    verb_quoted = (
        draft.kind != "speech"
        and draft.group is not None
        and passage.quote[draft.group.head] is not None
        and passage.quote_end(draft.group.head) > draft.group.head + 2
    )
    quoted = verb_quoted or any(piece[0] for piece in pieces)
    wholly = all(piece[1] for piece in pieces)
    if draft.kind == "speech":
        if wholly:
            return "direct"
        return "mixed" if quoted else "indirect"
    if quoted:
        if draft.rule.startswith("source") and wholly and _is_sentence(draft):
            return "direct"
        return "mixed"
    return "indirect" if draft.kind == "clause" else "act"


def _is_sentence(draft: Draft) -> bool:
    start = draft.ranges[0][0]
    passage = draft.scene.passage
    while start < len(passage) and passage.mark[start]:
        start += 1
    return start < len(passage) and passage.tokens[start].text[:1].isupper()
