"""Noun phrases for people and bodies: the noun, its state and its complements, read word by word.

Titles are read linearly and not from the tree: "le ministre russe des Affaires étrangères" is one pattern, and its
parts are attached right by the parser less often than they stand in order.
"""

from collections.abc import Mapping, Sequence

from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.nouns import PEOPLE, Noun, noun_at, office_named
from depeche.reading.actors.words import fold, is_capitalised, parts

DEFINITE = {"le", "la", "l'", "les", "du", "des", "au", "aux"}
INDEFINITE = {"un", "une", "des", "de", "d'", "plusieurs", "certains", "certaines", "quelques", "deux", "trois"}
DEMONSTRATIVE = {"ce", "cet", "cette", "ces"}
POSSESSIVE = {"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"}
PREFIXED = {"ancien", "ancienne", "anciens", "anciennes", "ex", "futur", "future", "nouveau", "nouvel", "nouvelle",
            "principal", "principale", "meme", "memes", "propre", "jeune", "autre", "autres", "premier", "premiere",
            "puissant", "haut", "haute", "plus", "tout", "toute", "tous", "toutes", "grand", "grande", "actuel"}  # fmt: skip
# Participles that belong to a title; any other ends it ("neuf douaniers détenus").
TITLE_PARTICIPLES = {"delegue", "deleguee", "delegues", "deleguees", "charge", "chargee", "charges", "chargees", "designe",
                     "designee", "elu", "elue", "dechu", "dechue", "detache", "arme", "armes", "armee", "armees",
                     "adjoint", "adjointe"}  # fmt: skip
POSTED = {"diplomat", "envoy", "spokesperson", "generic", "minister", "foreign_minister", "igo_official"}
# Nouns whose complement with à is a posting: the state they are posted to is not their own.
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
COUNTED = {*NUMBERS, "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente",
           "quarante", "cinquante", "soixante", "cent", "mille"}  # fmt: skip
QUANTITIES = {"centaine", "dizaine", "vingtaine", "trentaine", "cinquantaine", "douzaine", "quinzaine", "millier", "million",
              "poignee", "quarantaine", "soixantaine", "foule", "groupe", "majorite", "nombre", "multitude"}  # fmt: skip
OF = {"de", "du", "des", "d'"}
AT = {"a", "au", "aux", "aupres", "pour", "en", "pres"}


class Phrase:
    """A noun phrase under way: tokens `[start, end)`, what its words tell, and the name that stands with it."""

    __slots__ = ("bare", "bodies", "body", "determiner", "end", "head", "host", "member_states", "members", "name", "noun", "nouns", "number", "owner",
                 "person", "plural", "region", "start", "states", "title")  # fmt: skip

    def __init__(self, noun: Noun, start: int, head: int, end: int) -> None:
        self.noun = noun
        self.nouns = [head]  # heads of coordinated titles
        self.start, self.head, self.end = start, head, end
        self.determiner = ""
        self.number = 0
        self.owner: int | None = None  # the possessive determiner
        self.states: list[tuple[Actor, ...]] = []  # each with the states that an ambiguous adjective may mean
        self.members: list[int] = []  # names that a plural title introduces
        self.member_states: dict[int, tuple[Actor, ...]] = {}
        self.bodies: list[Actor] = []  # organisations in the complement
        self.host: list[Actor] = []
        self.body: Actor | None = None  # the outlet or organisation that the noun introduces: "l'agence Belga"
        self.plural = noun.plural
        self.bare = True  # no complement: "le ministre"
        self.region = False
        self.person: int | None = None  # a person's name in the complement: "un conseiller de Mme X"
        self.name: tuple[int, int] | None = None
        self.title = noun.title


