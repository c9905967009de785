"""Each time a text is read in training it may look a little different: as dirty as the press prints it."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from spacy.training import Example
from spacy.util import registry

_BARE = str.maketrans("ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ", "AAAEEEEIIOOUUUC")


def make_dirty(
    words: list[str], dice: Any, *, lower: float, bare: float, quotes: float, large: float
) -> list[str]:
    """The words with, by chance, small letters, capitals, capitals without accents or other quotation marks."""
    changed = list(words)
    if dice.random() < lower:
        changed = [word.lower() for word in changed]
    elif dice.random() < large:
        changed = [word.upper() for word in changed]
    if dice.random() < bare:
        changed = [word.translate(_BARE) for word in changed]
    if dice.random() < quotes:
        pair = dice.choice([('"', '"'), ("“", "”")])
        changed = [{"«": pair[0], "»": pair[1]}.get(word, word) for word in changed]
    # "ß" and "ﬁ" grow in capitals: the text stays as it was.
    return (
        changed if all(len(new) == len(old) for new, old in zip(changed, words, strict=True)) else list(words)
    )


def _augment(
    nlp: Any, example: Any, *, lower: float, bare: float, quotes: float, large: float
) -> Iterator[Any]:
    words = [token.text for token in example.reference]
    changed = make_dirty(words, random, lower=lower, bare=bare, quotes=quotes, large=large)
    if changed == words:
        yield example
        return
    data = example.to_dict()
    data["token_annotation"]["ORTH"] = changed
    spaces = data["token_annotation"]["SPACY"]
    text = "".join(word + (" " if space else "") for word, space in zip(changed, spaces, strict=True))
    yield Example.from_dict(nlp.make_doc(text), data)


@registry.augmenters("depeche.press.v1")  # type: ignore[untyped-decorator]
def make_augmenter(
    lower: float, bare: float, quotes: float, large: float
) -> Callable[[Any, Any], Iterator[Any]]:
    """Shares of texts in lower case, with capitals without accents, with other quotation marks, in capitals."""
    return partial(_augment, lower=lower, bare=bare, quotes=quotes, large=large)
