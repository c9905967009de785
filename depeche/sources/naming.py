"""Ids of documents: of their own where they have one, unique in a batch, the same for the same batch."""

import re

import msgspec

from depeche.model import Document

_NOT_IN_IDS = re.compile(r"[\s\x00-\x1f\"'<>|\\/]+")
_LONGEST = 120  # characters of an id


class Names:
    """The ids given so far in a batch."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def named(self, document: Document, *, wish: str | None) -> Document:
        """The document with the id that is wished for, or with its text's hash; a second one of a name gets "-2"."""
        base = _NOT_IN_IDS.sub("-", wish or "").strip("-.")[:_LONGEST] or document.sha256[:16]
        count = self._taken.get(base, 0) + 1
        self._taken[base] = count
        name = base
        while count > 1:
            name = f"{base}-{count}"
            if name not in self._taken:
                self._taken[name] = 1
                self._taken[base] = count
                break
            count += 1
        return msgspec.structs.replace(document, id=name)
