"""`depeche actors`: who appears in the record."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Row


def actors(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    actor: asking.ActorName = None,
    country: asking.Country = None,
    type: Annotated[str | None, typer.Option(help="person, state, institution, igo, group, outlet …")] = None,
    article: asking.ArticleId = None,
    limit: asking.Limit = -1,
    json: asking.AsJson = False,
) -> None:
    """List actors, those with most statements and events first, with their other names and why these are theirs."""
    from typing import get_args

    from depeche.cli.listing import print_list
    from depeche.model import ActorKind
    from depeche.record import Filter

    filter = Filter(
        actor=actor,
        country=asking.country_code(country),
        type=asking.one_of(type, get_args(ActorKind), what="kind of actor"),
        article=article,
        limit=limit,
    )
    print_list(record, "actors", filter, as_json=json, show=_lines, none="No such actor.")


def _lines(row: "Row") -> Iterator[str]:
    from depeche.views.reasons import reason

    numbers = f"{row['statements']:5} statements {row['events']:5} events {row['articles']:5} articles"
    yield f"{row['country'] or '–':4} {row['kind']:12} {row['name']:40} {numbers}"
    for variant in (row["variants"] or "").split(" | "):
        if variant:
            name, why = variant.removesuffix("]").rsplit(" [", 1)
            yield f"{'':17} = {name}: {reason('identity.' + why, language='en')}"
