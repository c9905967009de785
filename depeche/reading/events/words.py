"""The short word lists that the event reader goes by (table event_words.tsv)."""

from functools import cache

from depeche.lexicon import cell_values, table


@cache
def words(use: str) -> frozenset[str]:
    """The words that the table lists for one use. Raises KeyError for an unknown use."""
    return frozenset(phrases(use))


@cache
def phrases(use: str) -> tuple[str, ...]:
    """The same in the order of the table. Raises KeyError for an unknown use."""
    return {row["use"]: cell_values(row["words"]) for row in table("event_words")}[use]
