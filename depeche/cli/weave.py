"""`depeche weave`: what the articles of a record have in common."""

from typing import TYPE_CHECKING

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.record import Links


def weave(record: asking.RecordPath = asking.DEFAULT_RECORD) -> None:
    """Find copies, acts that several articles tell, contradictions, and dates that other articles narrow.

    `depeche read` does this at its end; here it is done anew, after corrections or a run with --no-weave.
    """
    from depeche.record import open_record
    from depeche.running import weave as weave_record

    with asking.told_plainly(), open_record(record) as opened:
        typer.echo(told(weave_record(opened)))


def told(links: "Links") -> str:
    """What a weaving found, in one line."""
    return (
        f"across articles: copies {len(links.origins)}, acts told by several {len(links.occurrences)}, "
        f"contradictions {len(links.contradictions)}, dates narrowed {len(links.published)}"
    )
