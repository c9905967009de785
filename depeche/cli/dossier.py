"""`depeche dossier`: the record as one HTML file that opens anywhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.dossier.borders import Borders
    from depeche.record import Record
    from depeche.views import Wanted
    from depeche.views.entries import ReadoutEntry

DEFAULT_TITLE = "Dossier de presse"


def dossier(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The HTML file to write; - for standard output.")
    ] = Path("dossier.html"),
    title: Annotated[str, typer.Option(help="What stands at the head of the dossier.")] = DEFAULT_TITLE,
    country: asking.Country = None,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    words: Annotated[str | None, typer.Option(help="Words that the passage of a record must bear.")] = None,
    borders: asking.BorderChoice = "disputed",
) -> None:
    """Write the record as one self-contained HTML file, to open, send or print without a network.

    With --country, --since, --until, --outlet or --words, only the records that they keep, and their articles.

    Exit status: 0, 1 when there is no record or the file cannot be written.
    """
    from depeche.record import open_record
    from depeche.views import Wanted

    wanted = Wanted(
        country=asking.country_code(country),
        since=asking.first_day(since),
        until=asking.last_day(until),
        outlet=outlet,
        words=words,
    )
    lines = asking.border_choice(borders)
    with asking.told_plainly(), open_record(record, writing=False) as opened:
        page = make_dossier(opened, title=title, wanted=wanted, borders=lines)
    if str(out) == "-":
        typer.echo(page, nl=False)
        return
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        typer.echo(f"depeche: {out}: {error.strerror}. Give another place with --out.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{out}: {len(page.encode('utf-8')) / 1024:.0f} kB. Open it in any browser.")


def make_dossier(
    record: "Record", *, title: str, wanted: "Wanted | None" = None, borders: "Borders" = "disputed"
) -> str:
    """The dossier of an open record as HTML; `wanted` says what of the record to keep, None all of it."""
    from depeche.dossier import render_dossier
    from depeche.views import Wanted, gather, narrow

    story = gather(record, title=title, readouts=readouts(record))
    return render_dossier(narrow(story, wanted or Wanted()), borders=borders)


def readouts(record: "Record") -> "Iterator[ReadoutEntry]":
    """Each side's account of the acts that several articles of a record tell."""
    from depeche.running import find_readouts
    from depeche.views import readout_entry

    for found in find_readouts(record):
        yield readout_entry(found.tellings, found.topics, differing=found.differing)
