"""From the words of pieces of text to tags, lemmas and trees: what the scores of the network decide."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from depeche.language.graph.decoding import best_tree
from depeche.language.graph.forms import LONGEST, Alphabet
from depeche.language.graph.lemmas import read_rule
from depeche.language.graph.network import Floats, Indices, Network, Pairs, Rows

START, OPEN = 1, 0  # a sentence begins at a word, or nothing is known; any other number: none begins
_WINDOW = 120  # words read in one go; a longer piece is cut where a sentence surely begins
_MOST = 300  # words, where none surely begins
_TOGETHER = 3000  # words side by side: memory grows with them
_KEPT = 20_000  # forms whose vectors are kept: 20 MB
_TRIED = 3  # lemma rules, best first, before a form stays as it is


class Piece(NamedTuple):
    """Words of one block, and for each START, OPEN or another number."""

    forms: list[str]
    settled: Sequence[int]


class Word(NamedTuple):
    """What was read of one word; `head` is a place in its piece, a root's its own."""

    pos: str
    feats: str  # "Gender=Masc|Number=Sing", empty without any
    lemma: str
    head: int
    dep: str


class Reader:
    """A trained network with what its rows and columns stand for.

    `facts` are `alphabet`, `tags` ("VERB|Mood=Ind|…"), `rules`, `labels`, and `lemmas` (by part of speech, the lemma of
    a form). `vector` gives the static vector of a form.
    """

    def __init__(self, arrays: dict[str, Any], facts: dict[str, Any], vector: Callable[[str], Any]) -> None:
        self._network = Network(arrays)
        self._alphabet = Alphabet(**facts["alphabet"])
        self._tags = [tag.partition("|")[::2] for tag in facts["tags"]]
        self._rules = [read_rule(text) for text in facts["rules"]]
        self._labels: list[str] = facts["labels"]
        self._lemmas: dict[str, dict[str, str]] = facts["lemmas"]
        self._vector = vector
        self._rows: dict[str, int] = {}
        self._known: Floats = np.empty((0, 0), dtype=np.float32)

    def read(self, pieces: Sequence[Piece]) -> list[list[Word]]:
        """The words of each piece; how many pieces are read together changes nothing but the time it takes."""
        found: list[list[Word]] = [[] for _ in pieces]
        batch: list[tuple[int, Piece]] = []
        for number, piece in enumerate(pieces):
            for window in _windows(piece):
                if batch and sum(len(piece.forms) for _, piece in batch) + len(window.forms) > _TOGETHER:
                    self._read(batch, found)
                    batch = []
                batch.append((number, window))
        if batch:
            self._read(batch, found)
        return found

    def _read(self, batch: list[tuple[int, Piece]], found: list[list[Word]]) -> None:
        """Append the words of the windows to those found of their pieces."""
        forms = [form for _, window in batch for form in window.forms]
        states = self._network.encode(self._vectors(forms), [len(window.forms) for _, window in batch])
        scores, pairs = self._network.tag(states), self._network.pair(states)
        heads = self._heads([window for _, window in batch], scores.starts, pairs)
        roots = heads == np.arange(len(heads))
        labels = self._network.label(pairs, np.where(roots, -1, heads)).tolist()
        tags, rules = scores.tags.argmax(axis=1).tolist(), scores.rules.argmax(axis=1).tolist()
        index = 0
        for number, window in batch:
            base = len(found[number]) - index
            for form in window.forms:
                pos, feats = self._tags[tags[index]]
                lemma = self._lemma(form, pos, rules[index], scores.rules[index])
                found[number].append(
                    Word(pos, feats, lemma, base + int(heads[index]), self._labels[labels[index]])
                )
                index += 1

    def _heads(self, windows: list[Piece], starts: Floats, pairs: Pairs) -> Indices:
        """The best tree of every sentence, as places in all windows together."""
        heads = np.empty(len(starts), dtype=np.intp)
        offset = 0
        for window in windows:
            size = len(window.forms)
            for first, last in _sentences(window, starts[offset : offset + size]):
                tree = best_tree(*self._network.attach(pairs, offset + first, offset + last))
                heads[offset + first : offset + last] = [offset + first + head for head in tree]
            offset += size
        return heads

    def _vectors(self, forms: list[str]) -> Floats:
        """The vectors of the forms; those met before are looked up."""
        fresh = [form for form in dict.fromkeys(forms) if form not in self._rows]
        if len(self._rows) + len(fresh) > _KEPT:
            self._rows, fresh = {}, list(dict.fromkeys(forms))
        if fresh:
            words, endings, shapes = np.array([self._alphabet.rows(form) for form in fresh], dtype=np.intp).T
            letters = np.array([self._alphabet.spelling(form) for form in fresh], dtype=np.intp)
            vectors = np.stack([self._vector(form) for form in fresh])
            embedded = self._network.embed(
                Rows(words, endings, shapes, letters.reshape(-1, LONGEST + 2), vectors)
            )
            known = len(self._rows)
            self._known = np.concatenate([self._known[:known], embedded]) if known else embedded
            self._rows.update(zip(fresh, range(known, known + len(fresh)), strict=True))
        return self._known[[self._rows[form] for form in forms]]

    def _lemma(self, form: str, pos: str, rule: int, scores: Floats) -> str:
        """The lemma that the treebanks give a form of this kind, else by rule."""
        known = self._lemmas.get(pos, {}).get(form.lower()) or self._rules[rule].apply(form)
        if known is not None:
            return known
        better = np.argsort(-scores, kind="stable")[1:_TRIED].tolist()
        applied = (self._rules[other].apply(form) for other in better)
        return next((lemma for lemma in applied if lemma is not None), form)


def _windows(piece: Piece) -> Iterator[Piece]:
    """Stretches that begin where a sentence surely begins, of _WINDOW words where that can be."""
    first, size = 0, len(piece.forms)
    while first < size:
        last = min(first + _MOST, size)
        if size - first > _WINDOW:
            near, far = range(first + _WINDOW, first, -1), range(first + _WINDOW + 1, last)
            last = next((place for place in (*near, *far) if piece.settled[place] == START), last)
        yield Piece(piece.forms[first:last], piece.settled[first:last])
        first = last


def _sentences(window: Piece, scores: Floats) -> Iterator[tuple[int, int]]:
    """First and last place of each sentence: what was settled before stays, the scores decide the rest."""
    settled = np.asarray(window.settled)
    begins = (settled == START) | ((settled == OPEN) & (scores > 0))
    begins[0] = True
    yield from pairwise([*np.flatnonzero(begins).tolist(), len(window.forms)])
