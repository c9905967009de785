"""What we know before reading: tab-separated tables and one loader.

Every table has a header line; several values in one cell are separated by `|`. `tables/` holds the data.
"""

from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `tables/<name>.tsv`, each a dict from column to cell, in the order of the file.

    Raises ValueError, naming file and line, when a row has more cells than the header.
    """
    path = TABLES / f"{name}.tsv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    rows = []
    for number, line in enumerate(lines, start=2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"{path.name}, line {number}: {len(cells)} cells, but {len(columns)} columns")
        cells += [""] * (len(columns) - len(cells))
        rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)


def cell_values(cell: str) -> tuple[str, ...]:
    """The values of a cell that are separated by `|`, without surrounding blanks; empty for an empty cell."""
    return tuple(value for part in cell.split("|") if (value := part.strip()))
