"""Where names begin and end: the model runs on into what follows, and takes words for names that are none."""

from collections.abc import Sequence
from itertools import pairwise

from depeche.language.repair.contexts import contexts
from depeche.language.repair.lexicon import gazetteer, inhabitants, word_set
from depeche.language.token import Token

_LOOSE_ENDS = frozenset({"ADP", "DET", "PUNCT", "CCONJ"})
_POSSESSIVES = frozenset({"sa", "son", "ses", "leur", "leurs"})


def trim_names(tokens: Sequence[Token]) -> None:
    """Cut names to their words, and clear those that name nobody, in place."""
    index = 0
    while index < len(tokens):
        last = index + 1
        if tokens[index].ent:
            while last < len(tokens) and tokens[last].ent and not tokens[last].ent_first:
                last += 1
            _trim(tokens[index:last])
        index = last


def trim_ends(tokens: Sequence[Token]) -> None:
    """Cut the small words that other names have left at the end of names, in place."""
    for token, following in zip(reversed(tokens), (None, *reversed(tokens)), strict=False):
        goes_on = following is not None and following.ent and not following.ent_first
        if (
            token.ent
            and not token.ent_first
            and not goes_on
            and token.text.islower()
            and token.pos in _LOOSE_ENDS
        ):
            token.ent = ""


def _trim(name: Sequence[Token]) -> None:
    first, last = 0, len(name)
    while first < last and name[first].text.islower() and name[first].pos == "ADJ" and name[0].ent != "LOC":
        first += 1  # "le **kényan** Daily Nation"
    while first < last and (_is_word(name[first]) or (first and name[first].pos in _LOOSE_ENDS)):
        first += 1  # "**PDG de** Kerat"
    if last > first + 1 and name[first].lower in ("l'", "l’") and name[first + 1].text in gazetteer():
        first += 1  # "**L'**Union européenne a …", with its article large at the beginning of a sentence
    last = min(last, _known_end(name, first))
    for place in range(first + 1, last):
        if name[place].lower in _POSSESSIVES:
            last = place
            break
    while last > first and name[last - 1].pos in _LOOSE_ENDS and not name[last - 1].text[:1].isupper():
        last -= 1
    kept = name[first:last]
    is_name = any(token.text[:1].isupper() or token.text[:1].isdigit() for token in kept)
    if not is_name or (len(kept) == 1 and _is_common(kept[0])):
        kept = ()
    label = name[0].ent
    for token in name:
        token.ent, token.ent_first = "", False
    for place, token in enumerate(kept):
        token.ent, token.ent_first = label, place == 0


def _known_end(name: Sequence[Token], first: int) -> int:
    """Where a name of the lexicon ends that the model carried on in small letters ("l'Union africaine de sa voix")."""
    words = tuple(token.text for token in name[first:])
    for known, _ in gazetteer().get(words[0] if words else "", ()):
        if words[: len(known)] == known and len(known) < len(words):
            rest = name[first + len(known) :]
            if all(not token.text[:1].isupper() for token in rest):
                return first + len(known)
    return len(name)


def _is_common(token: Token) -> bool:
    """Inhabitants ("les Ghanéens"), "PDG" and participles that open a sentence ("Jointe par mail") are no names."""
    if _is_word(token) or token.text in inhabitants() or token.lower in contexts("never"):
        return True
    return token.pos in ("VERB", "ADJ") and token.feat("VerbForm") == "Part"


def _is_word(token: Token) -> bool:
    return token.text.isupper() and token.lower in word_set("acronyms that name no body")


def assign(tokens: Sequence[Token], first: int, last: int, label: str) -> None:
    """Make the tokens from `first` to `last` one name; what follows of a longer name of this kind stays joined.

    Of the names of other kinds that it cuts, the small words that are left are cleared.
    """
    if last < len(tokens) and tokens[last].ent not in ("", label) and not tokens[last].ent_first:
        tokens[last].ent_first = True
        _clear_small(tokens[last:])
    before = first
    while before and tokens[before].ent and not tokens[before].ent_first:
        before -= 1
    for place in range(first, last):
        tokens[place].ent, tokens[place].ent_first = label, place == first
    if not any(token.text[:1].isupper() and token.pos not in _LOOSE_ENDS for token in tokens[before:first]):
        for token in tokens[before:first]:
            token.ent, token.ent_first = "", False
    if last == first + 1 and tokens[first].pos not in ("PROPN", "NOUN"):
        tokens[first].pos = "PROPN"


def _clear_small(rest: Sequence[Token]) -> None:
    """Clear the small words that a name now begins with."""
    for token, following in pairwise(rest):
        if not token.ent or not token.text.islower():
            return
        token.ent, token.ent_first = "", False
        following.ent_first = bool(following.ent)
