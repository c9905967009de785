"""What is cut away by its place: link lists in the article, comments and lists below it."""

import re
from collections import Counter
from itertools import pairwise

from depeche.reading.page.cues import index
from depeche.reading.page.cutting import is_foreign
from depeche.reading.page.datelines import is_dateline, time_end
from depeche.reading.page.fold import fold, topics
from depeche.reading.page.head import is_rubric
from depeche.reading.page.piece import Piece
from depeche.reading.page.signatures import is_credit, is_person, is_signature, places

_OPENS_FOOT = frozenset(
    {"related", "tags", "comments", "newsletter", "legal", "share", "notice", "cookies", "menu"}
)
# Furniture below which even full sentences are no longer the article's; a link in the text has them follow it.
_ENDS_TEXT = frozenset({"tags", "comments", "newsletter", "legal", "notice", "cookies"})
_CAPITAL = re.compile(r"(?<![.!?:«\"“] )(?<!^)\b[A-ZÀ-Ý][\w’'-]+")


def is_title_like(piece: Piece) -> bool:
    """Whether a piece could be a title or a link: a short line that does not close a sentence."""
    return (
        len(piece.raw) <= 170
        and not piece.raw.rstrip().endswith((".", ";", ",", "…"))
        and not time_end(piece.raw)
    )


def cut_lists(pieces: list[Piece]) -> None:
    """Cut the lists of links that a line such as "À lire aussi" opens, and the line itself."""
    known: Counter[str] | None = None
    start = next((at for at, piece in enumerate(pieces) if piece.is_paragraph), len(pieces))
    for at, piece in enumerate(pieces):
        if piece.reason not in (None, "related") or len(piece.key) > 120:
            continue
        before = at > start
        if before and piece.kept and not piece.ends_sentence and index("inner").reason(piece.key):
            piece.cut("related")
            continue
        if index("opener").reason(piece.key) is None:
            continue
        if known is None:  # what is cut above is no prose
            known = _topics_of(pieces)
        after = _text_goes_on(pieces[at + 1 :]) or any(_is_text(other, known) for other in pieces[at + 1 :])
        if before and not after and not _is_heading_of(pieces, at):
            piece.cut("related")
            for other in pieces[at + 1 :]:
                if not is_signature(other.raw, other.key):
                    other.cut("related")
            continue
        piece.cut("related")
        _cut_links(pieces, at, known, head=not before)


def _topics_of(pieces: list[Piece]) -> Counter[str]:
    """How many paragraphs of the text each topic stands in."""
    known: Counter[str] = Counter()
    for piece in pieces:
        if piece.kept and piece.is_prose:
            known.update(topics(piece.folded))
    return known


def _text_goes_on(rest: list[Piece]) -> bool:
    """Whether links are followed by prose alone: titles and their abstracts would take turns."""
    prose = False
    for piece in rest:
        if not piece.kept:
            if prose:
                break
        elif piece.is_prose:
            prose = True
        elif (
            prose
            and len(piece.words) >= 4
            and is_title_like(piece)
            and not is_signature(piece.raw, piece.key)
        ):
            return False
    return prose


def _is_text(piece: Piece, known: Counter[str]) -> bool:
    """Whether a piece below a list of links belongs to the article: a paragraph, or a sentence on the same topics."""
    if piece.is_paragraph:
        return True
    if not (piece.kept and piece.is_prose):
        return False
    own = topics(piece.folded)
    return sum(known[stem] > 1 for stem in own) >= 0.25 * len(own)


def _is_heading_of(pieces: list[Piece], at: int) -> bool:
    """Whether what follows is prose of the article although short, not links: every line closes a sentence."""
    rest = [piece for piece in pieces[at + 1 :] if piece.kept]
    return bool(rest) and all(piece.ends_sentence for piece in rest)


def _cut_links(pieces: list[Piece], at: int, known: Counter[str], *, head: bool) -> None:
    """Cut the titles below an opener in the head or the middle of an article."""
    spaced = pieces[-1].paragraph >= 3
    own = pieces[at].paragraph
    follows_in_paragraph = at + 1 < len(pieces) and pieces[at + 1].paragraph == own
    limit = own if follows_in_paragraph or head else own + 1
    cut: list[Piece] = []
    for other in pieces[at + 1 :]:
        if spaced and other.paragraph > limit:
            break
        if not other.kept:
            continue
        if not is_title_like(other) or is_signature(other.raw, other.key) or is_dateline(other.raw):
            break
        cut.append(other)
    if not spaced and len(cut) > 1 and any(known[stem] for stem in topics(cut[-1].folded)):
        cut.pop()  # without blank lines the last title before the text may be a heading of it
    for other in cut:
        other.cut("related")


