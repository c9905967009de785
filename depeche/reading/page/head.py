"""What stands above an article: menus, section names and tags are cut; where its text begins."""

import re

from depeche.reading.page.cues import names
from depeche.reading.page.cutting import is_foreign
from depeche.reading.page.datelines import is_dateline, time_end
from depeche.reading.page.piece import Piece
from depeche.reading.page.signatures import is_signature, outlets, places

_CREDIT = 6  # words: a credit that stands without its caption
_CAPTION = 40  # characters: shorter lines are headings
_SENTENCE = 40  # characters: a shorter one may be a label with a full stop


def text_start(pieces: list[Piece]) -> int:
    """The index of the piece that the text begins with: a paragraph, or the third sentence (a standfirst has two)."""
    sentences = 0
    for at, piece in enumerate(pieces):
        if piece.is_paragraph:
            return at
        if piece.kept and piece.ends_sentence and len(piece.raw) >= _SENTENCE:
            sentences += 1
            if sentences == 3:
                return at
    return next((at for at, piece in enumerate(pieces) if piece.kept and piece.ends_sentence), len(pieces))


def cut_head(pieces: list[Piece], headline: Piece | None) -> None:
    """Cut what stands above the headline, and section names between it and the text."""
    first = text_start(pieces)
    below = headline is None
    tags: list[Piece] = []
    for piece in pieces[:first]:
        if piece is headline:
            below = True
            continue
        if not piece.kept:
            continue
        if not below and piece.key in outlets():
            piece.cut("menu")
        elif is_foreign(piece) or is_rubric(piece.key) or not any(char.isalpha() for char in piece.raw):
            if not time_end(piece.raw + " A"):
                piece.cut("menu")
        elif below and _is_tag(piece):
            tags.append(piece)
        elif piece.raw.startswith("©"):
            piece.cut("caption")
        elif not below and not (
            piece.ends_sentence or is_signature(piece.raw, piece.key) or is_dateline(piece.raw)
        ):
            piece.cut("menu")
    _cut_tags(pieces[:first], tags)
    _cut_captions(pieces[:first], headline)


def _cut_tags(above: list[Piece], tags: list[Piece]) -> None:
    """Cut one-word lines; a place that no other tag stands beside is the dateline or heading of the text below it."""
    found = {id(piece) for piece in tags}
    for at, piece in enumerate(above):
        if id(piece) not in found:
            continue
        beside = [
            other for other in above[max(0, at - 1) : at + 2] if other is not piece and id(other) in found
        ]
        if beside or piece.key not in places():
            piece.cut("tags")


def _cut_captions(above: list[Piece], headline: Piece | None) -> None:
    """Cut a line without a full stop beside a credit between headline and text: the caption of its picture."""
    start = above.index(headline) + 1 if headline in above else len(above)
    for at in range(start, len(above)):
        piece = above[at]
        if (
            not piece.kept
            or piece.ends_sentence
            or not _CAPTION <= len(piece.raw) <= 200
            or piece.raw[0] in "-–•"
        ):
            continue
        beside = above[max(start, at - 1) : at + 2]
        credited = any(other.reason == "caption" and len(other.words) <= _CREDIT for other in beside)
        if credited and not is_signature(piece.raw, piece.key):
            piece.cut("caption")


def _is_tag(piece: Piece) -> bool:
    """Whether a line in the head is one word or one place, as tags are printed; capitals may be a dateline."""
    if is_dateline(piece.raw) and (piece.raw.isupper() or piece.raw[-1] in "-–—:"):
        return False
    if piece.ends_sentence or piece.raw[-1] in "-–—:":
        return False
    if time_end(piece.raw + " A") or is_signature(piece.raw, piece.key):
        return False
    return len(piece.words) == 1 or piece.key in places()


def is_rubric(key: str) -> bool:
    """Whether a folded line is the name of a section, or several: "Monde", "MONDE, AFRIQUE"."""
    if len(key) > 120:
        return False
    parts = [part for part in re.split(r"\s*[,/|&•·>]\s*|\s+(?:-|et)\s+", key.strip(" .:")) if part]
    if parts and all(part in names("rubric") for part in parts):
        return True
    found = key.split()
    return bool(found) and all(word in names("rubric") for word in found)
