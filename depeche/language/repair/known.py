"""Names that the lexicon knows: places, leaders and bodies, where the model saw no name or another kind of name.

The context decides first: a title or forename before a word makes it a person whatever the lexicon says.
"""

from collections.abc import Sequence

from depeche.language.repair.lexicon import CONTRACTED, gazetteer, word_set
from depeche.language.token import Token

_NAME_POS = frozenset(
    {"ADV", "ADJ", "VERB", "AUX", "X", "INTJ", "NUM", "DET", "PRON", "SCONJ", "CCONJ", "ADP"}
)


def set_kind(tokens: Sequence[Token], label: str) -> None:
    """Make the tokens one name of this kind, and a lone capitalised word a proper noun."""
    for index, token in enumerate(tokens):
        token.ent, token.ent_first = label, index == 0
        if token.text[:1].isupper() and token.pos in _NAME_POS and len(tokens) == 1:
            token.pos = "PROPN"


def find_bounds(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The bounds of the entity that the token at `index` belongs to."""
    first, last = index, index + 1
    while first > 0 and tokens[first].ent and not tokens[first].ent_first and tokens[first - 1].ent:
        first -= 1
    while last < len(tokens) and tokens[last].ent and not tokens[last].ent_first:
        last += 1
    return first, last


def label_known_names(tokens: Sequence[Token], starts: set[int]) -> None:
    """Label what the lexicon knows in one article; `starts` are the indexes of the words that open sentences."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match = match_known(tokens, index) if token.text[:1].isupper() else None
        if match is None:
            index += 1
            continue
        length, label = match
        found = tokens[index : index + length]
        if _may_label(tokens, index, length, label, starts):
            set_kind(found, label)
        index += length


def match_known(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """The length in tokens and the kind of the known name that begins at `index`, or None."""
    before = tokens[index - 1].lower if index else ""
    for words, label in gazetteer().get(tokens[index].text, ()):
        if label == CONTRACTED:
            if before not in ("au", "du"):
                continue
            label = "ORG"
        if index + len(words) <= len(tokens) and all(
            tokens[index + offset].text.replace("’", "'") == word for offset, word in enumerate(words)
        ):
            return len(words), label
    return None


def _may_label(tokens: Sequence[Token], index: int, length: int, label: str, starts: set[int]) -> bool:
    token, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + length] if index + length < len(tokens) else None
    if before is not None and (
        before.lower in word_set("civil titles") or (before.pos == "PROPN" and before.ent == "PER")
    ):
        return False
    if token.ent == label and all(other.ent == label for other in tokens[index : index + length]):
        return False
    if length > 1:
        return not (token.ent == "PER" and after is not None and after.ent == "PER" and not after.ent_first)
    first, last = find_bounds(tokens, index) if token.ent else (index, index + 1)
    if (first, last) != (index, index + 1):
        return False  # a part of a longer name
    if (
        after is not None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and not after.ent
        and not token.ent
    ):
        return False  # perhaps a longer name that the model did not see
    acronym = token.text.isupper() and len(token.text) > 1
    if acronym and token.pos == "NOUN" and token.lower in word_set("acronyms that name no body"):
        return False
    if token.i in starts and not acronym and token.pos not in ("PROPN", "X"):
        return False  # a sentence begins with a capital anyhow
    if token.ent == "PER":
        titled = before is not None and before.lower in word_set("titles before a name")
        return label == "LOC" or acronym or (label == "ORG" and not titled)
    return label != "PER" or token.ent != "ORG" or not acronym
