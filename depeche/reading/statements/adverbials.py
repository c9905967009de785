"""Adverbs, dates and set phrases between a verb and its complement."""

from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import LINKS, NounPhrase, noun_phrase
from depeche.reading.statements.words import speakers, word_class

PARTS = {"fin", "début", "temps", "moment", "date", "instant"}  # of a thing or an act, unless a time follows
BEFORE_TIME = {"le", "la", "l'", "ce", "cet", "cette", "tôt", "tard", "même", "dès", "plus"}


def skip_time(passage: Passage, k: int) -> int:
    """The index after a time expression that begins at `k` ("mercredi soir", "le 4 mars"), or `k`."""
    times = word_class("time")
    j = k
    while j < len(passage) and (passage.lower(j) in BEFORE_TIME or passage.pos(j) == "NUM"):
        j += 1
    if j >= len(passage) or (passage.lower(j) not in times and passage.tokens[j].lemma not in times):
        return k
    if passage.tokens[j].lemma in PARTS and passage.lower(j + 1) in ("de", "d'", "du", "des"):
        return k  # "annonce la fin du moratoire"
    while j < len(passage) and (
        passage.lower(j) in times
        or passage.tokens[j].lemma in times
        or passage.pos(j) == "NUM"
        or (
            passage.lower(j)
            in (
                "dernier",
                "dernière",
                "prochain",
                "prochaine",
                "1er",
                "passé",
                "passée",
                "même",
                "soir",
                "et",
            )
            and not (passage.lower(j) == "et" and passage.lower(j + 1) not in times)
        )
    ):
        j += 1
    return j


def skip_adverbials(passage: Passage, k: int, *, any_phrase: bool = False) -> int:
    """The index after the adverbs, dates and set phrases that may stand between a verb and its complement.

    With `any_phrase`, every prepositional phrase is skipped ("depuis Suva", "à ses alliés").
    """
    home = passage.quote[k - 1] if 0 < k <= len(passage) and not passage.mark[k - 1] else None
    while k < len(passage):
        lower, pos = passage.lower(k), passage.pos(k)
        if home is not None and passage.mark[k] and passage.quote[k] is home:
            k += 1  # « dément catégoriquement » avoir tiré
            continue
        if passage.mark[k] or (not passage.outside(k) and passage.quote[k] is not home):
            return k
        j = skip_time(passage, k)
        if j > k:
            k = j
            continue
        if pos == "ADV" and lower not in ("que", "non", "comme", "où", "ne", "n'", "auprès", "tout", "toute"):
            k += 1
            continue
        if lower in word_class("preposition") and pos != "DET":
            after = _skip_phrase(passage, k, any_phrase)
            if after > k:
                k = after
                continue
        if lower == "quant" and passage.lower(k + 1) in ("à", "aux", "au"):
            k += 3
            continue
        return k
    return k


def _channel_end(passage: Passage, phrase: NounPhrase) -> int:
    """The end of a phrase that tells where something is said, short of what is said: "dans un communiqué à …"."""
    channel = word_class("channel")
    k = phrase.head + 1
    while k < phrase.end:
        lower = passage.lower(k)
        if passage.pos(k) in ("ADJ", "PROPN", "NOUN", "X"):
            k += 1
            continue
        inner = noun_phrase(passage, k + 1, limit=phrase.end) if lower in LINKS else None
        if inner is None:
            return k
        lemma = passage.tokens[inner.head].lemma
        if (
            lower in ("à", "au", "aux", "sur", "pour", "en")
            and lemma not in channel
            and lemma not in speakers()
        ):
            return k
        k = inner.head + 1
    return k


def _skip_phrase(passage: Passage, k: int, any_phrase: bool) -> int:
    first = k
    while k < len(passage) and passage.lower(k) in word_class("preposition") and passage.pos(k) != "ADV":
        k += 1
    negated = passage.lower(k) in ("ne", "n'", "pas", "jamais", "plus")
    if passage.pos(k) == "ADV" and passage.lower(k - 1) in ("d'", "de", "en", "au", "par") and not negated:
        return k + 1  # "d'ailleurs", "au moins"
    if passage.pos(k) == "ADJ" and passage.lower(k - 1) == "en" and passage.lower(k) in word_class("manner"):
        return k + 1  # "en particulier"
    if passage.pos(k) == "PRON" and passage.lower(k) in ("lui", "elle", "eux", "elles", "nous", "soi", "moi"):
        return k + 1
    if passage.lower(first) == "sans" and passage.lower(k) in word_class("manner"):
        return k + 1  # "sans détour", which the model takes for an infinitive
    if passage.lower(k) in word_class("network"):
        return k + 1  # "sur X"
    if passage.pos(k) == "NUM" and len(passage.lower(k)) == 4 and passage.pos(k + 1) != "NOUN":
        return k + 1  # "en 2023"
    phrase = noun_phrase(passage, k)
    if phrase is None:
        return first
    token = passage.tokens[phrase.head]
    if any(passage.mark[j] and passage.quote[j] is not None for j in range(first, phrase.head)):
        return first
    words = {token.lemma.lower(), token.lower}
    time, manner, channel = word_class("time"), word_class("manner"), word_class("channel")
    if words & time:
        return max(skip_time(passage, phrase.start), phrase.head + 1)
    if (
        passage.lower(first) == "en"
        and phrase.start == phrase.head
        and token.pos == "NOUN"
        and token.lower != "faveur"
    ):
        return phrase.head + 1  # "rejette en bloc", "demande en urgence"
    if passage.lower(first) in ("avec", "sans") and words & word_class("style"):
        return phrase.head + 1  # "condamne sans réserve", "a réclamé avec vigueur"
    if words & manner and phrase.head - phrase.start <= 3:
        return phrase.end if passage.lower(phrase.head + 1) in LINKS and any_phrase else phrase.head + 1
    if words & channel and not any_phrase:
        # "s'est félicité du sommet": what "de" adds to a verb is no channel
        return first if passage.lower(first) in ("de", "d'", "du", "des") else _channel_end(passage, phrase)
    if words & channel or (any_phrase and passage.lower(first) not in ("de", "d'", "du", "des")):
        return phrase.end
    return first
