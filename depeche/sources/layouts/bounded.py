"""What comes out of a packed file, within bounds."""

from collections.abc import Callable
from io import RawIOBase
from typing import IO, Any

RATIO = (
    200  # times its packed size: texts and pages pack five to ten times, a log a hundred, a bomb thousands
)
FREE = 20_000_000  # unpacked bytes below which the ratio does not matter


class Bomb(OSError):
    """More came out of an archive than is allowed."""


class Bounded(RawIOBase):
    """What comes out of a packed file; it ends with Bomb when that is more than `most` bytes."""

    def __init__(self, opener: Callable[[IO[bytes]], Any], packed: IO[bytes], most: int) -> None:
        self._packed = packed
        self._stream = opener(packed)
        self._left = most

    def close(self) -> None:
        self._stream.close()
        self._packed.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read1(len(buffer))  # no more at once, so that a fault loses nothing before it
        self._left -= len(data)
        if self._left < 0:
            raise Bomb("it unpacks to too much")
        buffer[: len(data)] = data
        return len(data)
