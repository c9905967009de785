"""All mentions of an article as drafts: names with their titles, titles alone, entries of the tables, pronouns."""

from collections.abc import Mapping

from depeche.language.syntax import antecedent
from depeche.language.token import Parse, Token
from depeche.reading.actors.drafts import Draft, is_subject, reporting_verbs, speaks
from depeche.reading.actors.gazetteer import Found, compound_states, find_entries
from depeche.reading.actors.lexical import folded_class
from depeche.reading.actors.names import is_person, name_runs
from depeche.reading.actors.nouns import PEOPLE
from depeche.reading.actors.persons import gather
from depeche.reading.actors.phrase import Phrase
from depeche.reading.actors.phrases import PhraseReader
from depeche.reading.actors.words import fold

PRONOUNS = {
    "il": (False, False), "elle": (True, False), "ils": (False, True), "elles": (True, True), "lui": (None, False),
    "eux": (False, True), "leur": (None, True), "celui-ci": (False, False), "celle-ci": (True, False),
    "ceux-ci": (False, True), "celles-ci": (True, True), "celui-là": (False, False), "celle-là": (True, False),
    "l'intéressé": (False, False), "l'intéressée": (True, False),
}  # fmt: skip
POSSESSIVES = {"son": False, "sa": False, "ses": False, "leur": True, "leurs": True}
RELATIVES = {"qui", "lequel", "laquelle", "lesquels", "lesquelles", "dont"}


