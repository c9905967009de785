"""Speech that goes on without a cue: quoted sentences after a quotation, hearsay in the conditional, free quotation."""

from depeche.model import Span
from depeche.reading.statements.clauses import is_quoted
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.scene import Scene

LEAST_WORDS = 4  # a free quotation has at least so many words, shorter ones are titles and scare quotes


def is_free_quotation(scene: Scene, *, least: int = LEAST_WORDS) -> bool:
    """Whether a sentence is nothing but one quotation of at least so many words."""
    passage = scene.passage
    if not passage.quotations or passage.first >= len(passage):
        return False
    words = [
        k for k in range(passage.first, len(passage)) if passage.pos(k) != "PUNCT" and not passage.mark[k]
    ]
    return len(words) >= least and is_quoted(passage, passage.first, len(passage))[1]


def spoken_span(scene: Scene) -> Span:
    """What a free quotation says, outside its marks."""
    passage = scene.passage
    first, last = passage.quotations[0], passage.quotations[-1]
    if first is last:
        return first.inner
    return Span(first.inner.start, last.inner.end)


def continues_quotation(draft: Draft, scene: Scene) -> bool:
    """Whether a free quotation goes on with the direct speech that the last sentence ended in."""
    if draft.kind != "speech" or not any(is_quoted(draft.scene.passage, *piece)[0] for piece in draft.ranges):
        return False
    gap = scene.passage.block - draft.scene.passage.block
    return gap <= 1 and draft.scene.passage.kind == "body"


def continues_hearsay(draft: Draft, scene: Scene) -> bool:
    """Whether a sentence goes on in the conditional of hearsay after a source was named."""
    passage = scene.passage
    if not draft.rule.startswith("source") or passage.block != draft.scene.passage.block:
        return False
    main = scene.main_verbs(passage.first, len(passage))
    if not main:
        return False
    carrier = passage.tokens[main[0].carrier]
    return carrier.feat("Mood") == "Cnd" and main[0].form == "compound"


def whole_sentence(scene: Scene) -> Span:
    """The characters of a sentence without its lead and its full stop."""
    passage = scene.passage
    end = len(passage)
    while end > passage.first and passage.tokens[end - 1].text in (".", "…", ","):
        end -= 1
    return passage.stretch(passage.first, end)
