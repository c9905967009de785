"""Paths to contents: files, folders in sorted order, standard input; what cannot be read is refused with a reason."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from depeche.sources.entry import HEAD, Content, Refused, refuse
from depeche.sources.options import MEGABYTE, SourceOptions

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
STANDARD_INPUT = "-"


def open_files(paths: Iterable[str | Path], *, options: SourceOptions) -> Iterator[Content | Refused]:
    """Each file of the paths, or a refusal; files and folders whose name begins with a dot are passed over."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield _standard_input(options)
            continue
        if _SCHEME.match(str(path)) and not Path(path).exists():
            yield refuse(
                str(path),
                "of the web, only addresses that begin with http:// or https:// are read",
                advice="Fetch the file with another program, and give its path.",
            )
            continue
        path = Path(path)
        try:
            folder = path.is_dir()
        except (OSError, ValueError) as error:
            yield _unreadable(str(path), error)
            continue
        if not folder:
            yield _file(path, options)
            continue
        count = 0
        for found in _walk(path, passed=frozenset(map(os.path.realpath, options.passed))):
            count += 1
            yield found if isinstance(found, Refused) else _file(found, options)
        if not count:
            yield refuse(str(path), "this folder has no files", advice="Check the folder's name.")


def _walk(folder: Path, *, passed: frozenset[str]) -> Iterator[Path | Refused]:
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        here = os.path.realpath(root) if passed else root

        def is_read(name: str, here: str = here) -> bool:
            return not name.startswith(".") and f"{here}{os.sep}{name}" not in passed

        folders[:] = sorted(filter(is_read, folders))
        for name in sorted(filter(is_read, names)):
            yield Path(root) / name
        while errors:
            error = errors.pop()
            yield _unreadable(str(error.filename or root), error)
    for error in errors:
        yield _unreadable(str(error.filename or folder), error)


def _file(path: Path, options: SourceOptions) -> Content | Refused:
    origin = str(path)
    try:
        if not path.exists():
            return refuse(origin, "there is no such file", advice="Check its name and folder.")
        if not path.is_file():
            return refuse(
                origin, "this is no regular file", advice="Give a file, a folder, or - for standard input."
            )
        size = path.stat().st_size
        with path.open("rb") as stream:
            data = stream.read(HEAD if size > options.largest else options.largest)
    except (OSError, ValueError) as error:
        return _unreadable(origin, error)
    if size <= options.largest:
        return Content(data, origin=origin, stem=path.stem)
    lines = data[: data.rfind(b"\n") + 1] or data
    return Content(lines, origin=origin, stem=path.stem, opener=lambda: path.open("rb"), size=size)


def _standard_input(options: SourceOptions) -> Content | Refused:
    try:
        data = sys.stdin.buffer.read(options.largest + 1)
    except (OSError, ValueError) as error:
        return _unreadable(STANDARD_INPUT, error)
    if len(data) > options.largest:
        return refuse(
            STANDARD_INPUT,
            f"standard input holds more than {options.largest / MEGABYTE:g} MB",
            advice="Save it to a file and give the file, or allow more with --largest.",
        )
    return Content(data, origin=STANDARD_INPUT)


def _unreadable(origin: str, error: Exception) -> Refused:
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return refuse(
        origin, f"this file cannot be read: {why}", advice="Check that it exists and that you may read it."
    )
