"""Ids from content: the same record of the same text has the same id in every record file."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from depeche.model import Actor, Span


def content_id(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


def actor_id(actor: Actor) -> str:
    """The id of an actor: name, kind and country."""
    return content_id("actor", actor.name, actor.kind, actor.country or "")


class Ids:
    """Ids for the records of one article; records that stand on the same characters are numbered."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._seen: Counter[str] = Counter()

    def of(self, table: str, spans: Iterable[Span], *parts: str) -> str:
        """The id of the record of `table` that stands on `spans`, told apart by `parts`."""
        places = " ".join(f"{span.start}-{span.end}" for span in spans)
        key = content_id(self._sha256, table, places, *parts)
        self._seen[key] += 1
        return key if self._seen[key] == 1 else content_id(key, str(self._seen[key]))
