"""Quotation marks of every kind, paired: nested, unbalanced, and running over several paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from depeche.model import Span

# Each way to quote: its opening and closing marks. Straight marks are told apart by what stands around them.
OPENERS = {"«": "»", "“": "”", "„": "”", "‘": "’", "‹": "›", '"': '"', "''": "''", "'": "'", "”": "”"}
DOUBLED = {"''": "''", "‘‘": "“", "’’": "”"}  # two single marks for a double one
SINGLE_REACH = 300  # characters within which a single mark must close, else it is an apostrophe
BLANKS = " \t\n\r\u00a0\u202f\u2009"
SENTENCE_ENDS = ".!?…"
_MARK = re.compile(r"''|‘‘|’’|[«„‹»›“”\"‘'’]")


class Quotation(msgspec.Struct, frozen=True):
    """A stretch of text between quotation marks.

    `outer` holds the marks, `inner` what they enclose, without blanks at its edges. `depth` is 0 for a quotation
    that stands in no other one. `opened` and `closed` tell whether the mark on that side is printed; where it is
    not, the span ends with its sentence or paragraph.
    """

    outer: Span
    inner: Span
    depth: int = 0
    opened: bool = True
    closed: bool = True


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """Every quotation in the blocks of one raw text, in the order of their beginnings, outer before inner."""
    found: list[Quotation] = []
    for block in blocks:
        found.extend(_in_block(text, block))
    return tuple(sorted(found, key=lambda quotation: (quotation.outer.start, quotation.depth)))


def _in_block(text: str, block: Span) -> list[Quotation]:
    marks = list(_marks(text, block))
    found: list[Quotation] = []
    open_marks: list[tuple[str, int, int]] = []  # mark, start, end
    for number, (mark, at, end, role) in enumerate(marks):
        if role == "open":
            same = [k for k, opened in enumerate(open_marks) if opened[0] == mark]
            if same and not _enough_closers(marks[number + 1 :], OPENERS[mark], len(same) + 1):
                # The earlier mark was never closed: its quotation ends with the sentence before this one.
                stop = _sentence_end(text, open_marks[same[0]][2], at)
                while len(open_marks) > same[0]:
                    _, start, inner = open_marks.pop()
                    found.append(_make(text, start, inner, stop, stop, len(open_marks), closed=False))
            open_marks.append((mark, at, end))
            continue
        match = next(
            (k for k in range(len(open_marks) - 1, -1, -1) if OPENERS[open_marks[k][0]] == mark), None
        )
        if match is None and open_marks and not _opens_later(marks[number + 1 :], open_marks[-1][0]):
            match = len(open_marks) - 1  # opened with one kind of mark and closed with another
        if match is None:
            if not open_marks:
                start = _sentence_start(text, found[-1].outer.end if found else block.start, at)
                if start < at:
                    found.append(_make(text, start, start, at, end, 0, opened=False))
            continue
        while len(open_marks) > match + 1:
            _, start, inner = open_marks.pop()
            found.append(_make(text, start, inner, at, at, len(open_marks), closed=False))
        _, start, inner = open_marks.pop()
        found.append(_make(text, start, inner, at, end, len(open_marks)))
    while open_marks:
        _, start, inner = open_marks.pop()
        stop = (
            block.end if text[block.start : start].strip(BLANKS) == "" else _own_end(text, inner, block.end)
        )
        found.append(_make(text, start, inner, stop, stop, len(open_marks), closed=False))
    return found


def _make(
    text: str, start: int, inner_start: int, inner_end: int, end: int, depth: int, *, opened: bool = True,
    closed: bool = True,
) -> Quotation:  # fmt: skip
    while inner_start < inner_end and text[inner_start] in BLANKS:
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1] in BLANKS:
        inner_end -= 1
    return Quotation(Span(start, end), Span(inner_start, inner_end), depth, opened, closed)


def _marks(text: str, block: Span) -> list[tuple[str, int, int, str]]:
    """Every quotation mark of a block as (kind, start, end, "open" or "close")."""
    found: list[tuple[str, int, int, str]] = []
    straight_open = {'"': False, "''": False}
    single_open = 0  # where an open single quotation must have closed
    for mark in _MARK.finditer(text, block.start, block.end):
        char, at, end = mark[0], mark.start(), mark.end()
        before = text[at - 1] if at > block.start else " "
        char = DOUBLED.get(char, char)
        after = text[end] if end < block.end else " "
        if char in "«„‹":
            found.append((char, at, end, "open"))
        elif char in "»›":
            found.append((char, at, end, "close"))
        elif char == "“":
            german = bool(found) and found[-1][0] == "„" and found[-1][3] == "open"
            found.append(("”", at, end, "close") if german else (char, at, end, "open"))
        elif char == "”":
            waiting = sum(1 if role == "open" else -1 for kind, _, _, role in found if kind in "“„”")
            opens = waiting <= 0 and (before in BLANKS or before in "([—–-") and after.isalnum()
            found.append((char, at, end, "open" if opens else "close"))
        elif char in straight_open:
            opens = not straight_open[char]
            if opens and after in BLANKS and before not in BLANKS:
                opens = False  # closes a quotation whose opening is lost
            straight_open[char] = opens
            found.append((char, at, end, "open" if opens else "close"))
        elif char in "‘'" and not before.isalnum() and (after.isalnum() or after in "«“") and not single_open:
            single_open = _single_close(text, at, block.end)
            if single_open:
                found.append((char, at, end, "open"))
        elif single_open and at == single_open:
            found.append(("’" if char == "’" else "'", at, end, "close"))
            single_open = 0
    return found


def _single_close(text: str, opening: int, limit: int) -> int:
    """Where a single quotation closes: a mark that no letter follows; 0 where there is none."""
    closing = "’" if text[opening] == "‘" else "'"
    at = text.find(closing, opening + 2, min(limit, opening + SINGLE_REACH))
    while at != -1:
        after = text[at + 1] if at + 1 < limit else " "
        if not after.isalnum() and text[at - 1] not in BLANKS:
            return at
        at = text.find(closing, at + 1, min(limit, opening + SINGLE_REACH))
    return 0


def _enough_closers(marks: list[tuple[str, int, int, str]], closer: str, needed: int) -> bool:
    """Whether the marks close `needed` open quotations before they open more of their own."""
    balance = needed
    for mark, _, _, role in marks:
        if role == "close" and mark == closer:
            balance -= 1
            if not balance:
                return True
        elif role == "open" and OPENERS[mark] == closer:
            balance += 1
    return False


def _opens_later(marks: list[tuple[str, int, int, str]], opener: str) -> bool:
    return any(role == "close" and mark == OPENERS[opener] for mark, _, _, role in marks)


def _sentence_end(text: str, start: int, limit: int) -> int:
    ends = [k for k in range(start, limit) if text[k] in SENTENCE_ENDS]
    return ends[-1] + 1 if ends else limit


def _own_end(text: str, start: int, limit: int) -> int:
    """The end of the sentence in which a quotation opens that nothing closes."""
    for k in range(start, limit):
        if text[k] in SENTENCE_ENDS and (
            k + 1 == limit or (text[k + 1] in BLANKS and not text[k - 1].isupper())
        ):
            return k
    return limit


def _sentence_start(text: str, start: int, limit: int) -> int:
    for k in range(limit - 2, start, -1):
        if text[k] in SENTENCE_ENDS and text[k + 1] in BLANKS and not text[k - 1].isupper():
            start = k + 1
            break
    while start < limit and text[start] in BLANKS:
        start += 1
    return start


class Quotes:
    """The quotations of a text, for questions by offset."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = tuple(quotations)
        self.top = tuple(quotation for quotation in self.all if quotation.depth == 0)
        self._starts = [quotation.outer.start for quotation in self.top]

    def at(self, offset: int) -> Quotation | None:
        """The outermost quotation that covers a character, marks included."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.top[index].outer.end > offset:
            return self.top[index]
        return None

    def cover(self, span: Span) -> bool:
        """Whether an outermost quotation covers a part of a span."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self.top[index].outer.end > span.start

    def within(self, span: Span) -> tuple[Quotation, ...]:
        """The outermost quotations that begin in a span."""
        return tuple(quotation for quotation in self.top if span.start <= quotation.outer.start < span.end)

    def inside(self, quotation: Quotation) -> tuple[Quotation, ...]:
        """The quotations that stand in another one, outermost of them."""
        return tuple(
            other for other in self.all
            if other.depth == quotation.depth + 1 and quotation.outer.covers(other.outer)
        )  # fmt: skip
