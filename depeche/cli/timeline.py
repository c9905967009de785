"""`depeche timeline`: dated events, oldest first."""

from depeche.cli import asking
from depeche.cli.events import EventName, ModeName, StatusName


def timeline(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    actor: asking.ActorName = None,
    country: asking.Country = None,
    type: EventName = None,
    mode: ModeName = None,
    status: StatusName = None,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List the events whose day, month or year is known, oldest first."""
    from msgspec.structs import replace

    from depeche.cli.events import event_filter, event_lines
    from depeche.cli.listing import print_list

    filter = event_filter(type, status, country=country, since=since, until=until)
    filter = replace(filter, actor=actor, mode=mode, outlet=outlet, limit=limit)
    print_list(record, "timeline", filter, as_json=json, show=event_lines, none="No dated event.")
