"""Rounds of a watch: what is asked, fetched, archived and read, and what happens when anything fails."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from depeche.fetching import Archive, Web
from depeche.model import Article, Document, Reading
from depeche.record import Ledger, Record, open_ledger, open_record
from depeche.running import Reader, here
from depeche.running.watching import Round, Watch
from depeche.sources import open_sources

HOUR = 3_600


def read(documents: list[Document]) -> Iterable[Reading]:
    for one in documents:
        yield Reading(
            article=Article(
                id=one.id,
                text=one.text,
                text_sha256=one.sha256,
                origin=one.origin,
                headline=one.headline,
                url=one.url,
            )
        )


class Watched:
    """A record that is watched into; each round opens everything anew, as after a restart."""

    def __init__(self, folder: Path, web: Web) -> None:
        self.folder = folder
        self.web = web

    @contextmanager
    def opened(self, *feeds: str, reader: Reader | None = None) -> Iterator[tuple[Watch, Record, Ledger]]:
        with (
            open_record(self.folder / "r.db", create=True) as record,
            open_ledger(self.folder / "l") as ledger,
        ):
            yield (
                Watch(
                    record, ledger, feeds=feeds, folder=self.folder / "warc", reader=reader or here(read),
                    web=self.web, interval=HOUR,
                ),
                record,
                ledger,
            )  # fmt: skip

    def round(self, *feeds: str, now: int = 0, reader: Reader | None = None) -> Round:
        with self.opened(*feeds, reader=reader) as (watch, _, _):
            return watch.round(now=now)

    def headlines(self) -> list[str]:
        with open_record(self.folder / "r.db") as record:
            assert record.audit() == []
            return sorted(str(row["headline"]) for row in record.rows("articles"))

    def states(self) -> dict[str, int]:
        with open_ledger(self.folder / "l") as ledger:
            return ledger.states()

    def archived(self) -> int:
        return len(list(open_sources([self.folder / "warc"])))


@pytest.fixture
def watched(tmp_path: Path, web: Web) -> Watched:
    return Watched(tmp_path, web)


def fill(
    site: Any, make_article: Callable[..., bytes], make_rss: Callable[..., bytes], count: int, **more: Any
) -> str:
    for number in range(count):
        site.put(f"/article-{number:03}", make_article(f"Accord {number:03}"))
    return str(
        site.put(
            "/flux", make_rss(*(f"/article-{number:03}" for number in range(count))), media="text/xml", **more
        )
    )


def test_new_articles_are_read_once(site: Any, watched: Watched, make_article: Any, make_rss: Any) -> None:
    feed = fill(site, make_article, make_rss, 3, ETag='"1"', Last_Modified="Tue, 07 May 2024 18:00:00 GMT")
    first = watched.round(feed)
    assert (first.feeds, first.new, first.fetched, first.summary.read) == (1, 3, 3, 3)
    assert watched.headlines() == ["Accord 000", "Accord 001", "Accord 002"]
    asked = len(site.asked)
    early = watched.round(feed, now=HOUR - 61)
    assert (early.feeds, len(site.asked)) == (0, asked)
    same = watched.round(feed, now=HOUR - 60)
    assert (same.feeds, same.unchanged, same.new, same.summary.seen) == (1, 1, 0, 0)
    assert site.headers[-1]["if-none-match"] == '"1"'
    assert site.headers[-1]["if-modified-since"] == "Tue, 07 May 2024 18:00:00 GMT"
    fill(site, make_article, make_rss, 4, ETag='"2"')
    later = watched.round(feed, now=2 * HOUR)
    assert (later.new, later.fetched, later.summary.read) == (1, 1, 1)
    assert site.asked.count("/article-000") == 1
    assert watched.archived() == 4


def test_failing_feeds_and_pages_stop_nobody(
    site: Any, other_site: Any, watched: Watched, make_article: Any, make_rss: Any
) -> None:
    feed = fill(site, make_article, make_rss, 2)
    site.put("/article-000", b"", status=500)
    broken = other_site.put("/flux", b"pas un flux")
    done = watched.round(feed, broken, other_site.at("/absent"))
    assert {address for address, _ in done.failed} == {broken, other_site.at("/absent")}
    assert (done.summary.read, len(done.postponed)) == (1, 1)
    site.put("/article-000", make_article("Accord 000"))
    assert watched.round(feed, now=899).fetched == 0
    assert watched.round(feed, now=900).summary.read == 1
    assert watched.states() == {"read": 2}


def test_failing_feeds_are_asked_less_and_less(site: Any, watched: Watched) -> None:
    feed = site.put("/flux", b"", status=503)
    asked = [now for now in range(0, 24 * HOUR, HOUR) if watched.round(feed, now=now).feeds]
    assert asked == [0, HOUR, 3 * HOUR, 7 * HOUR, 15 * HOUR]


def test_servers_say_how_long_to_wait(site: Any, watched: Watched, make_article: Any, make_rss: Any) -> None:
    feed = fill(site, make_article, make_rss, 1)
    site.put("/article-000", b"", status=429, Retry_After="7200")
    watched.round(feed)
    with watched.opened(feed) as (_, _, ledger):
        assert ledger.next_page() == 7200


def test_pages_that_never_come_are_refused_with_the_reason(
    site: Any, watched: Watched, make_article: Any, make_rss: Any
) -> None:
    feed = fill(site, make_article, make_rss, 2)
    site.put("/article-000", b"", status=500)
    site.put("/article-001", b"", status=404)
    first = watched.round(feed)
    assert [one.reason for one in first.refused] == ["the server answered 404 Not Found"]
    days = [watched.round(feed, now=day * 24 * HOUR) for day in range(1, 7)]
    assert sum(len(done.refused) for done in days) == 1
    assert watched.states() == {"refused": 2}
    assert site.asked.count("/article-000") == 5


def test_variants_are_read_once(site: Any, watched: Watched, make_article: Any, make_rss: Any) -> None:
    link = f'<link rel="canonical" href="{site.at("/monde/accord-de-peche.html")}">'
    for path in ("/monde/accord-de-peche.html", "/amp/accord-de-peche", "/imprimer?id=4711"):
        site.put(path, make_article("Accord " + path, head=link))
    feed = site.put(
        "/flux", make_rss("/amp/accord-de-peche", "/imprimer?id=4711", "/monde/accord-de-peche.html?utm_source=rss",
                          "/monde/accord-de-peche.html"), media="text/xml"
    )  # fmt: skip
    site.pages["/monde/accord-de-peche.html?utm_source=rss"] = site.pages["/monde/accord-de-peche.html"]
    done = watched.round(feed)
    assert (done.new, done.fetched, done.variants, done.summary.read) == (3, 1, 2, 1)
    assert watched.archived() == 1


def test_robots_are_heeded(site: Any, watched: Watched, make_article: Any, make_rss: Any) -> None:
    feed = fill(site, make_article, make_rss, 2)
    site.put("/robots.txt", b"User-agent: *\nDisallow: /article-000", media="text/plain")
    done = watched.round(feed)
    assert (done.summary.read, len(done.refused)) == (1, 1)
    assert "robots.txt" in done.refused[0].reason
    assert "/article-000" not in site.asked


def test_pages_that_are_no_articles_are_refused_in_the_record(
    site: Any, watched: Watched, make_article: Any, make_rss: Any
) -> None:
    feed = fill(site, make_article, make_rss, 2)
    site.put("/article-001", b"<html><body><p>Menu</p></body></html>")
    done = watched.round(feed)
    assert (done.summary.read, len(done.summary.refusals)) == (1, 1)
    assert done.fetched == done.summary.read + len(done.summary.refusals)


class Killed(BaseException):
    """The end of the process at some line."""


@pytest.mark.parametrize("method", ["answered", "begun", "fetched", "settled"])
@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("at", [1, 3])
def test_an_end_at_any_step_loses_and_doubles_nothing(
    site: Any, watched: Watched, make_article: Any, make_rss: Any, monkeypatch: pytest.MonkeyPatch, method: str,
    noted: bool, at: int,
) -> None:  # fmt: skip
    """The process ends before or after a step is noted, for the first or a later page; then it starts anew."""
    feed = fill(site, make_article, make_rss, 4)
    whole = getattr(Ledger, method)
    calls = []

    def ends(self: Ledger, *words: Any, **options: Any) -> Any:
        calls.append(1)
        if len(calls) != at:
            return whole(self, *words, **options)
        if noted:
            whole(self, *words, **options)
        raise Killed

    monkeypatch.setattr(Ledger, method, ends)
    with suppress(Killed):
        watched.round(feed)
    monkeypatch.setattr(Ledger, method, whole)
    watched.round(feed)
    assert watched.headlines() == [f"Accord {number:03}" for number in range(4)]
    assert watched.states() == {"read": 4}
    assert watched.archived() == 4


def test_an_end_while_the_archive_is_written_leaves_it_whole(
    site: Any, watched: Watched, make_article: Any, make_rss: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = fill(site, make_article, make_rss, 2)
    add = Archive.add

    def half(self: Archive, answer: Any) -> None:
        add(self, answer)
        path = next((watched.folder / "warc").iterdir())
        path.write_bytes(path.read_bytes()[:-40])
        raise Killed

    monkeypatch.setattr(Archive, "add", half)
    with pytest.raises(Killed):
        watched.round(feed)
    monkeypatch.setattr(Archive, "add", add)
    watched.round(feed)
    assert watched.archived() == 2
    assert len(watched.headlines()) == 2


def test_reading_that_is_stopped_goes_on(
    site: Any, watched: Watched, make_article: Any, make_rss: Any
) -> None:
    feed = fill(site, make_article, make_rss, 40)

    def stopped(documents: list[Document]) -> Iterable[Reading]:
        if documents[0].headline != "Accord 000":
            raise KeyboardInterrupt
        return read(documents)

    with pytest.raises(KeyboardInterrupt):
        watched.round(feed, reader=here(stopped))
    assert watched.states() == {"fetched": 8, "read": 8, "waiting": 24}
    done = watched.round(feed)
    assert (done.fetched, done.summary.known, done.summary.read) == (24, 0, 32)
    assert len(watched.headlines()) == 40


def test_a_lost_archive_is_told(site: Any, watched: Watched, make_article: Any, make_rss: Any) -> None:
    feed = fill(site, make_article, make_rss, 1)

    def stopped(documents: list[Document]) -> Iterable[Reading]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watched.round(feed, reader=here(stopped))
    next((watched.folder / "warc").iterdir()).unlink()
    done = watched.round(feed)
    assert "archive no longer holds" in done.summary.refusals[0].reason


def test_a_hostile_page_does_not_end_the_round(
    site: Any, watched: Watched, make_article: Any, make_rss: Any
) -> None:
    import gzip

    feed = fill(site, make_article, make_rss, 4)
    site.put("/article-000", gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")
    site.put("/article-001", b"", status=302, Location="file:///etc/passwd")
    site.put("/article-002", b"<html><body>" + b"<div>" * 20_000 + b"x")
    done = watched.round(feed)
    assert done.summary.read == 1
    assert len(done.refused) == 2
    assert done.new == done.summary.read + len(done.refused) + len(done.summary.refusals)
