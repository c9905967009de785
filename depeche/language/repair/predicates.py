"""The main predicate of a sentence that an incise interrupts or follows."""

from depeche.language.repair.lexicon import word_set
from depeche.language.repair.trees import is_above, top_in
from depeche.language.token import Token

OPENING = frozenset({"«", "“", '"'})


def left_predicate(left: list[Token]) -> Token | None:
    """The main predicate of the clause before the incise, or None when that clause has no finite verb of its own."""
    found: Token | None = None
    for index, token in enumerate(left):
        if (
            token.feat("VerbForm") != "Fin"
            or token.pos not in ("VERB", "AUX")
            or _is_subordinate(left, index)
        ):
            continue
        predicate = token
        if token.pos == "AUX" and token.head is not token and token.head in left:
            predicate = token.head
        if found is None or is_above(predicate, found):
            found = predicate
    return top_in(found, left) if found else None


def _is_subordinate(left: list[Token], index: int) -> bool:
    """Whether a relative or conjunction opens the verb's clause: one stands before it in the same stretch of commas."""
    token = left[index]
    predicate = token.head if token.pos == "AUX" else token
    if predicate.dep == "acl:relcl" or any(
        child.lower in word_set("subordinators") for child in predicate.children
    ):
        return True
    verbs = 0
    for before in reversed(left[:index]):
        if before.text in (",", ";", ":") or before.text in OPENING:
            return False
        if before.lower in word_set("subordinators"):
            return verbs == 0
        verbs += before.feat("VerbForm") == "Fin" and before.pos in ("VERB", "AUX")
    return False


def right_predicate(tokens: list[Token], start: int) -> Token | None:
    """The finite verb that goes on with the main clause after the incise ("…, pourrait être reportée")."""
    for index in range(start + 1, len(tokens) - 1):
        if tokens[index].text != "," and tokens[index].text not in OPENING:
            continue
        following = index + 1
        while following < len(tokens) and (
            tokens[following].lower in word_set("clitics")
            or tokens[following].text in OPENING
            or tokens[following].pos == "ADV"
        ):
            following += 1
        if following < len(tokens):
            token = tokens[following]
            if (
                token.feat("VerbForm") == "Fin"
                and token.pos in ("VERB", "AUX")
                and tokens[index + 1].lower != "y"
            ):
                return token
    return None


def any_predicate(tokens: list[Token], start: int) -> Token | None:
    """The main verb of a clause that follows the incise whole ("Selon lui, a-t-elle dit, rien n'est perdu")."""
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if (
            token.feat("VerbForm") == "Fin"
            and token.pos in ("VERB", "AUX")
            and not _is_subordinate(tokens, index)
        ):
            return token
    return None


def is_adverbial(left: list[Token]) -> bool:
    """Whether what stands before the incise is an adverbial ("Selon lui, a-t-elle dit, …")."""
    head = content_head(left)
    if head is None or head.pos == "ADV":
        return head is not None
    return any(child.dep in ("case", "mark") and child.i < head.i for child in head.children)


def is_quote_alone(left: list[Token]) -> bool:
    """Whether all that stands before the incise is one quotation without a finite verb."""
    return left[0].text in OPENING or (len(left) > 2 and left[1].text in OPENING)


def content_head(left: list[Token]) -> Token | None:
    inside = {token.i for token in left}
    for token in left:
        if token.pos != "PUNCT" and (token.head is token or token.head.i not in inside):
            return token
    return None
