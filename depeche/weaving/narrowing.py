"""Publication dates that other articles narrow (codebook sections 1 and 7).

An article that nothing dates, or whose year is open, is dated by an act that it tells as news and that a dated
article tells too.
"""

from collections.abc import Iterable, Mapping

from depeche.model import Published
from depeche.model.edtf import days_of
from depeche.weaving.occurrences import Occurrence

NEWS_FIRST = 3  # an article's first acts are its news; later ones may lie years back


def is_open(published: Published) -> bool:
    """Whether other articles can narrow a publication date: it is unknown, or its year is."""
    return published.value is None or published.value.startswith("XXXX-")


def narrow(article: str, published: Mapping[str, Published], occurrences: Iterable[Occurrence]) -> Published:
    """The publication date of an article by the occurrences that it tells: its own, or one that they narrow.

    `published` is what each article's own page says. The reason names the act's type and the article that dates it.
    """
    own = published[article]
    for occurrence in occurrences:
        dated = [
            telling
            for telling in occurrence.tellings
            if published[telling.article].basis in ("given", "metadata", "text")
            and days_of(telling.event.date)[0]
        ]
        if not dated or not any(
            telling.article == article and telling.number < NEWS_FIRST for telling in occurrence.tellings
        ):
            continue
        witness = min(dated, key=lambda telling: telling.key)
        value = _narrower(own, witness.event.date or "")
        if value:
            reason = f"{witness.event.type} of {witness.event.date}, which article {witness.article} dates"
            return Published(
                value=value,
                basis="inferred",
                candidates=(value, *own.candidates),
                reasons=(*own.reasons, reason),
            )
    return own


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
