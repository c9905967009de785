"""The ledger of a watch: every page once, every step whole, one watch at a time."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from depeche.record import (
    FoundPage,
    NewerRecord,
    NoRecord,
    NotARecord,
    RecordLocked,
    open_ledger,
    open_record,
)

FEED = "https://journal.example/flux.xml"


def pages(*keys: str) -> list[FoundPage]:
    return [FoundPage(key, f"https://{key}", "7 mai 2024") for key in keys]


def test_a_feeds_answer_is_kept_with_its_pages(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "r.db.watch") as ledger:
        (feed,) = ledger.feeds([FEED])
        assert (feed.etag, feed.next, feed.failures) == (None, 0, 0)
        ledger.failed(feed, "no answer", next=50)
        assert ledger.feeds([FEED])[0].failures == 1
        told = feed._replace(title="Le Phare", etag='"1"', modified="hier")
        assert ledger.answered(told, pages("j.example/1", "j.example/2"), next=100) == 2
        assert ledger.answered(told, pages("j.example/2", "j.example/3"), next=200) == 1
    with open_ledger(tmp_path / "r.db.watch") as ledger:
        (feed,) = ledger.feeds([FEED])
        assert (feed.title, feed.etag, feed.modified, feed.next, feed.failures) == (
            "Le Phare",
            '"1"',
            "hier",
            200,
            0,
        )
        ledger.unchanged(feed, next=300)
        assert ledger.feeds([FEED])[0].next == 300
        found = ledger.pages("waiting", now=0, limit=2)
        assert [(page.address, page.feed_title) for page in found] == [
            ("https://j.example/1", "Le Phare"),
            ("https://j.example/2", "Le Phare"),
        ]


def test_pages_go_their_way(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "r.db.watch") as ledger:
        ledger.answered(ledger.feeds([FEED])[0], pages("1", "2", "3"), next=0)
        one, two, three = ledger.pages("waiting", now=0, limit=9)
        ledger.begun(1)
        ledger.fetched(one, "identity", archive=1, start=0, end=80)
        assert ledger.last_archive() == (1, 80)
        assert ledger.same_as(two, "identity") == "https://1"
        assert ledger.same_as(one, "identity") is None
        ledger.settled([two], "variant", said="the same")
        ledger.later(three, "500", next=900)
        assert (ledger.next_page(), ledger.pages("waiting", now=899, limit=9)) == (900, [])
        assert ledger.pages("waiting", now=900, limit=9)[0].tries == 1
        (again,) = ledger.pages("fetched", now=0, limit=9)
        assert (again.archive, again.start, again.end) == (1, 0, 80)
        ledger.settled([again], "read")
        assert ledger.states() == {"read": 1, "variant": 1, "waiting": 1}


def test_hosts_take_turns(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "r.db.watch") as ledger:
        many = pages(*(f"large.example/{number}" for number in range(9)), "small.example/1", "small.example")
        ledger.answered(ledger.feeds([FEED])[0], many, next=0)
        found = [page.address for page in ledger.pages("waiting", now=0, limit=5, each=3)]
        assert found == [
            "https://large.example/0", "https://small.example/1", "https://large.example/1", "https://small.example",
            "https://large.example/2",
        ]  # fmt: skip
        assert len(ledger.pages("waiting", now=0, limit=50, each=3)) == 5
        assert len(ledger.pages("waiting", now=0, limit=50)) == 11


def test_a_step_that_fails_leaves_nothing_of_it(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "r.db.watch") as ledger:
        ledger.answered(ledger.feeds([FEED])[0], pages("1", "2"), next=0)
        one, two = ledger.pages("waiting", now=0, limit=9)
        ledger.begun(1)
        ledger.fetched(one, "same", archive=1, start=0, end=80)
        with pytest.raises(sqlite3.IntegrityError):
            ledger.fetched(two, "same", archive=1, start=80, end=160)
        assert ledger.last_archive() == (1, 80)
        assert ledger.states() == {"fetched": 1, "waiting": 1}


def test_one_watch_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "r.db.watch"
    program = (
        f"from pathlib import Path; from depeche.record import open_ledger; open_ledger(Path({str(path)!r}))"
    )
    with open_ledger(path):
        second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "RecordLocked" in second.stderr
        assert "another watch is running" in second.stderr
        with pytest.raises(RecordLocked):
            open_ledger(path)
    open_ledger(path).close()


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db", create=True).close()
    with pytest.raises(NotARecord, match="not the ledger"):
        open_ledger(tmp_path / "r.db")
    (tmp_path / "text").write_text("Oslo, 3 mai. " * 200, encoding="utf-8")
    with pytest.raises(NotARecord):
        open_ledger(tmp_path / "text")
    open_ledger(tmp_path / "w").close()
    connection = sqlite3.connect(tmp_path / "w")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerRecord):
        open_ledger(tmp_path / "w")
    with pytest.raises((NotARecord, NoRecord)):
        open_record(tmp_path / "w")
