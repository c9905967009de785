"""`depeche contradictions`: tellings of one act that cannot both hold."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Row


def contradictions(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List where two articles tell one act differently: status, date, place, roles or number."""
    from depeche.cli.listing import print_list
    from depeche.record import Filter

    print_list(
        record, "contradictions", Filter(limit=limit), as_json=json, show=_lines, none="No contradiction."
    )


def _lines(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import quoted

    yield f"{row['matter']}: {row['type']} of {row['actor'] or '?'}"
    for side in ("first", "second"):
        yield f"  {row[f'{side}_says']}  [{row[f'{side}_article']}]"
        yield from quoted(row[f"{side}_evidence"])
