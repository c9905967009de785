"""What passes between a container and the documents it becomes."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from depeche.model import Refusal
from depeche.sources.decoding import Decoded, decode


class Content:
    """The bytes of one file, or of one member of an archive, and where they came from.

    `origin` is the path, `-` for standard input, or `archive!member`; `stem` the name that ids are made of, None
    where there is none; `depth` counts the archives around it.
    """

    def __init__(self, data: bytes, *, origin: str, stem: str | None = None, depth: int = 0) -> None:
        self.data = data
        self.origin = origin
        self.stem = stem
        self.depth = depth

    @cached_property
    def decoded(self) -> Decoded | None:
        """The text and its encoding; None where no encoding gives a text."""
        return decode(self.data)

    @property
    def text(self) -> str:
        """The decoded text, empty where there is none."""
        return self.decoded.text if self.decoded else ""

    @property
    def head(self) -> str:
        """The first characters of the text, for detection."""
        return self.text[:20_000]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One article as its container gives it, before it is checked and named.

    `id` is an identity of the container's own (a document number, a field of a line); `metadata_from` says for each
    field where it was found, and holds what has no field of its own: `section`, `page`, `number_date`, `text` (what
    was mended).
    """

    text: str
    origin: str
    id: str | None = None
    headline: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    metadata_from: dict[str, str] = {}


class Seen(NamedTuple):
    """What detection says of a content: the layout's name and the sign it was known by."""

    layout: str
    sign: str


def refuse(origin: str, reason: str, *, advice: str, excerpt: str = "") -> Refusal:
    """A refusal with at most 200 characters of the text."""
    return Refusal(origin=origin, reason=reason, advice=advice, excerpt=" ".join(excerpt.split())[:200])
