"""Word shingles: what two texts share, whatever stands around it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from depeche.model import Span

WIDTH = 4  # words: with 15 % of them changed, 52 % of the 4-word shingles survive, 44 % of the 5-word ones
SAMPLE = 16  # one hash of 16 is kept for the join: about twenty for an article of 350 words

Hashes = NDArray[np.uint64]

FEWEST_OWN_WORDS = 40

_QUOTE = re.compile(r"«[^»]{0,900}»|“[^”]{0,900}”|\"[^\"\n]{0,900}\"")
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@lru_cache(maxsize=1 << 18)  # most words of an article were met before: five times faster than hashing each
def _code(word: str) -> int:
    """A word's 32-bit code, the same with and without accents and capitals."""
    plain = unicodedata.normalize("NFD", word.lower()).encode("ascii", "ignore")
    return crc32(plain or word.encode())


def word_spans(text: str, blocks: Iterable[Span]) -> list[Span]:
    """Where each word stands in the raw text that counts as the outlet's own.

    Quoted words are left out: two reporters who heard one speech share its quotations and copy nothing. Where
    hardly anything stands outside quotation marks (an interview, a speech in full), all words count.
    """
    areas = list(blocks)
    own = [span for block in areas for span in _words(text, _outside_quotes(text, block))]
    return (
        own if len(own) >= FEWEST_OWN_WORDS else [span for block in areas for span in _words(text, [block])]
    )


def _words(text: str, areas: Iterable[Span]) -> Iterator[Span]:
    for area in areas:
        for match in _WORD.finditer(text, area.start, area.end):
            yield Span(match.start(), match.end())


def _outside_quotes(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _QUOTE.finditer(text, block.start, block.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, block.end)


def shingle_hashes(text: str, blocks: Iterable[Span]) -> Hashes:
    """One 64-bit hash for each run of WIDTH words of the blocks, in text order; the same on every machine."""
    words = [text[span.start : span.end] for span in word_spans(text, blocks)]
    if len(words) < WIDTH:
        return np.empty(0, dtype=np.uint64)
    single = np.array([_code(word) for word in words], dtype=np.uint64)
    size = len(words) - WIDTH + 1
    hashes = np.zeros(size, dtype=np.uint64)
    for place in range(WIDTH):
        hashes = (hashes ^ single[place : place + size]) * _ODD
        hashes ^= hashes >> np.uint64(29)
    for factor in _MIX:
        hashes = (hashes ^ (hashes >> np.uint64(30))) * factor
    return hashes ^ (hashes >> np.uint64(31))


def sample(hashes: Hashes) -> Hashes:
    """The distinct hashes that the join uses: those divisible by SAMPLE, sorted."""
    return np.unique(hashes[hashes % np.uint64(SAMPLE) == 0])
