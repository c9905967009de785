"""`depeche export`: the record in another format."""

from pathlib import Path
from typing import Annotated

import typer

from depeche.cli import asking


def export(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    format: Annotated[str, typer.Option(help="The format's name.")] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="File to write; else standard output.")
    ] = None,
) -> None:
    """Write every article and its records in an open format."""
    import sys

    from depeche.exchange import FORMATS, writer
    from depeche.record import open_record

    chosen = asking.one_of(format, tuple(FORMATS), what="format") or format
    write = writer(chosen)
    with asking.told_plainly(), open_record(record, writing=False) as opened:
        if out is None:
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            write(opened.readings(), sys.stdout)
            return
        try:
            # Written beside and moved into place, so that a broken export never looks like a whole one.
            partial = out.with_name(f"{out.name}.part")
            with partial.open("w", encoding="utf-8", newline="") as file:
                count = write(opened.readings(), file)
            partial.replace(out)
        except OSError as error:
            typer.echo(f"depeche export: {out}: {error.strerror}", err=True)
            raise typer.Exit(1) from error
    typer.echo(f"{count} articles written to {out}", err=True)
