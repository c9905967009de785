"""IRaMuTeQ (Alceste) corpus: every article behind a line of four stars and its variables.

Variables are folded to ASCII letters, digits and underscores, dates keep their hyphens; stars inside texts become
blanks, because the program reads them as variables or new texts.
"""

import re
from typing import IO

from depeche.exchange.lexicometry import body_text, variables
from depeche.record import Record
from depeche.record.words import fold


def write_corpus(record: Record, out: IO[str]) -> int:
    """Write the articles of a record that have a text; returns how many."""
    count = 0
    for reading in record.readings():
        article = reading.article
        if not (text := body_text(article).replace("*", " ")):
            continue
        found = variables(article)
        line = (
            f"**** *article_{_value(article.id)} *source_{_value(found.source)} "
            f"*date_{_value(found.date)} *annee_{_value(found.year)}"
        )
        out.write(f"{line}\n{text}\n\n")
        count += 1
    return count


def _value(text: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "_", fold(text)).strip("_")
