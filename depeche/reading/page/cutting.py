"""What is cut away line by line: cues of furniture, and furniture that shares a line with a by-line."""

import re
import unicodedata

from depeche.reading.page.cues import anywhere, expand, has_icon, index, is_bar, link_line, names
from depeche.reading.page.datelines import time_end
from depeche.reading.page.fold import common_words
from depeche.reading.page.piece import Piece
from depeche.reading.page.signatures import (
    is_byline,
    is_credit,
    is_person,
    is_photo_credit,
    is_signature,
    names_in_credit,
    outlets,
)

_CAPTION = 320  # characters: a longer line with a credit in it is text that lost a line break
_CRUMBS = re.compile(r"\s*[|>›»•·/]\s*|\s{3,}")
_HOME = re.compile(r"(?:vous etes ici ?: ?)?(?:accueil|home)(?: ?[>|/»›•:]| (?=[a-z-]+ .*))")
_DAY = re.compile(expand("{DATE}"))
CLOCK = re.compile(r"\d{1,2}\s?[hH:]\s?\d{2}")
_NOT_ALONE = re.compile(r"[\s–—|•·,;:(/-]+$")


def cut_by_cues(pieces: list[Piece]) -> None:
    """Mark the pieces that one line alone shows to be furniture; by-lines lose what follows them on their line."""
    live = sum(CLOCK.fullmatch(piece.raw) is not None for piece in pieces) >= 2
    days = [at for at, piece in enumerate(pieces) if _heads_entry(pieces, at)]
    entries = set(days) if len(days) > 1 else set()
    for at, piece in enumerate(pieces):
        if (live and CLOCK.fullmatch(piece.raw)) or at in entries:
            continue  # the time or day of an entry of a live blog or chronology, on a line of its own
        reason = _reason(piece)
        if reason:
            piece.cut(reason)
    _cut_caption_mates(pieces)


def is_entry_head(piece: Piece) -> bool:
    """Whether a line is nothing but a time or a day."""
    return CLOCK.fullmatch(piece.raw) is not None or _DAY.fullmatch(piece.key) is not None


def _heads_entry(pieces: list[Piece], at: int) -> bool:
    """Whether a line is a day and the text below it a sentence, as in a chronology."""
    if at + 1 >= len(pieces) or len(pieces[at].raw) > 40 or not pieces[at + 1].ends_sentence:
        return False
    return _DAY.fullmatch(pieces[at].key) is not None


def _reason(piece: Piece) -> str | None:
    key = piece.key
    if len(key) > 420:
        return None
    if not key.strip(" -•·*_=|>.~+"):
        return "menu"
    reason = index("whole").reason(key)
    if reason:
        return None if is_credit(piece.raw) else reason
    opening = index("start").reason(key)
    if opening == "share":
        return opening
    signed = is_signature(piece.raw, key)
    inside = None if signed or len(key) > _CAPTION or time_end(piece.raw) else _reason_inside(piece)
    if inside == "caption":
        return inside
    if _cut_tail(piece) or signed:
        return None
    opening = opening or link_line().reason(key)
    if opening and not _is_sentence(piece, opening):
        return opening
    if inside:
        return inside
    if row := _reason_of_row(piece):
        return row
    if is_bar(piece.folded) and any(char.isalpha() for char in piece.raw) and not piece.raw.isdigit():
        return "share"
    if len(key) <= 120 and (has_icon(piece.raw) or _is_buttons(piece.raw)):
        return "menu"
    return "menu" if is_breadcrumb(piece) else None


def _reason_of_row(piece: Piece) -> str | None:
    """The reason of the first of several items on a line, each of which alone would be furniture."""
    items = [" ".join(item.split()) for item in _CRUMBS.split(piece.folded) if item.strip()]
    if len(items) < 2 or len(piece.raw) > _CAPTION:
        return None
    reasons = [
        index("whole").reason(item) or index("start").reason(item) or index("foot").reason(item)
        or ("menu" if is_bar(item) else None)
        for item in items
    ]  # fmt: skip
    return reasons[0] if all(reasons) else None


def _is_buttons(raw: str) -> bool:
    """Whether a line is pictures of buttons and letters beside them: "f t in ✉ ⎙"."""
    pictures = any(char > "\u2190" and unicodedata.category(char)[0] == "S" for char in raw)
    return pictures and not re.search(r"[^\W\d_]{3}", raw)


