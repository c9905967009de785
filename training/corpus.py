"""From annotated sentences to spaCy's training files."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from depeche.language.repair.text import make_plain
from training.sentences import UNKNOWN, Sentence, text_of

_NAMES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]


def group(sentences: Sequence[Sentence], *, seed: int, most: int = 10) -> list[list[Sentence]]:
    """Runs of 1 to `most` sentences, in order: the parser must learn where sentences end."""
    dice, found, start = random.Random(seed), [], 0
    while start < len(sentences):
        size = dice.randint(1, most)
        found.append(list(sentences[start : start + size]))
        start += size
    return found


def write_names(path: Path, groups: Iterable[Sequence[Sentence]]) -> int:
    """Write groups as documents with entities; unknown words stay open. Returns the entities."""
    vocab, bin_, count = spacy.blank("fr").vocab, DocBin(attrs=_NAMES), 0
    for sentences in groups:
        flat = _flatten(sentences)
        if all(word.ent == UNKNOWN for word in flat):
            continue
        labels = ["O" if word.ent in ("", UNKNOWN) else word.ent for word in flat]
        doc = Doc(vocab, words=plain_forms(sentences), spaces=[word.space for word in flat], ents=labels)
        missing = [Span(doc, index, index + 1) for index, word in enumerate(flat) if word.ent == UNKNOWN]
        doc.set_ents(list(doc.ents), missing=missing, default="outside")
        bin_.add(doc)
        count += len(doc.ents)
    bin_.to_disk(path)
    return count


def _flatten(sentences: Sequence[Sentence]) -> Sentence:
    flat: Sentence = []
    for sentence in sentences:
        sentence[-1].space = True
        flat += sentence
    return flat


def plain_forms(sentences: Sequence[Sentence]) -> list[str]:
    """The words as the parser will see them: quotation marks with a direction, straight apostrophes."""
    forms: list[str] = []
    for sentence in sentences:
        plain, start = make_plain(text_of(sentence) + " "), 0
        for word in sentence:
            forms.append(plain[start : start + len(word.form)])
            start += len(word.form) + word.space
    return forms
