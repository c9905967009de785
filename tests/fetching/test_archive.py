"""The archive: what is added comes back, other readers understand it, and a kill leaves no trace."""

import gzip
from pathlib import Path

import pytest

from depeche.fetching import Answer, Archive, Stored
from depeche.fetching import archive as module
from depeche.model import Document
from depeche.sources import open_sources


def answer(number: int, *, body: bytes = b"") -> Answer:
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked"), ("X-Nom", "é"))
    return Answer(f"https://journal.example/{number}", 200, "OK", headers, body or f"page {number}".encode())


def test_answers_come_back_as_they_were(tmp_path: Path) -> None:
    begun: list[int] = []
    kept = Archive(tmp_path / "warc", last=None, begun=begun.append)
    stored = [kept.add(answer(number)) for number in range(3)]
    assert begun == [1]
    assert [one.start for one in stored[1:]] == [one.end for one in stored[:2]]
    for number, one in enumerate(stored):
        found = kept.get(one)
        assert (found.address, found.status, found.body) == (answer(number).address, 200, answer(number).body)
        assert found.header("content-type") == "text/html; charset=utf-8"
        assert found.header("transfer-encoding") is None


def test_compressed_bodies_stay_compressed(tmp_path: Path) -> None:
    kept = Archive(tmp_path / "warc", last=None, begun=lambda number: None)
    body = gzip.compress(b"abc" * 100)
    one = Answer("https://journal.example/", 200, "OK", (("Content-Encoding", "gzip"),), body)
    found = kept.get(kept.add(one))
    assert found.body == body
    assert found.plain(largest=1_000) == b"abc" * 100


def test_what_a_kill_left_half_written_is_taken_away(tmp_path: Path) -> None:
    kept = Archive(tmp_path / "warc", last=None, begun=lambda number: None)
    stored = kept.add(answer(1))
    path = tmp_path / "warc" / "00001.warc.gz"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    again = Archive(tmp_path / "warc", last=(1, stored.end), begun=lambda number: None)
    assert path.read_bytes() == whole
    assert again.add(answer(2)).start == stored.end
    assert again.get(stored).body == b"page 1"


def test_files_that_the_ledger_does_not_know_are_never_touched(tmp_path: Path) -> None:
    Archive(tmp_path / "warc", last=None, begun=lambda number: None).add(answer(1))
    former = (tmp_path / "warc" / "00001.warc.gz").read_bytes()
    stored = Archive(tmp_path / "warc", last=None, begun=lambda number: None).add(answer(2))
    assert stored.number == 2
    assert (tmp_path / "warc" / "00001.warc.gz").read_bytes() == former


def test_a_file_that_was_cut_or_taken_away_is_left_as_it_is(tmp_path: Path) -> None:
    end = Archive(tmp_path / "warc", last=None, begun=lambda number: None).add(answer(1)).end
    path = tmp_path / "warc" / "00001.warc.gz"
    path.write_bytes(path.read_bytes()[:-9])
    kept = Archive(tmp_path / "warc", last=(1, end), begun=lambda number: None)
    assert path.stat().st_size == end - 9
    assert kept.get(kept.add(answer(2))).body == b"page 2"
    path.unlink()
    again = Archive(tmp_path / "warc", last=(1, end), begun=lambda number: None)
    assert again.add(answer(3)).number == 3


def test_full_files_are_followed_by_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 600)
    kept = Archive(tmp_path / "warc", last=None, begun=lambda number: None)
    numbers = [kept.add(answer(number)).number for number in range(4)]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 1


def test_a_changed_archive_is_told(tmp_path: Path) -> None:
    kept = Archive(tmp_path / "warc", last=None, begun=lambda number: None)
    stored = kept.add(answer(1))
    with pytest.raises((OSError, ValueError)):
        kept.get(Stored(7, 0, 10))
    (tmp_path / "warc" / "00001.warc.gz").write_bytes(b"autre chose" * 50)
    with pytest.raises((OSError, ValueError)):
        kept.get(stored)


def test_the_archive_is_a_source_like_others(tmp_path: Path, make_article: object) -> None:
    kept = Archive(tmp_path / "warc", last=None, begun=lambda number: None)
    for number in range(2):
        kept.add(answer(number, body=make_article(f"Accord numéro {number}")))  # type: ignore[operator]
    found = list(open_sources([tmp_path / "warc"]))
    assert [one.headline for one in found if isinstance(one, Document)] == [
        "Accord numéro 0",
        "Accord numéro 1",
    ]
