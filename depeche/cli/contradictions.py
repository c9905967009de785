"""`depeche contradictions`: what two articles of one story say that cannot both hold."""

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
    """List what two articles of one story say that cannot both hold: on status, date, place, roles or a number.

    Articles that copy one another are listed once: one pair, and how many articles of how many origins are at odds so.
    """
    from depeche.cli.listing import print_list
    from depeche.record import Filter

    print_list(
        record, "contradictions", Filter(limit=limit), as_json=json, show=_lines, none="No contradiction."
    )


def _lines(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import quoted
    from depeche.views.reasons import reason

    copies = "" if row["articles"] == 2 else f" ({row['articles']} articles, {_origins(row['origins'])})"
    yield f"{row['matter']}: {reason('contradiction.' + row['why'], language='en')}{copies}"
    for side in ("first", "second"):
        yield f"  {row[f'{side}_says']}  [{row[f'{side}_article']}]"
        yield from quoted(row[f"{side}_evidence"])


def _origins(count: int) -> str:
    return "1 origin" if count == 1 else f"{count} origins"
