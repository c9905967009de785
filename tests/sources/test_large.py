"""Files too large to be held are read as streams where their layout allows it, and refused where it does not."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Document, Refusal
from depeche.sources import FILES, SourceOptions, open_sources
from depeche.sources.layouts import LAYOUTS

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]

LARGEST = 4_000  # bytes: every file below is larger
COUNT = 30


def lines(body: str) -> bytes:
    rows = ({"id": f"n{number}", "text": f"{body} ({number})"} for number in range(COUNT))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def table(body: str) -> bytes:
    cells = body.replace("\n", " ").replace('"', "")
    return ("id;text\n" + "".join(f'n{number};"{cells} ({number})"\n' for number in range(COUNT))).encode(
        "cp1252"
    )


def mailbox(body: str) -> bytes:
    head = "From lettre@a.example Fri May  3 07:12:00 2024\nFrom: lettre@a.example\nSubject: Une lettre\n"
    head += "Date: Fri, 03 May 2024 07:12:00 +0200\nContent-Type: text/plain; charset=utf-8\n"
    head += "Content-Transfer-Encoding: 8bit\n"
    return "".join(
        f"{head}Message-ID: <n{number}@a.example>\n\n{body} ({number})\n\n" for number in range(COUNT)
    ).encode()


def web_archive(body: str) -> bytes:
    pieces = []
    for number in range(COUNT):
        page = f"<html><head><title>Un titre</title></head><body><article><p>{body} ({number})</p></article></body>"
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        head += f"Content-Length: {len(block)}\r\n\r\n"
        pieces.append(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))
    return b"".join(pieces)


def zipped(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(COUNT):
            archive.writestr(f"n{number}.txt", f"{body} ({number})")
    return stream.getvalue()


def tarred(body: str) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for number in range(COUNT):
            data = f"{body} ({number})".encode()
            info = tarfile.TarInfo(f"n{number}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


MADE: dict[str, Callable[[str], bytes]] = {
    "jsonl": lines,
    "csv": table,
    "mail": mailbox,
    "warc": web_archive,
    "zip": zipped,
    "tar": tarred,
    "tar.bz2": lambda body: bz2.compress(tarred(body)),
    "jsonl.gz": lambda body: gzip.compress(lines(body)),
}


@pytest.mark.parametrize("layout", MADE)
def test_a_large_file_reads_like_a_small_one(
    layout: str, tmp_path: Path, outcome: Outcome, body: str
) -> None:
    (tmp_path / "x").write_bytes(MADE[layout](body))
    documents, refusals = outcome(tmp_path / "x")
    assert (len(documents), refusals) == (COUNT, [])
    streamed = outcome(tmp_path / "x", largest=LARGEST)
    assert streamed == (documents, [])


def test_a_large_text_is_refused(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(body * COUNT, encoding="utf-8")
    documents, refusals = outcome(tmp_path / "x", largest=LARGEST)
    assert not documents
    assert refusals[0].reason == "this text file is larger than 0.004 MB"


def test_every_layout_that_is_held_whole_is_called_in_plain_words() -> None:
    held = {layout.name for layout in LAYOUTS if not layout.streams}
    assert held == set(FILES)


def test_a_line_too_long_is_refused_and_the_others_are_read(
    tmp_path: Path, outcome: Outcome, body: str
) -> None:
    made = lines(body).splitlines(keepends=True)
    made[3] = json.dumps({"text": body * COUNT}).encode() + b"\n"
    (tmp_path / "x").write_bytes(b"".join(made))
    documents, refusals = outcome(tmp_path / "x", largest=LARGEST)
    assert len(documents) == COUNT - 1
    assert [one.origin for one in refusals] == [f"{tmp_path / 'x'}:4"]


def test_a_stream_that_unpacks_to_far_more_ends_with_a_refusal(tmp_path: Path, outcome: Outcome) -> None:
    line = b'{"text": "' + b"a" * 100_000 + b'"}\n'
    (tmp_path / "x").write_bytes(gzip.compress(line * 300))
    documents, refusals = outcome(tmp_path / "x", largest=1_000_000)
    assert len(documents) < 300
    assert "unpacks to too much" in refusals[-1].reason


def test_refusals_are_told_with_what_was_refused(tmp_path: Path, body: str) -> None:
    kept: dict[str, bytes | None] = {}
    page = b"<html><body><p>Menu</p></body></html>"
    (tmp_path / "a.jsonl").write_bytes(lines(body) + b"rubbish\n")
    (tmp_path / "b.html").write_bytes(page)
    (tmp_path / "c.txt").write_text("The minister said on Thursday that the talks would go on. " * 5)
    found = list(
        open_sources(
            [tmp_path, tmp_path / "none"],
            options=SourceOptions(),
            keep=lambda refusal, data: kept.__setitem__(Path(refusal.origin).name, data),
        )
    )
    refused = [one for one in found if isinstance(one, Refusal)]
    assert {type(one) for one in refused} == {Refusal}
    assert kept == {
        f"a.jsonl:{COUNT + 1}": b"rubbish",
        "b.html": page,
        "c.txt": (tmp_path / "c.txt").read_bytes(),
        "none": None,
    }


def test_what_stands_before_the_end_of_a_broken_packed_file_is_read(
    tmp_path: Path, outcome: Outcome, body: str
) -> None:
    (tmp_path / "x").write_bytes(gzip.compress(lines(body), 0)[:-300])
    documents, refusals = outcome(tmp_path / "x", largest=LARGEST)
    assert len(documents) == COUNT - 1
    assert len(refusals) == 1


def test_a_packed_file_of_several_members(tmp_path: Path, outcome: Outcome, body: str) -> None:
    some = lines(body).splitlines(keepends=True)
    (tmp_path / "x").write_bytes(gzip.compress(b"".join(some[:9])) + gzip.compress(b"".join(some[9:])))
    for largest in (LARGEST, 1_000_000):
        documents, refusals = outcome(tmp_path / "x", largest=largest)
        assert (len(documents), refusals) == (COUNT, [])
