"""TXM corpus: one text file per article and `metadata.csv`, for the import module TXT + CSV.

The first column `id` is the file's name without its ending; column names have no accents. Dates keep the parts that
are known.
"""

import re
from collections.abc import Iterator

from depeche.exchange import Options
from depeche.exchange.lexicometry import body_text, variables
from depeche.exchange.tables import sheet
from depeche.record import Record
from depeche.record.words import fold


def corpus_files(record: Record, options: Options) -> Iterator[tuple[str, str]]:
    """The names and texts of the files; articles without a text have none."""
    rows: list[tuple[str, ...]] = []
    names: set[str] = set()
    for reading in record.readings():
        article = reading.article
        if not (text := body_text(article)):
            continue
        found = variables(article)
        name = _name(article.id, names)
        names.add(name)
        rows.append(
            (name, article.headline or article.id, found.source, found.date, found.year, article.url or "")
        )
        yield f"{name}.txt", text + "\n"
    header = ("id", "titre", "source", "date", "annee", "adresse")
    yield "metadata.csv", sheet(header, rows, options=options)


def _name(id: str, taken: set[str]) -> str:
    """A file name for an article: short, in ASCII, and unlike any other."""
    base = name = re.sub(r"[^a-z0-9-]+", "_", fold(id)).strip("_")[:80] or "article"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    return name
