"""What is read: a document as it came in, and the article found in it (codebook section 1)."""

import hashlib
from typing import Literal

import msgspec

from depeche.model.span import Span

Basis = Literal["given", "metadata", "text", "inferred", "unknown"]
BlockKind = Literal["headline", "standfirst", "byline", "dateline", "heading", "body"]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When an article was published: an EDTF value or None, how it is known, and why.

    `candidates` are the EDTF values still possible, most likely first; `reasons` say in words what fixed them.
    """

    value: str | None = None
    basis: Basis = "unknown"
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class DateSaid(msgspec.Struct, frozen=True):
    """A day or month (EDTF) that a source gives for an article beside the one it is taken to be published on, where it
    stands, and what of: another "published", when it was "changed", or when it was "archived" by whoever kept it.
    """

    value: str
    where: str
    role: Literal["published", "changed", "archived"] = "published"


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text as a source gave it, before any reading.

    `text` is the raw text that all offsets count in. The other fields hold what the container said about it
    (metadata, options); None where it said nothing. `origin` is where it came from (path, address, `-`) and
    `layout` the name of the source layout that read it. `metadata_from` names the origin of each given field;
    `dates` are what else it says of the day.
    """

    text: str
    id: str
    origin: str = "-"
    layout: str = "text"
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    published_basis: Basis = "unknown"
    url: str | None = None
    author: str | None = None
    metadata_from: dict[str, str] = {}
    dates: tuple[DateSaid, ...] = ()

    @property
    def sha256(self) -> str:
        """SHA-256 of the raw text in UTF-8, in hex digits."""
        return text_sha256(self.text)


class Cut(msgspec.Struct, frozen=True):
    """A span of the raw text that is not the article, and the reason in one word ("menu", "caption" …)."""

    span: Span
    reason: str


class Block(msgspec.Struct, frozen=True):
    """A paragraph of the article: a span of the raw text that is read as one piece."""

    span: Span
    kind: BlockKind = "body"


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article found in a document: its paragraphs, what was cut, and who published it when."""

    id: str
    text: str
    text_sha256: str
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    headline: str | None = None
    published: Published = Published()
    furniture: tuple[Cut, ...] = ()
    blocks: tuple[Block, ...] = ()
    origin: str = "-"
    layout: str = "text"
    url: str | None = None
    author: str | None = None
    metadata_from: dict[str, str] = {}


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex digits; the first 16 serve as id where a document has no name."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
