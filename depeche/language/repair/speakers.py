"""Who speaks in an incise: the noun phrase after the verb group, adverbials and addressees left out."""

from depeche.language.repair.lexicon import match_name, outlet_words, speaking_nouns, word_set
from depeche.language.token import Token


def find_speaker(tokens: list[Token], position: int) -> Token | None:
    """The head of the noun phrase that follows the verb group, adverbials and addressees left out."""
    index = position + 1
    if tokens[position].lemma == "faire":
        index += 1
    while index < len(tokens):
        token = tokens[index]
        if token.lower in word_set("words of time") or token.pos in ("ADV", "NUM"):
            index += 1
        elif token.pos == "DET" and _is_temporal(tokens, index):
            index = _skip_temporal(tokens, index)
        elif token.pos == "ADP" or token.lower in (
            "à",
            "au",
            "aux",
            "dans",
            "lors",
            "sur",
            "devant",
            "en",
            "auprès",
        ):
            index = _skip_complement(tokens, index)
        elif token.pos in ("DET", "ADJ"):
            index += 1
            if token.pos == "DET":
                return _noun_head(tokens, index)
        elif token.pos in ("PROPN", "NOUN", "PRON"):
            return _noun_head(tokens, index)
        elif token.text[:1].isupper() and token.pos in ("X", "VERB", "INTJ", "AUX"):
            return token
        else:
            return None
    return None


def _is_temporal(tokens: list[Token], index: int) -> bool:
    return any(token.lower in word_set("words of time") for token in tokens[index + 1 : index + 3]) or (
        index + 1 < len(tokens) and tokens[index + 1].pos == "NUM" and tokens[index].lower in ("le", "ce")
    )


def _skip_temporal(tokens: list[Token], index: int) -> int:
    index += 1
    while index < len(tokens) and (
        tokens[index].lower in word_set("words of time")
        or tokens[index].pos in ("NUM", "ADJ")
        or tokens[index].lower == "même"
    ):
        index += 1
    return index


def _skip_complement(tokens: list[Token], index: int) -> int:
    """The index after a prepositional complement: "à l'AFP", "dans un communiqué", "devant la presse à Genève"."""
    index += 1
    while index < len(tokens) and tokens[index].pos in ("ADP", "DET", "ADJ", "NUM", "ADV"):
        if tokens[index].text[:1].isupper() and tokens[index].pos != "DET":
            break
        index += 1
    if index >= len(tokens):
        return index
    head = tokens[index]
    known = match_name(tokens, index)
    if known:
        return index + known
    index += 1
    if head.text in outlet_words() or head.lower in word_set("audiences"):
        return index
    while index < len(tokens):
        token = tokens[index]
        if token.pos == "ADJ" or (token.pos == "PROPN" and head.pos == "PROPN" and head.ent == token.ent):
            index += 1
        else:
            break
    return index


def _noun_head(tokens: list[Token], index: int) -> Token | None:
    """The head of the noun phrase whose first word after the article stands at `index`."""
    while index < len(tokens) and tokens[index].pos in ("ADJ", "NUM", "DET", "ADV"):
        if tokens[index].text[:1].isupper() and tokens[index].lower not in (
            "premier",
            "première",
            "haut",
            "haute",
        ):
            return tokens[index]
        if tokens[index].lower in word_set("pronouns that speak") and not _noun_follows(tokens, index):
            return tokens[index]
        index += 1
    if index >= len(tokens) or tokens[index].pos not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    return tokens[index]


def _noun_follows(tokens: list[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].pos in ("NOUN", "PROPN", "ADJ")


def can_speak(token: Token) -> bool:
    """Whether a noun phrase's head can be a speaker: a name, a title, a body, a document."""
    return (
        token.ent in ("PER", "ORG", "LOC")
        or token.lower in word_set("civil titles")
        or token.pos == "PROPN"
        or token.lower in speaking_nouns()
        or token.lemma.lower() in speaking_nouns()
        or token.lower in word_set("pronouns that speak")
        or token.lemma in word_set("documents that speak")
    )
