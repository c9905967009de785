"""Second copies: text that was already printed in the same page."""

import re

from depeche.reading.page.cues import anywhere
from depeche.reading.page.fold import words
from depeche.reading.page.piece import Piece

_SENTENCE = re.compile(r"[.!?…][\"')]*\s")
_WIDTH = 5  # words of a shingle
_SHARE = 0.9  # of a piece's shingles seen before: a copy, even in other paragraphs or with a link more
_SHORT = 25  # characters: shorter lines repeat in honest texts ("Non.", "Et Ankara ?")
_ENDING = 60  # characters: what closes a teaser is shorter
_MOST = 2_000_000  # characters; of longer texts only whole lines are compared


def cut_copies(pieces: list[Piece], *, size: int) -> None:
    """Cut the pieces that repeat earlier ones, and teasers whose text follows in full; `size` is the text's length.

    The first of two equal lines stays, so that a headline repeated under a menu is found where it stands first.
    """
    whole: set[str] = set()
    seen: set[int] = set()
    starts: dict[str, list[Piece]] = {}
    for piece in pieces:
        starts.setdefault(piece.key[:_SHORT], []).append(piece)
    for piece in pieces:
        if not piece.kept:
            continue
        key = piece.key.strip(" .\"'|-")
        if len(key) >= _SHORT and key in whole:
            piece.cut("copy")
            continue
        whole.add(key)
        if _is_teaser(piece, starts.get(piece.key[:_SHORT], [])):
            piece.cut("teaser")
            continue
        if size > _MOST:
            continue
        shingles = _shingles(piece)
        if len(piece.words) >= 12 and len(shingles & seen) >= _SHARE * len(shingles):
            piece.cut("copy")
            continue
        seen |= shingles
        for other in starts.get(piece.key[:_SHORT], []):
            if other.start < piece.start and other.kept and _is_beginning(other, piece):
                other.cut("copy")


def _shingles(piece: Piece) -> set[int]:
    """The runs of words inside each sentence: a copy may put the same sentences in other paragraphs."""
    found: set[int] = set()
    for sentence in _SENTENCE.split(piece.folded):
        run = words(sentence)
        if len(run) > _WIDTH:
            found.update(map(hash, zip(*(run[at:] for at in range(_WIDTH)), strict=False)))
        elif run:
            found.add(hash(tuple(run)))
    return found


def _is_beginning(piece: Piece, other: Piece) -> bool:
    """Whether a full sentence is printed again, with more behind it, in a later piece: a standfirst of the body."""
    bare = piece.key.rstrip(" .")
    return bare != piece.key and len(bare) >= 2 * _SHORT and other.key.startswith(bare)


def _is_teaser(piece: Piece, others: list[Piece]) -> bool:
    """Whether the piece is the cut-off beginning of another: "Le ministre a déclaré lundi que… [Lire plus]"."""
    bare = piece.key
    for cue in anywhere("ending"):
        found = cue.pattern.search(bare, max(0, len(bare) - _ENDING))
        if found:
            bare = bare[: found.start()]
    bare = bare.rstrip(" .…[](").strip()
    if len(bare) < _SHORT or bare == piece.key or piece.key[len(bare) :].strip() == ".":
        return False
    longer = len(piece.key) + _SHORT
    return any(other.kept and len(other.key) >= longer and other.key.startswith(bare) for other in others)
