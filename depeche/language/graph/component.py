"""The network as a component of a spaCy pipeline: it sets tags, features, lemmas, heads, labels and sentences."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.scorer import Scorer
from spacy.util import minibatch
from threadpoolctl import ThreadpoolController

from depeche.language.graph.reader import Piece, Reader, Word

NAME = "depeche_graph"
_ARRAYS, _FACTS = "arrays.npz", "facts.json"
_CIRCLE = 2**64  # spaCy writes heads as distances, those to the left counted down from here


class GraphParser:
    """Reads documents whose `is_sent_start` may already say where sentences begin and where they cannot.

    Raises FileNotFoundError or KeyError on loading a folder that `to_disk` has not written.
    """

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab
        self._blas = ThreadpoolController()
        self._string = cache(vocab.strings.add)
        self._morph = cache(vocab.morphology.add)

    def __call__(self, doc: Any) -> Any:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Any], *, batch_size: int = 64) -> Iterator[Any]:
        """Annotate documents, `batch_size` of them at a time."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            yield from self._annotate(docs)

    def _annotate(self, docs: list[Any]) -> list[Any]:
        places = [np.flatnonzero(doc.to_array(IS_SPACE) == 0) for doc in docs]
        pieces = [
            Piece([doc[place].text for place in own.tolist()], doc.to_array(SENT_START)[own])
            for doc, own in zip(docs, places, strict=True)
        ]
        # One thread: the sums come out alike on every machine, and readers side by side do not hinder each other.
        with self._blas.limit(limits=1, user_api="blas"):
            read = self._reader.read(pieces)
        for doc, own, words in zip(docs, places, read, strict=True):
            self._write(doc, own.tolist(), words)
        return docs

    def _write(self, doc: Any, places: list[int], words: list[Word]) -> None:
        string, morph = self._string, self._morph
        array = np.zeros((len(doc), 5), dtype=np.uint64)
        for place, word in zip(places, words, strict=True):
            distance = (places[word.head] - place) % _CIRCLE
            array[place] = (
                POS_IDS[word.pos], morph(word.feats or "_"), string(word.lemma), distance, string(word.dep)
            )  # fmt: skip
        if len(places) < len(doc):
            # Blanks are words to spaCy: each hangs on the word before it, those at the beginning on the first word.
            own, before = set(places), places[0] if places else 0
            for place, form in enumerate(doc.to_array(ORTH).tolist()):
                if place in own:
                    before = place
                else:
                    array[place] = (POS_IDS["SPACE"], 0, form, (before - place) % _CIRCLE, string("dep"))
        doc.from_array([POS, MORPH, LEMMA, HEAD, DEP], array)

    def score(self, examples: Iterable[Any], **_: Any) -> dict[str, Any]:
        """What `spacy benchmark accuracy` shows: tags, lemmas, trees without punctuation, sentence bounds."""
        examples = list(examples)
        found: dict[str, Any] = {}
        for name in ("pos", "lemma"):
            found |= Scorer.score_token_attr(examples, name, missing_values={"", "_"})
        found |= Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"))
        return found | Scorer.score_spans(examples, "sents", has_annotation=_has_bounds)

    def to_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> None:
        """Write the arrays, as half-precision numbers, and what their rows and columns stand for."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        halves = {name: array.astype(np.float16) for name, array in self._arrays.items()}
        np.savez(folder / _ARRAYS, **halves)
        (folder / _FACTS).write_text(json.dumps(self._facts, ensure_ascii=False), encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> "GraphParser":
        """Read what `to_disk` has written."""
        folder = Path(path)
        with np.load(folder / _ARRAYS) as arrays:
            self.fill(dict(arrays), json.loads((folder / _FACTS).read_text(encoding="utf-8")))
        return self

    def fill(self, arrays: dict[str, Any], facts: dict[str, Any]) -> None:
        """Take over a trained network and the facts that `Reader` describes."""
        self._arrays, self._facts = arrays, facts
        # The vectors are loaded after the components: they are looked up when a form is met.
        self._reader = Reader(arrays, facts, lambda form: self.vocab.get_vector(form))


def _has_bounds(doc: Any) -> bool:
    return bool(doc.has_annotation("SENT_START"))


@Language.factory(NAME)
def make(nlp: Any, name: str) -> GraphParser:
    """What the pipeline's configuration names."""
    return GraphParser(nlp.vocab)
