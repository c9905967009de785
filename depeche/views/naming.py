"""What the outlets call the thing: a table of terms by outlet."""

from collections import Counter

import msgspec

from depeche.views.story import Story


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """A table of terms (rows) by outlets (columns, None where an article names none).

    `own` counts the occurrences in the outlet's own voice, `quoted` those inside the speech of others, both by
    (term, outlet); a pair that does not occur is missing.
    """

    terms: tuple[str, ...]
    outlets: tuple[str | None, ...]
    own: dict[tuple[str, str | None], int]
    quoted: dict[tuple[str, str | None], int]


def naming(story: Story) -> Naming:
    """The table of a story: the most frequent terms first, the outlets by name."""
    outlets = {article.id: article.outlet for article in story.articles}
    counts: Counter[str] = Counter()
    own: Counter[tuple[str, str | None]] = Counter()
    quoted: Counter[tuple[str, str | None]] = Counter()
    for term in story.terms:
        counts[term.term] += 1
        (own if term.voice is None else quoted)[term.term, outlets[term.article]] += 1
    used = {outlet for _, outlet in own} | {outlet for _, outlet in quoted}
    return Naming(
        terms=tuple(sorted(counts, key=lambda term: (-counts[term], term))),
        outlets=tuple(sorted(used, key=lambda outlet: (outlet is None, outlet or ""))),
        own=dict(own),
        quoted=dict(quoted),
    )
