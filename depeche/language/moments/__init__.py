"""French time expressions, resolved to EDTF against the publication date and the text's own time line."""

import re
from bisect import bisect_right

from depeche.language.moments.cues import outlook_in_text
from depeche.language.moments.governing import governor_of, outlook
from depeche.language.moments.grammar import expressions_of, find_expressions, normalise
from depeche.language.moments.periods import reference
from depeche.language.moments.timeline import Narrated, Placed, Timeline, build_timeline
from depeche.language.token import Parse
from depeche.model import Moment, Span

__all__ = [
    "Narrated",
    "Timeline",
    "find_moments",
    "find_moments_in_text",
    "governor_of",
    "read_timeline",
    "read_timeline_of_text",
]

_SENTENCE_END = re.compile(r"[.!?…]+[\"»”)]*\s+(?=[A-ZÀ-Ý«\"“–—-])|\n")
# A line of a wrapped paragraph goes on in small letters on the next one.
_WRAP = re.compile(r"(?<=[^\n.!?:]{40})\n(?=[a-z0-9à-ÿ])")


def find_moments(parse: Parse, *, published: str | None) -> tuple[Moment, ...]:
    """The time expressions of a parsed article, in text order, resolved against its publication date.

    `published` is a day, month or year in EDTF ("2023-05-04", "2023-05", "XXXX-05-04"), or None; without it,
    values stay partial or None. Raises ValueError when it is something else. Offsets count in the raw text.
    """
    return read_timeline(parse, published=published).moments


def find_moments_in_text(text: str, *, published: str | None) -> tuple[Moment, ...]:
    """Like `find_moments` on bare text: the tense is told from the nearest verb's ending."""
    return read_timeline_of_text(text, published=published).moments


def read_timeline(parse: Parse, *, published: str | None) -> Timeline:
    """The moments of a parsed article with what each counts from; see `find_moments`."""
    text = parse.text
    sentences = [sentence.span.start for sentence in parse.sentences]
    placed = []
    for number, block in enumerate(parse.blocks):
        inside = block.of(text).replace("\n", " ")
        for found in expressions_of(inside):
            expression = found.moved(block.start)
            span = Span(expression.start, expression.end)
            sentence = bisect_right(sentences, span.start) - 1
            placed.append(Placed(expression, sentence, number, outlook(parse, span)))
    return build_timeline(placed, text, normalise(text).replace("\n", " "), published=reference(published))


def read_timeline_of_text(text: str, *, published: str | None) -> Timeline:
    """The moments of bare text with what each counts from; see `find_moments_in_text`."""
    whole = _WRAP.sub(" ", text)
    plain = normalise(whole)
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(whole))]
    placed = []
    block = 0
    reached = 0
    for expression in find_expressions(whole):
        sentence = bisect_right(starts, expression.start) - 1
        bounds = (starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(whole))
        block += whole.count("\n", reached, expression.start)
        reached = expression.start
        look = outlook_in_text(plain, bounds, (expression.start, expression.end))
        placed.append(Placed(expression, sentence, block, look))
    return build_timeline(placed, text, plain, published=reference(published))
