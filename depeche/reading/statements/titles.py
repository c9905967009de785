"""Which paragraphs are titles: their statements count only when the body does not repeat them."""

from depeche.language.token import Parse
from depeche.model import Article
from depeche.model.article import BlockKind

TITLES: tuple[BlockKind, ...] = ("headline", "heading", "standfirst")
SHORT = 130  # characters; a paragraph without a full stop and no longer than this is a title
ENDS = (".", "»", '"', "”", "…", ",", ":")


def block_kinds(parse: Parse, article: Article) -> list[BlockKind]:
    """What each parsed block is; a short first paragraph without a full stop is a headline."""
    known = {block.span.start: block.kind for block in article.blocks}
    headline = (article.headline or "").strip()
    kinds: list[BlockKind] = []
    for number, span in enumerate(parse.blocks):
        kind: BlockKind = known.get(span.start, "body")
        text = span.of(parse.text).strip()
        if kind == "body" and (_looks_like_title(text, number) or (number == 0 and text == headline)):
            kind = "heading" if "body" in kinds else "headline"
        kinds.append(kind)
    return kinds


def _looks_like_title(text: str, number: int) -> bool:
    """Whether a paragraph has the form of a title; a quotation alone is one when no stop ends it."""
    if len(text) > SHORT or not text:
        return False
    if text[-1] not in ENDS:
        return True
    whole = text[0] in '«“"' and text[-1] in '»”"' and text.count(text[0]) == (2 if text[0] == '"' else 1)
    return whole and number > 0 and text[:-1].rstrip()[-1:] not in ".!?…"
