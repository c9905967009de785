"""Word shingles: what two texts share, whatever stands around it."""

import re
import unicodedata
from collections.abc import Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from depeche.model import Span

WIDTH = 4  # words: with 15 % of the words changed, half of the 4-word shingles survive, but 44 % of the 5-word ones
SAMPLE = 16  # one hash of 16 is kept for the join: about twenty for an article of 350 words

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def fold(text: str) -> str:
    """Lower case without accents, one character for one, so that offsets stay."""
    folded = text.lower()
    if folded.isascii():
        return folded
    plain = [unicodedata.decomposition(char).split(" ")[0] if not char.isascii() else "" for char in set(folded)]
    table = {
        ord(char): chr(int(code, 16))
        for char, code in zip(set(folded), plain, strict=True)
        if code and not code.startswith("<")
    }
    return folded.translate(table)


def words_of(text: str, blocks: Iterable[Span]) -> tuple[list[bytes], list[Span]]:
    """The words of the blocks, folded, and where each stands in the raw text."""
    words: list[bytes] = []
    spans: list[Span] = []
    for block in blocks:
        for match in _WORD.finditer(fold(block.of(text))):
            words.append(match.group().encode())
            spans.append(Span(block.start + match.start(), block.start + match.end()))
    return words, spans


def shingle_hashes(words: list[bytes]) -> Hashes:
    """One 64-bit hash for each run of WIDTH words, in text order; the same on every machine."""
    if len(words) < WIDTH:
        return np.empty(0, dtype=np.uint64)
    single = np.fromiter((crc32(word) for word in words), dtype=np.uint64, count=len(words))
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
