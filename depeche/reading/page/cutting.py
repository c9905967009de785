"""What is cut away line by line: cues of furniture, and furniture that shares a line with a by-line."""

import re

from depeche.reading.page.cues import anywhere, has_icon, index, is_bar, names
from depeche.reading.page.datelines import time_end
from depeche.reading.page.piece import Piece
from depeche.reading.page.signatures import is_byline, is_credit, is_person, is_signature, outlets

_CAPTION = 320  # characters: a longer line with a credit in it is text that lost a line break
_CRUMBS = re.compile(r"\s*[|>›»•·/]\s*|\s{3,}")
_NOT_ALONE = re.compile(r"[\s–—|•·,;:(/-]+$")
_ENGLISH = frozenset(
    "the of and to in is your will be this that with for on by are not you our from was it as at or we here"
    " have has an all can more i my me new read".split()
)  # fmt: skip


def cut_by_cues(pieces: list[Piece]) -> None:
    """Mark the pieces that one line alone shows to be furniture; by-lines lose what follows them on their line."""
    for piece in pieces:
        if not piece.kept:
            continue
        reason = _reason(piece)
        if reason:
            piece.cut(reason)
    _cut_caption_mates(pieces)


def _reason(piece: Piece) -> str | None:
    key = piece.key
    if len(key) > 420:
        return None
    reason = index("whole").reason(key)
    if reason:
        return None if is_credit(piece.raw) else reason
    if _cut_tail(piece):
        return None
    if is_signature(piece.raw, key):
        return None
    reason = index("start").reason(key)
    if reason:
        return None if time_end(piece.raw) and not piece.raw[:1].isalpha() and reason != "stamp" else reason
    if len(key) <= _CAPTION and not time_end(piece.raw):
        for cue in anywhere("within"):
            if cue.pattern.search(key):
                return cue.reason
    if is_bar(piece.folded) and any(char.isalpha() for char in piece.raw) and not piece.raw.isdigit():
        return "share"
    if len(key) <= 120 and has_icon(piece.raw):
        return "menu"
    return "menu" if is_breadcrumb(piece) else None


def is_breadcrumb(piece: Piece) -> bool:
    """Whether a line is short names between separators: "Accueil > Monde > Europe", "Grèce   Turquie   Otan"."""
    if len(piece.raw) > 200 or piece.ends_sentence:
        return False
    parts = [part for part in _CRUMBS.split(piece.raw) if part]
    if len(parts) < 2 or any(len(part) > 32 or len(part.split()) > 4 for part in parts):
        return False
    rubrics = sum(" ".join(part.lower().split()) in names("rubric") for part in _CRUMBS.split(piece.key) if part)
    return len(parts) >= 3 or rubrics >= 1


def _cut_tail(piece: Piece) -> bool:
    """Cut what follows a by-line on its line ("Par X – 8 novembre 2019 – Lecture : 3 min"); whether there was any."""
    if len(piece.raw) > 260:
        return False
    starts = [
        (found.start(), cue.reason)
        for cue in anywhere("tail")
        if (found := cue.pattern.search(piece.folded)) and found.start() > 0
    ]
    if not starts:
        return False
    at, reason = min(starts)
    before = _NOT_ALONE.sub("", piece.raw[:at])
    key = " ".join(piece.folded[: len(before)].split())
    if not before:
        return False
    signed = is_signature(before, key) or is_person(before) or key in outlets() or is_byline(before, key)
    if not signed:
        return False
    gap = piece.raw[len(before) : at]
    mark = re.search(r"[–—|•·-]", gap)
    piece.tail = piece.start + (len(before) + mark.start() if mark else at)
    piece.part_reason = reason
    return True


def _cut_caption_mates(pieces: list[Piece]) -> None:
    """Cut the caption beside a credit that stands alone ("PHOTO …, AFP" and the sentence above or below it)."""
    for at, piece in enumerate(pieces):
        if piece.reason != "caption" or not _is_bare_credit(piece):
            continue
        for near in (at + 1, at - 1):
            mate = pieces[near] if 0 <= near < len(pieces) else None
            if (
                mate is not None
                and mate.kept
                and mate.paragraph == piece.paragraph
                and 25 <= len(mate.raw) <= 250
                and mate.ends_sentence
                and sum(other.paragraph == piece.paragraph for other in pieces[max(0, at - 3) : at + 4]) == 2
            ):
                mate.cut("caption")
                break


def _is_bare_credit(piece: Piece) -> bool:
    return len(piece.words) <= 9 and not piece.ends_sentence


def is_foreign(piece: Piece) -> bool:
    """Whether a line is English: in the head or foot of a French page that is a template's word, or spam."""
    if len(piece.words) < 4 or not piece.raw.isascii():
        return False
    english = sum(word in _ENGLISH for word in piece.words)
    return english >= 2 and english / len(piece.words) >= 0.28