class Finder:
    """Finds the mentions of one parsed article."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.found: dict[int, Found] = {entry.start: entry for entry in find_entries(self.tokens)}
        runs = name_runs(self.tokens, self.found)
        self.found = {start: f for start, f in self.found.items()
                      if not any(start < end and f.end > at for at, end in runs.items())}  # fmt: skip
        self.phrases = PhraseReader(self.tokens, self.found, runs).read()
        self.drafts: list[Draft] = []
        self._names(runs)
        self._phrases()
        self._entries()
        self._pronouns()
        self.drafts.sort(key=lambda draft: (draft.token.i, draft.start))
        reporting = reporting_verbs()
        for draft in self.drafts:
            verb = self._verb_after(draft)
            draft.subject = verb is not None or any(is_subject(self.tokens[i]) for i in draft.heads)
            draft.speaker = any(speaks(self.tokens[i]) for i in draft.heads[:2]) or (
                verb is not None and verb.lemma in reporting
            )

    def _names(self, runs: Mapping[int, int]) -> None:
        titled: dict[int, list[Phrase]] = {}
        for phrase in self.phrases:
            if phrase.name:
                titled.setdefault(phrase.name[0], []).append(phrase)
        ends = {end: start for start, end in runs.items()}
        for phrase in self.phrases:  # "Li Hui, envoyé spécial de la Chine"
            name = self._name_before(phrase, ends)
            if name is not None and phrase.name is None:
                titled.setdefault(name, []).append(phrase)
                phrase.name = (name, runs[name])
        sure: dict[int, int] = {}
        doubtful: dict[int, int] = {}
        for start, end in runs.items():
            speaking = speaks(self.tokens[start])
            certain = is_person(
                self.tokens, start, end, phrase=titled.get(start, [None])[0], known=False, speaking=speaking
            )
            (sure if certain else doubtful)[start] = end
        words = {
            fold(self.tokens[i].text) for start, end in sure.items() for i in range(start, end)
        } - folded_class("honorific")
        for start, end in doubtful.items():
            if any(
                fold(self.tokens[i].text) in words and len(self.tokens[i].text) > 2 for i in range(start, end)
            ):
                sure[start] = end
        texts = [
            (start, " ".join(self.tokens[i].text for i in range(start, end)))
            for start, end in sorted(sure.items())
        ]
        persons = gather(texts)
        for start, end in sorted(sure.items()):
            if start not in persons:
                continue
            draft = Draft(self.tokens[start], start, end, "person", "name" if end - start > 1 else "surname")
            draft.candidates = persons[start]
            draft.heads = tuple(range(start, end))
            first = start
            while (
                first
                and fold(self.tokens[first - 1].text).rstrip(".")
                in folded_class("honorific") - {"s", "e", "se", "son"}
                and (self.tokens[first - 1].sentence == self.tokens[start].sentence)
            ):
                first -= 1
                draft.heads = (first, *draft.heads)
                honour = fold(self.tokens[first].text).rstrip(".")
                if honour in folded_class("feminine_honorific"):
                    draft.feminine = True
                elif honour in folded_class("masculine_honorific"):
                    draft.feminine = False
            draft.start = first
            for held in titled.get(start, ()):
                draft.phrases.append(held)
                draft.start, draft.end = min(draft.start, held.start), max(draft.end, held.end)
                draft.heads = (*held.nouns, *draft.heads)
                draft.token = min((self.tokens[i] for i in (held.head, draft.token.i)), key=_depth)
                if draft.feminine is None:
                    draft.feminine = self._gender(held)
            self.drafts.append(draft)

    def _name_before(self, phrase: Phrase, ends: Mapping[int, int]) -> int | None:
        """The name that a title follows in apposition: "X, ministre de …", "X (ministre …)"."""
        at = phrase.start - 1
        words = [token.lower for token in self.tokens[max(0, at - 3) : at + 1]]
        if words[-3:] in (["l'", "un", "des"], ["l'", "une", "des"], ["l'", "un", "de"], ["l'", "une", "de"]):
            at -= 3  # "X, l'un des pêcheurs …"
        elif phrase.plural:
            return None
        if phrase.noun.kind not in PEOPLE or phrase.determiner == "possessive":
            return None
        if at > 0 and self.tokens[at].lower in (",", "("):
            name = ends.get(at)
            if name is not None and self.tokens[name].sentence == self.tokens[phrase.head].sentence:
                after = self.tokens[phrase.end].lower if phrase.end < len(self.tokens) else "."
                enumerated = (
                    not phrase.plural
                    and phrase.determiner in ("definite", "indefinite")
                    and after not in (",", ")", ".", "»", '"', "qui", "-")
                )
                return None if enumerated else name
        return None

    def _verb_after(self, draft: Draft) -> Token | None:
        """The verb that stands right after a mention which no preposition introduces: its own, whatever the tree says."""
        at = draft.end
        if (
            at >= len(self.tokens)
            or draft.sort in ("possessive", "relative")
            or (draft.phrases and not draft.candidates)
        ):
            return None
        before = self.tokens[draft.start - 1] if draft.start else None
        if (
            before is not None
            and before.sentence == draft.token.sentence
            and before.pos in ("ADP", "DET", "CCONJ", "NOUN")
        ):
            return None
        token = self.tokens[at]
        if token.sentence != draft.token.sentence or token.feat("VerbForm") != "Fin":
            return None
        return token if token.pos == "VERB" or token.head is token else token.head

    def _gender(self, phrase: Phrase) -> bool | None:
        if phrase.noun.feminine is not None:
            return phrase.noun.feminine
        for i in range(phrase.start, phrase.head):
            word = self.tokens[i].lower
            if word in ("la", "une", "cette", "première", "ancienne"):
                return True
            if word in ("le", "un", "ce", "cet", "premier", "ancien"):
                return False
        if fold(self.tokens[phrase.start - 1].text) in ("du", "au") and phrase.start:
            return False
        for i in range(phrase.head + 1, phrase.end):
            if self.tokens[i].pos == "ADJ" and self.tokens[i].head.i == phrase.head:
                gender = self.tokens[i].feat("Gender")
                lemma = fold(self.tokens[i].lemma)
                if gender and fold(self.tokens[i].text).rstrip("s") != lemma.rstrip("s"):
                    return True
        return None

    def _phrases(self) -> None:
        taken = {i for draft in self.drafts for i in draft.heads}
        for phrase in self.phrases:
            if phrase.name or phrase.head in taken:
                continue
            draft = Draft(self.tokens[phrase.head], phrase.start, phrase.end, "phrase", "description")
            draft.phrases = [phrase]
            quantity = [i for i in range(phrase.start, phrase.head) if self.tokens[i].pos == "NOUN"]
            draft.heads = (*phrase.nouns, *quantity)
            draft.plural = phrase.plural
            draft.feminine = self._gender(phrase)
            if phrase.body is not None:
                draft.heads = tuple(
                    i
                    for i in range(phrase.head, phrase.end)
                    if i == phrase.head or self.tokens[i].text[:1].isupper()
                )
            self.drafts.append(draft)

    def _entries(self) -> None:
        taken = {i for draft in self.drafts for i in draft.heads}
        inside = {i for phrase in self.phrases for i in range(phrase.head + 1, phrase.end)}
        inside |= {
            i for draft in self.drafts if draft.sort == "person" for i in range(draft.start, draft.end)
        }
        for found in self.found.values():
            entry = found.entry
            token = self.tokens[found.start]
            if entry.form in ("city", "region") or any(i in taken for i in range(found.start, found.end)):
                continue
            if entry.form == "adjective":
                if (
                    not (token.text[:1].isupper() and token.pos in ("NOUN", "PROPN"))
                    or token.dep == "amod"
                    or token.i in inside
                ):
                    continue
                draft = Draft(token, found.start, found.end, "inhabitants", "description")
                draft.plural = entry.plural
            else:
                head = min((self.tokens[i] for i in range(found.start, found.end)), key=_depth)
                sort = "organisation" if entry.form == "organisation" else "state"
                form = "metonym" if entry.form in ("capital", "metonym") else "name"
                draft = Draft(head, found.start, found.end, sort, form)
                draft.heads = tuple(range(found.start, found.end))
                draft.plural = None if entry.plural else False
            draft.found = found
            draft.feminine = entry.feminine if entry.form in ("name", "organisation") else None
            self.drafts.append(draft)
        for token in self.tokens:
            if (
                "-" in token.text
                and token.text[0].isupper()
                and token.i not in taken
                and token.i not in self.found
            ):
                states = compound_states(token.text)
                if states:
                    draft = Draft(token, token.i, token.i + 1, "state", "name")
                    draft.actors, draft.plural = states, True
                    self.drafts.append(draft)

    def _pronouns(self) -> None:
        taken = {i for draft in self.drafts for i in draft.heads}
        for token in self.tokens:
            if token.i in taken:
                continue
            word = token.lower.lstrip("-").removeprefix("t-")
            if token.pos == "PRON" and word in PRONOUNS and not _is_expletive(token):
                draft = Draft(token, token.i, token.i + 1, "pronoun", "pronoun")
                draft.feminine, draft.plural = PRONOUNS[word]
                self.drafts.append(draft)
            elif word in POSSESSIVES and (token.pos == "DET" or token.dep == "det"):
                draft = Draft(token, token.i, token.i + 1, "possessive", "pronoun")
                draft.plural = POSSESSIVES[word]
                self.drafts.append(draft)
            elif (
                word in RELATIVES and token.pos == "PRON" and (antecedent(token) is not None or word == "qui")
            ):
                self.drafts.append(Draft(token, token.i, token.i + 1, "relative", "pronoun"))
            elif (
                word in ("dernier", "dernière", "derniers", "dernières")
                and token.i
                and (self.tokens[token.i - 1].lower in ("ce", "cette", "ces"))
                and not self._is_adjective(token)
            ):
                draft = Draft(token, token.i - 1, token.i + 1, "latter", "pronoun")
                draft.feminine, draft.plural = "ère" in word, word.endswith("s")
                self.drafts.append(draft)
            elif (
                word == "l'"
                and token.i > 0
                and self.tokens[token.i - 1].lower in ("à", "a")
                and self._is_heard(token)
            ):
                draft = Draft(token, token.i, token.i + 1, "pronoun", "pronoun")
                self.drafts.append(draft)
            elif word in ("intéressé", "intéressée") and token.i and self.tokens[token.i - 1].lower == "l'":
                draft = Draft(token, token.i - 1, token.i + 1, "pronoun", "pronoun")
                draft.feminine = word.endswith("e")
                self.drafts.append(draft)

    def _is_heard(self, token: Token) -> bool:
        """Whether a clitic stands in "à l'entendre", "à l'en croire"."""
        after = [word.lemma for word in self.tokens[token.i + 1 : token.i + 3]]
        return "croire" in after or "entendre" in after or "lire" in after[:1]

    def _is_adjective(self, token: Token) -> bool:
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        return after is not None and after.pos == "NOUN" and after.sentence == token.sentence


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _is_expletive(token: Token) -> bool:
    if token.dep.startswith("expl") and token.lower.endswith("il"):
        return True
    verb = token.head
    if not token.lower.endswith("il"):
        return False
    impersonal = verb.lemma in ("falloir", "agir", "convenir", "suffire", "pleuvoir") or (
        verb.lemma == "avoir" and any(child.lower == "y" for child in verb.children)
    )
    return impersonal and (verb.lemma != "convenir" or True)
