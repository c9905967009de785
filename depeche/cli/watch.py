"""`depeche watch`: feeds into the record, for weeks or once."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.fetching import Web
    from depeche.running.watching import Round

_SHOWN = 20  # addresses of a kind that a round names
_SLEEP = 60.0  # seconds; a clock that is set meanwhile is noticed so soon


def watch(
    feeds: Annotated[
        list[str], typer.Argument(help="Addresses of RSS or Atom feeds, OPML lists by address or file.")
    ],
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    once: Annotated[bool, typer.Option("--once", help="One round, then end: for cron.")] = False,
    interval: Annotated[float, typer.Option(help="Minutes between two looks at a feed.", min=0.0)] = 30.0,
    pause: Annotated[float, typer.Option(help="Seconds between two requests to a host.", min=0.0)] = 1.0,
    allow_private: asking.AllowPrivate = False,
    no_weave: Annotated[
        bool, typer.Option("--no-weave", help="Do not look for what articles have in common.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print each round as one line of JSON.")] = False,
) -> None:
    """Watch feeds: fetch the articles that they name, archive them as WARC, and read them into the record.

    Beside RECORD stand RECORD.watch, which remembers what was seen, and the folder RECORD.warc with the pages. Only
    changes are asked for, robots.txt is heeded, and a feed or page that fails is tried again later. Exit status: 0, 1
    when no feed could be reached (--once) or the record takes no more, 130 after Ctrl-C; then run it again to go on.
    """
    import signal
    import time

    from depeche.cli.read import bundled_reading
    from depeche.fetching import FetchOptions, Web
    from depeche.record import RecordLocked, open_ledger, open_record
    from depeche.running import NoReader, here, weave
    from depeche.running.watching import Watch

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    web = Web(FetchOptions(pause=pause, allow_private=allow_private))
    try:
        addresses = _feeds(feeds, web)
        with (
            asking.told_plainly(),
            open_record(record, create=True) as opened,
            open_ledger(record.with_name(f"{record.name}.watch")) as ledger,
        ):
            watched = Watch(
                opened, ledger, feeds=addresses, folder=record.with_name(f"{record.name}.warc"),
                reader=here(bundled_reading()), web=web, interval=round(interval * 60),
            )  # fmt: skip
            first = True
            while True:
                try:
                    done = watched.round(now=int(time.time()))
                    if done.summary.read and not no_weave:
                        weave(opened)
                except RecordLocked as error:  # by somebody's long work on it; a watch outlasts that
                    if once:
                        raise
                    typer.echo(f"depeche: {error}; trying again.", err=True)
                    time.sleep(_SLEEP)
                    continue
                if once or first or done.feeds or done.fetched or done.postponed:
                    _tell(done, as_json=json)
                first = False
                if once:
                    raise typer.Exit(1 if done.feeds and len(done.failed) == done.feeds else 0)
                time.sleep(min(max(watched.due() - time.time(), 1.0), _SLEEP))
    except NoReader as error:
        typer.echo(f"depeche: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        typer.echo(
            f"Stopped. What was read so far is safe in {record}; run the same command to go on.", err=True
        )
        raise typer.Exit(130) from None


def _feeds(asked: list[str], web: "Web") -> list[str]:
    """The addresses of the feeds, those that OPML lists name included. Raises BadParameter."""
    from depeche.fetching import Failed, clean, is_address, read_opml

    found: list[str] = []
    for one in asked:
        try:
            if not is_address(one):
                found += map(clean, read_opml(_file(one)))
                continue
            address = clean(one)
            found += map(clean, read_opml(_at(address, web))) if address.endswith(".opml") else [address]
        except Failed as error:
            raise typer.BadParameter(f"{one}: {error}. {error.advice}") from error
    return list(dict.fromkeys(found))


def _file(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error


def _at(address: str, web: "Web") -> bytes:
    return web.fetch(address).plain(largest=web.options.unpacked)


def _tell(done: "Round", *, as_json: bool) -> None:
    if as_json:
        import msgspec

        summary = done.summary
        numbers = {name: getattr(done, name) for name in ("feeds", "unchanged", "new", "fetched", "variants")}
        read = {name: getattr(summary, name) for name in ("read", "known", "copies", "statements", "events")}
        rest = {"failed": done.failed, "postponed": done.postponed, "resting": done.resting}
        refused = [*done.refused, *summary.refusals]
        typer.echo(msgspec.json.encode({**numbers, **read, **rest, "refusals": refused}).decode())
        return
    for line in _lines(done):
        typer.echo(line)


def _lines(done: "Round") -> Iterator[str]:
    summary = done.summary
    yield f"feeds {done.feeds}: unchanged {done.unchanged}, failed {len(done.failed)}; new addresses {done.new}"
    yield (
        f"  pages fetched {done.fetched}, variants of known pages {done.variants}, postponed {len(done.postponed)}, "
        f"refused {len(done.refused)}"
    )
    if summary.seen:
        yield (
            f"  articles read {summary.read}, known already {summary.known}, copies {summary.copies}, "
            f"refused {len(summary.refusals)}; statements {summary.statements}, events {summary.events}"
        )
    for kind, found in (("failed", done.failed), ("postponed", done.postponed)):
        yield from (f"  {kind}: {address}: {reason}" for address, reason in found[:_SHOWN])
        if len(found) > _SHOWN:
            yield f"  {kind}: … and {len(found) - _SHOWN} more"
    for address, until, said in done.resting[:_SHOWN]:
        yield f"  feed postponed until {_moment(until)}: {address}: {said or 'it was asked a short while ago'}"
    if len(done.resting) > _SHOWN:
        yield f"  feed postponed: … and {len(done.resting) - _SHOWN} more"
    refused = [*done.refused, *summary.refusals]
    yield from (f"  refused: {one.origin}: {one.reason}. {one.advice}" for one in refused[:_SHOWN])
    if len(refused) > _SHOWN:
        yield f"  refused: … and {len(refused) - _SHOWN} more (each is in the record, in the table refusal)"


def _moment(seconds: int) -> str:
    """A time for people: day, hour and minute in UTC."""
    from datetime import UTC, datetime

    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"
