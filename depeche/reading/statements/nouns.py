"""Classes of nouns that matter for speech: who speaks, what is put forward, where it is said, when."""

from functools import cache

from depeche.lexicon import cell_values, table


@cache
def noun_class(name: str) -> frozenset[str]:
    """The nouns of one class of the table `speech_nouns`, in lower case."""
    return frozenset(
        noun.lower()
        for row in table("speech_nouns")
        if row["class"] == name
        for noun in cell_values(row["nouns"])
    )


@cache
def speakers() -> frozenset[str]:
    """Nouns that name someone who can speak: those of the table, and every office."""
    titles: set[str] = set(noun_class("speaker"))
    for row in table("offices"):
        for column in ("title", "feminine", "plural"):
            title = row.get(column, "")
            if title:
                titles.add(title.split()[0].lower())
    return frozenset(titles - {"haut", "premier", "grand", "porteur"})
