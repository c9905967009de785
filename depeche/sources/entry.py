"""What passes between a container and the documents it becomes."""

from collections.abc import Callable, Iterator
from functools import cached_property
from io import BytesIO
from typing import BinaryIO, NamedTuple

import msgspec

from depeche.model import DateSaid, Refusal
from depeche.sources.decoding import Decoded, decode, reader

HEAD = 1_000_000  # bytes of a large file that are looked at to tell what it is


class Content:
    """The bytes of one file, or of one member of an archive, and where they came from.

    `data` are all bytes; of what is too large to be held, the first lines, and `opener` opens the whole from its
    beginning. `origin` is the path, `-` for standard input, or `archive!member`; `stem` the name that ids are made
    of, None where there is none; `depth` counts the archives around it; `size` is in bytes, as packed; `charset` the
    encoding that whoever sent it named.
    """

    def __init__(
        self,
        data: bytes,
        *,
        origin: str,
        stem: str | None = None,
        depth: int = 0,
        opener: Callable[[], BinaryIO] | None = None,
        size: int | None = None,
        charset: str | None = None,
    ) -> None:
        self.data = data
        self.origin = origin
        self.stem = stem
        self.depth = depth
        self.size = len(data) if size is None else size
        self._opener = opener
        self._charset = charset

    @property
    def whole(self) -> bool:
        """Whether `data` are all bytes."""
        return self._opener is None

    def open(self) -> BinaryIO:
        """A stream over all bytes, for the caller to close. Raises OSError."""
        return self._opener() if self._opener else BytesIO(self.data)

    def lines(self, *, longest: int) -> Iterator[str]:
        """The decoded lines with their ends, one by one; of a line of more than `longest` characters, the start."""
        if self.decoded is None:
            return
        with reader(self.open(), self.decoded) as stream:
            while line := stream.readline(longest):
                rest = line
                while rest and not rest.endswith("\n"):
                    rest = stream.readline(longest)
                yield line.removeprefix("\ufeff")

    @cached_property
    def decoded(self) -> Decoded | None:
        """The text and its encoding; None where no encoding gives a text."""
        return decode(self.data, charset=self._charset)

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
    field where it was found, and holds what has no field of its own: `section`, `page`, `text` (what was mended),
    `other_outlet` and `other_author` (what was found elsewhere and differs). `dates` are the days that the container
    gives beside `published`.
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
    dates: tuple[DateSaid, ...] = ()


class Seen(NamedTuple):
    """What detection says of a content: the layout's name and the sign it was known by."""

    layout: str
    sign: str


class Refused(Refusal, frozen=True, kw_only=True):
    """A refusal with what was refused: a line, a page, a text; None where the whole content is meant."""

    raw: bytes | None = None

    @property
    def plain(self) -> Refusal:
        """The refusal alone."""
        return Refusal(origin=self.origin, reason=self.reason, advice=self.advice, excerpt=self.excerpt)


def refuse(origin: str, reason: str, *, advice: str, excerpt: str = "", raw: bytes | None = None) -> Refused:
    """A refusal with at most 200 characters of the text, and all of it in `raw`."""
    return Refused(
        origin=origin,
        reason=reason,
        advice=advice,
        excerpt=" ".join(excerpt[:2_000].split())[:200],
        raw=raw if raw is not None else excerpt.encode("utf-8", "replace") or None,
    )


def attempt(read: Callable[[], Entry | Refusal], *, origin: str) -> Entry | Refusal:
    """One article of many; a fault of the parser that its bytes bring about is its refusal, and spares the others."""
    try:
        return read()
    except Exception as error:
        return unreadable(origin, error)


def unreadable(origin: str, error: Exception, *, excerpt: str = "") -> Refused:
    """The refusal of what a parser fails at."""
    return refuse(
        origin,
        f"it cannot be read ({type(error).__name__}: {str(error)[:80]})",
        advice="Please report it, with the file if you may share it.",
        excerpt=excerpt,
    )
