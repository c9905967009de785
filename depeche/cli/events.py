"""`depeche events`: who did what to whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Filter, Row

EventName = Annotated[str | None, typer.Option(help="PLOVER type: CONSULT, ACCUSE …")]
ModeName = Annotated[str | None, typer.Option(help="PLOVER mode: visit, phone, yield …")]
StatusName = Annotated[str | None, typer.Option(help="actual, alleged, future, hypothetical or negated.")]


def events(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    actor: asking.ActorName = None,
    country: asking.Country = None,
    type: EventName = None,
    mode: ModeName = None,
    status: StatusName = None,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    article: asking.ArticleId = None,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List events, article by article; --since and --until go by the day of the act, and pass over undated ones."""
    from msgspec.structs import replace

    from depeche.cli.listing import print_list

    filter = event_filter(type, status, country=country, since=since, until=until)
    filter = replace(filter, actor=actor, mode=mode, outlet=outlet, article=article, limit=limit)
    print_list(record, "events", filter, as_json=json, show=event_lines, none="No such event.")


def event_filter(
    type: str | None, status: str | None, *, country: str | None, since: str | None, until: str | None
) -> "Filter":
    """A filter from what a person typed. Raises BadParameter for an unknown type, status, state or date."""
    from typing import get_args

    from depeche.model import EventType, Status
    from depeche.record import Filter

    return Filter(
        type=asking.one_of(type, get_args(EventType), what="type"),
        status=asking.one_of(status, get_args(Status), what="status"),
        country=asking.country_code(country),
        since=asking.first_day(since),
        until=asking.last_day(until),
    )


def event_lines(row: "Row") -> Iterator[str]:
    """An event as lines: date, type, who to whom, where, and the sentences that tell it."""
    from depeche.cli.listing import label, quoted

    kind = f"{row['type']}/{row['mode']}" if row["mode"] else row["type"]
    status = "" if row["status"] == "actual" else f" ({row['status']})"
    whom = f" → {row['recipient']}" if row["recipient"] else ""
    where = f", {row['place']}" if row["place"] else ""
    source = f", according to {row['according_to']}" if row["according_to"] else ""
    who = f"{row['actor'] or '?'}{whom}{where}{source}"
    yield f"{row['date'] or '?':10}  {kind}{status}: {who}  [{label('e', row)}]"
    yield from quoted(row["evidence"])
