"""`depeche read`: articles into the record."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.model import Document, Refusal
    from depeche.record import Record
    from depeche.running import ReadBatch, Summary
    from depeche.sources import Keep, SourceOptions

REFUSALS_SHOWN = 20


def read(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, https:// addresses, or - for standard input.")
    ],
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    again: Annotated[
        bool, typer.Option("--again", help="Read texts anew that the record already has.")
    ] = False,
    outlet: Annotated[str | None, typer.Option(help="Who published all of them.")] = None,
    published: Annotated[
        str | None, typer.Option(help="When all of them were published (EDTF): 2023-05-04, 2023-05.")
    ] = None,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Keep texts that are not French.")
    ] = False,
    no_weave: Annotated[
        bool, typer.Option("--no-weave", help="Do not look for what articles have in common.")
    ] = False,
    allow_private: asking.AllowPrivate = False,
    refused: Annotated[
        Path | None, typer.Option(help="Keep what is refused in this folder, with a list of the reasons.")
    ] = None,
    largest: Annotated[
        int,
        typer.Option(
            help="Megabytes of the largest file that is read whole; an archive may unpack to ten times as much.",
            min=1,
        ),
    ] = 50,
    workers: Annotated[int, typer.Option(help="Processes that read side by side.", min=1)] = 1,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read articles and store what they tell. A run that was stopped goes on where it stopped.

    Exit status: 0, 1 when nothing could be read or the record takes no more, 130 after Ctrl-C.
    """
    import signal

    from depeche.cli.weave import told as across
    from depeche.record import open_record
    from depeche.running import NoReader, Options, Shelf, here, in_processes, run
    from depeche.sources import SourceOptions
    from depeche.sources.options import MEGABYTE

    # A service manager's polite end is like Ctrl-C: stop between two articles.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asking.first_day(published)
    beside = [
        f"{record}{end}"
        for end in ("", "-wal", "-shm", "-journal", ".watch", ".watch-wal", ".watch-shm", ".warc")
    ]
    options = SourceOptions(
        published=published,
        outlet=outlet,
        any_language=any_language,
        largest=largest * MEGABYTE,
        unpacked=10 * largest * MEGABYTE,
        passed=(*beside, *([str(refused)] if refused else [])),
    )
    try:
        shelf = Shelf(refused) if refused else None
    except OSError as error:
        raise typer.BadParameter(f"{refused} cannot keep what is refused: {error.strerror}") from error
    keep = shelf.keep if shelf else None
    items = _opened(paths, options, allow_private=allow_private, keep=keep)
    reader = in_processes(bundled_reading, count=workers) if workers > 1 else here(bundled_reading())
    with asking.told_plainly(), open_record(record, create=True) as opened, _progress() as watch:
        try:
            summary = run(opened, items, reader=reader, options=Options(again=again, keep=keep), watch=watch)
        except NoReader as error:
            typer.echo(f"depeche: {error}", err=True)
            raise typer.Exit(1) from error
        except OSError as error:  # of the shelf alone: sources and the record tell theirs in their own way
            typer.echo(f"depeche: {refused} keeps nothing more: {error.strerror}. Make room there.", err=True)
            raise typer.Exit(1) from error
        counts = _woven(opened, summary) if summary.read and not no_weave else None
    if json:
        typer.echo(_as_json(summary))
    else:
        for line in _told(summary, record):
            typer.echo(line)
        if counts:
            typer.echo(across(counts))
    if summary.interrupted:
        typer.echo(
            f"Stopped. What was read so far is safe in {record}; run the same command to go on.", err=True
        )
        raise typer.Exit(130)
    if summary.failure:
        typer.echo(f"depeche: {summary.failure}. {summary.failure.advice}", err=True)
        raise typer.Exit(1)
    if summary.fruitless:
        typer.echo("depeche: nothing could be read.", err=True)
        raise typer.Exit(1)


def _opened(
    paths: list[str], options: "SourceOptions", *, allow_private: bool, keep: "Keep | None"
) -> "Iterator[Document | Refusal]":
    """The documents of files and of addresses of the web, in order."""
    from itertools import groupby

    from depeche.fetching import FetchOptions, Web, is_address, open_addresses
    from depeche.sources import open_sources

    for on_web, some in groupby(paths, key=is_address):
        if on_web:
            # The user asks for this very page, as with a browser: robots.txt is for programs that choose themselves.
            web = Web(FetchOptions(allow_private=allow_private), robots=False)
            yield from open_addresses(some, options=options, web=web, keep=keep)
        else:
            yield from open_sources(some, options=options, keep=keep)


def _woven(record: "Record", summary: "Summary") -> dict[str, int] | None:
    """The record's counts, once a finished run's articles are joined with all others; None after one stopped."""
    from depeche.running import weave

    if summary.interrupted or summary.failure:
        return None
    try:
        weave(record)
        return record.counts()
    except KeyboardInterrupt:
        summary.interrupted = True
        return None


def bundled_reading() -> "ReadBatch":
    """The reading with the bundled French pipeline, which is loaded with the first batch."""
    from depeche.language.pipeline import load
    from depeche.running import reading_with

    return reading_with(load)


@contextmanager
def _progress() -> "Iterator[Callable[[Summary], None]]":
    """A line that counts while the work goes on, on a terminal only."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda summary: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading …")

        def watch(summary: "Summary") -> None:
            found = f"{summary.statements} statements, {summary.events} events"
            progress.update(task, description=f"{summary.seen} documents: {found}", advance=1)

        yield watch


def _told(summary: "Summary", record: Path) -> Iterator[str]:
    yield (
        f"documents: {summary.seen} = {summary.read} read + {summary.known} known already + "
        f"{summary.copies} copies + {len(summary.refusals)} refused"
    )
    renewed = f" ({summary.renewed} of them read before)" if summary.renewed else ""
    yield f"articles read into {record}: {summary.read}{renewed}"
    if summary.read:
        yield (
            f"  statements {summary.statements}, events {summary.events}, "
            f"positions {summary.positions}, terms {summary.terms}"
        )
    if summary.known:
        yield f"known already: {summary.known}"
    if summary.copies:
        yield f"copies of known articles, noted with them: {summary.copies}"
    if not summary.refusals:
        return
    yield f"refused: {len(summary.refusals)}"
    for refusal in summary.refusals[:REFUSALS_SHOWN]:
        yield f"  {refusal.origin}: {refusal.reason}. {refusal.advice}"
    if len(summary.refusals) > REFUSALS_SHOWN:
        yield "  … in all (each is in the record, in the table refusal):"
        for reason, count in Counter(refusal.reason for refusal in summary.refusals).most_common():
            yield f"  {count} × {reason}"


def _as_json(summary: "Summary") -> str:
    import msgspec

    numbers = {
        name: getattr(summary, name)
        for name in ("read", "renewed", "known", "copies", "statements", "events", "positions", "terms")
    }
    ended = {"interrupted": summary.interrupted, "failure": str(summary.failure) if summary.failure else None}
    made = {**numbers, "refusals": summary.refusals, **ended}
    return msgspec.json.format(msgspec.json.encode(made)).decode("utf-8")
