"""`depeche journal`: what people corrected."""

from pathlib import Path
from typing import Annotated

import typer

from depeche.cli import asking


def journal(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    json: Annotated[bool, typer.Option("--json", help="Print the entries as a JSON array.")] = False,
    replay: Annotated[
        Path | None, typer.Option(help="Say again what a journal holds that --json wrote; repeatable.")
    ] = None,
) -> None:
    """List all corrections in order; those whose record no reading has any more are marked as loose.

    With --replay, the corrections of another record of the same articles are taken over, under their own names and
    times; those that do not apply are told. Exit status: 0, 1 when the file is no journal.
    """
    import msgspec

    from depeche.record import open_record

    if replay is not None:
        _replay(record, replay)
        return
    with asking.told_plainly(), open_record(record, writing=False) as opened:
        entries = opened.journal()
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(entries)).decode("utf-8"))
        return
    for entry in entries:
        one = entry.correction
        told = {"set": f"set {one.field} {one.value}", "reject": "rejected", "undo": f"undo {one.value}"}
        what = told.get(one.verdict, f"{one.verdict} {one.value if one.value != 'null' else ''}".strip())
        loose = " (loose)" if entry.loose else ""
        who = ", ".join(part for part in (one.by, one.made, one.note) if part)
        line = f"{entry.number}  {one.text_sha256[:12] or 'all'} {one.target} {one.like}: {what}{loose}"
        typer.echo(f"{line}  [{who}]" if who else line)


def _replay(record: Path, file: Path) -> None:
    import msgspec

    from depeche.record import JournalEntry, open_record, replay

    try:
        entries = msgspec.json.decode(file.read_bytes(), type=list[JournalEntry])
    except (OSError, msgspec.DecodeError) as error:
        typer.echo(f"depeche: {file}: no journal ({error}). Write one with: depeche journal --json", err=True)
        raise typer.Exit(1) from error
    with asking.told_plainly(), open_record(record) as opened:
        done = replay(opened, entries)
    for entry, reason in done.left:
        typer.echo(f"entry {entry.number} not taken: {reason}", err=True)
    typer.echo(f"{done.taken} corrections taken, {len(done.left)} not")
