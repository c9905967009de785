"""One file per format, and one explicit table of formats."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import IO, NamedTuple

from depeche.model import Reading

__all__ = ["FORMATS", "Format", "writer"]


class Format(NamedTuple):
    """A format that the record can be written in: its file ending, the writer's place, and what it is for."""

    suffix: str
    module: str
    function: str
    purpose: str


# One line per format. A writer takes readings and an open text file, and returns how many articles it wrote.
FORMATS: dict[str, Format] = {
    "jsonl": Format(
        ".jsonl", "depeche.exchange.jsonl", "write_lines", "exchange format, one article per line"
    ),
}


def writer(name: str) -> Callable[[Iterable[Reading], IO[str]], int]:
    """The function that writes a format. Raises KeyError where no such format exists."""
    chosen = FORMATS[name]
    write: Callable[[Iterable[Reading], IO[str]], int] = getattr(
        import_module(chosen.module), chosen.function
    )
    return write
