"""Which trigger row a word of the text satisfies, and what fills its slots."""

from functools import cache

import msgspec

from depeche.language import syntax
from depeche.language.conjugation import verb_of
from depeche.language.token import Token
from depeche.reading.events import clauses
from depeche.reading.events.classes import WordClass, belongs, forms
from depeche.reading.events.frames import Frame, preposition_key
from depeche.reading.events.needs import evaluate
from depeche.reading.events.scene import Scene, is_plural
from depeche.reading.events.triggers import Row, Slot, rows, rows_by_head, slot
from depeche.reading.once import once

TENSES = {"past": "past", "present": "pres", "imperfect": "impf", "future": "fut", "conditional": "cond",
          "infinitive": "inf", "participle": "past"}  # fmt: skip
UNKNOWN_COST = 0.75


class Match(msgspec.Struct):
    """A row that an occurrence satisfies: the head token, the tokens of the expression, fillers by slot."""

    token: Token
    row: Row
    words: tuple[Token, ...]
    fillers: dict[int, list[Token]]
    confidence: float
    score: float


class Occurrence:
    """One word of the text as the conditions of trigger rows ask about it."""

    def __init__(
        self,
        token: Token,
        scene: Scene,
        taken: tuple[Token, ...] = (),
        *,
        copular: bool = False,
        reflexive: bool = False,
    ) -> None:
        self.token = token
        self.scene = scene
        self.frame: Frame = scene.frame(token)
        self.copular = copular
        self.reflexive = reflexive
        self.taken = {word.i for word in taken}
        self._found: dict[Slot, list[Token]] = {}
        # An expression reads the complements of its own nouns too ("opposer son veto **à la résolution**").
        self._inner = [
            word for word in taken if word is not token and word.pos in ("NOUN", "PROPN", "ADJ", "ADV")
        ]

    def slot_fillers(self, wanted: Slot) -> list[Token]:
        """The fillers of a slot, without the words of the expression itself; the list is shared."""
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = self._fillers(wanted)
        return found

    def _fillers(self, wanted: Slot) -> list[Token]:
        found = [token for token in self._raw(wanted) if token.i not in self.taken]
        if wanted.filler == "place":
            found = [token for token in found if clauses.is_place(token, self.scene)]
        elif wanted.filler == "time":
            found = [token for token in found if clauses.is_time(token)]
        elif wanted.filler == "person":
            found = [token for token in found if self.scene.actors(token)]
        elif wanted.filler:
            found = [token for token in found if token.lemma == wanted.filler]
        return list({token.i: token for token in found}.values()) if len(found) > 1 else found

    def _raw(self, wanted: Slot) -> list[Token]:
        kind, frame = wanted.kind, self.frame
        if kind == "subj" and self.copular:
            return frame.grammatical_subjects
        if kind == "subj" and self.reflexive and frame.passive:  # "le Conseil, **réuni** en urgence"
            return frame.obj
        if kind == "subj":
            return frame.subj if not frame.nominal else clauses.governing_subjects(frame, self.scene)
        if kind == "gsubj":
            return clauses.governing_subjects(frame, self.scene)
        if kind == "obj":
            return frame.obj
        if kind in ("obl", "nmod"):
            return self._complements(wanted)
        if kind == "clit":
            if wanted.keys == ("se",):
                return [frame.token] if frame.reflexive else []
            found = frame.clitics.get(wanted.keys[0] if wanted.keys else "lui")
            return [found] if found else []
        if kind == "xcomp":
            return [verb for mark, verb in self._infinitives() if not wanted.keys or mark in wanted.keys]
        if kind == "ccomp":
            return [
                verb for mark, verb in frame.clauses if not wanted.keys or mark in wanted.keys or mark == ""
            ]
        if kind == "attr":
            return frame.attr
        if kind == "poss":
            return [frame.possessive] if frame.possessive else self._inner_possessive()
        if kind == "amod":
            words = [
                adjective
                for noun in (self.token, *self._inner, *(() if frame.nominal else frame.obj))
                for adjective in self.scene.frame(noun).adjectives
            ]
            if wanted.keys == ("nat",):
                return [word for word in words if self.scene.actors(word) or self.scene.owners(word)]
            return words
        if kind == "gov":
            return [frame.governor] if frame.governor else []
        if kind == "place":
            return [filler for _, filler in self._pairs() if clauses.is_place(filler, self.scene)]
        if kind == "time":
            return [filler for _, filler in self._pairs() if clauses.is_time(filler)]
        if kind == "advmod":
            return [child for child in self.token.children if child.dep == "advmod"]
        if kind == "acl":
            return [
                child
                for noun in (self.token, *self._inner)
                for child in noun.children
                if child.dep.startswith("acl")
            ]
        return []

    def _inner_possessive(self) -> list[Token]:
        found = [self.scene.frame(noun).possessive for noun in self._inner]
        return [token for token in found if token]

    def _infinitives(self) -> list[tuple[str, Token]]:
        found = list(self.frame.infinitives)
        for noun in self._inner:
            found.extend(self.scene.frame(noun).infinitives)
        return found

    def _pairs(self) -> list[tuple[str, Token]]:
        pairs = list(self.frame.obl)
        for noun in self._inner:
            pairs.extend(self.scene.frame(noun).own_obl)
        if self.frame.nominal:
            pairs.extend(clauses.borrowed_complements(self.frame, self.scene))
        return pairs

    def _complements(self, wanted: Slot) -> list[Token]:
        keys = wanted.keys
        pairs = self._pairs()
        own = [filler for preposition, filler in self.frame.own_obl if not keys or preposition in keys]
        if own and wanted.role in ("actor", "recipient"):
            pairs = (
                self.frame.own_obl
            )  # what hangs on the verb itself is nearer than what hangs on its object
        found = [filler for preposition, filler in pairs if not keys or preposition in keys]
        if "à" in keys:
            found += [
                filler for preposition, filler in pairs if preposition == "en" and wanted.filler == "place"
            ]
            for name in ("lui", "y"):
                clitic = self.frame.clitics.get(name)
                if clitic is not None and (name == "y") == (not self.scene.actors(clitic)):
                    found.append(clitic)
        if "de" in keys and "en" in self.frame.clitics:
            found.append(self.frame.clitics["en"])
        if "par" in keys and self.frame.passive:
            found.extend(self.frame.subj)
        return found

    # What conditions ask for (see needs.Witness).

    def fillers(self, name: str) -> list[Token] | None:
        """The fillers of a slot by its notation; None where ellipsis or form hide the subject."""
        if name == "ccomp-subj":
            return [
                token
                for _, verb in self.frame.clauses
                for token in self.scene.frame(verb).grammatical_subjects
            ] or None
        if name == "obj-owner":
            return self.frame.obj
        found = self.slot_fillers(slot(name))
        if not found and name in ("subj", "gsubj"):
            return None
        return found

    def member(self, token: Token, wanted: WordClass | str) -> bool | None:
        """Whether a filler belongs to a class; classes of the slot kind need the world and stay unknown."""
        if isinstance(wanted, str):
            return clauses.slot_class(token, wanted, self.frame, self.scene)
        return belongs(token, wanted, self.scene)

    def value(self, name: str) -> str | None:
        """Tense, polarity, voice and the like."""
        frame = self.frame
        if name == "tense":
            return TENSES.get(syntax.tense(self._carrier()))
        if name in ("ccomp-tense", "ccomp-mood"):
            if not frame.clauses:
                return "none"
            tense = syntax.tense(frame.clauses[0][1])
            if name == "ccomp-mood":
                return "subj" if tense == "subjunctive" else "ind"
            return TENSES.get(tense, "none")
        if name == "xcomp-tense":
            verbs = [verb for _, verb in self._infinitives()]
            return None if not verbs else ("past" if syntax.auxiliaries(verbs[0]) else "pres")
        if name == "polarity":
            return "neg" if syntax.is_negated(self.token) else "pos"
        if name == "voice":
            return "passive" if frame.passive else "active"
        if name == "obj-owner":
            return clauses.object_owner(frame, self.scene)
        if name == "gov":
            return frame.governor.lemma if frame.governor else "none"
        return None

    def _carrier(self) -> Token:
        return self.token if not self.frame.nominal or self.frame.governor is None else self.frame.governor

    def flag(self, name: str) -> bool | None:
        """Flags of section 3 of the notation."""
        base, _, argument = name.partition("(")
        if base == "plural":
            return self._plural(argument.rstrip(")"))
        if base == "passive":
            return self.frame.passive
        if base == "attributed":
            return self.scene.statement_of(self.token) is not None
        return clauses.flag(base, self.frame, self.scene)

    def _plural(self, argument: str) -> bool:
        tokens = self.slot_fillers(slot("obj" if argument == "obj" else "subj"))
        return is_plural(tokens, [actor for token in tokens for actor in self.scene.owners(token)])

    def mentions(self, left: str, wanted: WordClass) -> bool | None:
        """Whether the sentence (context) or what is said (content) has a word of a class."""
        words = self.scene.sentence_lemmas(self.token)
        return not words.isdisjoint(wanted.lemmas) or any(
            head in words and all(word in words for word in rest)
            for head, group in wanted.phrases.items()
            for rest in group
        )

    @once
    def negated(self) -> bool:
        """Whether the word or the verb that carries it is negated."""
        return clauses.is_negated(self.frame, self.scene)


def find_match(token: Token, scene: Scene) -> Match | None:
    """The row that a word satisfies best (rows of type NONE included), or None where none fires."""
    if token.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV"):
        return None
    if token.pos == "VERB" and any(child.dep == "det" for child in token.children):
        return None  # "l'opposant", "les assiégés": a noun
    candidates: list[tuple[tuple[float, ...], Match]] = []
    table = rows_by_head()
    met: dict[
        tuple[tuple[int, ...], bool, bool], Occurrence
    ] = {}  # rows of one expression ask the same questions
    for name in sorted(name for name in _names(token) if name in table):
        for row in table[name].among(scene.words_beside(token)):
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


def _names(token: Token) -> set[str]:
    names = forms(token)
    if token.pos in ("VERB", "ADJ"):
        lower = token.lower
        if (verb := verb_of(lower)) is not None:
            names.add(verb)
        names |= {lower}
        for ending in ("es", "e", "s"):
            if lower.endswith(ending) and len(lower) > 4:
                names.add(lower.removesuffix(ending))
    return names


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
    if row.reflexive:
        return frame.reflexive or (
            syntax.is_participle(token) and token.dep in ("acl", "amod") and row.lemma in ("se réunir",)
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
