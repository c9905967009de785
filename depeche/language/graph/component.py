"""The network as a component of a spaCy pipeline: it sets tags, features, lemmas, heads, labels and sentences."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from threadpoolctl import ThreadpoolController

from depeche.language.graph.decoding import best_tree
from depeche.language.graph.forms import LONGEST, Alphabet
from depeche.language.graph.lemmas import Rule, read_rule
from depeche.language.graph.network import Network, Rows, Tagging

NAME = "depeche_graph"
_ARRAYS, _FACTS = "arrays.npz", "facts.json"
_KEPT = 20_000  # forms whose vectors are kept: 20 MB
_TRIED = 3  # lemma rules, best first, before a form stays as it is
_STARTS, _OPEN = 1, 0  # spaCy's codes of a settled start and of an open place
_WINDOW = 300  # words read together at most; longer texts are cut where a sentence surely begins, if anywhere


class GraphParser:
    """Reads documents whose `is_sent_start` may already say where sentences begin and where they cannot.

    Raises FileNotFoundError or KeyError on loading a folder that `to_disk` has not written.
    """

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab
        self._blas = ThreadpoolController()
        self._rows: dict[str, int] = {}

    def __call__(self, doc: Any) -> Any:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Any], *, batch_size: int = 16) -> Iterator[Any]:
        """Annotate documents, `batch_size` of them at a time."""
        batch: list[Any] = []
        for doc in stream:
            batch.append(doc)
            if len(batch) == batch_size:
                yield from self._annotate(batch)
                batch = []
        yield from self._annotate(batch)

    def _annotate(self, docs: list[Any]) -> list[Any]:
        kept = [np.flatnonzero(doc.to_array(IS_SPACE) == 0).tolist() for doc in docs]
        settled = [doc.to_array(SENT_START) for doc in docs]
        windows = [
            (number, places[first:last])
            for number, places in enumerate(kept)
            for first, last in _windows(settled[number], places)
        ]
        if not windows:
            return docs
        forms = [docs[number][place].text for number, places in windows for place in places]
        # One thread: the sums come out alike on every machine, and readers side by side do not hinder each other.
        with self._blas.limit(limits=1, user_api="blas"):
            tagging, heads, labels = self._read(settled, windows, forms)
        self._write(docs, kept, windows, forms, tagging, heads, labels)
        return docs

    def _read(
        self, settled: list[NDArray[np.uint64]], windows: list[tuple[int, list[int]]], forms: list[str]
    ) -> tuple[Tagging, NDArray[np.intp], list[int]]:
        states = self._network.encode(self._vectors(forms), [len(places) for _, places in windows])
        tagging, pairs = self._network.tag(states), self._network.pair(states)
        heads = np.empty(len(forms), dtype=np.intp)
        offset = 0
        for number, places in windows:
            for start, end in _sentences(settled[number], places, tagging.starts[offset : offset + len(places)]):
                first, last = offset + start, offset + end
                tree = best_tree(*self._network.attach(pairs, first, last))
                heads[first:last] = [first + head for head in tree]
            offset += len(places)
        above = np.where(heads == np.arange(len(heads)), -1, heads)
        return tagging, heads, self._network.label(pairs, above).tolist()

    def _vectors(self, forms: list[str]) -> NDArray[np.float32]:
        """The vectors of the forms; those met before are looked up."""
        fresh = [form for form in dict.fromkeys(forms) if form not in self._rows]
        if len(self._rows) + len(fresh) > _KEPT:
            self._rows, fresh = {}, list(dict.fromkeys(forms))
        if fresh:
            facts = [self._alphabet.rows(form) for form in fresh]
            spelled = [self._alphabet.spelling(form) for form in fresh]
            words, endings, shapes = np.array(facts, dtype=np.intp).T
            vectors = self._network.embed(
                Rows(words, endings, shapes, np.array(spelled, dtype=np.intp).reshape(-1, LONGEST + 2),
                     np.stack([self.vocab.get_vector(form) for form in fresh]))
            )  # fmt: skip
            known = len(self._rows)
            self._known = np.concatenate([self._known[:known], vectors]) if known else vectors
            self._rows.update(zip(fresh, range(known, known + len(fresh)), strict=True))
        return self._known[[self._rows[form] for form in forms]]

    def _write(
        self, docs: list[Any], kept: list[list[int]], windows: list[tuple[int, list[int]]], forms: list[str],
        tagging: Tagging, heads: NDArray[np.intp], labels: list[int],
    ) -> None:  # fmt: skip
        tags = tagging.tags.argmax(axis=1).tolist()
        rules = tagging.rules.argmax(axis=1).tolist()
        arrays = [np.zeros((len(doc), 5), dtype=np.uint64) for doc in docs]
        place_of = [(number, place) for number, places in windows for place in places]
        for index, (number, place) in enumerate(place_of):
            pos, morph = self._tags[tags[index]]
            head = place_of[heads[index]][1] - place
            arrays[number][place] = (
                pos, morph, self._lemma(forms[index], pos, rules[index], tagging.rules[index]), head % 2**64, self._deps[labels[index]]
            )  # fmt: skip
        for doc, array, places in zip(docs, arrays, kept, strict=True):
            _hang_blanks(doc, array, places)
            doc.from_array([POS, MORPH, LEMMA, HEAD, DEP], array)

    def _lemma(self, form: str, pos: int, rule: int, scores: NDArray[np.float32]) -> int:
        """The lemma that the treebanks give a form of this kind, else by rule."""
        found = self._lemmas.get(pos, {}).get(form.lower()) or self._rules[rule].apply(form)
        if found is None:
            better = np.argsort(-scores, kind="stable")[1:_TRIED].tolist()
            applied = (self._rules[other].apply(form) for other in better)
            found = next((lemma for lemma in applied if lemma is not None), form)
        return int(self.vocab.strings.add(found))

    def to_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> None:
        """Write the arrays, as half-precision numbers, and what their rows and columns stand for."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(folder / _ARRAYS, **{name: array.astype(np.float16) for name, array in self._source.items()})
        (folder / _FACTS).write_text(json.dumps(self._facts, ensure_ascii=False), encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> "GraphParser":
        """Read what `to_disk` has written."""
        folder = Path(path)
        with np.load(folder / _ARRAYS) as arrays:
            self.fill(dict(arrays), json.loads((folder / _FACTS).read_text(encoding="utf-8")))
        return self

    def fill(self, arrays: dict[str, Any], facts: dict[str, Any]) -> None:
        """Take over a trained network: its arrays, and `tags`, `rules`, `labels`, `lemmas` and `alphabet`."""
        self._source, self._facts = arrays, facts
        self._network = Network(arrays)
        self._alphabet = Alphabet(**facts["alphabet"])
        self._rules: list[Rule] = [read_rule(text) for text in facts["rules"]]
        self._lemmas: dict[int, dict[str, str]] = {POS_IDS[pos]: own for pos, own in facts["lemmas"].items()}
        self._deps = [self.vocab.strings.add(label) for label in facts["labels"]]
        self._tags = [self._tag(text) for text in facts["tags"]]
        self._rows = {}
        self._known = np.empty((0, 0), dtype=np.float32)

    def _tag(self, text: str) -> tuple[int, int]:
        pos, _, feats = text.partition("|")
        return POS_IDS[pos], self.vocab.morphology.add(feats or "_")


def _windows(settled: NDArray[np.uint64], places: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of at most _WINDOW words, cut before the last sure sentence start inside, else anywhere."""
    first = 0
    while len(places) - first > _WINDOW:
        sure = (last for last in range(first + _WINDOW, first, -1) if settled[places[last]] == _STARTS)
        last = next(sure, first + _WINDOW)
        yield first, last
        first = last
    if first < len(places):
        yield first, len(places)


def _sentences(
    settled: NDArray[np.uint64], places: list[int], scores: NDArray[np.float32]
) -> Iterator[tuple[int, int]]:
    """The sentences of a window: what was settled before stays, the scores decide the rest."""
    before = settled[places]
    begins = (before == _STARTS) | ((before == _OPEN) & (scores > 0))
    begins[0] = True
    yield from pairwise([*np.flatnonzero(begins).tolist(), len(places)])


def _hang_blanks(doc: Any, array: NDArray[np.uint64], places: list[int]) -> None:
    """Blanks are words to spaCy: each hangs on the word before it, those at the beginning on the first word."""
    if len(places) == len(doc):
        return
    words, before = set(places), places[0] if places else 0
    for place, form in enumerate(doc.to_array(ORTH).tolist()):
        if place in words:
            before = place
        else:
            array[place] = (POS_IDS["SPACE"], 0, form, (before - place) % 2**64, 0)


@Language.factory(NAME)
def make(nlp: Any, name: str) -> GraphParser:
    """What the pipeline's configuration names."""
    return GraphParser(nlp.vocab)
