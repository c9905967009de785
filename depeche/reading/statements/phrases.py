"""Noun phrases and adverbials along the row of words."""

from typing import NamedTuple

from depeche.reading.actors import Cast
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.words import speakers, word_class

CONTRACTED = {"du", "des", "au", "aux"}
LINKS = {"de", "du", "des", "d'", "à", "au", "aux", "en", "pour", "chargé", "chargée", "chargés", "sur", "près",
         "auprès"}  # fmt: skip
TITLES = {"m.", "mm.", "mme", "mmes", "mlle", "dr", "pr", "me"}


class NounPhrase(NamedTuple):
    """A noun phrase of a sentence, as token indices; `end` is exclusive and takes in names set off by a comma."""

    start: int
    head: int
    end: int


def noun_phrase(passage: Passage, k: int, *, limit: int | None = None) -> NounPhrase | None:
    """The noun phrase that begins at token `k`, or None when none does. Quoted words do not end it."""
    stop = len(passage) if limit is None else limit
    start, head = k, -1
    if (
        passage.lower(k) in word_class("apposed_participle")
        and passage.pos(k - 1) != "DET"
        and passage.pos(k + 1) in ("ADP", "PUNCT", "ADV")
    ):
        return None  # "Interrogé par la presse, le ministre …"
    while k < stop:
        pos, lower = passage.pos(k), passage.lower(k)
        if passage.mark[k]:
            k += 1
        elif pos in ("NOUN", "PROPN", "X") or (pos == "SYM" and head < 0):
            head = k
            k += 1
            break
        elif (
            (pos == "DET" or lower in word_class("determiner"))
            and k > start
            and passage.pos(k - 1) in ("ADJ", "NUM", "NOUN")
            and passage.lower(k - 1) not in ("tous", "toutes", "tout", "toute")
        ):
            break
        elif (
            pos in ("DET", "NUM", "ADJ")
            or lower in word_class("determiner")
            or lower in ("-", "m.", "mme")
            or (pos == "VERB" and k > start and passage.pos(k - 1) == "DET" and passage.pos(k + 1) == "NOUN")
        ):
            k += 1
        elif pos == "PRON" and (
            lower in word_class("standing_pronoun") or passage.tokens[k].feat("PronType") in ("Dem", "Ind")
        ):
            head = k
            k += 1
            break
        elif pos == "ADV" and passage.pos(k + 1) in ("ADJ", "NUM") and k > start:
            k += 1
        elif pos == "ADV" and k > start and lower.endswith("ment") and _is_noun(passage, k):
            head = k  # "le doublement", taken for an adverb
            k += 1
            break
        elif (
            pos == "VERB"
            and passage.tokens[k].feat("VerbForm") == "Part"
            and k > start
            and passage.pos(k - 1) == "DET"
            and passage.pos(k + 1) != "NOUN"
        ):
            head = k  # a participle used as a noun: "l'intéressé", "les déportés"
            k += 1
            break
        else:
            break
    if head < 0:
        last = k - 1
        while last > start and passage.mark[last]:
            last -= 1
        if (
            last > start
            and passage.pos(last) in ("ADJ", "NUM", "PRON")
            and passage.pos(start) in ("DET", "PRON")
        ) or (k - 1 == start and passage.pos(start) == "PRON"):
            head = last  # "le premier", "les trois", "ce dernier", "un « pas important »"
        else:
            return None
    return NounPhrase(start, head, _extend(passage, k, stop))


def _is_noun(passage: Passage, k: int) -> bool:
    """Whether a word in -ment that is tagged as an adverb stands where a noun does: "le doublement"."""
    return passage.pos(k - 1) == "DET" or passage.tokens[k].dep in (
        "obj",
        "nsubj",
        "nsubj:pass",
        "obl:arg",
        "nmod",
    )


def _goes_on(passage: Passage, k: int, stop: int) -> bool:
    """Whether token `k` belongs to the noun phrase that the token before it is in."""
    pos, lower, before = passage.pos(k), passage.lower(k), passage.pos(k - 1)
    if passage.mark[k]:
        if passage.quote[k] is None:
            return True
        inside = before in ("ADJ", "NOUN", "PROPN") and not passage.outside(k - 1)
        following = passage.pos(k + 1) in ("ADJ", "NOUN") and passage.lower(k + 1) not in word_class(
            "determiner"
        )
        return inside or (k + 1 < stop and following)
    if pos == "PROPN" and (_person_after_channel(passage, k) or passage.lower(k - 1) == "côté"):
        return False
    if pos in ("ADJ", "PROPN", "X") or (pos == "NUM" and before == "PROPN"):
        return True
    if pos == "NOUN" and before in ("NOUN", "PROPN", "ADJ", "PUNCT"):
        return lower not in word_class("time") and lower not in TITLES
    return lower in ("-", "–") and k + 1 < stop and passage.tokens[k].end == passage.tokens[k + 1].start


