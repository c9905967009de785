"""Which trigger row a word of the text satisfies, and what fills its slots."""

from functools import cache, lru_cache

import msgspec

from depeche.language import syntax
from depeche.language.conjugation import verb_of
from depeche.language.token import Token
from depeche.reading.events.classes import forms
from depeche.reading.events.complements import preposition_key
from depeche.reading.events.conditions import evaluate
from depeche.reading.events.frames import Frame
from depeche.reading.events.occurrences import Occurrence
from depeche.reading.events.scene import Scene
from depeche.reading.events.triggers import Group, Row, rows, rows_by_head
from depeche.reading.events.words import words

UNKNOWN_COST = 0.75
OF_BEING = words("forms of being")


class Match(msgspec.Struct):
    """A row that an occurrence satisfies: the head token, the tokens of the expression, fillers by slot."""

    token: Token
    row: Row
    words: tuple[Token, ...]
    fillers: dict[int, list[Token]]
    confidence: float
    score: float


def find_match(token: Token, scene: Scene) -> Match | None:
    """The row that a word satisfies best (rows of type NONE included), or None where none fires."""
    if token.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV"):
        return None
    if token.lower in OF_BEING:
        return None  # "nous **sommes**", no form of sommer
    if token.pos == "VERB" and any(child.dep == "det" for child in token.children):
        return None  # "l'opposant", "les assiégés": a noun
    candidates: list[tuple[tuple[float, ...], Match]] = []
    met: dict[
        tuple[tuple[int, ...], bool, bool], Occurrence
    ] = {}  # rows of one expression ask the same questions
    for group in _groups(token.pos, token.lower, forms(token)):
        for row in group.among(scene.words_beside(token)):
            match = _match(token, row, scene, met)
            if match is not None:
                candidates.append((_rank(match), match))
    if not candidates:
        return None
    if any(match.row.negative or _asks_negation(match.row) for _, match in candidates):
        candidates = [pair for pair in candidates if pair[1].row.negative or _asks_negation(pair[1].row)]
    return max(candidates, key=lambda pair: pair[0])[1]


def _asks_negation(row: Row) -> bool:
    return row.number in _rows_of_negation()


@cache
def _rows_of_negation() -> frozenset[int]:
    return frozenset(row.number for row in rows() if row.needs is not None and "polarity" in repr(row.needs))


@lru_cache(maxsize=50_000)
def _groups(pos: str, lower: str, known: frozenset[str]) -> tuple[Group, ...]:
    """The rows under all names of a word: its forms, and for a verb or adjective those of the verb it may be."""
    names = set(known)
    if pos in ("VERB", "ADJ"):
        if (verb := verb_of(lower)) is not None:
            names.add(verb)
        names |= {lower}
        for ending in ("es", "e", "s"):
            if lower.endswith(ending) and len(lower) > 4:
                names.add(lower.removesuffix(ending))
    table = rows_by_head()
    return tuple(table[name] for name in sorted(names) if name in table)


def _rank(match: Match) -> tuple[float, ...]:
    none = match.row.type == "NONE"
    return (len(match.row.words), match.score, 1.0 if none else match.row.confidence, -match.row.number)


def _match(
    token: Token, row: Row, scene: Scene, met: dict[tuple[tuple[int, ...], bool, bool], Occurrence]
) -> Match | None:
    frame = scene.frame(token)
    if not _fits(token, row, frame):
        return None
    words = _expression(token, row, scene) if row.words else ()
    if words is None:
        return None
    key = (tuple(word.i for word in words), row.copular, row.reflexive)
    occurrence = met.get(key)
    if occurrence is None:
        occurrence = met[key] = Occurrence(
            token, scene, (token, *words), copular=row.copular, reflexive=row.reflexive
        )
    if row.negative and not occurrence.negated:
        return None
    score = float(row.negative)
    for wanted in row.slots:
        if wanted.sign:
            found = occurrence.slot_fillers(wanted)
            if bool(found) != (wanted.sign == "+"):
                return None
            score += 1.0 if wanted.sign == "+" else 0.5
    truth, gained = evaluate(row.needs, occurrence)
    if truth is False:
        return None
    fillers = {index: list(occurrence.slot_fillers(wanted)) for index, wanted in enumerate(row.slots)}
    confidence = row.confidence * (UNKNOWN_COST if truth is None else 1.0)
    return Match(token, row, (token, *words), fillers, confidence, score + gained)


def _fits(token: Token, row: Row, frame: Frame) -> bool:
    if row.nominal:
        return token.pos in ("NOUN", "PROPN")
    if row.copular:
        if any(
            child.dep == "aux:tense" and child.lemma == "avoir" for child in token.children
        ) and not token.child("cop", "aux:pass"):
            return False
        return (token.pos in ("ADJ", "NOUN", "ADV") or syntax.is_participle(token)) and (
            frame.copular
            or ((token.dep != "amod" or bool(frame.own_obl)) and bool(frame.grammatical_subjects))
        )
    if token.pos not in ("VERB", "AUX") and not (
        token.pos == "ADJ" and token.lower.endswith(("é", "ée", "és", "ées"))
    ):
        return False
    if row.pos == "VERB" and not row.reflexive and not row.transitive and frame.passive:
        return False  # "la cargaison a été débarquée": who only goes ashore takes no object
    if row.reflexive:
        return frame.reflexive or (
            frame.passive and token.dep in ("acl", "amod", "parataxis:insert") and row.lemma == "se réunir"
        )
    return not frame.reflexive or frame.reciprocal


def _expression(token: Token, row: Row, scene: Scene) -> tuple[Token, ...] | None:
    """The other words of an expression near its head; None when one is missing."""
    beside = scene.words_beside(token)
    if not all(word in beside or word.rstrip("s") in beside for word in row.words):
        return None
    found: list[Token] = []
    for word in row.words:
        place = _find_word(token, word, found)
        if place is None:
            return None
        found.append(place)
    return tuple(found)


def _find_word(head: Token, word: str, found: list[Token]) -> Token | None:
    todo = [(child, 1) for child in head.children]
    above = head.head if head.dep in ("acl", "amod", "acl:relcl") else None
    if above is not None and above.pos in ("NOUN", "PROPN") and _same_word(above, word):
        return above
    while todo:
        token, depth = todo.pop(0)
        if _same_word(token, word) and token not in found:
            return token
        if depth < 4 and token.dep not in (
            "conj",
            "acl:relcl",
            "ccomp",
            "parataxis",
            "parataxis:insert",
            "advcl",
        ):
            todo.extend((child, depth + 1) for child in token.children)
    return None


def _same_word(token: Token, word: str) -> bool:
    if word in (token.lemma, token.lower):
        return True
    return token.lower.rstrip("s") == word.rstrip("s") or preposition_key(token.lower) == word
