"""CSV and TSV: one article a row, under a header that names a column of texts."""

import csv
from collections.abc import Iterator

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts.jsonl import entry_of, names_of
from depeche.sources.options import SourceOptions

_SEPARATORS = ("\t", ";", ",")
_LONGEST_CELL = 5_000_000  # characters


def recognise(content: Content) -> str | None:
    """Whether the first line is a header of two columns or more, one of them of texts."""
    found = _header(content)
    return None if found is None else f"a header with the column “{found[1]}”"


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """An entry for each row; a row without text is refused."""
    found = _header(content)
    if found is None:
        return
    separator, _ = found
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(content.lines(longest=options.largest), delimiter=separator)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield refuse(
                f"{content.origin}:{number}", f"this row is broken: {error}", advice="Mend or drop it."
            )
            continue
        cells = {
            name.strip().lower(): value for name, value in row.items() if isinstance(name, str) and value
        }
        yield entry_of(cells, f"{content.origin}:{number}", " ".join(map(str, cells.values())), kind="column")


def _header(content: Content) -> tuple[str, str] | None:
    """The separator and the name of the column of texts, None where the first line is no header."""
    first = content.head.lstrip("\ufeff").split("\n", 1)[0].strip()
    if len(first) > 2_000 or "\n" not in content.text.strip():
        return None
    for separator in _SEPARATORS:
        try:
            names = [name.strip().lower() for name in next(csv.reader([first], delimiter=separator))]
        except (csv.Error, StopIteration):
            continue
        column = column_of_texts(names)
        if column:
            return separator, column
    return None


def column_of_texts(names: list[str]) -> str | None:
    """The column of texts among the names of a header in small letters; None where they are no header of articles."""
    column = next((name for name in names_of("text") if name in names), None)
    known = any(name in names_of(field) for name in names for field in ("id", "headline", "published", "url"))
    return column if column and len(names) >= 2 and known else None
