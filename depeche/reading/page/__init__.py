"""Where the article is in a page: what is cut away, and what its head and foot say."""

import re

from depeche.model import Article, Block, Cut, Document, Span
from depeche.model.article import BlockKind
from depeche.reading.page.copies import cut_copies
from depeche.reading.page.cues import anywhere
from depeche.reading.page.cutting import cut_by_cues, is_entry_head
from depeche.reading.page.datelines import dateline_end, is_dateline, sign_off_start, time_end
from depeche.reading.page.fold import fold
from depeche.reading.page.foot import cut_boxes, cut_comments, cut_foot, cut_lists, cut_strange_titles
from depeche.reading.page.head import cut_head
from depeche.reading.page.outlets import find_agencies, find_outlet
from depeche.reading.page.piece import Piece, find_pieces
from depeche.reading.page.signatures import is_person, is_signature, outlets
from depeche.reading.page.titles import cut_page_title, find_head
from depeche.reading.publication import infer_published

__all__ = ["find_article"]

_HEADING = 120  # characters
_DATED = 100_000  # characters that can tell when an article was published
_BREAK = re.compile(r"\s*\n\s*")


def find_article(document: Document) -> Article:
    """The article in a document: its blocks, furniture, headline, outlet, agencies and publication date.

    Blocks and furniture are spans of the document's raw text, in order and disjoint; between them stand only blanks.
    """
    text = document.text
    pieces = find_pieces(text, fold(text))
    cut_by_cues(pieces)
    cut_boxes(pieces)
    cut_comments(pieces)
    cut_lists(pieces)
    site = cut_page_title(pieces)
    cut_copies(pieces, size=len(text))
    head = find_head(pieces, document)
    _cut_lead(head.headline)
    cut_head(pieces, head.headline)
    cut_strange_titles(pieces)
    cut_foot(pieces)
    _name_kinds(pieces, head.headline)
    blocks = [block for piece in pieces if piece.kept for block in _blocks(piece)]
    furniture = tuple(_cuts(pieces, text))
    headline = head.headline
    printed = find_outlet(text, blocks, masthead=site or head.outlet)
    return Article(
        id=document.id,
        text=text,
        text_sha256=document.sha256,
        outlet=document.outlet or printed,
        agencies=find_agencies(text, blocks),
        headline=document.headline or _printed(headline),
        published=infer_published(
            text,
            blocks=_first(blocks),
            furniture=furniture,
            given=document.published,
            given_basis=document.published_basis,
            where=document.metadata_from.get("published"),
            others=document.dates,
        ),
        furniture=furniture,
        blocks=tuple(blocks),
        origin=document.origin,
        layout=document.layout,
        url=document.url,
        author=document.author,
        metadata_from=_origins(document, printed),
    )


def _origins(document: Document, printed: str | None) -> dict[str, str]:
    """Where each field is from, with the outlet that the page prints."""
    if printed is None or (document.outlet and fold(printed) == fold(document.outlet)):
        return document.metadata_from
    if document.outlet is None:
        return {**document.metadata_from, "outlet": "printed in the page"}
    return {"other_outlet": f"{printed} (printed in the page)", **document.metadata_from}


def _first(blocks: list[Block]) -> list[Block]:
    """The blocks that date an article: an article's length of text, also where a file holds a whole book."""
    return [
        Block(Span(block.span.start, min(block.span.end, _DATED)), block.kind)
        for block in blocks
        if block.span.start < _DATED
    ]


def _printed(headline: Piece | None) -> str | None:
    """The headline as printed, on one line, without a desk's mark before it."""
    if headline is None:
        return None
    return _BREAK.sub(" ", headline.raw[(headline.lead or headline.start) - headline.start :])


