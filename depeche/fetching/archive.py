"""What was fetched, kept as WARC files that only grow at their end and are whole after a kill."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from depeche.fetching.transport import Answer

LARGEST = 40_000_000  # bytes of one file, so that every reader opens it whole
_DROPPED = frozenset({"transfer-encoding", "connection", "keep-alive"})  # what held for the transfer alone


class Stored(NamedTuple):
    """Where an answer stands: the number of the file, and its bytes [start, end)."""

    number: int
    start: int
    end: int


class Archive:
    """A folder of numbered WARC files, of which one is written.

    `number` and `end` are the file that was written last and its length as the caller noted it, None where there is
    none: what stands behind `end` was being written when the program was killed, and is taken away. `begun` is
    called with the number of a file before it is written for the first time.
    """

    def __init__(self, folder: Path, *, last: tuple[int, int] | None, begun: Callable[[int], None]) -> None:
        self._folder = folder
        self._begun = begun
        folder.mkdir(exist_ok=True)
        self._number, self._end = last or (0, LARGEST)
        if last:
            path = self._path(self._number)
            size = path.stat().st_size if path.exists() else 0
            if size > self._end:
                os.truncate(path, self._end)
            elif size < self._end:
                self._end = LARGEST  # somebody took away or cut the file: leave it, and begin another

    def add(self, answer: Answer) -> Stored:
        """Append an answer; it is on the disk when this returns."""
        if self._end >= LARGEST:
            self._next()
        written = _record(answer)
        with self._path(self._number).open("ab") as stream:
            stream.write(written)
            stream.flush()
            os.fsync(stream.fileno())
        start, self._end = self._end, self._end + len(written)
        return Stored(self._number, start, self._end)

    def get(self, stored: Stored) -> Answer:
        """An answer as it was added. Raises OSError or ValueError where the file is no longer as it was."""
        from warcio.archiveiterator import ArchiveIterator
        from warcio.recordloader import ArchiveLoadFailed

        with self._path(stored.number).open("rb") as stream:
            stream.seek(stored.start)
            data = stream.read(stored.end - stored.start)
        try:
            for record in ArchiveIterator(BytesIO(data)):
                if record.rec_type == "response" and record.http_headers is not None:
                    return _answer(record)
        except ArchiveLoadFailed as error:
            raise ValueError(f"{self._path(stored.number)}: {error}") from error
        raise ValueError(f"{self._path(stored.number)}: no answer at byte {stored.start}")

    def _next(self) -> None:
        taken = [int(path.name[:5]) for path in self._folder.glob("[0-9]" * 5 + ".warc.gz")]
        self._number, self._end = max([self._number, *taken]) + 1, 0
        self._begun(self._number)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:05}.warc.gz"


def _answer(record: Any) -> Answer:
    line = record.http_headers
    headers = tuple((str(name), str(value)) for name, value in line.headers)
    status, _, reason = str(line.statusline).partition(" ")
    address = str(record.rec_headers.get_header("WARC-Target-URI"))
    return Answer(address, int(status), reason, headers, record.raw_stream.read())


def _record(answer: Answer) -> bytes:
    """The response record of an answer, a gzip member of its own."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import BufferWARCWriter

    writer = BufferWARCWriter(gzip=True)
    kept = [(name, value) for name, value in answer.headers if name.lower() not in _DROPPED]
    line = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), kept, protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(answer.address, "response", payload=BytesIO(answer.body), http_headers=line)
    )
    written: bytes = writer.get_contents()
    return written
