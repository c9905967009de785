"""Archives: read member by member, and never trusted."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


def zipped(members: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def test_zip_members_are_documents(outcome: Outcome, tmp_path: Path, body: str) -> None:
    data = body.encode("utf-8")
    (tmp_path / "x.zip").write_bytes(
        zipped(
            {"b/deux.txt": data, "a/un.txt": data + b" Fin.", "__MACOSX/._un.txt": b"\x00", "vide.txt": b""}
        )
    )
    documents, refusals = outcome(tmp_path)
    assert [document.id for document in documents] == ["deux", "un"]
    assert documents[0].origin.endswith("x.zip!b/deux.txt")
    assert [one.reason for one in refusals] == ["this file is empty"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(mode: str, outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_bytes(
        tarred({"un.txt": body.encode(), "deux.txt": body.encode("cp1252", "replace")}, mode)
    )
    documents, refusals = outcome(tmp_path)
    assert not refusals
    assert [document.id for document in documents] == ["un", "deux"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_compressed_file(
    pack: Callable[[bytes], bytes], outcome: Outcome, tmp_path: Path, body: str
) -> None:
    (tmp_path / "article.txt.gz").write_bytes(pack(body.encode()))
    (document,), _ = outcome(tmp_path)
    assert document.text == body


@pytest.mark.parametrize("name", ["../fuite.txt", "/etc/fuite.txt", "C:\\fuite.txt", "a/../../fuite.txt"])
def test_unsafe_names(name: str, outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_bytes(zipped({name: body.encode()}))
    (tmp_path / "y").write_bytes(tarred({name: body.encode()}))
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert ["outside the archive" in one.reason for one in refusals] == [True, True]


def test_archives_in_archives(outcome: Outcome, tmp_path: Path, body: str) -> None:
    inner = zipped({"a.txt": body.encode()})
    (tmp_path / "x").write_bytes(
        zipped({"inner.zip": inner, "ok.txt": body.encode(), "i.gz": gzip.compress(inner)})
    )
    documents, refusals = outcome(tmp_path)
    assert [document.id for document in documents] == ["ok"]
    assert [one.reason for one in refusals] == ["this is an archive inside an archive"] * 2


@pytest.mark.parametrize(
    "data",
    [
        zipped({f"{number}.txt": b"a" * 30_000_000 for number in range(3)}),
        gzip.compress(b"a" * 60_000_000),
        tarred({"a.txt": b"a" * 40_000_000, "b.txt": b"a" * 40_000_000}, "w:gz"),
    ],
    ids=["zip", "gzip", "tar"],
)
def test_decompression_bombs(data: bytes, outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert "unpacks to more than" in refusals[-1].reason


def test_broken_archives(outcome: Outcome, tmp_path: Path, body: str) -> None:
    good = zipped({"a.txt": body.encode() * 50})
    (tmp_path / "x").write_bytes(good[: len(good) // 2])
    (tmp_path / "y").write_bytes(gzip.compress(body.encode() * 50)[:-20])
    documents, refusals = outcome(tmp_path)
    assert not documents
    assert len(refusals) == 2


def test_too_many_members(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_bytes(zipped({f"{number}.txt": body.encode() for number in range(5)}))
    documents, refusals = outcome(tmp_path, members=3)
    assert len(documents) == 3
    assert "more than 3 members" in refusals[0].reason


def test_a_presentation_is_named(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(
        zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<a/>"})
    )
    _, (refusal,) = outcome(tmp_path)
    assert refusal.reason == "this is a PowerPoint file"
