"""Open pages learn that the record has changed, whoever changed it: this server, another, or the command line."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import StreamingResponse

from depeche.record import Record, open_record

PAUSE = 0.5  # seconds between two looks
BREATH = 30  # looks after which a comment keeps the line open


class Watch:
    """The record's version as this server has seen it; asked from the server's own loop alone."""

    def __init__(self, path: Path, *, start: str) -> None:
        self._path = path
        self._start = start
        self._record: Record | None = None

    def version(self) -> str:
        """A word that changes when the record does, and when the server starts anew."""
        if self._record is None:
            self._record = open_record(self._path, writing=False)
        return f"{self._start}-{self._record.version()}"

    def close(self) -> None:
        """Stop watching."""
        if self._record is not None:
            self._record.close()
            self._record = None


async def changes(request: Request) -> StreamingResponse:
    """Server-sent events: the version now, and again whenever it changes."""
    return StreamingResponse(_tell(request), media_type="text/event-stream")


async def _tell(request: Request) -> AsyncIterator[bytes]:
    watch: Watch = request.app.state.watch
    told, quiet = "", 0
    while not await request.is_disconnected():
        version = watch.version()
        quiet += 1
        if version != told:
            told, quiet = version, 0
            yield f"event: version\ndata: {version}\n\n".encode()
        elif quiet >= BREATH:
            quiet = 0
            yield b": still here\n\n"
        await asyncio.sleep(PAUSE)
