"""One request per host at a time, and a pause between two."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_KEPT = 1_000  # hosts that are remembered; more are forgotten when their pause is long over


class _Turn:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0  # monotonic seconds from which on the host may be asked


class Turns:
    """Whose turn it is at each host. Threads wait for theirs."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._slower: dict[str, float] = {}
        self._turns: dict[str, _Turn] = {}
        self._lock = threading.Lock()

    def slow(self, host: str, pause: float) -> None:
        """Make the pause of a host longer."""
        with self._lock:
            if len(self._slower) >= _KEPT:
                self._slower.clear()
            self._slower[host] = max(pause, self._pause)

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Wait for the turn at a host, and keep all others from it meanwhile."""
        turn = self._turn(host)
        with turn.lock:
            wait = turn.free - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                turn.free = time.monotonic() + self._slower.get(host, self._pause)

    def _turn(self, host: str) -> _Turn:
        with self._lock:
            if len(self._turns) >= _KEPT:
                now = time.monotonic()
                for name, turn in list(self._turns.items()):
                    if turn.free < now - 60 and not turn.lock.locked():
                        del self._turns[name]
            return self._turns.setdefault(host, _Turn())
