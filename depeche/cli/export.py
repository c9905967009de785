"""`depeche export`: the record in another format."""

from inspect import getdoc
from pathlib import Path
from typing import Annotated

import typer

from depeche.cli import asking
from depeche.exchange import FORMATS, Options


def export(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    format: Annotated[str, typer.Option(help="The format's name, from the list above.")] = "jsonl",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="File or folder to write; without it, a file to standard output."),
    ] = None,
    separator: Annotated[
        str | None, typer.Option(help="What separates the cells of CSV files in a folder: , or ; or tab.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin the CSV files of a folder with a byte order mark, for Excel.")
    ] = False,
) -> None:
    """Write the record in a format that other programs open.

    Exit status: 0, 1 when there is no record or nothing could be written, 2 when the question makes no sense.
    """
    import sys

    from depeche.exchange.writing import export_file, export_folder, text_writer
    from depeche.record import open_record

    name = asking.one_of(format, tuple(FORMATS), what="format") or format
    chosen = FORMATS[name]
    if chosen.is_folder and out is None:
        raise typer.BadParameter(f"{name} is several files: name a folder for them with -o")
    if (bom or separator) and not chosen.is_folder:
        folders = ", ".join(each for each in FORMATS if FORMATS[each].is_folder)
        raise typer.BadParameter(f"--bom and --separator are for the CSV files of {folders}, not for {name}")
    options = Options(separator=_separator(separator), bom=bom)
    with asking.told_plainly(), open_record(record, writing=False) as opened:
        if out is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            text_writer(name)(opened, sys.stdout)
            return
        try:
            if chosen.is_folder:
                count = export_folder(opened, name, out, options=options)
            else:
                count = export_file(opened, name, out)
        except OSError as error:
            typer.echo(f"depeche export: {out}: {error.strerror}", err=True)
            raise typer.Exit(1) from error
    typer.echo(f"{count} {chosen.items} written to {out}", err=True)


def _separator(asked: str | None) -> str:
    meant = {None: ",", ",": ",", ";": ";", "tab": "\t", "\t": "\t"}
    if asked not in meant:
        raise typer.BadParameter(f"{asked} separates no cells; use , or ; or tab")
    return meant[asked]


# Help lists the formats from the one table there is; \b keeps typer from running the lines together.
_first, _, _rest = str(getdoc(export)).partition("\n\n")
_formats = "\n".join(f"{name:12} {each.purpose}" for name, each in FORMATS.items())
export.__doc__ = f"{_first}\n\n\b\n{_formats}\n\n{_rest}"
