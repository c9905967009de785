"""French words as the search index knows them: folded, and by their Snowball stem."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from depeche.model import Span

_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<=[.!?…»])\s+")
_ASKED = re.compile(r'["«“]([^"»”]*)["»”]|([^"«»“”]+)')
PASSAGE = 600  # characters: the length from which a line is cut at the ends of its sentences


def fold(text: str) -> str:
    """Lower case without diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball stem of a word in lower case."""
    return str(_stemmer().stemWord(word))


def stems(text: str) -> str:
    """The stems of a text's words, separated by blanks."""
    return " ".join(stem(word) for word in _WORD.findall(text.lower()))


def passages(text: str) -> Iterator[Span]:
    """The pieces that search looks through: the lines of a text, long ones cut between sentences."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        piece = start
        if len(line) > PASSAGE:
            for gap in _END.finditer(text, start, end):
                if gap.start() - piece >= PASSAGE:
                    yield Span(piece, gap.start())
                    piece = gap.end()
        if text[piece:end].strip():
            yield Span(piece, end)
        start = end + 1


def find_hits(words: str, text: str) -> list[Span]:
    """Where the words that a person typed stand in a text that `match` found: by stem, or as printed."""
    found = [(word, Span(word.start(), word.end())) for word in _WORD.finditer(text)]
    folded = [fold(word.group()) for word, _ in found]
    hits = set()
    for quoted, plain in _ASKED.findall(words):
        wanted = [fold(word) for word in _WORD.findall(quoted)]
        for place in range(len(found) - len(wanted) + 1) if wanted else ():
            if folded[place : place + len(wanted)] == wanted:
                hits.add(Span(found[place][1].start, found[place + len(wanted) - 1][1].end))
        roots = {fold(stem(word)) for word in _WORD.findall(plain.lower())}
        hits |= {span for word, span in found if fold(stem(word.group().lower())) in roots}
    return sorted(hits)


def match(words: str) -> str:
    """An FTS5 query for what a person typed: all words by stem, and what stands in quotation marks as printed."""
    terms = []
    for quoted, plain in _ASKED.findall(words):
        if exact := _WORD.findall(quoted):
            terms.append(f'exact:"{" ".join(exact)}"')
        terms += [f'stems:"{stem(word)}"' for word in _WORD.findall(plain.lower())]
    return " AND ".join(terms)
