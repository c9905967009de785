"""`depeche terms`: how the texts name the thing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Row


def terms(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    article: asking.ArticleId = None,
    framing: Annotated[
        bool,
        typer.Option("--framing", help="Count them by month, outlet and voice, and by independent origins."),
    ] = False,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List namings with the words around them and whose voice they stand in."""
    from depeche.cli.listing import print_list
    from depeche.record import Filter

    filter = Filter(
        since=asking.first_day(since),
        until=asking.last_day(until),
        outlet=outlet,
        article=article,
        limit=limit,
    )
    if framing:
        print_list(record, "framing", filter, as_json=json, show=_counts, none="No such term.")
    else:
        print_list(record, "terms", filter, as_json=json, show=_lines, none="No such term.")


def _lines(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import label, quoted

    yield f"{row['published'] or '?':10}  “{row['term']}” ({row['voice']})  [{label('t', row)}]"
    yield from quoted(row["context"])


def _counts(row: "Row") -> Iterator[str]:
    where = f"{row['month'] or '?':7}  {row['outlet'] or '?'}"
    voice = "own voice" if row["voice"] == "outlet" else row["voice"]
    counts = f"uses {row['uses']}, articles {row['articles']}, independent origins {row['origins']}"
    yield f"{row['term']}: {where}, {voice}: {counts}"
