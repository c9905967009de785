"""`depeche clean`: the article alone, without the page's furniture."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from depeche.model import Article


def clean(
    paths: Annotated[list[str], typer.Argument(help="Files or folders; - for standard input.")],
    json: Annotated[
        bool, typer.Option("--json", help="Print spans kept and dropped, one JSON object a line.")
    ] = False,
) -> None:
    """Print the article of each page: its headline and paragraphs, nothing of menus, captions or comments.

    Exit status: 0, 1 when nothing could be read.
    """
    import msgspec

    from depeche.model import Refusal
    from depeche.reading.page import find_article
    from depeche.sources import open_sources

    count = 0
    for document in open_sources(paths):
        if isinstance(document, Refusal):
            typer.echo(f"{document.origin}: {document.reason}. {document.advice}", err=True)
            continue
        article = find_article(document)
        if json:
            typer.echo(msgspec.json.encode(_described(article)).decode("utf-8"))
        else:
            if count:
                typer.echo("\n" + "─" * 60 + "\n")
            typer.echo("\n\n".join(_paragraphs(article)))
        count += 1
    if not count:
        raise typer.Exit(1)


def _paragraphs(article: "Article") -> Iterator[str]:
    """The blocks as people read them: a dateline or sign-off stands on the line of its paragraph again."""
    line, end = "", None
    for block in article.blocks:
        text = " ".join(block.span.of(article.text).split())
        if end is not None and "\n" not in article.text[end : block.span.start]:
            line = f"{line} {text}"
        else:
            if line:
                yield line
            line = text
        end = block.span.end
    if line:
        yield line


def _described(article: "Article") -> dict[str, Any]:
    text = article.text
    return {
        "id": article.id,
        "origin": article.origin,
        "layout": article.layout,
        "headline": article.headline,
        "outlet": article.outlet,
        "agencies": article.agencies,
        "published": {"value": article.published.value, "basis": article.published.basis},
        "metadata_from": article.metadata_from,
        "kept": [
            {"span": block.span, "kind": block.kind, "text": block.span.of(text)} for block in article.blocks
        ],
        "dropped": [
            {"span": cut.span, "reason": cut.reason, "text": cut.span.of(text)} for cut in article.furniture
        ],
    }
