"""`depeche weave`: what the articles of a record have in common."""

from collections.abc import Mapping

import typer

from depeche.cli import asking


def weave(record: asking.RecordPath = asking.DEFAULT_RECORD) -> None:
    """Find copies, acts that several articles tell, contradictions, dates that others narrow, actors of several names.

    `depeche read` does this at its end; here it is done for what was read with --no-weave, or corrected, since.
    """
    from depeche.record import open_record
    from depeche.running import weave as weave_record

    with asking.told_plainly(), open_record(record) as opened:
        weave_record(opened)
        typer.echo(told(opened.counts()))


def told(counts: Mapping[str, int]) -> str:
    """What is known across articles, by the record's counts, in one line."""
    return (
        f"across articles: copies {counts['copies']}, acts told by several {counts['occurrences']}, "
        f"contradictions {counts['contradictions']}, dates narrowed {counts['narrowed']}, "
        f"other names of actors {counts['identities']}"
    )
