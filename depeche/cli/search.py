"""`depeche search`: passages of the articles that bear some words."""

from typing import Annotated

import typer

from depeche.cli import asking


def search(
    words: Annotated[list[str], typer.Argument(help="Words in any form; « as printed » in quotation marks.")],
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(help="At most so many passages.")] = 20,
    json: asking.AsJson = False,
) -> None:
    """Find the passages that bear all the words, best first: négociateur finds négociation too."""
    from depeche.cli.listing import quoted, rows_as_json
    from depeche.record import open_record

    with asking.told_plainly(), open_record(record, writing=False) as opened:
        rows = opened.search(" ".join(words), limit=limit)
    if json:
        typer.echo(rows_as_json(rows))
        return
    for row in rows:
        typer.echo(f"{row['published'] or '?':10}  {row['outlet'] or '–'}  [{row['article']}]")
        for line in quoted(row["passage"]):
            typer.echo(line)
    if not rows:
        typer.echo("No such passage.", err=True)
