"""What the table `name_contexts` tells of the words in and around names."""

from functools import cache

from depeche.lexicon import cell_values, table

Vote = tuple[str, float]  # a kind of name, and how much speaks for it


@cache
def contexts(place: str) -> dict[str, tuple[Vote, ...]]:
    """The words of the table for one place in or around a name, with the votes of each; those of a mere list vote 0."""
    found: dict[str, tuple[Vote, ...]] = {}
    for row in table("name_contexts"):
        if row["place"] == place:
            for word in cell_values(row["words"]):
                found[word] = (*found.get(word, ()), (row["kind"], float(row["weight"] or 0)))
    return found
