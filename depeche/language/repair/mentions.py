"""Mentions: the runs of words in an article that may be a name, whatever the model took them for."""

from collections.abc import Sequence
from typing import NamedTuple

from depeche.language.repair.contexts import contexts
from depeche.language.repair.introduced import is_field, is_known, is_title, name_end
from depeche.language.repair.lexicon import inhabitants, word_set
from depeche.language.token import Token


class Mention(NamedTuple):
    """A possible name: its tokens are those from `first` to `last` (not included) of the article."""

    first: int
    last: int
    words: tuple[str, ...]


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """The possible names of an article that the lexicon does not know, in text order."""
    found = []
    index = 0
    while index < len(tokens):
        last = _mention_end(tokens, index)
        if last == index or _stands_before(tokens, index, last):
            index += 1
            continue
        name = tokens[index:last]
        opens = index == 0 or tokens[index - 1].sentence != tokens[index].sentence
        if _may_be_name(name, opens=opens) and not is_known(name):
            found.append(Mention(index, last, tuple(token.text for token in name)))
        index = last
    return found


def _mention_end(tokens: Sequence[Token], index: int) -> int:
    """The end of the capitalised run or of the model's name that begins here; `index` for none."""
    last = name_end(tokens, index)
    for place in range(index + 1, last):
        before, token = tokens[place - 1], tokens[place]
        if (token.ent_first and before.ent and token.ent != before.ent) or token.start > before.end + 1:
            return place
    if tokens[index].ent and last == index:
        last = index + 1
    while index < last < len(tokens) and tokens[last].ent and not tokens[last].ent_first:
        last += 1
    return last


def _stands_before(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether the capitalised word is no part of the name after it: "« **La** Serbie", "l'**Estonien** Rasmus P."."""
    token = tokens[index]
    if is_title(token) or (is_field(tokens, index, last) and tokens[index + 1].text[:1].isupper()):
        return True
    if token.ent:
        return False
    if token.pos in ("ADP", "DET") or token.lower in word_set("words that open sentences"):
        return True
    if last == index + 1:
        return False
    following = tokens[index + 1]
    if not following.ent and following.pos in ("ADP", "DET"):
        return True
    return (
        token.text in inhabitants()
        or token.lower in word_set("trades before a name")
        or token.lower in contexts("no name")
    )


def _may_be_name(name: Sequence[Token], *, opens: bool) -> bool:
    """Whether anything but its capital makes a name of it; one word that opens a sentence must be seen by the model."""
    words = contexts("no name")
    if len(name) == 1 and (
        name[0].text in inhabitants() or name[0].lower in words or not name[0].text.replace("-", "").isalpha()
    ):
        return False
    if opens and len(name) == 1 and not name[0].ent:
        return False
    return any(token.ent or token.pos in ("PROPN", "X") for token in name)
