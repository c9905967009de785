"""Corpora with named entities, as sentences without trees."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from training.sentences import Sentence, Word

_LABELS = {"pers": "PER", "loc": "LOC", "org": "ORG", "HumanProd": "MISC", "humanprod": "MISC"}
_KEPT = frozenset({"PER", "LOC", "ORG", "MISC"})
_NO_BLANK_BEFORE = frozenset({",", ".", ")", "]", "»", "”", "...", "…", "%", "°", "-"})
_NO_BLANK_AFTER = frozenset({"(", "[", "«", "“", "-"})


def read_bio(path: Path, *, word: int, tag: int, separator: str, stops: bool) -> Iterator[Sentence]:
    """Sentences of a file with one word a line; `stops`: a full stop ends a sentence too."""
    sentence: Sentence = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split(separator)
        if not line.strip() or line.startswith(("# ", "TOKEN\t")) or len(cells) <= max(word, tag):
            if sentence:
                yield _finish(sentence)
            sentence = []
            continue
        sentence.append(Word(cells[word], ent=_label(cells[tag])))
        if stops and cells[word] == "." and len(sentence) > 6:
            yield _finish(sentence)
            sentence = []


def _label(tag: str) -> str:
    prefix, _, kind = tag.partition("-")
    label = _LABELS.get(kind.split(".")[0], kind.split(".")[0])
    return f"{prefix}-{label}" if label in _KEPT and prefix in "BI" else ""


def _finish(sentence: Sentence) -> Sentence:
    """Blanks as French prints them; entities begin with B."""
    for before, after in itertools.pairwise(sentence):
        elided = before.form[-1:] in "'’" and len(before.form) > 1
        before.space = not (after.form in _NO_BLANK_BEFORE or before.form in _NO_BLANK_AFTER or elided)
        if after.ent.startswith("I-") and before.ent[2:] != after.ent[2:]:
            after.ent = "B" + after.ent[1:]
    if sentence[0].ent.startswith("I-"):
        sentence[0].ent = "B" + sentence[0].ent[1:]
    return sentence
