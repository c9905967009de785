"""`depeche demo`: the bundled articles, read into a record and shown as a dossier."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.model import Document, Refusal

TITLE = "La Chine entre Moscou et Kiev, 2022–2024"


def demo(
    out: Annotated[Path, typer.Option(help="The folder to write to; it is made where it is missing.")] = Path(
        "depeche-demo"
    ),
) -> None:
    """Read the bundled articles (invented retellings of public facts) into a record, and write its dossier.

    Exit status: 0, 1 when the folder cannot be written or nothing could be read.
    """
    from depeche.cli.dossier import make_dossier
    from depeche.cli.read import bundled_reading
    from depeche.record import open_record
    from depeche.running import here, run, weave

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        typer.echo(f"depeche: {out}: {error.strerror}. Give another folder with --out.", err=True)
        raise typer.Exit(1) from error
    record, page = out / "demo.db", out / "dossier.html"
    with asking.told_plainly(), open_record(record, create=True) as opened:
        summary = run(opened, demo_documents(), reader=here(bundled_reading()))
        if summary.failure:
            raise summary.failure
        for refusal in summary.refusals:
            typer.echo(f"depeche: {refusal.origin}: {refusal.reason}. {refusal.advice}", err=True)
        if summary.fruitless:
            raise typer.Exit(1)
        weave(opened)
        page.write_text(make_dossier(opened, title=TITLE), encoding="utf-8")
        counts = opened.counts()
    typer.echo(
        f"{counts['articles']} articles read: {counts['statements']} statements, {counts['events']} events."
    )
    typer.echo(f"  the record   {record}")
    typer.echo(f"  the dossier  {page}")
    typer.echo("Next:")
    typer.echo(f"  open {page} in a browser")
    typer.echo(f"  depeche statements --record {record} --actor Lavrov")
    typer.echo(f"  depeche timeline --record {record} --country CHN")
    typer.echo("  depeche read YOUR-ARTICLES --record story.db")


def demo_documents() -> "Iterator[Document | Refusal]":
    """The bundled articles as the sources read them, with the outlets that their files do not print."""
    from depeche.demo import bundled_articles
    from depeche.sources import SourceOptions, open_sources

    for path, outlet in bundled_articles():
        yield from open_sources([path], options=SourceOptions(outlet=outlet))
