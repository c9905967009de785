"""What hangs on a word with a preposition: pairs of preposition and filler, compound prepositions looked through."""

from functools import cache

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.words import words

# Nouns that make a preposition of their own with what stands before and after them ("en faveur de").
PREPOSITION_NOUNS = words("preposition nouns")
PREPOSITION_ADVERBS = words("preposition adverbs")
MANNER_NOUNS = words("manner nouns")
FUSED = {"a": "à", "au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "l'": "", "le": "", "la": "", "les": "",
         "un": "", "une": ""}  # fmt: skip
FUSED_RELATIVES = {"auquel": "à", "auxquels": "à", "auxquelles": "à", "duquel": "de", "desquels": "de",
                   "desquelles": "de"}  # fmt: skip
PLURALS = {"côtés": "côté", "auspices": "auspice", "mains": "main"}


@cache
def preposition_key(name: str) -> str:
    """A preposition in the form that slots and fillers are compared in ("aux_côtés_de" -> "à_côté_de")."""
    words = [FUSED.get(word, PLURALS.get(word, word)) for word in name.replace("l'", "l'_").split("_")]
    return "_".join(word for word in words if word)


def complements(token: Token) -> list[tuple[str, Token]]:
    """Pairs of preposition and filler among what hangs on a token; compound prepositions are looked through."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if (
            child.dep.startswith(("obl", "nmod"))
            or child.dep in ("iobj", "dep")
            or (child.dep == "advmod" and child.lower in PREPOSITION_ADVERBS)
        ):
            shared = preposition_key(syntax.prepositions(child).lower())
            for filler in syntax.conjuncts(child):
                if filler is not child and filler.pos in ("VERB", "AUX") and child.pos not in ("VERB", "AUX"):
                    continue
                own = preposition_key(syntax.prepositions(filler).lower()) or shared
                if filler.lower in FUSED_RELATIVES:  # "la Serbie, **à laquelle** …"
                    own = FUSED_RELATIVES[filler.lower]
                    filler = syntax.antecedent(filler) or filler
                inner = _behind(filler, own)
                if inner:
                    found.extend(inner)
                elif _is_set_phrase(filler):
                    found.extend(complements(filler))  # "reçue à son tour **par le président**"
                else:
                    found.append((own, filler))
                    if filler.lemma in MANNER_NOUNS:  # "la réunion en urgence **du Conseil**"
                        found.extend(complements(filler))
    return found


def _is_set_phrase(noun: Token) -> bool:
    """ "pour sa part", "de son côté": no complement."""
    return noun.lemma in ("part", "côté", "tour", "avis") and any(
        child.feat("Poss") for child in noun.children
    )


def _behind(noun: Token, preposition: str) -> list[tuple[str, Token]]:
    if noun.lower not in PREPOSITION_ADVERBS and (noun.lemma not in PREPOSITION_NOUNS or preposition == "de"):
        return []  # "s'est indigné **des propos** du ministre"
    found = []
    for child in noun.children:
        if child.dep.startswith(("nmod", "obl")):
            tail = preposition_key(syntax.prepositions(child).lower())
            name = "_".join(part for part in (preposition, noun.lemma, tail) if part)
            for filler in syntax.conjuncts(child):
                found.append((name, filler))
    return found
