"""What several verbs ask for, and how they tell what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from depeche.dossier.borders import Borders

RecordPath = Annotated[
    Path, typer.Option("--record", envvar="DEPECHE_RECORD", help="The record: one SQLite file.")
]
DEFAULT_RECORD = Path("depeche.db")

ActorName = Annotated[str | None, typer.Option(help="Any part of a name; case and accents do not matter.")]
Country = Annotated[str | None, typer.Option(help="A state by ISO code or French name: CHN, Chine.")]
Since = Annotated[
    str | None, typer.Option(help="From this year, month or day on: 2023, 2023-05, 2023-05-04.")
]
Until = Annotated[str | None, typer.Option(help="Up to the end of this year, month or day.")]
Outlet = Annotated[str | None, typer.Option(help="The outlet's name.")]
BorderChoice = Annotated[
    str,
    typer.Option(
        "--borders",
        help="How the map draws disputed borders: disputed (all lines, marked so), un (as maps of the United"
        " Nations), control (by who administers the ground).",
    ),
]
ArticleId = Annotated[str | None, typer.Option(help="One article, by its id or how that begins.")]
Limit = Annotated[int, typer.Option(help="At most so many rows; -1 for all.")]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Let addresses of the web lead to this machine or a private network."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the rows as a JSON array.")]


@contextmanager
def told_plainly() -> Iterator[None]:
    """Tell an error of the record in two sentences, and end with exit status 1."""
    from depeche.record.errors import RecordError

    try:
        yield
    except RecordError as error:
        typer.echo(f"depeche: {error}. {error.advice}", err=True)
        raise typer.Exit(1) from error


def country_code(asked: str | None) -> str | None:
    """The ISO alpha-3 code that a person means by a code or a French name. Raises BadParameter for neither."""
    if asked is None:
        return None
    from depeche.lexicon import cell_values, table
    from depeche.record.words import fold

    wanted = fold(asked)
    for row in table("states"):
        names = (row["iso3"], row["name_fr"], *cell_values(row["aliases"]))
        if wanted in map(fold, names):
            return row["iso3"]
    raise typer.BadParameter(f"no state goes by {asked}; give an ISO code (CHN) or a French name (Chine)")


def border_choice(asked: str) -> "Borders":
    """The choice of disputed borders that goes by this name. Raises BadParameter for none."""
    from depeche.dossier.borders import CHOICES

    chosen = one_of(asked, CHOICES, what="choice of borders")
    return next(choice for choice in CHOICES if choice == chosen)


def first_day(asked: str | None) -> str | None:
    """The first day of a year, month or day. Raises BadParameter for anything else."""
    return _days(asked)[0] if asked else None


def last_day(asked: str | None) -> str | None:
    """The last day of a year, month or day. Raises BadParameter for anything else."""
    return _days(asked)[1] if asked else None


def _days(asked: str) -> tuple[str, str]:
    from depeche.model.edtf import days_of

    first, last = days_of(asked)
    if first is None or last is None:
        raise typer.BadParameter(f"{asked} is no year, month or day such as 2023, 2023-05 or 2023-05-04")
    return first.isoformat(), last.isoformat()


def one_of(asked: str | None, known: tuple[str, ...], *, what: str) -> str | None:
    """What was asked for, in the spelling of the list. Raises BadParameter, naming the list."""
    if asked is None:
        return None
    for name in known:
        if name.casefold() == asked.casefold():
            return name
    raise typer.BadParameter(f"no {what} {asked}; there are {', '.join(known)}")
