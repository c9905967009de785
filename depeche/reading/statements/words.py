"""Classes of words that matter for speech: who speaks, what is put forward, where and when it is said."""

from functools import cache

from depeche.lexicon import cell_values, table


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of the table `speech_words`, in lower case; empty for an unknown class."""
    return frozenset(
        word.lower()
        for row in table("speech_words")
        if row["class"] == name
        for word in cell_values(row["words"])
    )


def opens_with(name: str, text: str) -> bool:
    """Whether a lower-case text begins with an expression of a class; `*` at its end stands for any ending."""
    return any(_begins(text, word) for word in _by_letters(name).get(text[:2], ()))


@cache
def _by_letters(name: str) -> dict[str, tuple[str, ...]]:
    """The expressions of a class by their first two letters."""
    found: dict[str, list[str]] = {}
    for word in sorted(word_class(name)):
        found.setdefault(word[:2], []).append(word)
    return {letters: tuple(words) for letters, words in found.items()}


def _begins(text: str, word: str) -> bool:
    if word.endswith("*"):
        return text.startswith(word[:-1])
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()


@cache
def speakers() -> frozenset[str]:
    """Nouns that name someone who can speak: those of the table, and every office."""
    titles: set[str] = set(word_class("speaker"))
    for row in table("offices"):
        for column in ("title", "feminine", "plural"):
            title = row.get(column, "")
            if title:
                titles.add(title.split()[0].lower())
    return frozenset(titles - {"haut", "premier", "grand", "porteur"})