def cut_comments(pieces: list[Piece]) -> None:
    """Cut comments and tags: the line that opens them and, below most of the article, all that follows."""
    weight = [len(piece.raw) if piece.kept and piece.is_prose else 0 for piece in pieces]
    total, before = sum(weight), 0
    for at, piece in enumerate(pieces):
        if piece.reason in (None, "share") and len(piece.key) <= 300:
            reason = index("foot").reason(piece.key)
            if reason == "tags" and (not before or before >= total / 2 or piece.raw.startswith("#")):
                piece.cut("tags")
            elif reason == "comments" and before and before >= total - before - weight[at]:
                piece.reason = "comments"
                for other in pieces[at:]:
                    if not is_credit(other.raw):
                        other.cut("comments")
                return
            elif reason == "comments" and not before and len(piece.raw) <= 40:
                piece.cut("share")
        before += weight[at]


def cut_boxes(pieces: list[Piece]) -> None:
    """Cut the short lines inside a newsletter's box: between its name and its button."""
    boxed = [at for at, piece in enumerate(pieces) if piece.reason == "newsletter"]
    for left, right in pairwise(boxed):
        between = pieces[left + 1 : right]
        if len(between) <= 3 and not any(piece.is_paragraph or time_end(piece.raw) for piece in between):
            for piece in between:
                piece.cut("newsletter")


def cut_foot(pieces: list[Piece]) -> None:
    """Cut what stands below the last paragraph once furniture has shown that the article is over."""
    prose = [at for at, piece in enumerate(pieces) if piece.kept and piece.is_prose]
    if not prose:
        return
    foot = pieces[prose[-1] + 1 :]
    for piece in foot:
        if piece.kept and is_rubric(piece.key) and not is_signature(piece.raw, piece.key):
            piece.cut("menu")
    ended = opened = False
    has_furniture = any(piece.reason in _OPENS_FOOT for piece in foot)
    interview = sum(piece.kept and piece.raw.endswith("?") for piece in pieces) >= 3
    for at, piece in enumerate(foot):
        if not piece.kept:
            ended = ended or piece.reason in _ENDS_TEXT
            opened = opened or piece.reason in _OPENS_FOOT
            continue
        if is_signature(piece.raw, piece.key) or time_end(piece.raw):
            continue
        sentence = piece.ends_sentence and (interview or not piece.raw.endswith("?"))
        if not ended and not sentence and _heads_text(foot, at):
            continue
        if not any(char.isalpha() for char in piece.raw):
            piece.cut("share")
        elif (
            ended
            or (has_furniture and not sentence and (opened or not is_person(piece.raw)))
            or is_foreign(piece)
        ):
            piece.cut("related" if is_title_like(piece) else "notice")


def _heads_text(foot: list[Piece], at: int) -> bool:
    """Whether a short line is a heading: the next piece is a sentence that still belongs to the article."""
    after = foot[at + 1] if at + 1 < len(foot) else None
    return after is not None and after.kept and after.ends_sentence and not after.raw.endswith("?")


def cut_strange_titles(pieces: list[Piece]) -> None:
    """Cut the titles of other articles between paragraphs: lines whose names the article never mentions."""
    places_of_prose = [at for at, piece in enumerate(pieces) if piece.is_paragraph]
    if len(places_of_prose) < 3:
        return
    prose = [pieces[at].folded for at in places_of_prose]
    known: set[str] = set()
    roots: set[str] = set()
    for at in range(places_of_prose[0] + 1, places_of_prose[-1]):
        piece = pieces[at]
        if not piece.kept or not 30 <= len(piece.raw) <= 150 or len(piece.words) < 5:
            continue
        if is_signature(piece.raw, piece.key) or not is_title_like(piece):
            continue
        if piece.raw.endswith(("?", "!", "»", '"', "”", ":")) or piece.raw[0] in '•-–—«"':
            continue
        if not known:  # hardly an article has a line that may be such a title
            known = set().union(*(topics(paragraph) for paragraph in prose))
            roots = {stem[:4] for stem in known}
        own = topics(piece.folded)
        named = {fold(name)[:4] for name in _CAPITAL.findall(piece.raw)}
        first = piece.words[0]
        if first in places() or fold(piece.raw.split(":")[0].strip()) in places():
            named.add(first[:4])
        strange = named - roots
        if strange and len(own & known) <= 0.4 * len(own):
            piece.cut("related")
