"""Names of bodies go on to the end of their complement: "la Ligue des droits", "le Groupe d'appui aux déplacés"."""

from collections.abc import Sequence

from depeche.language.repair.contexts import contexts
from depeche.language.repair.extents import assign
from depeche.language.repair.known import find_bounds, match_known
from depeche.language.repair.lexicon import match_name, speaking_nouns, word_set
from depeche.language.token import Token

_OF = frozenset({"de", "des", "du", "d'"})
_FOR = frozenset({"aux", "pour", "contre", "sur", "sans"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})


def join_nouns(tokens: Sequence[Token]) -> None:
    """Two bare common nouns with capitals and "et" are one name where a body belongs: "l'ONG Traces et Preuves"."""
    for index in range(1, len(tokens) - 2):
        one, link, two = tokens[index : index + 3]
        if link.lower != "et" or not (one.text.istitle() and two.text.istitle()) or two.dep != "conj":
            continue
        is_bare = one.sentence == two.sentence == tokens[index - 1].sentence and one.child("det") is None
        is_known = match_name(tokens, index) or match_name(tokens, index + 2)
        if is_bare and not is_known and _names_body(tokens[index - 1], one, two):
            assign(tokens, index, index + 3, "ORG")


def _names_body(before: Token, one: Token, two: Token) -> bool:
    """Whether a body belongs where the nouns stand: "les enquêteurs de X et Y", "l'ONG X et Y"."""
    if before.lower in word_set("nouns before a body"):
        return one.pos in ("NOUN", "ADJ") or two.pos in ("NOUN", "ADJ")
    if before.lower not in ("de", "d'") or one.pos != "NOUN" or two.head is not one:
        return False
    is_staff = any(kind == "ORG" for kind, _ in contexts("of").get(one.head.lower, ()))
    return is_staff or one.head.lower in word_set("trades before a name")


def extend_bodies(tokens: Sequence[Token]) -> None:
    """Give the names of bodies in one article their whole extent, in place."""
    for index, token in enumerate(tokens):
        if not _heads_body(tokens, index):
            continue
        known = match_known(tokens, index)
        last = index + known[0] if known and known[0] > 1 else _body_end(tokens, index)
        if known and known[0] > 1 and known[1] != "ORG":
            continue
        first = index
        while first and tokens[first].ent == "ORG" and not tokens[first].ent_first:
            first -= 1
        if first == index - 1 and tokens[first].lower in _ARTICLES and token.lower not in contexts("outlets"):
            tokens[first].ent, tokens[first].ent_first, token.ent_first = "", False, True
            first = index
        covered = tokens[last - 1].ent == "ORG" and all(
            token.ent == "ORG" and not token.ent_first for token in tokens[first + 1 : last]
        )
        if last > index + 1 and not covered:
            assign(tokens, first, last, "ORG")


def repeat_bodies(tokens: Sequence[Token]) -> None:
    """What is one name in one place is one name wherever the same words stand in the article, in place."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for index, token in enumerate(tokens):
        if token.ent == "ORG" and token.ent_first:
            words = tuple(other.text for other in tokens[slice(*find_bounds(tokens, index))])
            if any(word.islower() for word in words):
                known.setdefault(words[0], []).append(words)
    for index, token in enumerate(tokens):
        for words in sorted(known.get(token.text, ()), key=len, reverse=True):
            found = tokens[index : index + len(words)]
            if tuple(other.text for other in found) == words:
                first, last = find_bounds(tokens, index)
                inside = token.ent == "ORG" and last - first > len(words)
                if not inside and (first, last) != (index, index + len(words)):
                    assign(tokens, index, index + len(words), "ORG")
                break


def _heads_body(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if index == 0 or tokens[index - 1].sentence != token.sentence or token.pos not in ("NOUN", "PROPN"):
        return False
    if token.head.lower in contexts("fields"):
        return False
    if token.text[:1].islower():
        return token.lower in contexts("small bodies")
    return token.text[1:2].islower() and bool(
        {token.lower, token.lower.removesuffix("s")} & contexts("bodies").keys()
    )


def _body_end(tokens: Sequence[Token], index: int) -> int:
    head = tokens[index]
    is_small = head.text[:1].islower()
    end = index + 1
    while end < len(tokens) and tokens[end].sentence == head.sentence:
        token = tokens[end]
        inside = tokens[index:end]
        is_bare = token.pos == "ADJ" and token.dep == "amod" and not token.children
        if is_bare and token.head in inside and not is_small:
            end += 1
            continue
        noun = _complement(tokens, index, end)
        if noun is None or (is_small and not (noun.text[:1].isupper() and noun.head is head)):
            break
        end = noun.i - head.i + index + 1
        while end < len(tokens) and tokens[end].head is noun and tokens[end].dep == "flat:name":
            end += 1
    return end


def _complement(tokens: Sequence[Token], index: int, end: int) -> Token | None:
    """The noun of the complement that begins at `end`, if it belongs to the name that begins at `index`."""
    inside = tokens[index:end]
    place = end
    if tokens[place].pos == "CCONJ" and tokens[place].lower == "et":
        noun = tokens[place].head
        if noun.dep == "conj" and noun.head in inside and noun.head is not tokens[index]:
            place += 1
            if place < len(tokens) and tokens[place].lower in _OF:
                place += 1
            is_thing = noun.text[:1].islower() and noun.lower not in speaking_nouns()
            return noun if is_thing and _leads_to(tokens, place, noun) else None
        return None
    if tokens[place].pos != "ADP" or tokens[place].lower not in _OF | _FOR:
        return None
    noun = tokens[place].head
    if noun.dep != "nmod" or noun.head not in inside or not _leads_to(tokens, place + 1, noun):
        return None
    if noun.text[:1].isupper():
        is_place = tokens[place].lower in _OF and noun.ent in ("", "LOC", "ORG")
        return noun if is_place and noun.lower not in contexts("bodies") else None
    return noun if noun.lower not in word_set("words of time") else None


def _leads_to(tokens: Sequence[Token], place: int, noun: Token) -> bool:
    """Whether only an article, a numeral or an adjective stands before the noun."""
    while place < len(tokens) and tokens[place] is not noun:
        token = tokens[place]
        if token.head is not noun or not (token.lower in _ARTICLES or token.pos in ("ADJ", "NUM")):
            return False
        place += 1
    return place < len(tokens) and noun.pos in ("NOUN", "PROPN")
