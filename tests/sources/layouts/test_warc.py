"""Web archives."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Document, Refusal

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


def test_what_stands_before_a_fault_is_read(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_bytes(b"".join(archive(body)[:2]) + b"rubbish\r\n")
    documents, refusals = outcome(tmp_path)
    assert len(documents) == 1
    assert "broken" in refusals[0].reason