def _reason_inside(piece: Piece) -> str | None:
    if _has_photo_credit(piece.raw):
        return "caption"
    return next((cue.reason for cue in anywhere("within") if cue.search(piece.key)), None)


def _is_sentence(piece: Piece, reason: str) -> bool:
    """Whether a line that begins like a link ("Lire la suite …") is a sentence: no colon or arrow, and a full stop."""
    return (
        reason == "related"
        and piece.raw.endswith((".", "»", '"'))
        and not re.search(r"[:|>→»]", piece.raw[:60])
    )


def _has_photo_credit(raw: str) -> bool:
    """Whether a line ends with a photographer and his agency: "… à Paris. LUDOVIC PETIT / AFP"."""
    bracketed = re.search(r"[\[(]([^\[\]()]{3,60})[\])]\.?$", raw)
    if bracketed and 0 < names_in_credit(bracketed.group(1)) <= 4 and is_credit(bracketed.group(1)):
        return bracketed.start() > 20
    parts = re.split(r"(?<=[.!?»”\"])\s+|\s+[–—|-]\s+|\s+\(", raw)
    return len(parts) > 1 and is_photo_credit(parts[-1].strip(" .)]"))


def is_breadcrumb(piece: Piece) -> bool:
    """Whether a line is short names between separators: "Accueil > Monde > Europe", "Grèce   Turquie   Otan"."""
    if len(piece.raw) > 200 or piece.ends_sentence:
        return False
    if _HOME.match(piece.key):
        return True
    parts = [part for part in _CRUMBS.split(piece.raw) if part]
    if len(parts) < 2 or any(len(part) > 32 or len(part.split()) > 4 for part in parts):
        return False
    rubrics = sum(
        " ".join(part.lower().split()) in names("rubric") for part in _CRUMBS.split(piece.key) if part
    )
    return len(parts) >= 3 or rubrics >= 1


def _cut_tail(piece: Piece) -> bool:
    """Cut what follows a by-line on its line ("Par X – 8 novembre 2019 – Lecture : 3 min"); whether there was any."""
    if len(piece.raw) > 260 or piece.is_prose:
        return False
    starts = [(found.start(), cue.reason) for cue in anywhere("tail") if (found := cue.search(piece.folded))]
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
    first = next((at for at, piece in enumerate(pieces) if piece.kept and len(piece.raw) >= 140), len(pieces))
    for at, piece in enumerate(pieces):
        if piece.reason != "caption" or not _is_bare_credit(piece):
            continue
        for near in (at + 1, at - 1):
            mate = pieces[near] if 0 <= near < len(pieces) else None
            if (
                mate is not None
                and mate.kept
                and (mate.paragraph == piece.paragraph or (near < at <= first))
                and _is_caption_of(mate, piece, pieces[max(0, at - 3) : at + 4], below=near > at)
            ):
                mate.cut("caption")
                break


def _is_caption_of(mate: Piece, credit: Piece, around: list[Piece], *, below: bool) -> bool:
    """Whether a line beside a bare credit is its caption: alone with it in a paragraph, or just below "PHOTO …"."""
    if not 15 <= len(mate.raw) <= 250 or is_signature(mate.raw, mate.key) or is_person(mate.raw):
        return False
    alone = (
        mate.paragraph != credit.paragraph
        or sum(other.paragraph == credit.paragraph for other in around) == 2
    )
    return (alone and mate.ends_sentence) or (below and _names_photographer(credit) and len(mate.raw) <= 120)


def _names_photographer(credit: Piece) -> bool:
    return credit.key.startswith("photo ") and sum(word.isupper() for word in credit.raw.split()[1:]) >= 2


def _is_bare_credit(piece: Piece) -> bool:
    return len(piece.words) <= 9 and not piece.ends_sentence


def is_foreign(piece: Piece) -> bool:
    """Whether a line is English: in the head or foot of a French page that is a template's word, or spam."""
    if len(piece.words) < 4 or not piece.raw.isascii():
        return False
    english = sum(word in common_words("en") and word not in common_words("fr") for word in piece.words)
    return english >= 2 and english / len(piece.words) >= 0.28
