"""`depeche statements`: who said what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Row


def statements(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    actor: asking.ActorName = None,
    country: asking.Country = None,
    type: Annotated[str | None, typer.Option(help="Act of speech: assert, deny, accuse …")] = None,
    mode: Annotated[str | None, typer.Option(help="direct, mixed, indirect or act.")] = None,
    since: asking.Since = None,
    until: asking.Until = None,
    outlet: asking.Outlet = None,
    article: asking.ArticleId = None,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List statements with speaker and words; --since and --until go by the day of publication."""
    from typing import get_args

    from depeche.cli.listing import print_list
    from depeche.model import Mode, SpeechAct
    from depeche.record import Filter

    filter = Filter(
        actor=actor,
        country=asking.country_code(country),
        type=asking.one_of(type, get_args(SpeechAct), what="act of speech"),
        mode=asking.one_of(mode, get_args(Mode), what="mode"),
        since=asking.first_day(since),
        until=asking.last_day(until),
        outlet=outlet,
        article=article,
        limit=limit,
    )
    print_list(record, "statements", filter, as_json=json, show=_lines, none="No such statement.")


def _lines(row: "Row") -> Iterator[str]:
    from depeche.cli.listing import label, quoted

    via = f", via {row['via']}" if row["via"] else ""
    to = f", to {row['addressee']}" if row["addressee"] else ""
    who = f"{row['speaker']} ({row['speaker_country'] or '–'})"
    yield f"{row['published'] or '?':10}  {who}{via}{to}: {row['mode']}, {row['act']}  [{label('s', row)}]"
    yield from quoted(row["said"])
