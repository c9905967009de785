"""How verbs that list rows of the record ask for them and print them."""

import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from depeche.cli.asking import told_plainly

if TYPE_CHECKING:
    from depeche.record import Filter, Listed, Row

WIDTH = 100


def print_list(
    path: Path,
    what: "Listed",
    filter: "Filter",
    *,
    as_json: bool,
    show: "Callable[[Row], Iterable[str]]",
    none: str,
) -> None:
    """Print the rows of a list: as a JSON array, or as `show` makes lines of each; `none` where there is none."""
    from msgspec.structs import replace

    from depeche.record import open_record

    with told_plainly(), open_record(path, writing=False) as record:
        if filter.article is not None:
            filter = replace(filter, article=record.find_article(filter.article))
        rows = record.rows(what, filter)
    if as_json:
        typer.echo(rows_as_json(rows))
        return
    for row in rows:
        for line in show(row):
            typer.echo(line)
    if not rows:
        typer.echo(none, err=True)


def rows_as_json(rows: "list[Row]") -> str:
    """Rows as a JSON array, columns that hold JSON unpacked."""
    import msgspec

    unpacked = ("about", "contexts", "agencies")
    for row in rows:
        for column in unpacked:
            if isinstance(row.get(column), str):
                row[column] = msgspec.json.decode(row[column])
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode("utf-8")


def quoted(text: str | None) -> list[str]:
    """A quote as indented lines."""
    body = " ".join((text or "").split())
    return textwrap.wrap(f"« {body} »", width=WIDTH, initial_indent="    ", subsequent_indent="    ")


def label(kind: str, row: "Row") -> str:
    """How a record is called inside its article: depeche-01 s3."""
    return f"{row['article']} {kind}{row['number'] + 1}"
