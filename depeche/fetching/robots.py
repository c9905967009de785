"""robots.txt (RFC 9309): what a site wants to be left alone, and how slowly it wants to be asked."""

import re
import threading
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from depeche.fetching.failed import Failed

_NAME = "depeche"
_LARGEST = 512_000  # bytes that are read
_MOST_RULES = 5_000
_KEPT = 500  # sites
_HOLDS = 86_400.0  # seconds
_SLOWEST = 60.0  # seconds between two requests that a site may ask for


class Rules(NamedTuple):
    """The paths that are allowed (True) and not (False), and the pause asked for in seconds."""

    paths: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that fits decides, allowance where even."""
        path = unquote(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.paths if _fits(rule, path)]
        return max(fitting)[1] if fitting else True


class Robots:
    """The rules of the sites that were asked; `fetch` returns the body of an address or raises Failed."""

    def __init__(
        self, fetch: Callable[[str], bytes], *, slow: Callable[[str, float], None] = lambda host, pause: None
    ) -> None:
        self._fetch = fetch
        self._slow = slow
        self._known: dict[str, tuple[float, Rules]] = {}
        self._lock = threading.Lock()

    def check(self, address: str) -> None:
        """Raises Failed where the site does not want the address to be fetched, or cannot say so now."""
        parts = urlsplit(address)
        rules = self._rules(f"{parts.scheme}://{parts.netloc}", parts.netloc)
        if not rules.allow(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"):
            raise Failed(
                "the site does not want it to be fetched by programs (robots.txt)",
                advice="Save the page with a browser and give the file.",
                lasting=True,
            )

    def _rules(self, site: str, host: str) -> Rules:
        with self._lock:
            known = self._known.get(site)
        if known and known[0] > time.monotonic():
            return known[1]
        try:
            rules = parse_robots(self._fetch(f"{site}/robots.txt"))
        except Failed as error:
            if not error.lasting:
                raise Failed(
                    f"robots.txt cannot be read: {error}", advice=error.advice, wait=error.wait
                ) from error
            rules = Rules()  # none there: nothing is forbidden
        if rules.pause:
            self._slow(host, min(rules.pause, _SLOWEST))
        with self._lock:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[site] = (time.monotonic() + _HOLDS, rules)
        return rules


def parse_robots(data: bytes, *, name: str = _NAME) -> Rules:
    """The rules for a program's name, those for all (`*`) where it is not named."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    in_rules = False
    for line in re.split(r"[\r\n]+", data[:_LARGEST].decode("utf-8", "replace").lstrip("\ufeff")):
        field, _, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if field == "user-agent":
            agents = [] if in_rules else agents
            in_rules = False
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif field in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for agent in agents:
                groups[agent].append((field, value))
    chosen = groups.get(name, groups.get("*", []))[:_MOST_RULES]
    paths = tuple(
        (unquote(value), field == "allow") for field, value in chosen if value and field != "crawl-delay"
    )
    pauses = [
        float(value)
        for field, value in chosen
        if field == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value)
    ]
    return Rules(paths, max(pauses, default=0.0))


def _fits(rule: str, path: str) -> bool:
    """Whether a rule fits a path: `*` stands for anything, a last `$` for the end. Takes linear time."""
    whole = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not rest:
        return not whole or at == len(path)
    if whole:
        return len(path) - len(rest[-1]) >= at and path.endswith(rest[-1])
    return path.find(rest[-1], at) >= 0
