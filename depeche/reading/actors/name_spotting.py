"""Persons named in an article, each with the titles and honorifics that stand with the name."""

from collections.abc import Iterator, Mapping, Sequence

from depeche.language.token import Token
from depeche.reading.actors.drafts import Draft, depth, speaks
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.nouns import PEOPLE
from depeche.reading.actors.personhood import is_person
from depeche.reading.actors.persons import gather
from depeche.reading.actors.phrase import Phrase
from depeche.reading.actors.words import fold, printed

ONE_OF = (["l'", "un", "des"], ["l'", "une", "des"], ["l'", "un", "de"], ["l'", "une", "de"])
MARKS = {'"', "«", "»", "“", "”"}
EXCELLENCY = {"s", "e", "se", "son"}  # "Son Excellence" spoils no name


def spot_names(
    tokens: Sequence[Token], runs: Mapping[int, int], phrases: Sequence[Phrase]
) -> Iterator[Draft]:
    """Drafts for the runs that name persons; a phrase learns the name that it stands before or after."""
    titled = _titled(tokens, runs, phrases)
    sure = _sure(tokens, runs, titled)
    texts = [(at, _called(tokens[at:end])) for at, end in sorted(sure.items())]
    persons = gather(texts)
    bodies = [phrase for phrase in phrases if phrase.body is not None and phrase.body.kind == "group"]
    groups = {phrase.body.name for phrase in bodies if phrase.body is not None}
    inside = {i for phrase in bodies for i in range(phrase.start, phrase.end)}
    for start, end in sorted(sure.items()):
        if start not in persons or start in inside or printed(tokens[start:end]) in groups:
            continue
        draft = Draft(tokens[start], start, end, "person", "name" if end - start > 1 else "surname")
        draft.candidates = persons[start]
        draft.heads = tuple(range(start, end))
        _honour(draft, tokens)
        for phrase in titled.get(start, ()):
            draft.phrases.append(phrase)
            draft.start, draft.end = min(draft.start, phrase.start), max(draft.end, phrase.end)
            draft.heads = (*phrase.nouns, *draft.heads)
            draft.token = min(tokens[phrase.head], draft.token, key=depth)
            if draft.feminine is None:
                draft.feminine = gender_of(phrase, tokens)
        yield draft


def _called(run: Sequence[Token]) -> str:
    """The name of a run without the nickname in its midst."""
    marks = [rank for rank, token in enumerate(run) if token.text in MARKS]
    return printed([*run[: marks[0]], *run[marks[-1] + 1 :]] if marks else run)


def _titled(
    tokens: Sequence[Token], runs: Mapping[int, int], phrases: Sequence[Phrase]
) -> dict[int, list[Phrase]]:
    """The titles of each run: those before it, then those after it ("Li Hui, envoyé spécial de la Chine")."""
    titled: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        if phrase.name:
            titled.setdefault(phrase.name[0], []).append(phrase)
    ends = {end: start for start, end in runs.items()}
    for phrase in phrases:
        name = _name_before(phrase, ends, tokens) if phrase.name is None else None
        if name is not None:
            titled.setdefault(name, []).append(phrase)
            phrase.name = (name, runs[name])
    return titled


def _name_before(phrase: Phrase, ends: Mapping[int, int], tokens: Sequence[Token]) -> int | None:
    """The name that a title follows in apposition: "X, ministre de …", "X (ministre …)", "X, l'un des pêcheurs …"."""
    at = phrase.start - 1
    if [token.lower for token in tokens[max(0, at - 2) : at + 1]] in ONE_OF:
        at -= 3
    elif phrase.plural:
        return None
    owned = phrase.determiner == "possessive" and phrase.noun.title not in word_class("peer")
    if phrase.noun.kind not in PEOPLE or owned:  # but "X, son homologue italien, …"
        return None
    name = ends.get(at) if at > 0 and tokens[at].lower in (",", "(") else None
    if name is None or tokens[name].sentence != tokens[phrase.head].sentence:
        return None
    after = tokens[phrase.end].lower if phrase.end < len(tokens) else "."
    closed = after in (",", ")", ".", "»", '"', "qui", "-") or (
        phrase.end > phrase.head + 1
        and tokens[phrase.end - 1].feat("VerbForm") == "Part"  # "X, médiateur désigné par"
    )
    enumerated = not phrase.plural and phrase.determiner in ("definite", "indefinite") and not closed
    misread = not phrase.determiner and phrase.bare and not phrase.is_told and not closed  # "X, juge « … »"
    return None if enumerated or misread else name


def _sure(
    tokens: Sequence[Token], runs: Mapping[int, int], titled: Mapping[int, Sequence[Phrase]]
) -> dict[int, int]:
    """The runs that name persons: those sure by themselves, and those that share a word with a sure one."""
    sure: dict[int, int] = {}
    for start, end in runs.items():
        phrase = titled[start][0] if start in titled else None
        if is_person(tokens, start, end, phrase=phrase, speaking=speaks(tokens[start])):
            sure[start] = end
    words = {fold(tokens[i].text) for start, end in sure.items() for i in range(start, end)}
    words -= folded_class("honorific") | folded_class("name_particle")
    for start, end in runs.items():
        if any(fold(token.text) in words and len(token.text) > 2 for token in tokens[start:end]):
            sure[start] = end
    return sure


def _honour(draft: Draft, tokens: Sequence[Token]) -> None:
    """Take in the honorifics before a name, and the gender they tell."""
    while draft.start:
        before = tokens[draft.start - 1]
        honour = fold(before.text).rstrip(".")
        if honour not in folded_class("honorific") - EXCELLENCY or before.sentence != draft.token.sentence:
            return
        draft.start -= 1
        draft.heads = (draft.start, *draft.heads)
        if honour in folded_class("feminine_honorific"):
            draft.feminine = True
        elif honour in folded_class("masculine_honorific"):
            draft.feminine = False


def gender_of(phrase: Phrase, tokens: Sequence[Token]) -> bool | None:
    """Whether a title is feminine: by its form, its determiner, its adjectives; None where nothing tells."""
    if phrase.noun.feminine is not None:
        return phrase.noun.feminine
    for token in tokens[phrase.start : phrase.head]:
        vowel = fold(tokens[token.i + 1].text)[:1] in "aeiouyh"
        if token.lower == "sa" or (token.lower == "son" and not vowel):  # "son homologue" may be a woman
            return token.lower == "sa"
        if token.lower in ("la", "une", "cette", "première", "ancienne"):
            return True
        if token.lower in ("le", "un", "ce", "cet", "premier", "ancien"):
            return False
    if phrase.start and fold(tokens[phrase.start - 1].text) in ("du", "au"):
        return False
    for token in tokens[phrase.head + 1 : phrase.end]:
        inflected = fold(token.text).rstrip("s") != fold(token.lemma).rstrip("s")
        if token.pos == "ADJ" and token.head.i == phrase.head and token.feat("Gender") and inflected:
            return True
    return None
