"""`depeche audit`: proof that every quote stands where the record says."""

from typing import Annotated

import typer

from depeche.cli import asking


def audit(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    json: Annotated[bool, typer.Option("--json", help="Print the findings as a JSON array.")] = False,
) -> None:
    """Check that every anchor's quote equals its text and that no row stands alone; exit status 1 if not."""
    import msgspec

    from depeche.record import open_record

    with asking.told_plainly(), open_record(record, writing=False) as opened:
        findings = opened.audit()
        counts = opened.counts()
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(findings)).decode())
    elif findings:
        for finding in findings:
            typer.echo(f"{finding.table}  {finding.article}  {finding.what}")
        typer.echo(f"{len(findings)} findings in {record}", err=True)
    else:
        typer.echo(
            f"{record}: sound. {counts['anchors']} quotes of {counts['articles']} articles stand where the "
            "record says, and no row stands alone."
        )
    if findings:
        raise typer.Exit(1)
