"""Names that stand with a title: after it, after a short addition, several after a plural."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from depeche.model import Actor
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.nouns import PEOPLE, noun_at
from depeche.reading.actors.phrase import OF, Phrase, join_words
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.reading.actors.phrases import PhraseReader

ADDITION = 6  # tokens between a title and its name: "le porte-parole du Parlement siégeant à Benghazi, X,"
NAME_POS = ("PROPN", "X", "NOUN", "ADJ")
HONOURS = 4  # honorifics in a row: "l'honorable Dr X"


def attach_names(phrase: Phrase, reader: PhraseReader) -> None:
    """Attach the name that follows the title, after a comma or honorifics; several to a plural."""
    tokens, names = reader.tokens, reader.names
    follows = phrase.end in names and tokens[phrase.end].sentence == tokens[phrase.head].sentence
    if follows and phrase.noun.title in word_class("led_by"):
        phrase.person, phrase.end = phrase.end, names[phrase.end]
    if phrase.noun.kind not in PEOPLE:
        return
    if phrase.plural and not _one_of(phrase, reader):
        _members(phrase, reader)
        return
    at = _apposition(phrase, reader)
    if at < len(tokens) and tokens[at].lower in (",", "("):
        at += 1
    comma = at > phrase.end
    for _ in range(HONOURS):
        if at in names or at >= len(tokens):
            break
        entry = reader.entries.get(at)
        word = fold(tokens[at].text).rstrip(".")
        inhabitant = entry and entry.entry.form in ("adjective", "local") and tokens[at].text[:1].isupper()
        if (
            word not in folded_class("honorific")
            and not inhabitant
            and not (word in ("le", "l'", "la") and comma)
        ):
            return
        at += 1
    if at in names and tokens[at].sentence == tokens[phrase.head].sentence:
        phrase.name = (at, names[at])


def _one_of(phrase: Phrase, reader: PhraseReader) -> bool:
    """Whether "l'un de" makes one person of a plural that a name follows: "l'un de leurs conseillers, X"."""
    tokens = reader.tokens
    first = tokens[phrase.start].lower
    at = phrase.start - 1 if first != "des" else phrase.start
    named = phrase.end + 1 in reader.names and tokens[phrase.end].lower == ","
    if (
        not named
        or at < 1
        or tokens[at].lower not in ("de", "d'", "des")
        or tokens[at - 1].lower not in ("un", "une")
    ):
        return False
    phrase.start, phrase.plural = at - 1, False
    return True


def name_group(phrase: Phrase, at: int, reader: PhraseReader) -> None:
    """Take the proper name of an organisation: "l'ONG Terre claire", "leur syndicat, Amarres"."""
    tokens = reader.tokens
    if phrase.noun.kind != "group" or phrase.noun.title not in word_class("bears_name") or phrase.plural:
        return
    apposed = tokens[at].lower == ","
    at += apposed
    if at >= len(tokens) or not tokens[at].text[:1].isupper() or tokens[at].pos not in ("PROPN", "X", "NOUN"):
        return
    complement = phrase.start > 0 and (
        fold(tokens[phrase.start - 1].text) in OF or tokens[phrase.start].lower == "du"
    )
    if apposed and complement and tokens[at].ent == "PER":
        return  # "le porte-parole de l'organisation, X"
    if at in reader.entries and (apposed or reader.entries[at].entry.form == "adjective"):
        return
    end = at
    while end < len(tokens) and tokens[end].sentence == tokens[phrase.head].sentence and (
        (tokens[end].text[:1].isupper() and tokens[end].pos in NAME_POS)
        or (tokens[end].pos == "ADP" and tokens[end + 1].text[:1].isupper() and not apposed
            and end + 1 not in reader.entries and tokens[end].lower in ("de", "du", "des", "sans"))
        or (tokens[end - 1].text[:1].isupper() and end > at and tokens[end].pos == "ADJ"
            and end not in reader.entries)
    ):  # fmt: skip
        end += 1
    if apposed and (
        phrase.determiner == "indefinite" or tokens[end].lower not in (",", ".", ";", ":", ")", "!")
    ):
        return
    phrase.body = Actor(join_words([token.text for token in tokens[at:end]]), "group")
    phrase.end = end


def share_names(phrases: Sequence[Phrase], reader: PhraseReader) -> None:
    """Give a title the name of the one in apposition to it: "le médiateur kényan, le général X"."""
    starts = {phrase.start: phrase for phrase in phrases}
    for phrase in phrases:
        following = starts.get(phrase.end + 1)
        if following is None or phrase.name is not None or phrase.plural:
            continue
        if phrase.noun.kind not in ("office", "people"):
            continue
        if phrase.noun.title in word_class("newsroom"):
            continue  # "au micro de notre correspondant à N'Djamena, le porte-parole, X, …"
        apposed = phrase.end < len(reader.tokens) and reader.tokens[phrase.end].lower == ","
        second = following.determiner == "definite" or (
            not following.determiner and following.noun.kind == "office"
        )
        if apposed and second:
            alike = not (phrase.states and following.states) or phrase.states == following.states
            if phrase.states and following.bodies:
                alike = False  # "reçue par le président chinois, la cheffe de l'exécutif européen, X, a dit"
            phrase.name = following.name if alike else None


def _members(phrase: Phrase, reader: PhraseReader) -> None:
    """Note the names that follow a plural: "les présidents X et Y", "les présidents du Pérou, X, et du Chili, Y"."""
    tokens = reader.tokens
    at = phrase.end
    found: list[int] = []
    told = phrase.states[0] if len(phrase.states) == 1 else None
    if at < len(tokens) and tokens[at].lower in (",", "(", ":"):
        at += 1
    while at < len(tokens) and tokens[at].sentence == tokens[phrase.head].sentence:
        entry = reader.entries.get(at)
        word = tokens[at].lower
        if at in reader.names:
            found.append(at)
            if told is not None:
                phrase.member_states[at] = told
            at = reader.names[at]
        elif found and entry is not None and entry.entry.form in ("adjective", "local", "name", "capital"):
            told = tuple(option.actor for option in entry.entries if option.form != "organisation")
            at = entry.end
        elif word in ("et", ",", "(", ")", "m.", "mm.", "mme") or (
            found and word in ("du", "de", "d'", "des", "la", "l'", "le")
        ):
            at += 1
        else:
            break
    if len(found) > 1:
        phrase.members = found
    elif phrase.determiner == "definite":
        _members_before(phrase, reader)


def _members_before(phrase: Phrase, reader: PhraseReader) -> None:
    """Attach the names that a plural title explains: "X et Y, les ministres turc et grec"."""
    tokens = reader.tokens
    starts = {end: start for start, end in reader.names.items()}
    at = phrase.start - 1
    if at < 0 or tokens[at].lower != "," or at not in starts:
        return
    found: list[int] = []
    while at >= 0 and tokens[at].sentence == tokens[phrase.head].sentence:
        if at in starts:
            at = starts[at]
            found.insert(0, at)
        if at and tokens[at - 1].lower in ("et", ",", "m.", "mm.", "mme"):
            at -= 1
        elif at not in starts:
            break
    if len(found) > 1:
        phrase.members = found
    if len(found) == len(phrase.states):
        phrase.member_states = dict(zip(found, phrase.states, strict=True))


def _apposition(phrase: Phrase, reader: PhraseReader) -> int:
    """Where a name may follow: after the title, or after a short addition to it."""
    tokens, names = reader.tokens, reader.names
    if phrase.noun.kind != "office" or phrase.determiner == "indefinite":
        return phrase.end
    for at in range(phrase.end, min(phrase.end + ADDITION, len(tokens))):
        token = tokens[at]
        if token.lower == ",":
            name = at + 1
            while name < len(tokens) and fold(tokens[name].text).rstrip(".") in folded_class("honorific"):
                name += 1
            named = name in names and names[name] < len(tokens)
            return at if named and tokens[names[name]].lower in (",", ".", ")", ":") else phrase.end
        inner = noun_at(tokens, at)
        if token.feat("VerbForm") == "Fin" or token.text in '«»"():;.' or at in names:
            return phrase.end
        if inner is not None and inner[0].kind in PEOPLE:
            return phrase.end
    return phrase.end
