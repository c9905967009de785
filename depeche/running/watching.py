"""Watching feeds: what they name is fetched, archived and read, each page once, however often a watch is killed.

A page goes through the states of the ledger: waiting, fetched (it stands in the archive), read. A step is noted when
it is done, and each may be done again without harm: the archive is cut back to its noted end, and the record knows
the texts that it has.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from depeche.fetching import (
    Answer,
    Archive,
    Failed,
    FromFeed,
    Page,
    Stored,
    Web,
    clean,
    is_of_privacy,
    key,
    open_page,
    own,
    read_feed,
    read_page,
)
from depeche.model import Document, Refusal
from depeche.record import FoundPage, Ledger, Record, WatchedFeed, WatchedPage
from depeche.running.conductor import Options, run
from depeche.running.readers import Reader
from depeche.running.summary import Summary
from depeche.sources import SourceOptions
from depeche.sources.naming import Names

_AT_ONCE = 64  # pages that are fetched, then read
_OF_A_HOST = 8  # of them, so that a slow host does not hold up what the others gave
_MOST_TRIES = 5  # of a page, before it is refused
_FIRST_WAIT = 900  # seconds until a page that failed is asked for again; doubled with each failure
_LONGEST_WAIT = 86_400  # seconds
_EARLY = 60  # seconds before its time that a feed may be asked


class Round(msgspec.Struct):
    """What one round did.

    Of the `feeds` that were due, `unchanged` had nothing new and `failed` are those that failed, with the reason.
    `new` pages were named for the first time; `fetched` were archived, `variants` are second addresses of pages
    fetched before, `postponed` will be asked for again, `refused` never. `resting` are the feeds that were not due,
    each with the time when it is (Unix seconds) and why it failed last, if it did. `summary` tells what was read.
    """

    feeds: int = 0
    unchanged: int = 0
    failed: list[tuple[str, str]] = msgspec.field(default_factory=list)
    new: int = 0
    fetched: int = 0
    variants: int = 0
    postponed: list[tuple[str, str]] = msgspec.field(default_factory=list)
    resting: list[tuple[str, int, str | None]] = msgspec.field(default_factory=list)
    refused: list[Refusal] = msgspec.field(default_factory=list)
    summary: Summary = msgspec.field(default_factory=Summary)


class Watch:
    """A watch of `feeds` (clean addresses): `interval` is the least time in seconds between two looks at one."""

    def __init__(
        self,
        record: Record,
        ledger: Ledger,
        *,
        feeds: Sequence[str],
        folder: Path,
        reader: Reader,
        web: Web,
        interval: int,
        options: SourceOptions | None = None,
    ) -> None:
        self._record = record
        self._ledger = ledger
        self._feeds = feeds
        self._reader = reader
        self._web = web
        self._interval = interval
        self._options = options or SourceOptions()
        self._archive = Archive(folder, last=ledger.last_archive(), begun=ledger.begun)

    def round(self, *, now: int) -> Round:
        """Look at every feed that is due at `now` (Unix seconds), fetch what is new and read it.

        Raises RecordError when the record or ledger can take no more, KeyboardInterrupt when somebody stops it;
        either way the next round takes up there.
        """
        done = Round()
        self._read(done, now)  # what a kill left between its fetching and its reading
        self._look(done, now)
        while waiting := self._ledger.pages("waiting", now=now, limit=_AT_ONCE, each=_OF_A_HOST):
            self._fetch(waiting, done, now)
            self._read(done, now)
        return done

    def due(self) -> int:
        """When the next feed or page is due, in Unix seconds."""
        times = [feed.next for feed in self._ledger.feeds(self._feeds)]
        page = self._ledger.next_page()
        return min([*times, page] if page is not None else times)

    def _look(self, done: Round, now: int) -> None:
        feeds = {}
        for feed in self._ledger.feeds(self._feeds):
            if feed.next <= now or self._is_allowed_now(feed):
                feeds[feed.address] = feed
            else:
                done.resting.append((feed.address, feed.next, feed.said))
        done.feeds = len(feeds)
        requests = [(address, _conditions(feed)) for address, feed in feeds.items()]
        for address, found in self._web.fetch_all(requests):
            feed = feeds[address]
            try:
                if isinstance(found, Failed):
                    raise found
                if found.status == 304:
                    self._ledger.unchanged(feed, next=now + _punctual(self._interval))
                    done.unchanged += 1
                else:
                    done.new += self._take(feed, found, done, now)
            except Failed as error:
                wait = min(self._interval * 2 ** min(feed.failures, 10), _LONGEST_WAIT)
                self._ledger.failed(feed, str(error), next=now + max(wait, error.wait or 0))
                done.failed.append((address, f"{error}. {error.advice}"))

    def _is_allowed_now(self, feed: WatchedFeed) -> bool:
        """Whether a feed failed because its address is private, and private ones may be asked by now."""
        return self._web.options.allow_private and is_of_privacy(feed.said)

    def _take(self, feed: WatchedFeed, answer: Answer, done: Round, now: int) -> int:
        told = read_feed(answer.plain(largest=self._web.options.unpacked), address=answer.address)
        for address, error in told.unfit:
            self._refuse(error.refusal(address), done)
        pages = [FoundPage(key(item.address), item.address, item.dated) for item in told.items]
        feed = feed._replace(
            title=told.title, etag=answer.header("etag"), modified=answer.header("last-modified")
        )
        return self._ledger.answered(
            feed, pages, next=now + _punctual(max(self._interval, 60 * told.minutes))
        )

    def _fetch(self, pages: Sequence[WatchedPage], done: Round, now: int) -> None:
        by_address = {page.address: page for page in pages}
        asked = {_own(address): address for address in by_address}
        twice = [page for page in pages if page.address not in asked.values()]
        for address, found in self._web.fetch_all((address, {}) for address in asked):
            page = by_address[asked[address]]
            try:
                if isinstance(found, Failed):
                    raise found
                self._keep(page, found, done)
            except Failed as error:
                self._give_up(page, error, done, now)
        self._ledger.settled(twice, "variant")
        done.variants += len(twice)

    def _keep(self, page: WatchedPage, answer: Answer, done: Round) -> None:
        """Archive a page, unless it is another address of one that was fetched before."""
        identity = open_page(answer, origin=page.address, options=self._web.options).identity
        first = self._ledger.same_as(page, identity)
        if first is not None:
            self._ledger.settled([page], "variant", said=f"the same article as {first}")
            done.variants += 1
            return
        number, start, end = self._archive.add(answer)
        self._ledger.fetched(page, identity, archive=number, start=start, end=end)
        done.fetched += 1

    def _give_up(self, page: WatchedPage, error: Failed, done: Round, now: int) -> None:
        """Postpone a page that failed, or refuse it where trying again is of no use."""
        if error.lasting or page.tries + 1 >= _MOST_TRIES:
            self._refuse(error.refusal(page.address), done)
            self._ledger.settled([page], "refused", said=str(error))
            return
        wait = max(min(_FIRST_WAIT * 2**page.tries, _LONGEST_WAIT), error.wait or 0)
        self._ledger.later(page, str(error), next=now + wait)
        done.postponed.append((page.address, str(error)))

    def _read(self, done: Round, now: int) -> None:
        while pages := self._ledger.pages("fetched", now=now, limit=_AT_ONCE):
            summary = run(self._record, self._documents(pages), reader=self._reader, options=Options())
            done.summary = _together(done.summary, summary)
            if summary.failure:
                raise summary.failure
            if summary.interrupted:
                raise KeyboardInterrupt
            self._ledger.settled(pages, "read")

    def _documents(self, pages: Sequence[WatchedPage]) -> Iterator[Document | Refusal]:
        names = Names()
        for page in pages:
            try:
                opened = self._archived(page)
            except (Failed, OSError, ValueError) as error:
                yield Refusal(
                    origin=page.address,
                    reason=f"the archive no longer holds this page ({error})",
                    advice="Read its address anew with: depeche read",
                )
                continue
            feed = FromFeed(page.feed_title, page.dated)
            yield from read_page(opened, options=self._options, names=names, feed=feed)

    def _archived(self, page: WatchedPage) -> Page:
        if page.archive is None or page.start is None or page.end is None:
            raise ValueError("its place is not known")
        answer = self._archive.get(Stored(page.archive, page.start, page.end))
        return open_page(answer, origin=page.address, options=self._web.options)

    def _refuse(self, refusal: Refusal, done: Round) -> None:
        self._record.forget_refusals([refusal.origin])
        self._record.refuse(refusal)
        done.refused.append(refusal)


def _punctual(interval: int) -> int:
    """The interval less a little, so that a cron job that starts a moment earlier than last time finds feeds due."""
    return interval - min(_EARLY, interval // 10)


def _conditions(feed: WatchedFeed) -> dict[str, str]:
    """The headers that ask for a feed only if it has changed."""
    said = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in said.items() if value}


def _own(address: str) -> str:
    try:
        return own(clean(address))
    except Failed:
        return address


def _together(one: Summary, two: Summary) -> Summary:
    added: dict[str, Any] = {
        name: getattr(one, name) + getattr(two, name)
        for name in (
            "read", "renewed", "known", "copies", "statements", "events", "positions", "terms", "refusals",
        )
    }  # fmt: skip
    return Summary(**added)
