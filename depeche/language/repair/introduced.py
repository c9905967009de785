"""Names by the noun that introduces them: "le constructeur Autelis", "le village de Karsova", "les monts Orim".

What a noun makes sure in one place holds for the same name in the whole article.
"""

from collections.abc import Sequence

from depeche.language.repair.extents import assign
from depeche.language.repair.lexicon import gazetteer, word_set
from depeche.language.token import Token

_BETWEEN = 3  # small words between the noun and the name: "la société de gardiennage Kerat"
_OF = frozenset({"de", "d'"})
_OF_THE = frozenset({"du", "des"})
# What opens a sentence with a capital and is no name.
_SMALL = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV"})
# Words inside names; de and du would join two names ("le groupe Kerat de Rome").
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "ben",
        "bin",
        "ould",
        "von",
        "van",
        "der",
        "den",
        "dos",
        "da",
        "di",
        "san",
        "abou",
        "del",
        "della",
        "do",
        "los",
        "las",
    }
)


def label_introduced(tokens: Sequence[Token]) -> None:
    """Set the labels of introduced names and of their repetitions right, in place, over one whole article."""
    known: dict[tuple[str, ...], str] = {}
    index = 0
    while index < len(tokens):
        last = name_end(tokens, index)
        label = None
        while last > index + 1 and (is_title(tokens[index]) or is_field(tokens, index, last)):
            label = None if is_title(tokens[index]) else "PER"
            tokens[index].ent, tokens[index].ent_first = "", False
            index += 1
        if last > index:
            label = label or told(tokens, index, last)
        if label is not None and not is_known(tokens[index:last]):
            assign(tokens, index, last, label)
            known[tuple(token.text for token in tokens[index:last])] = label
        index = max(last, index + 1)
    if known:
        _repeat(tokens, known)
    for position, token in enumerate(tokens):
        if token.ent and token.ent_first:
            _compare(tokens, position)


def told(tokens: Sequence[Token], index: int, last: int) -> str | None:
    """The kind that the words around the name from `index` to `last`, or its own first word, make sure."""
    if _is_acronym(tokens, index, last) or (index > 0 and tokens[index - 1].text == "ONG"):
        return "ORG"
    if last > index + 1 and tokens[index].lower in word_set("nouns before a body"):
        return "ORG"  # "Radio Karsova", "Institut Orim"
    return "PER" if _described(tokens, last) else _introduced(tokens, index, last)


def _compare(tokens: Sequence[Token], index: int) -> None:
    """A modifier that opens a sentence is no name; of two places joined ("de X et de Y") both are places."""
    token, following = tokens[index], tokens[index + 1 : index + 2]
    if following and following[0].ent and not following[0].ent_first:
        return
    if (
        token.pos in ("ADJ", "DET", "NUM")
        and token.dep in ("amod", "det", "nummod")
        and token.head in following
    ):
        token.ent, token.ent_first = "", False
    joined = token.dep == "conj" and token.head.ent == "LOC" and token.ent == "PER" and token.pos == "PROPN"
    if joined and token.child("case") and token.head.child("case") and not is_known([token]):
        token.ent = "LOC"


def is_title(token: Token) -> bool:
    """ "Mgr", "Me"; and "ONG" before a name, which is no part of it."""
    is_kind = token.text.isupper() and token.lower in word_set("nouns before a body")
    return is_kind or token.lower in word_set("civil titles")


def is_field(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether the word is the field of an office and the name follows it: "le vice-ministre serbe du Pétrole X Y"."""
    if last - index < 3 or index < 2 or tokens[index - 1].lower not in ("du", "des", "la", "l'"):
        return False
    office = [token.lower for token in tokens[max(index - 4, 0) : index - 1]]
    return any(word in word_set("trades before a name") for word in office)


def _is_acronym(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether an acronym stands alone behind its article: "l'ALPK", "du GRPD"."""
    if last != index + 1 or index == 0 or not 3 <= len(tokens[index].text) <= 8:
        return False
    text = tokens[index].text
    if not (text.isalpha() and text.isupper()) or tokens[index].lower in word_set(
        "acronyms that name no body"
    ):
        return False
    following = tokens[last].text if last < len(tokens) else ""
    return tokens[index - 1].lower in ("l'", "la", "le", "du", "au") and not following.startswith("-")


def name_end(tokens: Sequence[Token], index: int) -> int:
    """The end of the run of capitalised words (with particles inside) that starts here; `index` for none."""
    end, last = index, index
    opens = index == 0 or tokens[index - 1].sentence != tokens[index].sentence
    if opens and tokens[index].pos in _SMALL:
        return index
    while end < len(tokens) and tokens[end].sentence == tokens[index].sentence:
        token = tokens[end]
        if token.text[:1].isupper() and any(char.isalpha() for char in token.text):
            last = end + 1
        elif end == index or token.lower not in _PARTICLES:
            break
        end += 1
    return last


def _introduced(tokens: Sequence[Token], index: int, last: int) -> str | None:
    before = tokens[index - 1]
    if (
        index == 0
        or before.sentence != tokens[index].sentence
        or (before.text[:1].isupper() and before.pos == "PROPN")
    ):
        return None
    if before.lower in word_set("nouns beside a place"):
        return "LOC"
    if before.lower in _OF or before.lower in _OF_THE or before.pos == "DET":
        return _owned(tokens, index)
    if before.pos in ("NOUN", "ADJ"):
        for place in range(index - 1, max(index - 2 - _BETWEEN, -1), -1):
            token = tokens[place]
            if token.lower in word_set("nouns before a body"):
                return "ORG"
            if token.lower in word_set("trades before a name"):
                return "PER" if last - index > 1 else None
            if token.pos not in ("NOUN", "ADJ", "ADP", "DET") or token.text[:1].isupper():
                return None
    return None


def _owned(tokens: Sequence[Token], index: int) -> str | None:
    """What a noun tells of the name that it belongs to: "le maire sortant de X", "les salariés de X"."""
    place = index - 1
    if tokens[place].lower in ("la", "l'", "le") and place:
        place -= 1
    if tokens[place].lower not in _OF and tokens[place].lower not in _OF_THE:
        return None
    direct = place == index - 1 and tokens[place].lower in _OF
    for noun in reversed(tokens[max(place - 2, 0) : place]):
        if noun.lower in word_set("nouns of a place"):
            return "LOC"
        if noun.lower in word_set("nouns of staff") and direct:
            return "ORG"
        if noun.pos != "ADJ":
            return None
    return None


def _described(tokens: Sequence[Token], last: int) -> bool:
    """Whether an apposition after the name says that it is a person: "X, gouverneure de Y", "X, 54 ans"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return False
    following = tokens[last + 1]
    if following.text.isdigit():
        return last + 2 < len(tokens) and tokens[last + 2].lower == "ans"
    return following.pos in ("NOUN", "ADJ") and following.lower in word_set("trades before a name")


def is_known(name: Sequence[Token]) -> bool:
    """Whether the lexicon knows the name, or a first part of it: it has been labelled already."""
    words = tuple(token.text for token in name)
    return any(words[: len(known)] == known for known, _ in gazetteer().get(words[0], ()))


def _repeat(tokens: Sequence[Token], known: dict[tuple[str, ...], str]) -> None:
    index = 0
    while index < len(tokens):
        last = name_end(tokens, index)
        label = known.get(tuple(token.text for token in tokens[index:last]))
        if label is not None and any(token.ent != label for token in tokens[index:last]):
            assign(tokens, index, last, label)
        index = max(last, index + 1)
