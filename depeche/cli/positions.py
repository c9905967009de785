"""`depeche positions`: where actors stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Row


def positions(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    actor: asking.ActorName = None,
    country: asking.Country = None,
    type: Annotated[str | None, typer.Option(help="Stance: supports, opposes, conditions …")] = None,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    article: asking.ArticleId = None,
    history: Annotated[
        bool,
        typer.Option("--history", help="By issue and side in time, with a mark where the stance changes."),
    ] = False,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List positions on issues; --since and --until go by the day of publication."""
    from typing import get_args

    from depeche.cli.listing import print_list
    from depeche.model import Stance
    from depeche.record import Filter

    filter = Filter(
        actor=actor,
        country=asking.country_code(country),
        type=asking.one_of(type, get_args(Stance), what="stance"),
        since=asking.first_day(since),
        until=asking.last_day(until),
        outlet=outlet,
        article=article,
        limit=limit,
    )
    if history:
        print_list(record, "stances", filter, as_json=json, show=_steps, none="No such position.")
    else:
        print_list(record, "positions", filter, as_json=json, show=_lines, none="No such position.")


def _lines(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import label, quoted

    hangs = f", if: {row['condition']}" if row["condition"] else ""
    who = f"{row['actor']} ({row['actor_country'] or '–'})"
    when = row["date"] or row["published"] or "?"
    yield f"{when:10}  {who} {row['stance']}: {row['issue']}{hangs}  [{label('p', row)}]"
    yield from quoted(row["evidence"])


def _steps(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import quoted

    hangs = f", if: {row['condition']}" if row["condition"] else ""
    mark = f"  CHANGED from {row['before']}" if row["changed"] else ""
    yield f"{row['issue']}, {row['side']}: {row['date'] or '?'} {row['stance']}{hangs}{mark}  [{row['article']}]"
    yield from quoted(row["evidence"])