def _cut_lead(headline: Piece | None) -> None:
    """Cut a desk's mark before the headline: "(Multimédia) …"."""
    if headline is None:
        return
    for cue in anywhere("lead"):
        found = cue.pattern.match(headline.folded)
        if found:
            mark = headline.raw[: found.end()].rstrip()
            headline.lead = headline.start + found.end()
            headline.part_reason = cue.reason
            headline.splits = [(headline.start + len(mark), "headline")]
            return


def _name_kinds(pieces: list[Piece], headline: Piece | None) -> None:
    """Say what each kept piece is, and where datelines, times and sign-offs end inside it."""
    kept = [piece for piece in pieces if piece.kept]
    first = next((at for at, piece in enumerate(kept) if piece.is_paragraph), len(kept))
    last = max((at for at, piece in enumerate(kept) if piece.ends_sentence), default=-1)
    times = sum(time_end(piece.raw) > 0 for piece in kept)
    body_seen = 0
    for at, piece in enumerate(kept):
        if piece is headline:
            piece.kind = "headline"
            continue
        outside = at < first or at > last
        named = is_person(piece.raw) or piece.key in outlets()
        if piece.tail or (named and outside) or (not named and is_signature(piece.raw, piece.key)):
            piece.kind = "byline"
            continue
        if is_entry_head(piece) or (at <= first and is_dateline(piece.raw)):
            piece.kind = "dateline"
            continue
        start = time_end(piece.raw) if times >= 2 else dateline_end(piece.raw, first=body_seen < 2)
        end = sign_off_start(piece.raw)
        if start < len(piece.raw):
            piece.kind = _kind(piece, start=start, after_headline=headline is not None and at < first)
        body_seen += piece.kind == "body"
        if start:
            piece.splits.append((piece.start + start, "dateline"))
        if end < len(piece.raw) and end > start:
            piece.splits.append((piece.start + end, "byline"))


def _kind(piece: Piece, *, start: int, after_headline: bool) -> BlockKind:
    raw = piece.raw[start:]
    if after_headline and raw[0] in "•-–—":
        return "standfirst"
    if piece.ends_sentence and not (raw.endswith(("»", "”", '"')) and len(raw) < 70 and ". " not in raw):
        return "standfirst" if after_headline and not start else "body"
    if raw.endswith("?") and len(raw) < _HEADING:
        return "body"  # a question of an interview
    return "heading" if len(raw) <= _HEADING and raw[0] not in "•-–—" else "body"


def _blocks(piece: Piece) -> list[Block]:
    """The blocks of a kept piece: itself, or its dateline, its text and its sign-off."""
    start, end = piece.lead or piece.start, piece.tail or piece.end
    parts: list[tuple[int, int, BlockKind]] = []
    for at, kind in piece.splits:
        if kind == "dateline":
            parts.append((start, at, kind))
            start = at
        elif kind == "byline":
            parts.append((at, end, kind))
            end = at
    parts.append((start, end, piece.kind))
    blocks = []
    for left, right, kind in sorted(parts):
        raw = piece.raw[left - piece.start : right - piece.start]
        bare = raw.strip()
        if bare:
            left += len(raw) - len(raw.lstrip())
            blocks.append(Block(Span(left, left + len(bare)), kind))
    return blocks


def _cuts(pieces: list[Piece], text: str) -> list[Cut]:
    """The furniture: cut pieces, with neighbours of one reason in one span, and cut parts of lines."""
    cuts: list[Cut] = []
    for piece in pieces:
        if piece.lead is not None and piece.kept:
            mark_end = next(at for at, kind in piece.splits if kind == "headline")
            cuts.append(Cut(Span(piece.start, mark_end), piece.part_reason))
        if piece.tail is not None and piece.kept:
            cuts.append(Cut(Span(piece.tail, piece.end), piece.part_reason))
        if piece.reason is None:
            continue
        last = cuts[-1] if cuts else None
        if last and last.reason == piece.reason and not text[last.span.end : piece.start].strip():
            cuts[-1] = Cut(Span(last.span.start, piece.end), piece.reason)
        else:
            cuts.append(Cut(piece.span, piece.reason))
    return cuts
