"""An article's text cut into pieces, each with the records that stand on it."""

import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup, escape

from depeche.model import Article, Span

_LOOSE = re.compile(r"(?<=[«‹]) | (?=[»›;:!?])")


class Piece(msgspec.Struct, frozen=True):
    """Some characters of the text, the records on them ("s0 e2"), and these records' kinds."""

    text: str
    refs: str = ""
    kinds: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """A block of the article, or something cut out of it (`reason`), from `start` on in the raw text."""

    start: int
    kind: str
    pieces: tuple[Piece, ...]
    reason: str = ""


class Mark(msgspec.Struct, frozen=True):
    """A record at a place: what it is called on the page, and its kind."""

    span: Span
    ref: str
    kind: str


def paragraphs(article: Article, marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's blocks and cuts in text order, marked; an article without blocks is one."""
    blocks = [(block.span, block.kind, "") for block in article.blocks]
    cuts = [(cut.span, "cut", cut.reason) for cut in article.furniture if cut.span.of(article.text).strip()]
    spans = sorted(blocks + cuts) or [(Span(0, len(article.text)), "body", "")]
    return [
        Paragraph(span.start, kind, tuple(pieces(article.text, span, marks)), reason)
        for span, kind, reason in spans
    ]


def pieces(text: str, span: Span, marks: Iterable[Mark]) -> Iterable[Piece]:
    """The characters of a span as they are displayed, cut wherever a mark begins or ends."""
    text = held(text)
    here = [mark for mark in marks if mark.span.overlaps(span)]
    inside = {place for mark in here for place in (mark.span.start, mark.span.end)}
    edges = sorted({span.start, span.end, *(place for place in inside if span.start < place < span.end)})
    for start, end in itertools.pairwise(edges):
        on = [mark for mark in here if mark.span.covers(Span(start, end))]
        refs = " ".join(dict.fromkeys(mark.ref for mark in on))
        yield Piece(text[start:end], refs, " ".join(dict.fromkeys(mark.kind for mark in on)))


def held(text: str) -> str:
    """Text whose guillemets and high punctuation keep to their words at the end of a line, for display alone.

    A no-break space stands for each space there, so that places stay places; the dossier's dom.ts has the same rule.
    """
    return _LOOSE.sub("\u00a0", text)


def as_printed(text: str) -> Markup:
    """Text as a page shows it, character for character, so that places in the page are places in the text.

    HTML would make one line end of two characters, and drop NUL.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\x00", "�"))
