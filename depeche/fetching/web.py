"""Fetching politely: redirections, statuses, turns of hosts, and many addresses side by side."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from queue import Empty, Full, Queue
from urllib.parse import urljoin

from depeche.fetching.addresses import clean, host_of
from depeche.fetching.failed import Failed
from depeche.fetching.options import FetchOptions
from depeche.fetching.robots import Robots
from depeche.fetching.transport import Answer, ask
from depeche.fetching.turns import Turns

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429})  # of the 4xx: those that a later request may overcome
_LONGEST_WAIT = 86_400  # seconds
_GIVEN_UP = 3  # failures at one host in a row, after which the rest of its addresses wait
_TICK = 0.2  # seconds
_NONE: Mapping[str, str] = {}

Request = tuple[str, Mapping[str, str]]  # an address and the headers of a conditional request


class Web:
    """The web as it is fetched from: by the rules of `robots.txt` where `robots` is set."""

    def __init__(self, options: FetchOptions, *, robots: bool = True) -> None:
        self.options = options
        self._turns = Turns(options.pause)
        self._robots = Robots(self._body, slow=self._turns.slow) if robots else None

    def fetch(self, address: str, *, headers: Mapping[str, str] = _NONE) -> Answer:
        """The answer of an address, after redirections: status 200, or 304 where `headers` ask for a change only.

        Raises Failed for everything else.
        """
        return self._follow(address, headers, check=self._robots.check if self._robots else _all_allowed)

    def fetch_all(self, requests: Iterable[Request]) -> Iterator[tuple[str, Answer | Failed]]:
        """Each address with its answer, or why there is none; in the order in which they come.

        Hosts are asked side by side, each one request after the other, so that none holds up the others; a host
        that fails again and again is left alone for the rest.
        """
        hosts: dict[str, list[Request]] = {}
        for address, headers in requests:
            hosts.setdefault(_place(address), []).append((address, headers))
        todo: Queue[list[Request]] = Queue()
        for some in hosts.values():
            todo.put(some)
        count = sum(map(len, hosts.values()))
        # A small queue: when nobody takes the answers, the hosts wait.
        done: Queue[tuple[str, Answer | Failed]] = Queue(maxsize=self.options.side_by_side)
        ended = threading.Event()
        for _ in range(min(self.options.side_by_side, len(hosts))):
            threading.Thread(target=self._work, args=(todo, done, ended), daemon=True).start()
        try:
            for _ in range(count):
                yield done.get()
        finally:
            ended.set()

    def _work(
        self,
        todo: "Queue[list[Request]]",
        done: "Queue[tuple[str, Answer | Failed]]",
        ended: threading.Event,
    ) -> None:
        while not ended.is_set():
            try:
                requests = todo.get_nowait()
            except Empty:
                return
            failures = 0
            for address, headers in requests:
                found = self._fetched(address, headers) if failures < _GIVEN_UP else _left_alone()
                failures = failures + 1 if isinstance(found, Failed) and not found.lasting else 0
                _hand_over((address, found), done, ended)
                if ended.is_set():
                    return

    def _fetched(self, address: str, headers: Mapping[str, str]) -> Answer | Failed:
        try:
            return self.fetch(address, headers=headers)
        except Failed as error:
            return error
        except (
            Exception
        ) as error:  # whatever a stranger's server brings about ends its own address, not the run
            return Failed(
                f"it cannot be fetched ({type(error).__name__}: {str(error)[:80]})",
                advice="Please report it with the address.",
            )

    def _body(self, address: str) -> bytes:
        answer = self._follow(address, _NONE, check=_all_allowed)
        return answer.plain(largest=self.options.unpacked)

    def _follow(self, address: str, headers: Mapping[str, str], *, check: Callable[[str], None]) -> Answer:
        here = clean(address)
        for _ in range(self.options.redirects + 1):
            check(here)
            with self._turns.at(host_of(here)):
                answer = ask(here, headers=headers, options=self.options)
            target = answer.header("location") if answer.status in _REDIRECTS else None
            if target is None:
                return _accepted(answer, conditional=bool(headers))
            here = clean(urljoin(here, _readable(target)))
        raise Failed(
            f"more than {self.options.redirects} redirections", advice="Check the address.", lasting=True
        )


def _accepted(answer: Answer, *, conditional: bool) -> Answer:
    status = answer.status
    if status == 200 or (status == 304 and conditional):
        return answer
    if 400 <= status < 500:
        wall = status in (401, 402, 403, 451)
        advice = "Save the page with a browser and give the file." if wall else "Check the address."
        lasting = status not in _PASSING
    else:
        advice, lasting = "Try again later.", False
    raise Failed(
        f"the server answered {status} {answer.reason[:60]}".rstrip(),
        advice=advice,
        lasting=lasting,
        wait=_wait(answer),
    )


def _wait(answer: Answer) -> int | None:
    said = answer.header("retry-after") or ""
    return min(int(said), _LONGEST_WAIT) if re.fullmatch(r"\d{1,9}", said.strip()) else None


def _readable(header: str) -> str:
    """A header's value as servers mean it: UTF-8, which HTTP hands over as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _place(address: str) -> str:
    try:
        return host_of(clean(address))
    except Failed:
        return ""


def _all_allowed(address: str) -> None:
    """Nothing is asked of robots.txt."""


def _left_alone() -> Failed:
    return Failed("the host failed before, and is left alone for now", advice="Try again later.")


def _hand_over(
    found: tuple[str, Answer | Failed],
    done: "Queue[tuple[str, Answer | Failed]]",
    ended: threading.Event,
) -> None:
    while not ended.is_set():
        try:
            done.put(found, timeout=_TICK)
            return
        except Full:
            continue
