"""BibTeX: the articles as references for LaTeX and Zotero.

Keys are ASCII and unique. Titles stand in double braces, which keep their capitals; characters that LaTeX reads as
commands are escaped. A date has the year, month and day that are known.
"""

import re
from typing import IO

from depeche.exchange.references import Reference, references
from depeche.record import Record
from depeche.record.words import fold

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def write_references(record: Record, out: IO[str]) -> int:
    """Write the references of a record; returns how many."""
    keys: set[str] = set()
    for each in references(record):
        key = _key(each.id, keys)
        keys.add(key)
        out.write(f"@article{{{key},\n" + "".join(f"  {field},\n" for field in _fields(each)) + "}\n\n")
    return len(keys)


def _key(id: str, taken: set[str]) -> str:
    base = key = re.sub(r"[^a-z0-9:.-]+", "-", fold(id)).strip("-") or "article"
    number = 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def _fields(reference: Reference) -> list[str]:
    fields = [f"title = {{{{{_tex(reference.title)}}}}}"]
    if reference.authors:
        fields.append(
            f"author = {{{' and '.join('{' + _tex(author) + '}' for author in reference.authors)}}}"
        )
    if reference.outlet:
        fields.append(f"journal = {{{_tex(reference.outlet)}}}")
    if reference.date:
        fields.append(f"year = {{{reference.date[0]}}}")
    if len(reference.date) > 1:
        fields.append(f"month = {_MONTHS[reference.date[1] - 1]}")
    if len(reference.date) > 2:
        fields.append(f"day = {{{reference.date[2]}}}")
    if reference.url:
        # An address is no text: only what would end the field is escaped, as browsers write it.
        fields.append(f"url = {{{reference.url.replace('{', '%7B').replace('}', '%7D')}}}")
    return [*fields, "langid = {french}", f"note = {{{_tex(reference.note)}}}"]


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)
