"""Excel workbooks: one article a row, under a header that names a column of texts, as in CSV."""

import zipfile
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts.jsonl import entry_of
from depeche.sources.layouts.sheet import column_of_texts
from depeche.sources.options import SourceOptions

_PART = "xl/workbook.xml"
_MOST_COLUMNS = 200


def recognise(content: Content) -> str | None:
    """Whether the bytes are a ZIP file with a workbook in it."""
    if not content.whole or not content.data.startswith(b"PK\x03\x04") or _PART.encode() not in content.data:
        return None
    try:
        with zipfile.ZipFile(BytesIO(content.data)) as archive:
            return f"Excel workbook ({_PART})" if _PART in archive.namelist() else None
    except (zipfile.BadZipFile, LookupError, ValueError, OSError, NotImplementedError):
        return None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """An entry for each row of each sheet that has a header; other sheets are refused."""
    if find_spec("openpyxl") is None:
        yield refuse(
            content.origin,
            "this is an Excel workbook, and the package that reads it is not installed",
            advice="Install it (pip install 'depeche[xlsx]'), or save the sheet as CSV.",
        )
        return
    try:
        if _unpacked_size(content.data) > options.largest:
            yield refuse(content.origin, "this workbook unpacks to too much", advice="Save the sheet as CSV.")
            return
        from openpyxl import load_workbook

        # Read-only: rows one by one, no formula, link, macro or picture.
        book = load_workbook(BytesIO(content.data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            yield from _rows(sheet, f"{content.origin}!{sheet.title}")
    except Exception as error:  # whatever a stranger's workbook brings about
        yield refuse(
            content.origin,
            f"this workbook is broken ({type(error).__name__})",
            advice="Open it and save it again, or save the sheet as CSV.",
        )


def _unpacked_size(data: bytes) -> int:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return sum(info.file_size for info in archive.infolist())


def _rows(sheet: Any, origin: str) -> Iterator[Entry | Refusal]:
    rows = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)
    header = [_told(value).lower() for value in next(rows, ())]
    if not column_of_texts(header):
        if any(header):
            yield refuse(
                origin,
                "the first row of this sheet names no column of texts",
                advice="Name the columns: text, title, date, outlet, url.",
            )
        return
    for number, row in enumerate(rows, start=2):
        cells = {name: said for name, value in zip(header, row, strict=False) if (said := _told(value))}
        if cells:
            yield entry_of(cells, f"{origin}:{number}", " ".join(cells.values()), kind="column")


def _told(value: object) -> str:
    """A cell as text; a day in ISO form."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return "" if value is None else str(value).strip()
