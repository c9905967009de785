"""Noun phrases for people and bodies, read word by word.

Titles are read linearly and not from the tree: "le ministre russe des Affaires étrangères" is one pattern, and its
parts are attached right by the parser less often than they stand in order.
"""

from collections.abc import Mapping, Sequence

from depeche.language.token import Token
from depeche.reading.actors.complements import note_entry, read_right
from depeche.reading.actors.entries import QUALIFYING
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.lexical import folded_class
from depeche.reading.actors.naming import attach_names, share_names
from depeche.reading.actors.nouns import Noun, noun_at, office_named
from depeche.reading.actors.phrase import ARTICLES, AT, OF, Phrase, join_words
from depeche.reading.actors.words import fold, parts

DEFINITE = {"le", "la", "l'", "les", "du", "des", "au", "aux"}
DEMONSTRATIVE = {"ce", "cet", "cette", "ces"}
POSSESSIVE = {"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"}
INDEFINITE = {"un", "une", "des", "de", "d'", "plusieurs", "certains", "certaines", "quelques", "chaque"}
PLURAL = {"ses", "leurs", "nos", "vos", "mes", "ces", "les", "des", "aux"}
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
MANY = 99


class PhraseReader:
    """Reads phrases of one article; `entries` are the table's finds and `names` the runs of name tokens, by start."""

    def __init__(
        self, tokens: Sequence[Token], entries: Mapping[int, Found], names: Mapping[int, int]
    ) -> None:
        self.tokens = tokens
        self.entries = entries
        self.names = names
        self._inside = {
            i for found in entries.values() for i in range(found.start + 1, found.end)
            if found.entry.form not in QUALIFYING
        }  # fmt: skip

    def read(self) -> list[Phrase]:
        """All phrases in text order; those inside another one's complement are among them."""
        found: list[Phrase] = []
        at = 0
        while at < len(self.tokens):
            phrase = self._phrase_at(at) if at not in self.names else None
            if phrase:
                found.append(phrase)
                match = noun_at(self.tokens, phrase.head)
                title_end = match[1] if match and match[0].kind == "office" else 0  # no body inside a title
                at = max(phrase.nouns[-1] + 1, phrase.head + 1, title_end)
            else:
                at += 1
        share_names(found, self)
        return found

    def _phrase_at(self, at: int) -> Phrase | None:
        match = noun_at(self.tokens, at)
        entry = self.entries.get(at)
        if match is None or (entry and entry.end > match[1] - 1 and entry.entry.form not in QUALIFYING):
            return None
        noun, end = match
        head = self._head(noun, at, end)
        if head is None:
            return None
        phrase = Phrase(noun, at, head, end)
        for i in range(head + 1, end):
            inner = self.entries.get(i)
            if inner is not None:
                note_entry(phrase, inner, self, posting=False)
        self._look_left(phrase)
        if not phrase.determiner and not phrase.plural and self._is_attribute(phrase):
            return None
        read_right(phrase, self)
        phrase.title = self._title(phrase)
        office = office_named(phrase.title) if noun.kind == "office" else None
        if office is not None and office.title != phrase.noun.title and len(phrase.nouns) == 1:
            phrase.noun = office  # "ministre russe des Affaires étrangères" without its adjective
            phrase.bare = len(parts(phrase.title)) == len(parts(office.title))
        attach_names(phrase, self)
        return phrase

    def _head(self, noun: Noun, at: int, end: int) -> int | None:
        """The token of the noun itself, or None where the words are no noun here."""
        nouns = [i for i in range(at, end) if self.tokens[i].pos in ("NOUN", "PROPN")]
        before = self.tokens[at - 1].lower if at else ""
        counted = fold(before) in folded_class("number")
        if not nouns:
            determined = before in DEFINITE | INDEFINITE | POSSESSIVE | DEMONSTRATIVE
            # "Selon X, conseillère du président …": read as an adjective
            apposed = (
                before == "," and at > 1 and self.tokens[at - 2].pos == "PROPN" and noun.kind == "office"
            )
            if self.tokens[at].pos not in ("ADJ", "X", "VERB") or not (counted or determined or apposed):
                return None
            nouns = [at]
        head = nouns[0]
        if head in self._inside:
            return None  # inside a name of the tables: "les Nations unies"
        if noun.title == "État" and self.tokens[head].text[:1].islower():
            return None
        if self.tokens[head].pos == "ADJ" and noun.kind not in ("office", "relational") and not counted:
            return None
        return head

    def _is_attribute(self, phrase: Phrase) -> bool:
        """Whether a bare noun only qualifies: "le rôle de médiateur", "le pays médiateur", "comme ministre"."""
        before = self.tokens[phrase.start - 1] if phrase.start else None
        if before is None or before.sentence != self.tokens[phrase.start].sentence:
            return False
        qualified = before.pos == "NOUN" and before.text[:1].islower()
        return before.lower in (
            "de",
            "d'",
            "comme",
            "en",
            "que",
            "tant",
            "sans",
            "lui-même",
            "elle-même",
        ) or (qualified and fold(before.text).rstrip(".") not in folded_class("honorific"))

    def _look_left(self, phrase: Phrase) -> None:
        """Read the determiner and what stands between it and the noun."""
        at = phrase.start - 1
        sentence = self.tokens[phrase.start].sentence
        while at >= 0 and self.tokens[at].sentence == sentence:
            token = self.tokens[at]
            word = fold(token.text)
            if word in POSSESSIVE or word in DEMONSTRATIVE:
                phrase.determiner = "possessive" if word in POSSESSIVE else "demonstrative"
                phrase.owner = at if word in POSSESSIVE else None
                phrase.start, phrase.plural = at, phrase.plural or word in PLURAL
                return
            if (
                token.pos == "NUM"
                or word in folded_class("number")
                or word in ("plusieurs", "certains", "quelques", "chaque")
            ):
                phrase.number = NUMBERS.get(word, phrase.number or MANY)
                phrase.determiner = "indefinite"
                phrase.plural = phrase.plural or word not in ("chaque", "1", "un", "une")
                phrase.start = at
            elif word in folded_class("before_title"):
                phrase.start = at
            elif (
                word in ("de", "d'")
                and at
                and fold(self.tokens[at - 1].text).rstrip("s") in folded_class("quantity")
            ):
                phrase.number, phrase.determiner, phrase.plural, phrase.start = (
                    MANY,
                    "indefinite",
                    True,
                    at - 1,
                )
                at -= 1
            elif word in ("un", "une") or (word in ("des", "de", "d'") and token.pos == "DET"):
                phrase.determiner, phrase.start = "indefinite", at
                phrase.plural = phrase.plural or word == "des"
                return
            elif word in DEFINITE:
                phrase.determiner = "definite"
                if token.pos == "DET" and word in ARTICLES:
                    phrase.start = at
                phrase.plural = phrase.plural or word in PLURAL
                return
            else:
                return
            at -= 1

    def _title(self, phrase: Phrase) -> str:
        """The words from the noun on, without what names a state: "ambassadeur", "ministre de la Défense"."""
        words: list[str] = []
        skip = -1
        for i in range(phrase.start, phrase.end):
            if i < skip or (i < phrase.head and self.tokens[i].pos in ("DET", "NUM")):
                continue
            entry = self.entries.get(i)
            if entry and entry.entry.form in ("adjective", "local", "name", "capital", "city"):
                while words and fold(words[-1]) in OF | AT | ARTICLES:
                    words.pop()
                skip = entry.end
                continue
            words.append(self.tokens[i].text)
        return join_words(words)
