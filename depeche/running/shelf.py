"""A folder that keeps what was refused, so that nothing is lost: each thing in a file, and a list of the reasons."""

import hashlib
import re
from pathlib import Path

import msgspec

from depeche.model import Refusal

LIST = "refused.jsonl"
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80  # characters of an origin's end that name its file


class _Line(msgspec.Struct, frozen=True):
    """A line of the list; `file` is None for what was not kept: a folder, a name, a file too large to be held."""

    origin: str
    reason: str
    advice: str
    file: str | None


class Shelf:
    """A folder of what was refused. The same thing is kept once, and listed once with each reason."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, or take it up where it is. Raises OSError where it cannot be made or read."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / LIST
        known = path.read_bytes().splitlines() if path.exists() else []
        self._listed = set(known)

    def keep(self, refusal: Refusal, data: bytes | None) -> None:
        """Write what was refused to a file of its own, and its reason to the list. Raises OSError."""
        name = None
        if data:
            end = _UNSAFE.sub("-", refusal.origin)[-_LONGEST:].strip("-.")
            name = f"{hashlib.sha256(data).hexdigest()[:12]}-{end}"
            (self._folder / name).write_bytes(data)
        line = msgspec.json.encode(_Line(refusal.origin, refusal.reason, refusal.advice, name))
        if line not in self._listed:
            self._listed.add(line)
            with (self._folder / LIST).open("ab") as file:
                file.write(line + b"\n")