def _extend(passage: Passage, k: int, stop: int) -> int:
    while k < stop:
        lower = passage.lower(k)
        if _goes_on(passage, k, stop):
            k += 1
        elif lower == "(":
            close = next((j for j in range(k, min(k + 8, stop)) if passage.lower(j) == ")"), None)
            if close is None:
                return k
            k = close + 1
        elif lower == "des" and passage.pos(k - 1) == "PROPN":
            return k  # "exige de Rome des excuses"
        elif lower in LINKS or lower in ("et", "comme"):
            if lower in ("à", "de", "d'", "pour") and _infinitive_follows(passage, k + 1):
                return k
            inner = noun_phrase(passage, k + 1, limit=stop)
            if inner is None or inner.start != k + 1 or _is_time(passage, inner):
                return k
            if lower == "et" and not _closes(passage, inner.end):
                return k
            if lower == "comme" and not (passage.pos(k - 1) == "PROPN" and passage.pos(k + 1) == "PROPN"):
                return k
            k = inner.end
        elif lower == "," and _apposition(passage, k, stop):
            k = _apposition(passage, k, stop)
        else:
            return k
    return k


def _person_after_channel(passage: Passage, k: int) -> bool:
    """Whether a person's name follows a noun like "presse": "a déclaré à la presse Hassan Diab"."""
    before = passage.tokens[k - 1]
    begins = passage.tokens[k].ent == "PER" and passage.tokens[k].ent_first
    if begins and (before.ent == "ORG" or before.lemma.lower() in word_class("talk")):
        return True  # "a précisé à l'AFP Awa Konaté", "a assuré à l'issue de la réunion Kofi Boateng"
    if passage.tokens[k].ent == "PER" and before.pos == "NOUN" and before.feat("Number") == "Plur":
        return True  # "aux députés Volodymyr Koval"
    return passage.tokens[k].ent == "PER" and before.lemma in (
        "presse",
        "télévision",
        "radio",
        "antenne",
        "micro",
        "soir",
    )


def _infinitive_follows(passage: Passage, k: int) -> bool:
    while k < len(passage) and (passage.pos(k) in ("PRON", "ADV") or passage.mark[k]):
        k += 1
    return k < len(passage) and passage.tokens[k].feat("VerbForm") == "Inf"


def _is_time(passage: Passage, phrase: NounPhrase) -> bool:
    return passage.tokens[phrase.head].lemma in word_class("time") or passage.lower(
        phrase.head
    ) in word_class("time")


def _closes(passage: Passage, k: int) -> bool:
    return k >= len(passage) or passage.pos(k) in ("PUNCT", "VERB", "AUX", "PRON", "SCONJ", "ADP")


def _apposition(passage: Passage, k: int, stop: int) -> int:
    """The index after a name set off by a comma (", Wang Yi"), or 0 when no name follows the comma."""
    j = k + 1
    while j < stop and (
        passage.pos(j) in ("PROPN", "X")
        or passage.lower(j) in ("m.", "mme", "al-", "-", "ben", "bin", "de", "van", "von", "el")
    ):
        j += 1
    if j == k + 1 or passage.lower(j - 1) in ("de", "m.", "mme"):
        return 0
    if j < len(passage) and passage.lower(j) not in (",", ".", ";", ":", ")", "qui", "dont", "lors"):
        return 0
    return j


def whole_of(passage: Passage, phrase: NounPhrase) -> NounPhrase:
    """The phrase of whom a phrase names a part: "une partie **de la presse**", "les termes **du communiqué**"."""
    part = passage.tokens[phrase.head].lemma.lower() in word_class("part")
    if part and passage.lower(phrase.head + 1) in ("de", "d'", "du", "des") and phrase.head + 2 < phrase.end:
        inner = noun_phrase(passage, phrase.head + 2, limit=phrase.end)
        return inner if inner is not None else phrase
    return phrase


def mention_end(passage: Passage, phrase: NounPhrase, cast: Cast) -> int:
    """Where the actor that heads a phrase ends, short of what is said: "au chef de l'État | de la volonté"."""
    mention = cast.mention_at(passage.tokens[phrase.head])
    if mention is None:
        end = phrase.head + 1
        while end < phrase.end and passage.pos(end) in ("ADJ", "PROPN"):
            end += 1
        office = passage.tokens[phrase.head].lemma.lower() in speakers()
        if office and passage.lower(end) in ("de", "d'", "du", "des"):
            inner = noun_phrase(passage, end + 1, limit=phrase.end)
            if inner is not None and passage.tokens[inner.head].lemma.lower() in word_class("body_of_office"):
                return inner.head + 1
        return end
    end = phrase.head + 1
    while end < phrase.end and passage.tokens[end].start < mention.span.end:
        end += 1
    return end


def can_speak(passage: Passage, phrase: NounPhrase, cast: Cast) -> bool:
    """Whether a noun phrase names someone who can speak, a source or a document."""
    phrase = whole_of(passage, phrase)
    token = passage.tokens[phrase.head]
    if cast.actors_of(token) or token.pos == "PROPN" or token.ent in ("PER", "ORG", "LOC"):
        return True
    if token.pos == "PRON":
        return True
    words = {token.lemma.lower(), token.lower}
    if phrase.head + 1 < phrase.end and passage.pos(phrase.head + 1) in ("NOUN", "PROPN"):
        words.add(
            passage.lower(phrase.head + 1)
        )  # "un réputé média", where the model takes the adjective for the noun
    return bool(words & speakers()) or bool(words & word_class("document"))
