"""What lexicometry reads of an article: its title and body without furniture, and a few variables."""

from typing import NamedTuple

from depeche.model import Article

_READ = ("headline", "standfirst", "heading", "body")


class Variables(NamedTuple):
    """What a corpus is divided by: outlet, and the date as far as it is known ("2024-05", "2024"), else "inconnu"."""

    source: str
    date: str
    year: str


def variables(article: Article) -> Variables:
    """The variables of an article."""
    date = (article.published.value or "").split("/")[0].rstrip("~?%")
    year = date[:4] if date[:4].isdigit() else "inconnu"
    return Variables(article.outlet or "inconnu", date or "inconnu", year)


def body_text(article: Article) -> str:
    """The paragraphs of an article, one per line; by-lines, datelines and furniture are left out."""
    paragraphs = []
    for block in article.blocks:
        if block.kind in _READ:
            cuts = [cut.span for cut in article.furniture if cut.span.overlaps(block.span)]
            text, at = "", block.span.start
            for cut in sorted(cuts):
                text += article.text[at : max(at, cut.start)]
                at = max(at, cut.end)
            text += article.text[at : max(at, block.span.end)]
            paragraphs.append(" ".join(text.split()))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)
