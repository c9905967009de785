"""The dossier's views over the record as it is now."""

from collections.abc import Callable, Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from depeche.dossier.borders import Borders
from depeche.dossier.page import context
from depeche.record import Record
from depeche.views import gather
from depeche.views.entries import ReadoutEntry
from depeche.web.rendering import show
from depeche.web.words import language_of, say

Readouts = Callable[[Record], Iterable[ReadoutEntry]]


def no_readouts(_: Record) -> Iterable[ReadoutEntry]:
    """None."""
    return ()


class Pictures:
    """What the page of pictures shows; kept until the record changes, since a large story takes seconds."""

    def __init__(self, *, borders: Borders, readouts: Readouts) -> None:
        self._borders = borders
        self._readouts = readouts
        self._kept: tuple[tuple[str, str], dict[str, Any]] | None = None

    def of(self, record: Record, *, version: str, title: str) -> dict[str, Any]:
        """The values of the page's template for a record of this version."""
        kept = self._kept
        if kept is None or kept[0] != (version, title):
            story = gather(record, title=title, readouts=self._readouts(record))
            kept = self._kept = (version, title), context(story, borders=self._borders)
        return kept[1]


async def pictures(request: Request) -> Response:
    """The page of pictures."""
    title = say("pictures.title", language=language_of(request))
    kept: Pictures = request.app.state.pictures
    version = request.app.state.watch.version()
    return await show(
        request, "pictures.html.j2", lambda record: kept.of(record, version=version, title=title)
    )
