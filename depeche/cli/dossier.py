"""`depeche dossier`: the record as one HTML file that opens anywhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Record

DEFAULT_TITLE = "Dossier de presse"


def dossier(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The HTML file to write; - for standard output.")
    ] = Path("dossier.html"),
    title: Annotated[str, typer.Option(help="What stands at the head of the dossier.")] = DEFAULT_TITLE,
) -> None:
    """Write the record as one self-contained HTML file, to open, send or print without a network.

    Exit status: 0, 1 when there is no record or the file cannot be written.
    """
    from depeche.record import open_record

    with asking.told_plainly(), open_record(record, writing=False) as opened:
        page = make_dossier(opened, title=title)
    if str(out) == "-":
        typer.echo(page, nl=False)
        return
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        typer.echo(f"depeche: {out}: {error.strerror}. Give another place with --out.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{out}: {len(page.encode('utf-8')) / 1024:.0f} kB. Open it in any browser.")


def make_dossier(record: "Record", *, title: str) -> str:
    """The dossier of an open record as HTML."""
    from depeche.dossier import render_dossier
    from depeche.views import gather

    return render_dossier(gather(record, title=title))
