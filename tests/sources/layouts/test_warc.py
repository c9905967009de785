"""Web archives."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import DateSaid, Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


def record(kind: str, block: bytes, *, address: str = "", media: str = "application/http") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n"
    if address:
        head += f"WARC-Target-URI: {address}\r\n"
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(
    page: bytes, *, media: str = "text/html; charset=utf-8", extra: str = "", status: str = "200 OK"
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + page


def archive(body: str) -> list[bytes]:
    page = f"<html><head><title>Un titre</title></head><body><article><p>{body}</p></article></body></html>".encode()
    chunked = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    return [
        record("warcinfo", b"software: x", media="application/warc-fields"),
        record("response", answer(page), address="https://a.example/1"),
        record(
            "response", answer(chunked, extra="Transfer-Encoding: chunked\r\n"), address="https://a.example/2"
        ),
        record(
            "response",
            answer(gzip.compress(page), extra="Content-Encoding: gzip\r\n"),
            address="https://a.example/3",
        ),
        record("response", answer(b"\x89PNG", media="image/png"), address="https://a.example/logo.png"),
        record("response", answer(page, status="404 Not Found"), address="https://a.example/4"),
        record("conversion", body.encode(), address="https://a.example/5", media="text/plain"),
    ]


@pytest.mark.parametrize(
    "pack", [b"".join, lambda records: b"".join(map(gzip.compress, records))], ids=["plain", "gzip"]
)
def test_pages(pack: Callable[[list[bytes]], bytes], outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_bytes(pack(archive(body)))
    documents, refusals = outcome(tmp_path)
    assert not refusals
    assert [document.url for document in documents] == [
        f"https://a.example/{number}" for number in (1, 2, 3, 5)
    ]
    assert all("Affaires étrangères" in document.text for document in documents)


def test_behind_a_fault_reading_goes_on(outcome: Outcome, tmp_path: Path, body: str) -> None:
    first, second = archive(body)[1:3]
    (tmp_path / "x").write_bytes(first + b"rubbish\r\n" + second)
    documents, refusals = outcome(tmp_path)
    assert len(documents) == 2
    assert ["broken" in one.reason for one in refusals] == [True]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda member: member[: len(member) // 2],
        lambda member: member[:60] + b"\xff" * 40 + member[100:],
        lambda member: b"\x1f\x8b\x08" + member[:20] + b"\x1f\x8b\x08\x00" * 300,
        lambda member: member[:-8] + bytes(8),
    ],
    ids=["cut", "overwritten", "false starts", "wrong sum"],
)
def test_behind_a_broken_member_reading_goes_on(
    spoil: Callable[[bytes], bytes], outcome: Outcome, tmp_path: Path, body: str
) -> None:
    members = [gzip.compress(one) for one in archive(body)]
    members[2] = spoil(members[2])
    (tmp_path / "x").write_bytes(b"".join(members))
    documents, refusals = outcome(tmp_path)
    assert {document.url for document in documents} >= {f"https://a.example/{number}" for number in (1, 3, 5)}
    assert ["broken" in one.reason for one in refusals] == [True]


def test_an_archive_that_ends_too_soon(outcome: Outcome, tmp_path: Path, body: str) -> None:
    first, second = archive(body)[1:3]
    (tmp_path / "x").write_bytes(first + second[:-200])
    (tmp_path / "y").write_bytes(gzip.compress(first) + gzip.compress(second)[:-30])
    documents, refusals = outcome(tmp_path)
    assert len(documents) == 2
    assert ["ends in the middle of a record" in one.reason for one in refusals] == [True, True]


def test_too_large_records_are_passed_over(outcome: Outcome, tmp_path: Path, body: str) -> None:
    film = record("response", answer(bytes(200_000), media="video/mp4"), address="https://a.example/film")
    page = record("response", answer(b"<p>" + b"a" * 200_000), address="https://a.example/lourd")
    (tmp_path / "x").write_bytes(film + page + archive(body)[1])
    documents, refusals = outcome(tmp_path / "x", largest=100_000)
    assert [document.url for document in documents] == ["https://a.example/1"]
    assert ["larger than 0.1 MB" in one.reason for one in refusals] == [True]


def test_what_was_met_before_is_no_article(outcome: Outcome, tmp_path: Path, body: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    again = record("revisit", head, address="https://a.example/1")
    (tmp_path / "x").write_bytes(archive(body)[1] + again)
    documents, refusals = outcome(tmp_path)
    assert (len(documents), refusals) == (1, [])


def test_the_charset_of_the_answer(outcome: Outcome, tmp_path: Path, body: str) -> None:
    page = f"<html><body><article><p>{body} Coût : 3 €.</p></article></body></html>".encode("iso-8859-15")
    block = answer(page, media="text/html; charset=iso-8859-15")
    (tmp_path / "x").write_bytes(record("response", block, address="https://a.example/1"))
    (document,), _ = outcome(tmp_path)
    assert document.text.endswith("Coût : 3 €.")


def test_when_it_was_archived(outcome: Outcome, tmp_path: Path, body: str) -> None:
    one = archive(body)[1].replace(b"WARC-Type", b"WARC-Date: 2024-05-07T00:00:00Z\r\nWARC-Type", 1)
    (tmp_path / "x").write_bytes(one)
    (document,), _ = outcome(tmp_path)
    assert document.dates == (DateSaid("2024-05-07", "WARC-Date", "archived"),)


def test_chunks_of_a_packed_page(outcome: Outcome, tmp_path: Path, body: str) -> None:
    brotli = pytest.importorskip("brotli")
    page = f"<html><body><article><p>{body}</p></article></body></html>".encode()
    packed = brotli.compress(page)
    halves = (packed[:100], packed[100:])
    chunked = b"".join(f"{len(half):x};a=b\r\n".encode() + half + b"\r\n" for half in halves) + b"0\r\n\r\n"
    extra = "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"
    plain = answer(
        page, extra="Content-Encoding: br\r\n"
    )  # unpacked by the crawler, whatever its headers say
    (tmp_path / "x").write_bytes(
        record("response", answer(chunked, extra=extra), address="https://a.example/1")
        + record("response", plain, address="https://a.example/2")
        + record(
            "response", answer(b"\xff\xfe", extra="Content-Encoding: br\r\n"), address="https://a.example/3"
        )
        + record(
            "response", answer(packed, extra="Content-Encoding: zstd\r\n"), address="https://a.example/4"
        )
    )
    documents, refusals = outcome(tmp_path)
    assert [body.split(".")[0] in document.text for document in documents] == [True, True]
    assert [one.reason.partition("pack")[0] for one in refusals] == ["this page's Brotli ", "this page is "]


def test_without_the_package_for_brotli(
    outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("depeche.sources.layouts.answers.find_spec", lambda name: None)
    block = answer(b"\x8b\x07\x80", extra="Content-Encoding: br\r\n")
    (tmp_path / "x").write_bytes(record("response", block, address="https://a.example/1"))
    _, (refusal,) = outcome(tmp_path)
    assert refusal.reason == "this page is packed with Brotli"
    assert "depeche[brotli]" in refusal.advice
