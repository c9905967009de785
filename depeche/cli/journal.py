"""`depeche journal`: what people corrected."""

from typing import Annotated

import typer

from depeche.cli import asking


def journal(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    json: Annotated[bool, typer.Option("--json", help="Print the entries as a JSON array.")] = False,
) -> None:
    """List all corrections in order; those whose record no reading has any more are marked as loose."""
    import msgspec

    from depeche.record import open_record

    with asking.told_plainly(), open_record(record, writing=False) as opened:
        entries = opened.journal()
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(entries)).decode("utf-8"))
        return
    for entry in entries:
        one = entry.correction
        what = "rejected" if one.verdict == "reject" else f"{one.verdict} {one.field} {one.value}"
        loose = " (loose)" if entry.loose else ""
        who = ", ".join(part for part in (one.by, one.made, one.note) if part)
        told = f"{entry.number}  {one.text_sha256[:12]} {one.target} {one.like}: {what}{loose}"
        typer.echo(f"{told}  [{who}]" if who else told)
