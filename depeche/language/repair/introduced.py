"""Names by the noun that introduces them: "le constructeur Autelis", "le village de Karsova", "les monts Orim".

What a noun makes sure in one place holds for the same name in the whole article.
"""

from collections.abc import Sequence

from depeche.language.repair.lexicon import gazetteer, word_set
from depeche.language.token import Token

_BETWEEN = 3  # small words between the noun and the name: "la société de gardiennage Kerat"
_OF = frozenset({"de", "d'"})
# Words inside names; de and du would join two names ("le groupe Kerat de Rome").
_PARTICLES = frozenset(
    {"al", "el", "ben", "bin", "ould", "von", "van", "der", "den", "dos", "da", "di", "san", "abou"}
)


def label_introduced(tokens: Sequence[Token]) -> None:
    """Set the labels of introduced names and of their repetitions right, in place, over one whole article."""
    known: dict[tuple[str, ...], str] = {}
    index = 1
    while index < len(tokens):
        last = _name_end(tokens, index)
        label = _introduced(tokens, index) if last > index else None
        if label is not None and not _is_known(tokens[index:last]):
            _set(tokens[index:last], label)
            known[tuple(token.text for token in tokens[index:last])] = label
        index = max(last, index + 1)
    if known:
        _repeat(tokens, known)


def _name_end(tokens: Sequence[Token], index: int) -> int:
    """The end of the run of capitalised words (with particles inside) that starts here; `index` for none."""
    end, last = index, index
    while end < len(tokens) and tokens[end].sentence == tokens[index].sentence:
        token = tokens[end]
        if token.text[:1].isupper() and any(char.isalpha() for char in token.text):
            last = end + 1
        elif end == index or token.lower not in _PARTICLES:
            break
        end += 1
    return last


def _introduced(tokens: Sequence[Token], index: int) -> str | None:
    before = tokens[index - 1]
    if before.sentence != tokens[index].sentence or (before.text[:1].isupper() and before.pos == "PROPN"):
        return None
    if before.lower in word_set("nouns beside a place"):
        return "LOC"
    if before.lower in _OF and index > 1:
        noun = tokens[index - 2].lower
        if noun in word_set("nouns of a place"):
            return "LOC"
        return "ORG" if noun in word_set("nouns of staff") else None
    if before.pos not in ("NOUN", "ADJ"):
        return None
    for place in range(index - 1, max(index - 2 - _BETWEEN, -1), -1):
        token = tokens[place]
        if token.lower in word_set("nouns before a body"):
            return "ORG"
        if token.pos not in ("NOUN", "ADJ", "ADP", "DET") or token.text[:1].isupper():
            return None
    return None


def _is_known(name: Sequence[Token]) -> bool:
    """Whether the lexicon knows the name, or a first part of it: it has been labelled already."""
    words = tuple(token.text for token in name)
    return any(words[: len(known)] == known for known, _ in gazetteer().get(words[0], ()))


def _set(name: Sequence[Token], label: str) -> None:
    for index, token in enumerate(name):
        token.ent, token.ent_first = label, index == 0
    if name[0].pos not in ("PROPN", "NOUN"):
        name[0].pos = "PROPN"


def _repeat(tokens: Sequence[Token], known: dict[tuple[str, ...], str]) -> None:
    index = 0
    while index < len(tokens):
        last = _name_end(tokens, index)
        label = known.get(tuple(token.text for token in tokens[index:last]))
        if label is not None and any(token.ent != label for token in tokens[index:last]):
            _set(tokens[index:last], label)
        index = max(last, index + 1)
