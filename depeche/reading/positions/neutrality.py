"""Who declines to take side: an abstention, a refusal to condemn or to pronounce."""

import re
from collections.abc import Iterator

from depeche.language.syntax import subjects
from depeche.language.token import Parse
from depeche.reading.actors import Cast
from depeche.reading.positions.issues import fold
from depeche.reading.positions.stances import Stand

# A verb, and what must follow it in its sentence.
_PATTERNS = {
    "abstenir": re.compile(r"s'(?:est |sont |étai(?:t|ent) )?absten\w+(?! de | d')"),
    "refuser": re.compile(
        r"refus\w+ (?:de |d')(?:se prononcer|prendre parti|condamner|trancher|choisir|commenter)"
    ),
    "garder": re.compile(r"gard\w+ de (?:prendre parti|se prononcer|condamner|trancher)"),
    "prendre": re.compile(r"(?:ne |n')\w+ (?:pas |aucunement )?(?:pris |prend\w* )?(?:pas )?parti\b"),
    "défendre": re.compile(r"défend\w* (?:le |son )refus"),
    "rester": re.compile(r"rest\w+ neutre"),
}


def find_neutral(parse: Parse, cast: Cast) -> Iterator[Stand]:
    """The actors that decline to take side, each with the sentence that tells it."""
    for sentence in parse.sentences:
        words = fold(sentence.span.of(parse.text))
        for token in sentence.tokens:
            pattern = _PATTERNS.get(token.lemma)
            if pattern is None or not pattern.search(words):
                continue
            for subject in subjects(token):
                for actor in cast.actors_of(subject):
                    yield Stand(actor, "neutral", sentence.span)