class PhraseReader:
    """Reads phrases of one article; `entries` are the table's finds and `names` the runs of name tokens, by start."""

    def __init__(self, tokens: Sequence[Token], entries: Mapping[int, Found], names: Mapping[int, int]) -> None:
        self.tokens = tokens
        self.entries = entries
        self.names = names
        self.covered = {i: found.end for found in entries.values() for i in range(found.start + 1, found.end)
                        if found.entry.form not in ("adjective", "region")}  # fmt: skip

    def read(self) -> list[Phrase]:
        """All phrases in text order; those inside another one's complement are among them."""
        found: list[Phrase] = []
        at = 0
        while at < len(self.tokens):
            phrase = self.phrase_at(at) if at not in self.names else None
            if phrase:
                found.append(phrase)
                at = max(phrase.nouns[-1] + 1, self._noun_end(phrase))
            else:
                at += 1
        for phrase, following in zip(found, found[1:], strict=False):  # "le médiateur kényan, le général X"
            apposed = phrase.end < len(self.tokens) and self.tokens[phrase.end].lower == ","
            if apposed and following.start == phrase.end + 1 and following.determiner == "definite" and following.name:
                alike = not (phrase.states and following.states) or phrase.states == following.states
                if phrase.name is None and phrase.noun.kind in ("office", "people") and not phrase.plural and alike:
                    phrase.name = following.name
        return found

    def _noun_end(self, phrase: Phrase) -> int:
        """The index after the words of the title that the table has, not to find a body inside a title again."""
        match = noun_at(self.tokens, phrase.head)
        return max(phrase.head + 1, match[1] if match and match[0].kind == "office" else 0)

    def phrase_at(self, at: int) -> Phrase | None:
        """The phrase whose noun begins at a token, or None."""
        match = noun_at(self.tokens, at)
        entry = self.entries.get(at)
        if match is None or (entry and entry.end > match[1] - 1 and entry.entry.form not in ("adjective", "region")):
            return None
        noun, end = match
        heads = [i for i in range(at, end) if self.tokens[i].pos in ("NOUN", "PROPN")]
        if not heads:
            if self.tokens[at].pos not in ("ADJ", "X", "VERB") or not self._determined(at):
                return None
            heads = [at]
        head = heads[0]
        if any(at <= i < self.covered.get(i, 0) for i in heads[:1]):
            return None  # inside a name of the tables: "les Nations unies"
        if noun.title == "État" and self.tokens[head].text[:1].islower():
            return None
        if self.tokens[head].pos == "ADJ" and noun.kind != "office" and fold(self.tokens[at - 1].text) not in COUNTED:
            return None
        phrase = Phrase(noun, at, head, end)
        for i in range(head + 1, end):
            inner = self.entries.get(i)
            if inner is not None:
                self._inner(phrase, inner, posting=False)
        self._look_left(phrase)
        if not phrase.determiner and not phrase.plural and self._is_attribute(phrase):
            return None
        self._look_right(phrase)
        phrase.title = self._title(phrase)
        office = office_named(phrase.title) if noun.kind == "office" else None
        if office is not None and office.title != phrase.noun.title and len(phrase.nouns) == 1:
            phrase.noun = office  # "ministre russe des Affaires étrangères" without its adjective
            phrase.bare = len(parts(phrase.title)) == len(parts(office.title))
        self._name(phrase)
        return phrase

    def _is_attribute(self, phrase: Phrase) -> bool:
        """Whether a bare noun only qualifies another one: "le rôle de médiateur", "le pays médiateur", "comme ministre"."""
        before = self.tokens[phrase.start - 1] if phrase.start else None
        if before is None or before.sentence != self.tokens[phrase.start].sentence:
            return False
        return before.lower in ("de", "d'", "comme", "en", "que", "tant", "sans") or (
            before.pos == "NOUN" and before.text[:1].islower() and before.lower.rstrip(".") not in HONORIFICS
        )

    def _determined(self, at: int) -> bool:
        before = self.tokens[at - 1].lower if at else ""
        return before in DEFINITE | INDEFINITE | POSSESSIVE | DEMONSTRATIVE or fold(before) in COUNTED

    def _look_left(self, phrase: Phrase) -> None:
        at = phrase.start - 1
        sentence = self.tokens[phrase.start].sentence
        while at >= 0 and self.tokens[at].sentence == sentence:
            token = self.tokens[at]
            word = fold(token.text)
            if word in POSSESSIVE:
                phrase.determiner, phrase.owner, phrase.start = "possessive", at, at
                phrase.plural = phrase.plural or word in ("ses", "leurs", "nos", "vos", "mes")
                return
            if word in DEMONSTRATIVE:
                phrase.determiner, phrase.start = "demonstrative", at
                phrase.plural = phrase.plural or word == "ces"
                return
            if token.pos == "NUM" or word in COUNTED or word in ("plusieurs", "certains", "quelques", "chaque"):
                phrase.number = NUMBERS.get(word, phrase.number or 99)
                phrase.determiner = "indefinite"
                phrase.plural = phrase.plural or word not in ("chaque", "1", "un", "une")
                phrase.start = at
            elif word in PREFIXED:
                phrase.start = at
            elif word in ("de", "d'") and at and fold(self.tokens[at - 1].text).rstrip("s") in QUANTITIES:
                phrase.number, phrase.determiner, phrase.plural, phrase.start = 99, "indefinite", True, at - 1
                at -= 1
            elif word in ("un", "une") or (word in ("des", "de", "d'") and token.pos == "DET"):
                phrase.determiner, phrase.start = "indefinite", at
                phrase.plural = phrase.plural or word == "des"
                return
            elif word in DEFINITE:
                phrase.determiner = "definite"
                if token.pos == "DET" and word in ("le", "la", "l'", "les"):
                    phrase.start = at
                phrase.plural = phrase.plural or word in ("les", "des", "aux")
                return
            else:
                return
            at -= 1

    def _look_right(self, phrase: Phrase) -> None:
        """Take in adjectives, complements and coordinated titles as long as they belong to the noun."""
        at, sentence = phrase.end, self.tokens[phrase.head].sentence
        while at < len(self.tokens) and self.tokens[at].sentence == sentence and at not in self.names:
            token, entry = self.tokens[at], self.entries.get(at)
            word = fold(token.text)
            if entry and entry.entry.form in ("adjective", "region"):
                self._adjective(phrase, entry)
                at = entry.end
            elif phrase.plural and word in ("et", ",") and self._joined_state(phrase, at + 1):
                at = self._joined_state(phrase, at + 1)
            elif entry and entry.entry.form == "organisation" and phrase.noun.kind in NAMED_BODIES:
                phrase.body = entry.entry.actor
                phrase.end = entry.end
                return
            elif entry and entry.entry.form == "name" and phrase.noun.kind == "outlet" and at == phrase.end:
                self._inner(phrase, entry, posting=False)
                at = entry.end
            elif phrase.noun.kind == "outlet" and phrase.noun.title != "presse" and entry is None and at == phrase.end and token.text[:1].isupper() and token.pos in ("PROPN", "X"):
                at = self._outlet_name(phrase, at)
            elif token.pos == "ADJ" or word in TITLE_PARTICIPLES:
                at += 1
            elif word == "par" and at + 1 < len(self.tokens) and fold(self.tokens[at + 1].text) == "interim":
                at += 2
            elif word in OF or (word in AT and self._is_posting(phrase, at)):
                after = self._complement(phrase, at)
                if after is None:
                    break
                at = after
            elif word == "et" and phrase.noun.kind == "office" and not phrase.noun.plural:
                after = self._coordinated(phrase, at + 1)
                if after is None:
                    break
                at = after
            else:
                break
            phrase.end = at

    def _joined_state(self, phrase: Phrase, at: int) -> int:
        """The index after a second state: "les ministres russe **et ukrainien**", "de l'Angola **et du Rwanda**"; 0 for none."""
        while at < len(self.tokens) and (fold(self.tokens[at].text) in OF or self.tokens[at].lower in ("la", "l'", "le")):
            at += 1
        entry = self.entries.get(at)
        if entry is None or not phrase.states or entry.entry.form not in ("adjective", "name", "capital"):
            return 0
        following = self.tokens[entry.end].lower if entry.end < len(self.tokens) else "."
        if entry.entry.form == "adjective" and self.tokens[at].text[:1].isupper() and following in ("a", "ont"):
            return 0
        states = tuple(e.actor for e in entry.entries if e.form != "organisation")
        if states not in phrase.states:
            phrase.states.append(states)
        return entry.end

    def _outlet_name(self, phrase: Phrase, at: int) -> int:
        """Take a name that no table knows as the outlet's: "la radio SIBC"."""
        end = at
        while end < len(self.tokens) and self.tokens[end].text[:1].isupper() and self.tokens[end].pos in ("PROPN", "X", "NOUN", "ADJ"):
            end += 1
        phrase.body = Actor(join_words([token.text for token in self.tokens[at:end]]), "outlet")
        return end

    def _adjective(self, phrase: Phrase, entry: Found) -> None:
        if entry.entry.form == "adjective":
            phrase.states.append(tuple(e.actor for e in entry.entries if e.form == "adjective"))
        elif fold(self.tokens[entry.start - 1].text) not in ("affaires", "relations", "cooperation", "developpement"):
            phrase.region = True
            if entry.entry.actor.name:
                phrase.bodies.append(entry.entry.actor)

    def _is_posting(self, phrase: Phrase, at: int) -> bool:
        if phrase.noun.kind == "institution" and fold(self.tokens[at].text) == "pour" and self.tokens[phrase.head].text[:1].isupper():
            return True  # "le Comité d'État pour la sécurité nationale"
        if phrase.noun.kind not in ("office", "people") and phrase.noun.title not in ("ambassade", "consulat", "mission"):
            return False
        word, after = fold(self.tokens[at].text), at + 1
        if word == "en":
            return after < len(self.tokens) and fold(self.tokens[after].text) in ("chef", "exercice", "fonction", "eau")
        if after < len(self.tokens) and self.tokens[after].pos == "DET":
            after += 1
        if after >= len(self.tokens):
            return False
        entry = self.entries.get(after)
        if entry and entry.entry.form != "adjective":
            return phrase.noun.office in ("diplomat", "envoy", "igo_official") or phrase.noun.kind != "office"
        if word in ("pour", "pres", "aupres"):
            return phrase.noun.office in POSTED
        return phrase.noun.office in POSTED and self.tokens[after].pos in ("NOUN", "PROPN") and (
            self.tokens[after].text[:1].isupper() or fold(self.tokens[after].text) in ("presidence", "securite")
        )

    def _complement(self, phrase: Phrase, at: int) -> int | None:
        """The index after the complement that a preposition opens, or None when it is none."""
        posting, start = fold(self.tokens[at].text) in AT, at
        at += 1
        if at < len(self.tokens) and fold(self.tokens[at].text) in OF:
            at += 1
        while at < len(self.tokens) and self.tokens[at].pos == "DET" and fold(self.tokens[at].text) in (
            "le", "la", "l'", "les", "son", "sa", "ses", "leur", "un", "une"
        ):  # fmt: skip
            if fold(self.tokens[at].text) in ("son", "sa", "ses", "leur") and phrase.owner is None:
                phrase.owner = at
            at += 1
        if at >= len(self.tokens) or self.tokens[at].sentence != self.tokens[start].sentence:
            return None
        if at in self.names:
            phrase.person = at
            return self.names[at] if phrase.noun.kind != "people" or not phrase.noun.plural else None
        entry, token = self.entries.get(at), self.tokens[at]
        if entry and entry.entry.form not in ("adjective", "region"):
            self._inner(phrase, entry, posting=posting)
            return entry.end
        if token.lower in ("m.", "mme", "mm."):
            phrase.person = at + 1 if at + 1 in self.names else None
            return self.names.get(at + 1)
        inner = noun_at(self.tokens, at)
        if inner is not None:
            phrase.bare = phrase.bare and inner[0].title in ("pays", "pouvoir", "gouvernement", "régime")
            return max(inner[1], self._more(at + 1))
        if token.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        phrase.bare = False
        return self._more(at + 1)

    def _inner(self, phrase: Phrase, found: Found, *, posting: bool) -> None:
        """Note what an entry inside the phrase tells: its state, its organisation, or where one is posted."""
        entry = found.entry
        if entry.form in ("adjective", "region"):
            self._adjective(phrase, found)
        elif posting and entry.form != "organisation":
            phrase.host.append(entry.actor)
        elif entry.form == "organisation":
            phrase.bodies.append(entry.actor)
            phrase.bare = phrase.bare and found.start < phrase.end
        else:
            phrase.states.append(tuple(e.actor for e in found.entries if e.form != "organisation"))

    def _more(self, at: int) -> int:
        """The index after "…, du Commerce et de l'Artisanat": portfolios that go on after a comma or et."""
        while at < len(self.tokens) and self.tokens[at].pos in ("PROPN",) and is_capitalised(self.tokens[at].text) and (
            at not in self.names and at not in self.entries
        ):
            at += 1
        tokens = self.tokens
        ahead = at + 1
        if at < len(tokens) and tokens[at].lower in ("et", ",") and ahead < len(tokens):
            if fold(tokens[ahead].text) in OF | {"a", "aux", "au"}:
                ahead += 1
            elif tokens[at].lower == ",":
                return at
            if ahead < len(tokens) and fold(tokens[ahead].text) in ("la", "l'", "le"):
                ahead += 1
            portfolio = ahead < len(tokens) and ahead not in self.names and ahead not in self.entries
            if portfolio and tokens[ahead].text[:1].isupper() and tokens[ahead].pos == "NOUN" and not noun_at(tokens, ahead):
                return ahead + 1
        return at

    def _coordinated(self, phrase: Phrase, at: int) -> int | None:
        """The index after a second title of the same person ("conseiller d'État et ministre …"), or None."""
        match = noun_at(self.tokens, at) if at < len(self.tokens) else None
        if match is None or match[0].kind not in ("office", "people") or match[0].plural:
            return None
        phrase.nouns.append(next((i for i in range(at, match[1]) if self.tokens[i].pos == "NOUN"), at))
        if phrase.noun.office in ("generic", "diplomat", "minister") and match[0].office == "foreign_minister":
            phrase.noun = match[0]
        return match[1]

    def _title(self, phrase: Phrase) -> str:
        """The words of the phrase from its noun on, without what names a state: "ambassadeur", "ministre de la Défense"."""
        words: list[str] = []
        skip = -1
        for i in range(phrase.start, phrase.end):
            if i < skip or (i < phrase.head and self.tokens[i].pos in ("DET", "NUM")):
                continue
            entry = self.entries.get(i)
            if entry and entry.entry.form in ("adjective", "name", "capital", "city"):
                while words and fold(words[-1]) in OF | AT | {"la", "l'", "le", "les"}:
                    words.pop()
                skip = entry.end
                continue
            words.append(self.tokens[i].text)
        return join_words(words)

    def _name(self, phrase: Phrase) -> None:
        """Attach the name that follows the title, after a comma or honorifics; several to a plural."""
        if phrase.noun.title in LED and phrase.end in self.names:
            phrase.person, phrase.end = phrase.end, self.names[phrase.end]
        if phrase.noun.kind not in PEOPLE:
            return
        if phrase.plural:
            self._members(phrase)
            return
        at = self._apposition(phrase)
        if at < len(self.tokens) and self.tokens[at].lower in (",", "("):
            at += 1
        comma = at > phrase.end
        for _ in range(4):
            if at in self.names or at >= len(self.tokens):
                break
            entry = self.entries.get(at)
            word = fold(self.tokens[at].text).rstrip(".")
            inhabitant = entry and entry.entry.form == "adjective" and self.tokens[at].text[:1].isupper()
            if word not in HONORIFICS and not inhabitant and not (word in ("le", "l'", "la") and comma):
                return
            at += 1
        if at in self.names and self.tokens[at].sentence == self.tokens[phrase.head].sentence:
            phrase.name = (at, self.names[at])


    def _members(self, phrase: Phrase) -> None:
        """Note the names that follow a plural: "les présidents X et Y", "les deux hommes, X et Y"."""
        at = phrase.end
        found: list[int] = []
        told = phrase.states[0] if len(phrase.states) == 1 else None
        if at < len(self.tokens) and self.tokens[at].lower in (",", "(", ":"):
            at += 1
        while at < len(self.tokens) and self.tokens[at].sentence == self.tokens[phrase.head].sentence:
            entry = self.entries.get(at)
            if at in self.names:
                found.append(at)
                if told is not None:
                    phrase.member_states[at] = told
                at = self.names[at]
            elif found and entry is not None and entry.entry.form in ("adjective", "name", "capital"):
                told = tuple(option.actor for option in entry.entries if option.form != "organisation")
                at = entry.end
            elif self.tokens[at].lower in ("et", ",", "(", ")", "m.", "mm.", "mme") or (
                found and self.tokens[at].lower in ("du", "de", "d'", "des", "la", "l'", "le")
            ):
                at += 1
            else:
                break
        if len(found) > 1:
            phrase.members = found

    def _apposition(self, phrase: Phrase) -> int:
        """Where a name may follow: after the title, or after a short addition ("… siégeant à Benghazi, X,")."""
        if phrase.noun.kind != "office" or phrase.determiner == "indefinite":
            return phrase.end
        for at in range(phrase.end, min(phrase.end + 6, len(self.tokens))):
            token = self.tokens[at]
            if token.lower == ",":
                named = at + 1 in self.names and self.names[at + 1] < len(self.tokens)
                return at if named and self.tokens[self.names[at + 1]].lower in (",", ".", ")", ":") else phrase.end
            inner = noun_at(self.tokens, at)
            if token.feat("VerbForm") == "Fin" or token.text in "«»\"():;." or at in self.names or (
                inner is not None and inner[0].kind in PEOPLE
            ):
                return phrase.end
        return phrase.end


LED = {"administration", "gouvernement", "régime", "cabinet", "camp", "clan"}
NAMED_BODIES = ("outlet", "institution", "group", "armed")
HONORIFICS = {"m", "mm", "mme", "mlle", "dr", "docteur", "pr", "professeur", "me", "maitre", "general", "colonel",
              "lieutenant-colonel", "commandant", "capitaine", "lieutenant", "sergent", "caporal", "amiral", "marechal",
              "cheikh", "cheik", "sheikh", "prince", "princesse", "roi", "reine", "emir", "imam", "ayatollah", "mollah",
              "honorable", "excellence", "sir", "lord", "lady", "monseigneur", "mgr", "cardinal", "pape", "hadj", "el-hadj", "sayyid", "sayyed", "sayed",
              "soldat", "s", "e", "se", "son", "madame", "monsieur"}  # fmt: skip


def join_words(words: Sequence[str]) -> str:
    """Words joined by blanks, except after an apostrophe."""
    text = ""
    for word in words:
        text += word if not text or text.endswith(("'", "’")) else " " + word
    return text.replace("’", "'")
