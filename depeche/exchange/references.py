"""What a bibliography needs of each article, for CSL-JSON, BibTeX and RIS."""

import re
from collections.abc import Iterator

import msgspec

from depeche.model import Article
from depeche.record import Record

_PARTS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a bibliography cites it.

    `date` are year, month and day as far as they are known (a season counts as its year), of the first end of an
    interval; `edtf` is the date as the record has it. `authors` are by-lines as printed, else the agencies.
    """

    id: str
    title: str
    outlet: str | None
    authors: tuple[str, ...]
    date: tuple[int, ...]
    edtf: str | None
    url: str | None
    agencies: tuple[str, ...]

    @property
    def note(self) -> str:
        """Where the reference comes from, and what its date leaves open."""
        parts = [f"Dépêche : {self.id}"]
        parts += [f"agence : {', '.join(self.agencies)}"] if self.agencies else []
        parts += [f"date : {self.edtf}"] if self.edtf and len(self.date) < 3 else []
        return " ; ".join(parts)


def references(record: Record) -> Iterator[Reference]:
    """The articles of a record, in the order of their ids."""
    for reading in record.readings():
        yield _reference(reading.article)


def _reference(article: Article) -> Reference:
    return Reference(
        id=article.id,
        title=article.headline or article.id,
        outlet=article.outlet,
        authors=(article.author,) if article.author else article.agencies,
        date=_date(article.published.value),
        edtf=article.published.value,
        url=article.url,
        agencies=article.agencies,
    )


def _date(edtf: str | None) -> tuple[int, ...]:
    match = _PARTS.match(edtf or "")
    if match is None:
        return ()
    parts = [int(part) for part in match.groups() if part]
    return tuple(parts) if len(parts) < 2 or parts[1] <= 12 else tuple(parts[:1])
