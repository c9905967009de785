"""ZIP, tar and compressed files: their members one by one, in memory, within bounds; nothing is written to disk.

An archive inside an archive, an unsafe name, an encrypted or broken member and a decompression bomb are refused.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePosixPath
from typing import IO, Any

from depeche.model import Refusal
from depeche.sources.entry import HEAD, Content, refuse
from depeche.sources.layouts.bounded import FREE, RATIO, Bomb, Bounded
from depeche.sources.options import MEGABYTE, SourceOptions

_FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    MemoryError,
    OverflowError,
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_STREAMS: tuple[tuple[bytes, str, Any], ...] = (
    (b"\x1f\x8b", "gzip", gzip.open),
    (b"BZh", "bzip2", bz2.open),
    (b"\xfd7zXZ\x00", "xz", lzma.open),
)
_OFFICE = {"ppt/presentation.xml": "a PowerPoint file"}
_USUAL = 20  # times that texts and pages may well unpack to
_MAGIC = slice(257, 262)


def recognise(content: Content) -> str | None:
    """Whether the bytes are an archive or a compressed file that can be opened here."""
    data = content.data
    if data.startswith(_ZIP):
        return "ZIP archive"
    if data[_MAGIC] == b"ustar":
        return "tar archive"
    return next((f"{name} compression" for magic, name, _ in _STREAMS if data.startswith(magic)), None)


def read(content: Content, options: SourceOptions) -> Iterator[Content | Refusal]:
    """The members as contents of their own, in the order of the archive."""
    if content.depth:
        yield refuse(content.origin, "this is an archive inside an archive", advice="Unpack it first.")
        return
    try:
        if content.data.startswith(_ZIP):
            yield from _zip(content, options)
        elif content.data[_MAGIC] == b"ustar":
            with content.open() as file:
                yield from _tar(file, content, options)
        else:
            yield from _stream(content, options)
    except Bomb:
        yield refuse(
            content.origin,
            f"this archive unpacks to more than {_most(content, options) / MEGABYTE:g} MB",
            advice="Unpack it yourself if you trust it, or allow more with --largest.",
        )
    except _FAULTS as error:
        yield refuse(
            content.origin,
            f"this archive is broken: {str(error)[:80] or type(error).__name__}",
            advice="Fetch or pack it again.",
        )


def _most(content: Content, options: SourceOptions) -> int:
    """How many bytes may come out: text packs five to ten times, so what is large may unpack to more."""
    return max(FREE, min(RATIO * content.size, max(options.unpacked, _USUAL * content.size)))


def _zip(content: Content, options: SourceOptions) -> Iterator[Content | Refusal]:
    with content.open() as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        for name, kind in _OFFICE.items():
            if name in names:
                yield refuse(
                    content.origin, f"this is {kind}", advice="Export its texts as CSV, text or DOCX."
                )
                return
        if names[:1] == ["mimetype"]:
            yield refuse(
                content.origin, "this is an OpenDocument or EPUB file", advice="Save it as DOCX or text."
            )
            return
        left = _most(content, options)
        for number, info in enumerate(archive.infolist()):
            if info.filename and (info.is_dir() or _is_hidden(info.filename)):
                continue
            origin = f"{content.origin}!{info.filename}"
            if number >= options.members:
                yield _too_many(content, options)
                return
            if info.flag_bits & 1:
                yield refuse(origin, "this member is encrypted", advice="Unpack it with its password first.")
            elif not _is_safe(info.filename):
                yield _unsafe(origin)
            else:
                try:
                    with archive.open(info) as member:
                        data = member.read(min(options.largest, left) + 1)
                except _FAULTS as error:
                    yield _broken(origin, error)
                    continue
                left -= len(data)
                if left < 0:
                    raise Bomb(origin)
                yield _member(data, origin, info.filename, content, options)


def _stream(content: Content, options: SourceOptions) -> Iterator[Content | Refusal]:
    opener = next(opener for magic, _, opener in _STREAMS if content.data.startswith(magic))
    most = _most(content, options)

    def unpacked() -> BufferedReader:
        return BufferedReader(Bounded(opener, content.open(), most))

    with unpacked() as stream:
        data = stream.read(min(options.largest, most) + 1)
    if data[_MAGIC] == b"ustar":
        with unpacked() as stream:
            yield from _tar(stream, content, options)
        return
    name = PurePosixPath(content.origin).stem
    origin = f"{content.origin}!{name}"
    if len(data) <= options.largest:
        yield _member(data, origin, name, content, options)
        return
    lines = data[: data.rfind(b"\n", 0, HEAD) + 1] or data[:HEAD]
    yield Content(lines, origin=origin, stem=name, depth=content.depth + 1, opener=unpacked)


def _tar(stream: IO[bytes], content: Content, options: SourceOptions) -> Iterator[Content | Refusal]:
    left = _most(content, options)
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, info in enumerate(archive):
            if number >= options.members:
                yield _too_many(content, options)
                return
            left -= info.size
            if left < 0:
                raise Bomb(info.name)
            if info.isdir() or _is_hidden(info.name):
                continue
            origin = f"{content.origin}!{info.name}"
            if not info.isreg():
                yield refuse(origin, "this member is a link or device", advice="Pack the file itself.")
            elif not _is_safe(info.name):
                yield _unsafe(origin)
            else:
                member = archive.extractfile(info)
                data = member.read(options.largest + 1) if member else b""
                yield _member(data, origin, info.name, content, options)


def _member(
    data: bytes, origin: str, name: str, content: Content, options: SourceOptions
) -> Content | Refusal:
    if len(data) > options.largest:
        return refuse(
            origin,
            f"this member is larger than {options.largest / MEGABYTE:g} MB",
            advice="Split it, or allow more with --largest.",
        )
    return Content(data, origin=origin, stem=PurePosixPath(name).stem, depth=content.depth + 1)


def _is_hidden(name: str) -> bool:
    """Names that systems add to archives: "__MACOSX/…", ".DS_Store"."""
    parts = PurePosixPath(name).parts
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)


def _is_safe(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return (
        bool(name)
        and not path.is_absolute()
        and ".." not in path.parts
        and ":" not in name
        and "\x00" not in name
    )


def _unsafe(origin: str) -> Refusal:
    return refuse(
        origin, "this member's name points outside the archive", advice="Do not trust this archive."
    )


def _broken(origin: str, error: Exception) -> Refusal:
    return refuse(
        origin,
        f"this member is broken: {str(error)[:80] or type(error).__name__}",
        advice="Fetch or pack it again.",
    )


def _too_many(content: Content, options: SourceOptions) -> Refusal:
    return refuse(
        content.origin,
        f"this archive has more than {options.members} members; the rest is not read",
        advice="Split it.",
    )
