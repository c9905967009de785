"""Write the record in a format: whole or not at all, the same bytes each time."""

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from depeche.exchange import FORMATS, Options
from depeche.record import Record

TextWriter = Callable[[Record, IO[str]], int]
FileMaker = Callable[[Record, Options], Iterator[tuple[str, str]]]


class StrangeFolder(OSError):
    """The folder to write to holds files that the export would not write, so it is left alone."""


def text_writer(name: str) -> TextWriter:
    """The function that writes a format of one file. Raises KeyError where there is no such format."""
    found: TextWriter = _function(name)
    return found


def file_maker(name: str) -> FileMaker:
    """The function that makes the files of a format of several. Raises KeyError where there is no such format."""
    found: FileMaker = _function(name)
    return found


def export_file(record: Record, name: str, out: Path) -> int:
    """Write a format of one file to `out`; returns how many items it holds. Raises OSError, RecordError.

    It is written beside and moved into place, so that a broken export never looks like a whole one.
    """
    partial = out.with_name(f"{out.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            count = text_writer(name)(record, file)
        partial.replace(out)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return count


def export_folder(record: Record, name: str, out: Path, *, options: Options) -> int:
    """Write a format of several files to the folder `out`; returns how many files.

    An earlier export there is replaced as a whole. Raises StrangeFolder, OSError, RecordError.
    """
    partial, former = out.with_name(f"{out.name}.part"), out.with_name(f"{out.name}.former")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    try:
        names = set()
        for file_name, text in file_maker(name)(record, options):
            (partial / file_name).write_text(text, encoding="utf-8", newline="")
            names.add(file_name)
        if out.exists():
            _check_former(out, names)
            shutil.rmtree(former, ignore_errors=True)
            out.replace(former)
        partial.replace(out)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    shutil.rmtree(former, ignore_errors=True)
    return len(names)


def _check_former(out: Path, names: set[str]) -> None:
    strange = sorted({path.name for path in out.iterdir()} - names)
    if strange:
        raise StrangeFolder(0, f"it holds {strange[0]}, which is not of this export; give a new folder")


def _function(name: str) -> Any:
    chosen = FORMATS[name]
    return getattr(import_module(chosen.module), chosen.function)
