"""`depeche dossier`: the record as one HTML file that opens anywhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Record
    from depeche.views.entries import ReadoutEntry

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

    return render_dossier(gather(record, title=title, readouts=_readouts(record)))


def _readouts(record: "Record") -> "Iterator[ReadoutEntry]":
    """Each side's account of the acts that several articles of a record tell."""
    from depeche.running.weave import tellings_of
    from depeche.views import readout_entry
    from depeche.weaving.occurrences import Occurrence
    from depeche.weaving.readouts import find_readout

    links = record.links()
    readings = {article: record.reading(article) for places in links.occurrences for article, _ in places}
    tellings = {
        telling.key: telling
        for reading in readings.values()
        for telling in tellings_of(reading, published=reading.article.published.value)
    }
    for places in links.occurrences:
        # A copy adds no account of its own.
        originals = tuple(tellings[place] for place in places if place[0] not in links.origins)
        readout = find_readout(Occurrence(originals), readings) if originals else None
        if readout:
            topics = (
                [(account.side, (account.article, account.number)) for account in topic.accounts]
                for topic in readout.topics
            )
            yield readout_entry(places, topics)
