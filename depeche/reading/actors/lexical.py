"""Small word classes that tell how an article speaks of actors, from the table of actor words."""

from functools import cache

from depeche.lexicon import cell_values, table
from depeche.reading.actors.words import fold


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class as the table writes them; KeyError for an unknown class."""
    return _classes()[name]


@cache
def folded_class(name: str) -> frozenset[str]:
    """The words of a class without accents and capitals."""
    return frozenset(fold(word) for word in _classes()[name])


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(cell_values(row["words"])) for row in table("actor_words")}


@cache
def title_senses() -> dict[str, frozenset[str]]:
    """For titles that reach beyond their own kind of office, the kinds that they may stand for alone."""
    return {row["title"]: frozenset(cell_values(row["offices"])) for row in table("title_senses")}
