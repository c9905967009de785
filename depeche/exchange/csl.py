"""CSL-JSON: the articles as references for Zotero, pandoc and citeproc.

Dates keep the parts that are known; an article without a year has none.
"""

import json
from typing import IO, Any

from depeche.exchange.references import Reference, references
from depeche.record import Record


def write_references(record: Record, out: IO[str]) -> int:
    """Write the references of a record; returns how many."""
    items = [_item(each) for each in references(record)]
    json.dump(items, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(items)


def _item(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "language": "fr",
        "note": reference.note,
    }
    if reference.outlet:
        item["container-title"] = reference.outlet
    if reference.authors:
        item["author"] = [{"literal": author} for author in reference.authors]
    if reference.date:
        item["issued"] = {"date-parts": [list(reference.date)]}
    if reference.url:
        item["URL"] = reference.url
    return item
