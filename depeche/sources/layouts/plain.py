"""Plain text: one file, one article, read exactly as it is."""

from collections.abc import Iterator

from depeche.sources.entry import Content, Entry
from depeche.sources.options import SourceOptions


def recognise(content: Content) -> str | None:
    """Any text at all."""
    return f"text in {content.decoded.encoding}" if content.decoded else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry]:
    """The text as it stands, so that offsets count in the file's own characters."""
    yield Entry(text=content.text, origin=content.origin)
