"""Which line is the article's headline, and which is the page's title with the site's name in it."""

import re
from typing import NamedTuple

from depeche.model import Document
from depeche.reading.page.cutting import is_entry_head
from depeche.reading.page.datelines import is_dateline, time_end
from depeche.reading.page.fold import fold, topics
from depeche.reading.page.head import is_rubric, text_start
from depeche.reading.page.piece import Piece
from depeche.reading.page.signatures import has_media_word, is_person, is_signature, is_slogan, outlets

_LONGEST = 220  # characters of a headline
_SPLIT = re.compile(r"\s+[-–—|•·»]+\s+|\s*\|\s*|\s{2,}")
_SLOGAN_COMMA = re.compile(r",\s+(?=l['’]|le |la |votre |toute )")
_REACH = 80  # kept lines above the text among which a headline is looked for


class Head(NamedTuple):
    """What the head of a page says: the headline's piece, and the outlet's name where a line gives it."""

    headline: Piece | None
    outlet: str | None


def cut_page_title(pieces: list[Piece]) -> str | None:
    """Cut the page's title where the headline follows without the site's name; that name, None where there is none.

    "Site - Headline" or "Headline | Site" in one of the first lines, the headline alone further down.
    """
    keys = {piece.key for piece in pieces[: _REACH + 5]}
    for piece in pieces[:5]:
        if not piece.kept or len(piece.raw) > _LONGEST + 60:
            continue
        parts = [part.strip() for part in _SPLIT.split(piece.raw) if part.strip()]
        for part in parts:
            if len(parts) > 1 and len(part) > 20 and " ".join(fold(part).split()) in keys:
                piece.cut("copy")
                rest = [name for name in parts if name != part and len(name.split()) <= 5]
                rest = [name for name in rest if not is_rubric(" ".join(fold(name).split()))]
                return rest[-1] if rest else None
    return None


def find_head(pieces: list[Piece], document: Document) -> Head:
    """The headline among the pieces above the text, and the outlet that the lines above it name."""
    first = text_start(pieces)
    above = [piece for piece in pieces[:first] if piece.kept or piece.reason == "copy"][-_REACH:]
    text = topics(" ".join(piece.folded for piece in pieces[first : first + 4] if piece.kept))
    repeated = {piece.key for piece in pieces[first:] if piece.reason == "copy"}
    repeated |= {piece.key for piece in above if piece.reason == "copy"}
    candidates = [piece for piece in above if piece.kept and _could_be(piece)]
    given = fold(document.headline) if document.headline else None
    best: Piece | None = None
    best_score = -1.0
    for order, piece in enumerate(candidates):
        own = topics(piece.folded)
        score = len(own & text) / max(3, len(own))
        score += 0.5 * (piece.key in repeated)
        score += 2.0 * (given is not None and piece.key == " ".join(given.split()))
        score += 0.25 if order == 0 else 0.0
        score += 0.15 * (len(piece.words) >= 6)
        if score > best_score:
            best, best_score = piece, score
    if best is None:
        return Head(None, _masthead(above[:3]))
    return Head(best, _masthead(above[: above.index(best)]))


def _could_be(piece: Piece) -> bool:
    """Whether a piece could be a headline by its shape."""
    raw = piece.raw
    if not 12 <= len(raw) <= _LONGEST or len(piece.words) < 3 or time_end(raw) or is_entry_head(piece):
        return False
    if raw[0] in "-–•*" or piece.kind != "body":
        return False
    if raw.rstrip(' »”"').endswith((".", ",", ";", ":")) and not raw.endswith(("...", "M.", "U.S.")):
        return False
    return not (
        is_signature(raw, piece.key)
        or is_person(raw)
        or is_dateline(raw)
        or is_rubric(piece.key)
        or _site_name(raw) is not None
    )


def _masthead(above: list[Piece]) -> str | None:
    """The outlet that the lines above the headline name: "X — le quotidien …", "X | FR EN", "Le Quotidien de X"."""
    for piece in above:
        if not piece.kept or len(piece.raw) > 110:
            continue
        name = _site_name(piece.raw)
        if name:
            return name
    return None


def _site_name(raw: str) -> str | None:
    parts = [part.strip() for part in _SPLIT.split(raw) if part.strip()]
    if len(parts) == 1:
        parts = _SLOGAN_COMMA.split(raw, maxsplit=1)
    if len(parts) == 2 and len(parts[0].split()) <= 5 and is_slogan(" ".join(fold(parts[1]).split())):
        return parts[0]
    if len(parts) == 1:
        key = " ".join(fold(raw).split())
        if key in outlets():
            return outlets()[key] if raw.isupper() and len(raw) > 5 and fold(outlets()[key]) == key else raw
        short = 2 <= len(raw.split()) <= 5 and len(raw) <= 40
        if (
            short
            and not is_rubric(key)
            and has_media_word(raw)
            and raw[0].isupper()
            and raw.split()[-1][0].isupper()
        ):
            return raw
    return None
