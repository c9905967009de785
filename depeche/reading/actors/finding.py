"""All mentions of an article as drafts: names with their titles, titles alone, entries of the tables, pronouns."""

from collections.abc import Iterator

from depeche.language.token import Parse, Token
from depeche.reading.actors.cast import MentionForm
from depeche.reading.actors.drafts import Draft, Sort, depth, is_subject, reporting_verbs, speaks
from depeche.reading.actors.gazetteer import Found, compound_states, find_entries
from depeche.reading.actors.name_spotting import gender_of, spot_names
from depeche.reading.actors.names import name_runs
from depeche.reading.actors.phrases import DEFINITE, PLURAL, PhraseReader
from depeche.reading.actors.pronoun_spotting import spot_pronouns

BEFORE = DEFINITE | {"un", "une", "ce", "cet", "cette", "ces", "de", "d'"}  # "Breton" alone is a surname
SHORT = {"les Sept", "les Vingt"}  # stand for an organisation that the article names otherwise too
UNSUBJECTED = ("ADP", "DET", "CCONJ", "NOUN")  # what stands before a mention that is no subject


class Finder:
    """The mentions of one parsed article: `found` are the entries of the tables by first token, `phrases` the noun
    phrases, `drafts` all mentions in text order."""

    def __init__(self, parse: Parse) -> None:
        self.tokens = parse.tokens
        found = {one.start: one for one in _introduced(find_entries(self.tokens))}
        runs = name_runs(self.tokens, found)
        in_names = {i for start, end in runs.items() for i in range(start, end)}
        self.found: dict[int, Found] = {
            start: one for start, one in found.items() if in_names.isdisjoint(range(one.start, one.end))
        }
        self.phrases = PhraseReader(self.tokens, self.found, runs).read()
        self.drafts: list[Draft] = list(spot_names(self.tokens, runs, self.phrases))
        self.drafts.extend(self._phrases(self._taken()))
        taken = self._taken()
        self.drafts.extend([*self._entries(taken), *self._compounds(taken)])
        self.drafts.extend(spot_pronouns(self.tokens, self._taken()))
        self.drafts.sort(key=lambda draft: (draft.token.i, draft.start))
        for draft in self.drafts:
            verb = self._verb_after(draft)
            draft.subject = verb is not None or any(is_subject(self.tokens[i]) for i in draft.heads)
            speaking = verb is not None and verb.lemma in reporting_verbs()
            draft.speaker = speaking or any(speaks(self.tokens[i]) for i in draft.heads[:2])

    def _taken(self) -> set[int]:
        return {i for draft in self.drafts for i in draft.heads}

    def _phrases(self, taken: set[int]) -> Iterator[Draft]:
        """Titles and nouns that stand with no name."""
        for phrase in self.phrases:
            if phrase.name or phrase.head in taken:
                continue
            draft = Draft(self.tokens[phrase.head], phrase.start, phrase.end, "phrase", "description")
            draft.phrases = [phrase]
            quantity = [i for i in range(phrase.start, phrase.head) if self.tokens[i].pos == "NOUN"]
            named = [i for i in range(phrase.head + 1, phrase.end) if self.tokens[i].text[:1].isupper()]
            draft.heads = (*phrase.nouns, *quantity) if phrase.body is None else (phrase.head, *named)
            draft.plural = phrase.plural
            draft.feminine = gender_of(phrase, self.tokens)
            yield draft

    def _entries(self, taken: set[int]) -> Iterator[Draft]:
        """States, organisations and inhabitants that the tables know."""
        inside = {i for phrase in self.phrases for i in range(phrase.head + 1, phrase.end)}
        inside |= {
            i for draft in self.drafts if draft.sort == "person" for i in range(draft.start, draft.end)
        }
        for found in self.found.values():
            entry, token = found.entry, self.tokens[found.start]
            span = range(found.start, found.end)
            if entry.form in ("city", "region") or not taken.isdisjoint(span):
                continue
            if entry.form in ("adjective", "local"):
                noun = token.text[:1].isupper() and token.pos in ("NOUN", "PROPN") and token.dep != "amod"
                before = self.tokens[token.i - 1].lower if token.i else ""
                if not noun or token.i in inside or (entry.form == "local" and before not in BEFORE):
                    continue
                draft = Draft(token, found.start, found.end, "inhabitants", "description")
                draft.plural = entry.plural or before in PLURAL
            else:
                sort: Sort = "organisation" if entry.form == "organisation" else "state"
                form: MentionForm = "metonym" if entry.form in ("capital", "metonym") else "name"
                draft = Draft(
                    min((self.tokens[i] for i in span), key=depth), found.start, found.end, sort, form
                )
                draft.heads = tuple(span)
                several = entry.text.startswith("les ")  # "les Sept", whom "ces derniers" take up
                draft.plural = None if entry.plural else several
            draft.found = found
            draft.feminine = entry.feminine if entry.form in ("name", "organisation") else None
            yield draft

    def _compounds(self, taken: set[int]) -> Iterator[Draft]:
        """Headline pairs: "Irak-Koweït"."""
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
                    yield draft

    def _verb_after(self, draft: Draft) -> Token | None:
        """The verb right after a mention that no preposition introduces: its own, whatever the tree says."""
        titled = bool(draft.phrases) and not draft.candidates
        if draft.end >= len(self.tokens) or draft.sort in ("possessive", "relative") or titled:
            return None
        before = self.tokens[draft.start - 1] if draft.start else None
        if before is not None and before.sentence == draft.token.sentence and before.pos in UNSUBJECTED:
            return None
        token = self.tokens[draft.end]
        if token.sentence != draft.token.sentence or token.feat("VerbForm") != "Fin":
            return None
        return token if token.pos == "VERB" or token.head is token else token.head


def _introduced(found: list[Found]) -> list[Found]:
    """The finds without short forms of what no other form names."""
    named = {one.entry.actor for one in found if one.entry.text not in SHORT}
    return [one for one in found if one.entry.text not in SHORT or one.entry.actor in named]
