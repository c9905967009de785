"""RIS: the articles as references for Zotero, EndNote and Mendeley.

A date is written with the parts that are known ("2024/05//"), as RIS asks. Lines end in CR LF.
"""

from typing import IO

from depeche.exchange.references import Reference, references
from depeche.record import Record


def write_references(record: Record, out: IO[str]) -> int:
    """Write the references of a record; returns how many."""
    count = 0
    for each in references(record):
        for tag, value in _lines(each):
            out.write(f"{tag}  - {' '.join(value.split())}\r\n")
        out.write("ER  - \r\n\r\n")
        count += 1
    return count


def _lines(reference: Reference) -> list[tuple[str, str]]:
    lines = [("TY", "NEWS"), ("TI", reference.title)]
    lines += [("AU", author) for author in reference.authors]
    lines += [("T2", reference.outlet)] if reference.outlet else []
    if reference.date:
        year, month, day = (*(f"{part:02}" for part in reference.date), "", "")[:3]
        lines += [("PY", year), ("DA", f"{year}/{month}/{day}/")]
    lines += [("UR", reference.url)] if reference.url else []
    return [*lines, ("LA", "fr"), ("N1", reference.note), ("ID", reference.id)]
