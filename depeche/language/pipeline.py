"""The French pipeline: text in, tokens with lemmas, trees and names out.

The bundled weights are a spaCy pipeline trained for this project (see NOTICE). Any installed spaCy package for
French can take its place: `load("fr_core_news_lg")`, or the environment's `DEPECHE_PIPELINE`.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from depeche.language.repair import can_start, join_trees, make_readable, mark_starts, repair
from depeche.language.token import Parse, Sentence, Token
from depeche.model import Span

WEIGHTS = Path(__file__).parent / "weights"
BATCH_SIZE = 128  # blocks; more at a time read faster and hold more memory: 257 MB at 64, 324 MB at 256


class Pipeline(Protocol):
    """What the readers need of a parser."""

    def parse(self, text: str, blocks: Sequence[Span]) -> Parse:
        """Parse the blocks of one raw text; offsets of all tokens count in `text`."""
        ...

    def parse_many(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parse]:
        """Parse many texts in batches, in order."""
        ...


class SpacyPipeline:
    """A spaCy pipeline behind the Pipeline protocol; without `repairs` it shows what the model alone reads."""

    def __init__(self, nlp: Any, *, repairs: bool = True) -> None:
        self._nlp = nlp
        self._repairs = repairs

    def parse(self, text: str, blocks: Sequence[Span]) -> Parse:
        """Parse the blocks of one raw text; offsets of all tokens count in `text`."""
        return next(self.parse_many([(text, blocks)]))

    def parse_many(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parse]:
        """Parse many texts in batches, in order."""
        pending: list[tuple[str, Sequence[Span]]] = []
        origins: list[list[int] | None] = []

        def pieces() -> Iterator[Any]:
            for text, blocks in texts:
                pending.append((text, blocks))
                for block in blocks:
                    readable, origin = make_readable(block.of(text))
                    origins.append(origin)
                    doc = self._nlp.make_doc(readable)
                    if self._repairs:
                        mark_starts(doc)
                    yield doc

        docs = self._nlp.pipe(pieces(), batch_size=BATCH_SIZE)
        # A text without blocks yields no piece, so the generator above may run ahead of the documents.
        for doc in docs:
            while pending and not pending[0][1]:
                yield Parse(pending.pop(0)[0], [], [])
            text, blocks = pending.pop(0)
            group = [doc]
            while len(group) < len(blocks):
                group.append(next(docs))
            maps = [origins.pop(0) for _ in group]
            sentences = _sentences(text, blocks, group, maps, joins=self._repairs)
            if self._repairs:
                repair(sentences)
            yield Parse(text, list(blocks), sentences)
        for text, _ in pending:
            yield Parse(text, [], [])


def _sentences(
    text: str, blocks: Sequence[Span], docs: list[Any], maps: list[list[int] | None], *, joins: bool
) -> list[Sentence]:
    sentences: list[Sentence] = []
    offset = 0
    for number, (block, doc, origin) in enumerate(zip(blocks, docs, maps, strict=True)):
        made: dict[int, Token] = {}
        kept = [word for word in doc if not word.is_space]
        for word in kept:
            start = block.start + (word.idx if origin is None else origin[word.idx])
            token = Token(offset + len(made), text[start : start + len(word.text)], start)
            token.lemma = word.lemma_ or token.lower
            token.pos = word.pos_
            token.dep = word.dep_
            morph = str(word.morph)
            token.feats = _features(morph) if morph else {}
            token.ent = word.ent_type_
            token.ent_first = word.ent_iob_ == "B"
            token.block = number
            made[word.i] = token
        for word in kept:
            token, head = made[word.i], made.get(word.head.i)
            if head is not None and head is not token:
                token.head = head
                head.children.append(token)
        for tokens in _runs(doc, made, joins=joins):
            for token in tokens:
                token.sentence = len(sentences)
            sentences.append(Sentence(len(sentences), number, tokens))
        offset += len(made)
    return sentences


def _runs(doc: Any, made: dict[int, Token], *, joins: bool) -> list[list[Token]]:
    """The tokens of each sentence; what the parser cut where no sentence can begin may be joined to what precedes."""
    words = [word.text for word in doc]
    found: list[list[Token]] = []
    for sent in doc.sents:
        inside = [word.i for word in sent if word.i in made]
        tokens = [made[index] for index in inside]
        if not tokens:
            continue
        if joins and found and not can_start(words, inside[0]):
            join_trees(found[-1], tokens)
            found[-1] += tokens
        else:
            found.append(tokens)
    return found


@cache
def _features(morph: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


@cache
def load(name: str | None = None) -> SpacyPipeline:
    """The bundled French pipeline, or the installed spaCy package `name` (default: `DEPECHE_PIPELINE`).

    Raises OSError with spaCy's explanation when no such package is installed.
    """
    name = name or os.environ.get("DEPECHE_PIPELINE")
    if name is None:
        return SpacyPipeline(read_weights(WEIGHTS))
    import spacy

    return SpacyPipeline(spacy.load(name))


def read_weights(folder: Path) -> Any:
    """The spaCy pipeline that this project's training has written to a folder.

    The tokeniser's rules are part of it. `spacy.load` would first compile those of spaCy's own French, which takes
    two seconds, and then throw them away.
    """
    from spacy.language import BaseDefaults, Language
    from spacy.util import get_model_meta, load_config

    from depeche.language.graph import component  # noqa: F401  (spaCy finds it by the name it registers)

    class Bare(BaseDefaults):
        prefixes = suffixes = infixes = ()
        url_match = None

    Bare.tokenizer_exceptions = {}

    class French(Language):  # type: ignore[no-untyped-call]
        lang = "fr"
        Defaults = Bare

    nlp = French.from_config(load_config(folder / "config.cfg"), meta=get_model_meta(folder))
    return nlp.from_disk(folder)
