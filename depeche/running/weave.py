"""Join a record's readings: copies, occurrences, contradictions and narrowed dates (codebook section 7)."""

from depeche.model import Reading
from depeche.record import CopyLink, Link, Links, Record
from depeche.weaving.contradictions import find_contradictions
from depeche.weaving.copies import Copy, candidates, compare, families, page_of
from depeche.weaving.narrowing import narrow
from depeche.weaving.occurrences import Occurrence, Telling, find_occurrences
from depeche.weaving.wording import names_in


def weave(record: Record) -> Links:
    """Find what the articles of a record have in common, store it in place of what was known, and return it."""
    pages, tellings = {}, []
    published = record.own_dates()
    for reading in record.readings():
        article = reading.article
        pages[article.id] = page_of(article.id, article.text, (block.span for block in article.blocks))
        tellings += tellings_of(reading, published=published[article.id].value)
    pairs = candidates({article: page.sampled for article, page in pages.items()})
    copies = [copy for one, two in pairs if (copy := compare(pages[one], pages[two]))]
    found = [found for found in find_occurrences(tellings) if len(found.tellings) > 1]
    groups = tuple(sorted(tuple(telling.key for telling in occurrence.tellings) for occurrence in found))
    # Contradictions and dates follow what people decided; the record keeps both groupings.
    told = {telling.key: telling for telling in tellings}
    occurrences = [Occurrence(tuple(told[key] for key in group)) for group in record.decided(groups)]
    links = Links(
        copies=tuple(_copy_link(copy) for copy in sorted(copies)),
        origins=_origins(copies, {article: value.value or "9999" for article, value in published.items()}),
        occurrences=groups,
        contradictions=tuple(
            sorted(
                (link for occurrence in occurrences for link in _contradictions(occurrence)),
                key=lambda link: (link.first, link.second, link.matter),
            )
        ),
        published=narrow(published, occurrences),
    )
    record.link(links)
    return links


def tellings_of(reading: Reading, *, published: str | None) -> list[Telling]:
    """The events of a reading as they are compared across articles; `published` is EDTF or None."""
    text = reading.article.text
    names = names_in(text)
    return [
        Telling(
            article=reading.article.id,
            number=number,
            event=event,
            passage=" ".join(span.of(text) for span in event.evidence),
            published=published,
            names=names,
        )
        for number, event in enumerate(reading.events)
    ]


def _origins(copies: list[Copy], dates: dict[str, str]) -> dict[str, str]:
    """For each copy the first published article of its family."""
    found: dict[str, str] = {}
    for family in families(copies, dates):
        first = min(family, key=lambda article: (dates[article], article))
        found |= {article: first for article in family if article != first}
    return dict(sorted(found.items()))


def _copy_link(copy: Copy) -> CopyLink:
    return CopyLink(copy.first, copy.second, copy.containment, copy.first_spans, copy.second_spans)


def _contradictions(occurrence: Occurrence) -> list[Link]:
    return [
        Link(found.matter, found.first.key, found.second.key, found.first_says, found.second_says)
        for found in find_contradictions(occurrence)
    ]
