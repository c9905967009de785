"""The records of a WARC file one by one, gzip or not; behind a fault, from the next record on that can be read."""

import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from depeche.sources.entry import Content
from depeche.sources.layouts.bounded import FREE, RATIO

_PIECE = 65_536  # bytes
_LONGEST_LINE = 65_536  # bytes
_MOST_HEADERS = 200
_START = 65_536  # bytes that are kept of a record too large to be held
_MOST_FAULTS = 1_000  # of one file, after which the rest is given up
_MAGIC = b"\x1f\x8b\x08"
_PROBE = 512  # packed bytes that tell whether a member begins with a record


class Record(NamedTuple):
    """One record: its headers by their names in small letters, and its block; only the start where not `whole`."""

    headers: dict[str, str]
    block: bytes
    whole: bool


class Fault(Exception):
    """A place where a WARC file is broken; what stands behind it may be readable."""


class Flood(Exception):
    """More comes out of a file than its size can hold."""


def is_packed(data: bytes) -> bool:
    """Whether the bytes are gzip."""
    return data.startswith(_MAGIC[:2])


def read_records(content: Content, *, largest: int) -> Iterator[Record | Fault]:
    """The records of a file, and its faults where they stand; records of more than `largest` bytes by their start.

    Raises OSError, and Flood for a decompression bomb.
    """
    with content.open() as file:
        stream = _Stream(file, packed=is_packed(content.data), most=max(FREE, RATIO * content.size))
        for _ in range(_MOST_FAULTS):
            try:
                while (record := _record(stream, largest)) is not None:
                    yield record
                return
            except Fault as fault:
                yield fault
                if not stream.resume():
                    return
        yield Fault(f"it has more than {_MOST_FAULTS} faults, the rest is given up")


def _record(stream: "_Stream", largest: int) -> Record | None:
    """The next record, None at the end of the file. Raises Fault."""
    line = b"\r\n"
    while line and not line.strip():
        line = stream.readline()
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise Fault("a record does not begin with its version")
    headers: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = stream.readline()
        if not line.strip():
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers[name.strip().lower()] = value.strip()
    if not re.fullmatch(r"[0-9]{1,15}", headers.get("content-length", "")):
        raise Fault("a record has no length")
    size = int(headers["content-length"])
    block = stream.read(size if size <= largest else _START)
    if size > largest:
        stream.skip(size - _START)
    return Record(headers, block, size <= largest)


class _Stream:
    """The bytes of a file, unpacked where it is `packed`: no more than `most`. Every reading may raise Fault."""

    def __init__(self, file: BinaryIO, *, packed: bool, most: int) -> None:
        self._file = file
        self._packed = packed
        self._left = most
        self._unpacker: Any = None
        self._rest = b""  # packed bytes that were read and not yet unpacked
        self._buffer = b""
        self._at = 0

    def readline(self) -> bytes:
        """The next line with its end, or as much of it as may be held; empty at the end."""
        while (end := self._buffer.find(b"\n", self._at)) < 0:
            if len(self._buffer) - self._at >= _LONGEST_LINE or not self._fill():
                break
        return self._taken((end + 1 if end >= 0 else len(self._buffer)) - self._at)

    def read(self, size: int) -> bytes:
        """So many bytes."""
        pieces = [self._taken(size)]
        size -= len(pieces[0])
        while size:
            if not self._fill():
                raise Fault("it ends in the middle of a record")
            pieces.append(self._taken(size))
            size -= len(pieces[-1])
        return b"".join(pieces)

    def skip(self, size: int) -> None:
        """Pass over so many bytes."""
        while size:
            size -= len(self.read(min(size, _PIECE)))

    def resume(self) -> bool:
        """Go on at the next line that begins a record; False where there is none."""
        while True:
            try:
                while line := self.readline():
                    if line.startswith(b"WARC/"):
                        self._at -= len(line)
                        return True
                return False
            except Fault:
                self._buffer, self._at = b"", 0

    def _taken(self, size: int) -> bytes:
        taken = self._buffer[self._at : self._at + size]
        self._at += len(taken)
        return taken

    def _fill(self) -> bool:
        """Get more bytes behind those that are not yet taken; False at the end."""
        piece = self._unpacked() if self._packed else self._file.read(_PIECE)
        self._left -= len(piece)
        if self._left < 0:
            raise Flood
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)

    def _unpacked(self) -> bytes:
        while True:
            if not self._rest:
                self._rest = self._file.read(_PIECE)
            if self._unpacker is None:
                self._rest = self._rest.lstrip(b"\x00")  # members may be padded
            if not self._rest:
                ended, self._unpacker = self._unpacker is None, None
                if ended:
                    return b""
                raise Fault("it ends in the middle of a record")
            self._unpacker = self._unpacker or zlib.decompressobj(wbits=31)
            try:
                piece: bytes = self._unpacker.decompress(self._rest, _PIECE)
            except zlib.error as error:
                self._next_member()
                raise Fault("its compression is broken") from error
            self._rest = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                self._rest, self._unpacker = self._unpacker.unused_data, None
            if piece:
                return piece

    def _next_member(self) -> None:
        """Go to the next gzip member that begins with a record; to the end of the file where there is none."""
        self._unpacker = None
        at = 1
        while True:
            at = self._rest.find(_MAGIC, at)
            if at < 0 or len(self._rest) - at < _PROBE:
                keep = self._rest[at:] if at >= 0 else self._rest[-len(_MAGIC) + 1 :]
                more = self._file.read(_PIECE)
                if not more and not (at >= 0 and _begins_record(keep)):
                    self._rest = b""
                    return
                self._rest, at = keep + more, 0
                if more:
                    continue
            if _begins_record(self._rest[at : at + _PROBE]):
                self._rest = self._rest[at:]
                return
            at += 1


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 5) == b"WARC/"
    except zlib.error:
        return False
