"""The lines of a raw text, hard-wrapped ones joined, with what can be seen of each without reading it."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from depeche.model import Span
from depeche.model.article import BlockKind
from depeche.reading.once import once
from depeche.reading.page.datelines import sign_off_start
from depeche.reading.page.fold import words

_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]\s]*$")
_LOWER_START = re.compile(r"[a-zà-öø-ÿœ,;.)]")
_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_WRAP_WIDTH = 100  # no page wraps at more; paragraphs printed in one line are longer
_PROSE = 90  # characters: shorter sentences also stand in menus, teasers and notices

_PARAGRAPH = 140  # characters
_QUESTION = 140  # characters: titles of other articles end with a question mark, hardly ever with a full stop


@dataclass(eq=False)
class Piece:
    """One line of the text (or several that a hard wrap cut): `[start, end)` without the blanks around it.

    `raw` and `folded` are its characters; `paragraph` counts the blank lines before it. `reason` says why the
    piece is furniture, None while it belongs to the article; `tail` and `lead` are offsets in the raw text from
    which, or up to which, only a part of it is furniture, with `part_reason`.
    """

    start: int
    end: int
    raw: str
    folded: str
    paragraph: int
    reason: str | None = None
    kind: BlockKind = "body"
    lead: int | None = None
    tail: int | None = None
    part_reason: str = ""
    splits: list[tuple[int, BlockKind]] = field(default_factory=list)

    @once
    def key(self) -> str:
        """The folded characters with single blanks."""
        return " ".join(self.folded.split())

    @once
    def words(self) -> list[str]:
        """The folded words."""
        return words(self.folded)

    @once
    def ends_sentence(self) -> bool:
        """Whether it closes with the punctuation of a sentence, before its sign-off."""
        if _SENTENCE_END.search(self.raw[-12:]):
            return True
        end = sign_off_start(self.raw)
        return end < len(self.raw) and _SENTENCE_END.search(self.raw[max(0, end - 12) : end]) is not None

    @property
    def kept(self) -> bool:
        """Whether the piece belongs to the article, as far as is known."""
        return self.reason is None

    @once
    def is_prose(self) -> bool:
        """Whether it looks like running text: long, and a full sentence."""
        long_enough = _QUESTION if self.raw.endswith("?") else _PROSE
        return len(self.raw) >= long_enough and self.ends_sentence

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a kept paragraph of running text; abstracts of linked articles are mostly shorter."""
        return self.reason is None and len(self.raw) >= _PARAGRAPH and self.ends_sentence

    @property
    def span(self) -> Span:
        """The span of the whole piece."""
        return Span(self.start, self.end)

    def cut(self, reason: str) -> None:
        """Mark the whole piece as furniture, unless it already is."""
        if self.reason is None:
            self.reason = reason


def find_pieces(text: str, folded: str) -> list[Piece]:
    """The pieces of a raw text in order; `folded` is its folded form."""
    lines = _lines(text, folded)
    return _joined(lines, text, folded, wrapped=_is_wrapped(lines))


def _lines(text: str, folded: str) -> list[Piece]:
    pieces: list[Piece] = []
    paragraph, last = 0, 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip(" \t\u00a0\u202f\u200b\ufeff")
        if not bare or bare.isspace():
            continue
        start = match.start() + line.index(bare)
        gap = text[last:start]
        if gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\r\n") or "\f" in gap:
            paragraph += 1
        last = start + len(bare)
        pieces.append(Piece(start, last, bare, folded[start:last], paragraph))
    return pieces


def _is_wrapped(lines: list[Piece]) -> bool:
    """Whether the text was broken at a fixed width: most long lines stop in the middle of a sentence."""
    long = [line for line in lines if len(line.raw) > 45]
    if len(long) < 4 or sum(len(line.raw) > _WRAP_WIDTH for line in long) > 0.1 * len(long):
        return False
    broken = sum(
        not line.ends_sentence
        and _LOWER_START.match(after.raw) is not None
        and line.paragraph == after.paragraph
        for line, after in pairwise(lines)
        if len(line.raw) > 45
    )
    return broken >= 0.3 * len(long)


def _joined(lines: list[Piece], text: str, folded: str, *, wrapped: bool) -> list[Piece]:
    widths = sorted(len(line.raw) for line in lines if len(line.raw) > 45)
    full = 0.72 * widths[int(0.9 * (len(widths) - 1))] if wrapped and widths else 0.0
    pieces: list[Piece] = []
    group: list[Piece] = []
    for line in lines:
        if group and not _continues(group[-1], line, full=full):
            pieces.append(_merge(group, text, folded))
            group = []
        group.append(line)
    if group:
        pieces.append(_merge(group, text, folded))
    return pieces


def _continues(line: Piece, after: Piece, *, full: float) -> bool:
    """Whether `after` goes on with the sentence or the paragraph that `line` begins; `full` is a full line."""
    if line.paragraph != after.paragraph:
        return False
    if full:
        return len(line.raw) >= full
    # A link or a name on a line of its own in the middle of a sentence: "…, a déclaré\nM. Wang\n, selon …".
    return (
        not line.ends_sentence
        and len(line.raw) > 45
        and after.raw[0] in ",;.)"
        and len(after.raw) > 1
        and "," in line.raw + after.raw
    )


def _merge(group: list[Piece], text: str, folded: str) -> Piece:
    if len(group) == 1:
        return group[0]
    start, end = group[0].start, group[-1].end
    return Piece(start, end, text[start:end], folded[start:end], group[0].paragraph)
