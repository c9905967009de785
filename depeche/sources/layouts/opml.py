"""OPML: a list of feeds, which holds no article; told apart from broken feeds, with what to do with it."""

import re
from collections.abc import Iterator

from depeche.model import Refusal
from depeche.sources.entry import Content, refuse
from depeche.sources.options import SourceOptions

_SIGN = re.compile(r"<opml\b", re.IGNORECASE)
_FEED = re.compile(r"\bxmlUrl\s*=", re.IGNORECASE)


def recognise(content: Content) -> str | None:
    """Whether the root element is that of OPML."""
    start = content.head[:2_000].lstrip()
    return "OPML root element" if start.startswith("<") and _SIGN.search(start) else None


def read(content: Content, options: SourceOptions) -> Iterator[Refusal]:
    """The refusal of a list of feeds."""
    count = len(_FEED.findall(content.text))
    yield refuse(
        content.origin,
        f"this is a list of {count} feeds (OPML), not of articles",
        advice="Watch its feeds with: depeche watch FILE.",
    )
