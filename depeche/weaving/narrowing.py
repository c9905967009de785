"""Publication dates that other articles narrow (codebook sections 1 and 7).

An article that nothing dates, or whose year is open, is dated by an act that it tells as news and that a dated
article tells too.
"""

from collections.abc import Iterable, Mapping

from depeche.model import Published
from depeche.model.edtf import days_of
from depeche.weaving.occurrences import Occurrence

NEWS_FIRST = 3  # an article's first acts are its news; later ones may lie years back


def narrow(published: Mapping[str, Published], occurrences: Iterable[Occurrence]) -> dict[str, Published]:
    """New publication dates for articles that shared occurrences date better, by article id.

    `published` is what each article's own page says. Only unknown dates and dates without a year are narrowed;
    the reason names the act's type and the article that dates it.
    """
    found: dict[str, Published] = {}
    for occurrence in occurrences:
        dated = [
            telling
            for telling in occurrence.tellings
            if published[telling.article].basis in ("given", "metadata", "text")
            and days_of(telling.event.date)[0]
        ]
        if not dated:
            continue
        witness = min(dated, key=lambda telling: telling.key)
        for telling in occurrence.tellings:
            own = published[telling.article]
            value = _narrower(own, witness.event.date or "")
            if value and telling.number < NEWS_FIRST and telling.article not in found:
                reason = (
                    f"{witness.event.type} of {witness.event.date}, which article {witness.article} dates"
                )
                found[telling.article] = Published(
                    value=value,
                    basis="inferred",
                    candidates=(value, *own.candidates),
                    reasons=(*own.reasons, reason),
                )
    return found


def _narrower(own: Published, act: str) -> str | None:
    """The date that an act gives an article: its month, or the full date where the page knows day and month."""
    day = days_of(act)[0]
    if day is None or "/" in act:
        return None
    if own.value is None:
        return f"{day.year:04}-{day.month:02}"
    if own.value.startswith("XXXX-"):
        return f"{day.year:04}{own.value[4:]}"
    return None
