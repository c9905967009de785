"""Word shingles: what two texts share, whatever stands around it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from depeche.model import Span

WIDTH = 4  # words: with 15 % of them changed, 52 % of the 4-word shingles survive, 44 % of the 5-word ones
SAMPLE = 16  # one hash of 16 is kept for the join: about twenty for an article of 350 words

Hashes = NDArray[np.uint64]

FEWEST_OWN_WORDS = 40
HELD = 1 << 18  # words whose codes are held: about 30 MB

_QUOTE = re.compile(r"«[^»]{0,900}»|“[^”]{0,900}”|\"[^\"\n]{0,900}\"")
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


class _Codes(dict[str, int]):
    """A 32-bit code for each word, the same with and without accents and capitals.

    Most words of an article were met before: ten times faster than hashing each.
    """

    def __missing__(self, word: str) -> int:
        if len(self) >= HELD:
            self.clear()
        plain = unicodedata.normalize("NFD", word.lower()).encode("ascii", "ignore")
        code = self[word] = crc32(plain or word.encode())
        return code


_CODES = _Codes()


def word_spans(text: str, blocks: Iterable[Span]) -> list[Span]:
    """Where each word stands in the raw text that counts as the outlet's own; see `_areas`."""
    return [
        Span(match.start(), match.end())
        for area in _areas(text, list(blocks))
        for match in _WORD.finditer(text, area.start, area.end)
    ]


def _areas(text: str, blocks: list[Span]) -> list[Span]:
    """The parts of the raw text that count as the outlet's own.

    Quoted words are left out: two reporters who heard one speech share its quotations and copy nothing. Where
    hardly anything stands outside quotation marks (an interview, a speech in full), all words count.
    """
    own = [area for block in blocks for area in _outside_quotes(text, block)]
    words = 0
    for area in own:
        words += sum(1 for _ in islice(_WORD.finditer(text, area.start, area.end), FEWEST_OWN_WORDS))
        if words >= FEWEST_OWN_WORDS:
            return own
    return blocks


def _outside_quotes(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _QUOTE.finditer(text, block.start, block.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, block.end)


def shingle_hashes(text: str, blocks: Iterable[Span]) -> Hashes:
    """One 64-bit hash for each run of WIDTH words of the blocks, in text order; the same on every machine."""
    areas = _areas(text, list(blocks))
    words = [word for area in areas for word in _WORD.findall(text, area.start, area.end)]
    if len(words) < WIDTH:
        return np.empty(0, dtype=np.uint64)
    single = np.fromiter(map(_CODES.__getitem__, words), dtype=np.uint64, count=len(words))
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
