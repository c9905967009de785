"""Who stands where in a vote whose count names them: "dix voix, dont celles de Riga", "deux contre (Malte)"."""

import re
from collections.abc import Iterator

from depeche.language.token import Parse, Token
from depeche.model import Stance
from depeche.reading.actors import Cast
from depeche.reading.positions.issues import fold
from depeche.reading.positions.stances import Stand

# A count, which side it is of where it says so, and what leads to the list of those who are counted.
_COUNT = re.compile(
    r"\b(?P<noun>voix|votes?|suffrages?|abstentions?|(?<=\w )(?:pour|contre)(?= \())"
    r"(?P<side> (?:pour|contre|(?:dé)?favorables?|positifs?|négatifs?|opposée?s?))?"
    r"(?:,? (?:dont|parmi (?:lesquelles|lesquels)|y compris|notamment|soit)(?P<theirs> celles?)?|"
    r"(?:,| :)(?P<these> celles?)|(?P<bracket> \()|(?= d(?:e |'|u |es )))"
)
_AGAINST = re.compile(r"contre|défavorable|négatif|opposé")
_FOR = re.compile(r"pour|favorable|positif")
# Verbs of a text that passes, or words that it passes by; "par la voix de" is no vote.
_PASSES = re.compile(
    r"\b(?:recueill|obten|obtin|remport|rassembl|récolt|réuni|adopt|approuv|grâce aux?|avec)\w* [^.;]{0,60}$"
)
_OF = ("de", "du", "des", "d'")
_SEPARATORS = (",", "et", "ou", "ainsi", "que")


def stands_of_votes(parse: Parse, actors: Cast) -> Iterator[Stand]:
    """The stances of those whom the count of a vote lists: for, against or abstaining."""
    for sentence in parse.sentences:
        told = fold(sentence.span.of(parse.text))
        for count in _COUNT.finditer(told):
            stance = _stance(count, told[: count.start()])
            if stance is None:
                continue
            words = [word for word in sentence.tokens if word.start >= sentence.span.start + count.end()]
            by_of = count["bracket"] is None and bool(words) and words[0].lower in _OF
            for voter in _listed(words, actors, by_of=by_of):
                for actor in actors.actors_of(voter):
                    yield Stand(actor, stance, sentence.span)


def _stance(count: re.Match[str], before: str) -> Stance | None:
    """Which side is counted; None where nothing tells that it is a vote."""
    if count["noun"].startswith("abstention"):
        return "neutral"
    side = f"{count['noun']}{count['side'] or ''}"
    if _AGAINST.search(side):
        return "opposes"
    if _FOR.search(side) or _PASSES.search(before):
        return "supports"
    return None


def _listed(words: list[Token], actors: Cast, *, by_of: bool) -> Iterator[Token]:
    """The actors that follow each other from the first word on; with `by_of` each behind a "de" of its own."""
    covered, last = -1, ""
    for word in words:
        if word.start < covered:
            continue
        mention = actors.mention_at(word) if word.pos in ("NOUN", "PROPN") else None
        if mention is not None and not (by_of and last not in _OF):
            covered, last = mention.span.end, ""
            yield word
        elif word.lower in _OF or word.lower in _SEPARATORS:
            last = word.lower
        elif word.pos != "DET":
            return
