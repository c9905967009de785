"""`depeche watch` and `depeche read https://…` as people run them, and killed at any moment."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from depeche.cli.__main__ import app
from depeche.model import Document
from depeche.record import open_record
from depeche.sources import open_sources

COUNT = 12


def invoke(*words: str, record: Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(words), env={"DEPECHE_RECORD": str(record), "COLUMNS": "200"})
    assert result.exit_code == code, result.output + repr(result.exception)
    return result


def start(feed: str, record: Path, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "depeche.cli", "watch", feed, "--record", str(record), "--allow-private", "--pause", "0",
         *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def until(reached: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait until something has happened, or the process has ended, or a minute is over."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None and not reached():
        time.sleep(0.01)


@pytest.fixture
def feed(site: Any, make_article: Any, make_rss: Any) -> str:
    """A feed whose pages come slowly enough to be killed between them."""
    for number in range(COUNT):
        page = make_article(f"Accord numéro {number:02}")
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)

        def answer(handler: Any, reply: bytes = head + page) -> None:
            time.sleep(0.03)
            handler.wfile.write(reply)

        site.pages[f"/article-{number:02}"] = answer
    return str(
        site.put("/flux", make_rss(*(f"/article-{number:02}" for number in range(COUNT))), media="text/xml")
    )


def articles(record: Path) -> int:
    try:
        with open_record(record, writing=False) as opened:
            return opened.counts()["articles"]
    except Exception:  # not yet made
        return 0


def test_kills_lose_and_double_nothing(site: Any, feed: str, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    asked = site.asked
    kills = (
        lambda: sum(path.startswith("/article") for path in asked) >= 4,
        lambda: articles(record) >= 1,
    )
    for reached in kills:
        process = start(feed, record, "--interval", "0")
        until(reached, process)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
    last = start(feed, record, "--once", "--interval", "0", "--json")
    told, errors = last.communicate(timeout=60)
    assert last.returncode == 0, errors
    with open_record(record) as opened:
        assert opened.audit() == []
        found = sorted(str(row["headline"]) for row in opened.rows("articles"))
        assert found == [f"Accord numéro {number:02}" for number in range(COUNT)]
        assert all(row["documents"] == 1 for row in opened.rows("articles"))
    kept = [one for one in open_sources([tmp_path / "r.db.warc"]) if isinstance(one, Document)]
    assert sorted(str(one.headline) for one in kept) == found
    assert json.loads(told)["refusals"] == []


def test_a_watch_ends_politely(site: Any, feed: str, tmp_path: Path) -> None:
    process = start(feed, tmp_path / "r.db", "--no-weave")
    until(lambda: len(site.asked) >= 4, process)
    os.kill(process.pid, signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "run the same command to go on" in errors
    assert "Traceback" not in errors


def test_once_tells_what_was_done(site: Any, make_article: Any, make_rss: Any, tmp_path: Path) -> None:
    site.put("/a", make_article("Accord"))
    feed = site.put("/flux", make_rss("/a", "/absent"), media="text/xml")
    listed = tmp_path / "flux.opml"
    listed.write_text(f'<opml><body><outline xmlUrl="{feed}"/></body></opml>', encoding="utf-8")
    record = tmp_path / "r.db"
    words = ("watch", str(listed), "--once", "--allow-private", "--pause", "0")
    told = invoke(*words, record=record).stdout
    assert "new addresses 2" in told
    assert "articles read 1" in told
    assert f"refused: {site.at('/absent')}: the server answered 404" in told
    again = invoke(*words, record=record).stdout
    assert "feeds 0" in again
    assert f" UTC: {feed}: it was asked a short while ago" in again
    assert (tmp_path / "r.db.watch").exists()


def test_lists_are_fetched_too(site: Any, make_rss: Any, tmp_path: Path) -> None:
    site.put("/flux", make_rss(), media="text/xml")
    listed = site.put("/presse.opml", f'<opml><outline xmlUrl="{site.at("/flux")}"/></opml>'.encode())
    told = invoke(
        "watch", listed, "--once", "--allow-private", "--pause", "0", record=tmp_path / "r.db"
    ).stdout
    assert "feeds 1: unchanged 0, failed 0; new addresses 0" in told


def test_feeds_that_cannot_be_are_told(site: Any, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    assert (
        "No such file"
        in invoke("watch", str(tmp_path / "absent.opml"), "--once", record=record, code=2).output
    )
    assert "user name" in invoke("watch", "https://u:p@a.example/", "--once", record=record, code=2).output
    told = invoke("watch", site.at("/flux"), "--once", record=record, code=1).output
    assert "private address" in told
    assert "--allow-private" in told


def test_addresses_are_read_among_files(site: Any, make_article: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Oslo reçoit Quito\n\nLa ministre norvégienne a reçu mardi son homologue.", "utf-8"
    )
    address = site.put("/monde/accord", make_article("Accord"))
    words = ("read", str(tmp_path / "a.txt"), address, site.at("/absent"), "--json")
    record = tmp_path / "r.db"
    told = json.loads(invoke(*words, "--allow-private", record=record).stdout)
    assert (told["read"], len(told["refusals"])) == (2, 1)
    assert "404" in told["refusals"][0]["reason"]
    with open_record(record) as opened:
        assert address in [row["url"] for row in opened.rows("articles")]
    refused = json.loads(invoke(*words, record=record).stdout)["refusals"]
    assert ["private address" in one["reason"] for one in refused] == [True, True]


def test_what_was_refused_for_an_option_is_asked_at_once_with_it(
    site: Any, make_rss: Any, tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    feed = site.put("/flux", make_rss(), media="text/xml")
    invoke("watch", feed, "--once", record=record, code=1)
    told = invoke("watch", feed, "--once", record=record).output
    assert "feed postponed until" in told
    assert "private address" in told
    told = invoke("watch", feed, "--once", "--allow-private", "--pause", "0", record=record).output
    assert "feeds 1: unchanged 0, failed 0" in told
