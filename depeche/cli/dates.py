"""`depeche dates`: every time expression of a text, resolved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from depeche.language.token import Parse


def dates(
    file: Annotated[
        Path, typer.Argument(help="A text file in UTF-8, or - for standard input.", allow_dash=True)
    ],
    published: Annotated[
        str | None, typer.Option(help="When the text was published: 2023-05-05, 2023-05, XXXX-05-05.")
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Tell tenses from endings, without the parser.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the expressions as a JSON array.")] = False,
) -> None:
    """List the French time expressions of a text with their EDTF values."""
    import sys

    import msgspec

    text = _read(file)
    try:
        if fast:
            from depeche.language.moments import find_moments_in_text

            found = find_moments_in_text(text, published=published)
        else:
            from depeche.language.moments import find_moments

            found = find_moments(_parse(text), published=published)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    if json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found)).decode() + "\n")
        return
    if not found:
        typer.echo("No time expression.", err=True)
    for moment in found:
        days = " .. ".join(day or "?" for day in (moment.first, moment.last)) if moment.edtf else ""
        place = f"{moment.span.start}-{moment.span.end}"
        cells = (
            place,
            " ".join(moment.text.split()),
            moment.edtf or "-",
            days,
            moment.granularity,
            moment.rule,
        )
        typer.echo("\t".join(cells))


def _read(file: Path) -> str:
    import sys

    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise typer.BadParameter(f"cannot read {file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{file} is not UTF-8 text: byte {error.start} cannot be read") from error


def _parse(text: str) -> Parse:
    from depeche.language.pipeline import load
    from depeche.model import Span

    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return load().parse(text, blocks)
