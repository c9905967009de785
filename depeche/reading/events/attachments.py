"""What an expression of time hangs on: the noun, participle or clause that it dates, wherever the parser put it."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Moment
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

# Behind these a day is that of the thing named, not of what is done about it ("après la visite, **lundi**, de …").
ASIDE = words("prepositions of another time")
OF = frozenset(("de", "du", "des", "d'", "entre", "contre"))


def holders(tokens: list[Token]) -> list[Token]:
    """The words that an expression of time dates: the noun it hangs on, and the predicate of its clause."""
    if not tokens:
        return []
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), tokens[0])
    found: list[Token] = []
    bound = top.dep.startswith("nmod") and syntax.prepositions(top).lower() in ("de", "du", "d'")
    for above in top.ancestors():
        found.append(above)
        if above.dep.startswith("aux"):
            continue
        if bound and above.pos in ("NOUN", "PROPN"):
            break
        if above.pos in ("VERB", "AUX") or any(child.dep in ("cop", "nsubj") for child in above.children):
            break
        if above.pos == "NOUN" and ASIDE & {above.lemma, *syntax.prepositions(above).lower().split("_")}:
            break
    return found


def phrase_around(tokens: list[Token], scene: Scene) -> Token | None:
    """The participle or noun that an expression stands inside the phrase of, wherever the parser hung it.

    "l'attaque **perpétrée** le 2 août par …", "l'**arrestation** le mois dernier de trois marchands".
    """
    every, last = scene.parse.tokens, tokens[-1].i
    first = tokens[0].i
    while (
        first > 0
        and every[first - 1].pos in ("ADP", "DET")
        and every[first - 1].sentence == tokens[0].sentence
    ):
        first -= 1
    if first > 0 and every[first - 1].text == "," and last + 1 < len(every) and every[last + 1].text == ",":
        first, last = first - 1, last + 1  # "l'extradition, le 12 octobre, de …"
    before = every[first - 1] if first > 0 else tokens[0]
    if before.sentence != tokens[0].sentence or before.i >= tokens[0].i:
        return None
    if before.pos == "VERB" and before.dep == "acl" and not syntax.auxiliaries(before):
        return before
    after = every[last + 1] if last + 1 < len(every) else tokens[-1]
    inside = after.sentence == before.sentence and after.pos == "ADP" and after.lower in OF
    complement = after.head.i > after.i and after.head.dep.startswith("nmod")
    return before if before.pos == "NOUN" and inside and complement else None


def counts_from_act(moment: Moment, scene: Scene) -> bool:
    """Whether a moment counts from an act that follows ("deux jours après que …")."""
    if moment.rule != "offset" or not moment.text.lower().endswith(("après", "avant")):
        return False
    last = scene.parse.tokens_in(moment.span)[-1]
    if last.i + 1 >= len(scene.parse.tokens):
        return False
    after = scene.parse.tokens[last.i + 1]
    return after.sentence == last.sentence and after.pos in ("DET", "SCONJ", "NOUN", "PROPN", "ADP", "NUM")
