"""Tables in a folder: one CSV file per list of the record, the dictionary of their columns, and their row counts.

Cells that hold several names join them with ", "; empty cells are unknown. Dates are EDTF as in the record, with
their first and last possible day in columns of their own where the list has them. Line breaks inside a cell stand
inside quotation marks (RFC 4180).
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from depeche.exchange import Options
from depeche.record import Listed, Record

TABLES: tuple[Listed, ...] = (
    "articles", "statements", "events", "occurrences", "actors", "identities", "roles", "positions", "stances",
    "terms", "framing", "contradictions",
)  # fmt: skip


def table_files(record: Record, options: Options) -> Iterator[tuple[str, str]]:
    """The names and texts of the files: one per table, `columns.csv` and `counts.csv`."""
    counts = []
    for name in TABLES:
        columns = [column for table, column, _ in dictionary() if table == name]
        rows = [[row[column] for column in columns] for row in record.rows(name)]
        counts.append((f"{name}.csv", len(rows)))
        yield f"{name}.csv", sheet(columns, rows, options=options)
    yield "columns.csv", sheet(["table", "column", "meaning"], dictionary(), options=options)
    yield "counts.csv", sheet(["file", "rows"], counts, options=options)


@cache
def dictionary() -> tuple[tuple[str, str, str], ...]:
    """Every column of the tables: its table, its name, and what it means."""
    lines = (Path(__file__).parent / "columns.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple((table, column, meaning) for table, column, meaning in (line.split("\t") for line in lines))


def sheet(header: Iterable[str], rows: Iterable[Iterable[Any]], *, options: Options) -> str:
    """A CSV file with its header, as text; None becomes an empty cell."""
    out = StringIO()
    writer = csv.writer(out, delimiter=options.separator)
    writer.writerow(header)
    writer.writerows(rows)
    return ("\ufeff" if options.bom else "") + out.getvalue()
