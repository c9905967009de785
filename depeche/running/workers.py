"""Reading in several processes, each watched: one that dies or hangs costs a document, never the run."""

import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

import msgspec

from depeche.model import Document, Reading
from depeche.running.readers import NoReader, Outcome, ReadBatch, Reader, quarantined

STARTING = 180.0  # seconds for a process to load the pipeline
_CONTEXT = get_context("spawn")  # a forked copy of a process with threads may hang


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a process may take: `seconds` for one document, `megabytes` before it is replaced by a fresh one."""

    seconds: float = 120.0
    megabytes: int = 3000


def in_processes(start: Callable[[], ReadBatch], *, count: int, limits: Limits | None = None) -> Reader:
    """Read in `count` processes. `start` is a module's function that a new process calls for its reading.

    A document at which a process raises, dies or hangs is read once more alone, and refused with the reason when
    that fails again. Outcomes come in the order of the documents.
    """

    def reader(batches: Iterable[list[Document]]) -> Iterator[tuple[list[Document], list[Outcome]]]:
        pool = _Pool(start, count, limits or Limits())
        try:
            yield from pool.read(batches)
        finally:
            pool.stop()

    return reader


class _Batch:
    """A batch and the outcomes that are known so far, by their place."""

    def __init__(self, documents: list[Document]) -> None:
        self.documents = documents
        self.outcomes: dict[int, Outcome] = {}

    def missing(self, places: Iterable[int]) -> list[int]:
        return [place for place in places if place not in self.outcomes]


class _Worker:
    """A process, the pipe to it, and the documents of a batch that it was given."""

    def __init__(self, start: Callable[[], ReadBatch]) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_work, args=(theirs, start), daemon=True)
        self.process.start()
        theirs.close()
        self.batch: _Batch | None = None
        self.places: list[int] = []
        self.ready = False
        self.heard = time.monotonic()

    def give(self, batch: _Batch, places: list[int]) -> None:
        self.batch, self.places, self.heard = batch, places, time.monotonic()
        self.pipe.send([batch.documents[place] for place in places])

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Pool:
    def __init__(self, start: Callable[[], ReadBatch], count: int, limits: Limits) -> None:
        self._start = start
        self._count = count
        self._limits = limits
        self._workers: list[_Worker] = []
        self._todo: deque[tuple[_Batch, list[int]]] = deque()

    def read(self, batches: Iterable[list[Document]]) -> Iterator[tuple[list[Document], list[Outcome]]]:
        """Keep every process busy, with two batches for each under way, and give the outcomes in order."""
        waiting = iter(batches)
        under_way: deque[_Batch] = deque()
        more = True
        while True:
            while more and len(under_way) < 2 * self._count:
                documents = next(waiting, None)
                more = documents is not None
                if documents is not None:
                    batch = _Batch(documents)
                    under_way.append(batch)
                    self._todo.append((batch, list(range(len(documents)))))
                    self._hand_out()
            if not under_way:
                return
            first = under_way[0]
            if not first.missing(range(len(first.documents))):
                under_way.popleft()
                yield first.documents, [first.outcomes[place] for place in range(len(first.documents))]
                continue
            self._hand_out()
            self._listen()

    def stop(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _hand_out(self) -> None:
        while self._todo:
            worker = next((one for one in self._workers if one.batch is None), None)
            if worker is None and len(self._workers) < self._count:
                worker = _Worker(self._start)
                self._workers.append(worker)
            if worker is None:
                return
            batch, places = self._todo.popleft()
            try:
                worker.give(batch, places)
            except OSError:  # it died idle
                self._todo.appendleft((batch, places))
                self._drop(worker)

    def _listen(self) -> None:
        """Take what the processes have to say, or notice that one has been silent for too long."""
        busy = {worker.pipe: worker for worker in self._workers if worker.batch is not None}
        now = time.monotonic()
        patience = min(worker.heard + self._allowed(worker) for worker in busy.values()) - now
        for pipe in wait(list(busy), timeout=max(patience, 0.0)):
            self._hear(busy[pipe])  # type: ignore[index]
        for worker in busy.values():
            if worker.batch is not None and time.monotonic() - worker.heard > self._allowed(worker):
                self._fail(worker, f"no end after {self._allowed(worker):g} s")

    def _allowed(self, worker: _Worker) -> float:
        return self._limits.seconds if worker.ready else STARTING

    def _hear(self, worker: _Worker) -> None:
        assert worker.batch is not None
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(timeout=5)
            self._fail(worker, f"the process ended with status {worker.process.exitcode}")
            return
        worker.heard = time.monotonic()
        match said:
            case NoReader():
                raise said
            case "ready":
                worker.ready = True
            case Reading():
                worker.batch.outcomes[worker.batch.missing(worker.places)[0]] = said
            case str(reason):
                self._settle_failed(worker.batch, worker.places, reason)
                worker.batch = None
            case int(megabytes):
                self._settle_failed(worker.batch, worker.places, "no reading came of it")
                worker.batch = None
                if megabytes > self._limits.megabytes:
                    self._drop(worker)

    def _fail(self, worker: _Worker, reason: str) -> None:
        batch = worker.batch
        assert batch is not None
        started = worker.ready
        self._drop(worker)
        if not started:
            raise NoReader(f"a reading process could not start: {reason}")
        self._settle_failed(batch, worker.places, reason)

    def _settle_failed(self, batch: _Batch, places: list[int], reason: str) -> None:
        missing = batch.missing(places)
        if len(places) == 1:
            for place in missing:
                batch.outcomes[place] = quarantined(batch.documents[place], reason)
        else:
            # Which of them it was, reading them one by one will show; the first batch waits for them.
            self._todo.extendleft((batch, [place]) for place in reversed(missing))

    def _drop(self, worker: _Worker) -> None:
        worker.end()
        self._workers.remove(worker)


def _work(pipe: Connection, start: Callable[[], ReadBatch]) -> None:
    """What a process does: read what it is given, send each reading, then its memory in megabytes, or a reason."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the conductor decides
    try:
        read = start()
        list(read([]))  # loads the pipeline, which must not count against a document
    except Exception as error:  # told to the conductor, who ends the run with it
        pipe.send(NoReader(str(error)))
        return
    pipe.send("ready")
    while True:
        try:
            documents = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            for reading in read(documents):
                pipe.send(reading)
        except Exception as error:  # told to the conductor, who reads the documents one by one
            pipe.send(f"{type(error).__name__}: {error}")
        else:
            pipe.send(_megabytes())


def _megabytes() -> int:
    """The most memory that this process has taken so far."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)
