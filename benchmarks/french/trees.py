"""Tags, lemmas, trees and sentence bounds against treebanks, from raw text or from the words of the treebank."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from depeche.language.pipeline import SpacyPipeline
from depeche.model import Span
from training.corpus import plain_forms
from training.sentences import Sentence, text_of

GROUP = 10  # sentences that are read as one text


class Read(NamedTuple):
    """One word as the pipeline read it; `head` is None for a root."""

    pos: str
    lemma: str
    dep: str
    head: tuple[int, int] | None


Place = tuple[int, int]
Reading = tuple[dict[Place, Read], set[Place]]


def read_raw(pipeline: SpacyPipeline, group: Sequence[Sentence]) -> Reading:
    """The words by their place in the text, and the places of sentences, cut by the pipeline itself."""
    text = " ".join(text_of(sentence) for sentence in group)
    read = pipeline.parse(text, [Span(0, len(text))])
    words = {}
    for token in read.tokens:
        head = None if token.head is token else (token.head.start, token.head.end)
        words[token.start, token.end] = Read(token.pos, token.lemma, token.dep, head)
    return words, {(sentence.span.start, sentence.span.end) for sentence in read.sentences}


def read_words(nlp: Any, group: Sequence[Sentence]) -> Reading:
    """The same with the words of the treebank given; the sentences are the model's own, without any repair."""
    from spacy.tokens import Doc

    flat = [word for sentence in group for word in sentence]
    spaces = [word.space or index == len(s) - 1 for s in group for index, word in enumerate(s)]
    doc = Doc(nlp.vocab, words=plain_forms(group), spaces=spaces)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    places, offset = [], 0
    for word, space in zip(flat, spaces, strict=True):
        places.append((offset, offset + len(word.form)))
        offset += len(word.form) + space
    words = {
        place: Read(t.pos_, t.lemma_, t.dep_, None if t.head.i == t.i else places[t.head.i])
        for t, place in zip(doc, places, strict=True)
    }
    return words, {(places[s[0].i][0], places[s[-1].i][1]) for s in doc.sents}


def measure_trees(readings: Sequence[Reading], sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracy in percent as F1 over words (words cut otherwise count as errors), group by group.

    LAS leaves punctuation out and keeps subtypes, as spaCy's published figures do.
    """
    count = dict.fromkeys(("gold", "read", "words", "UPOS", "lemma", "UAS", "LAS", "goldp", "readp"), 0)
    verbs, bounds = [0, 0], [0, 0]
    for start, (words, read_bounds) in zip(range(0, len(sentences), GROUP), readings, strict=True):
        count["read"] += len(words)
        count["readp"] += sum(word.dep != "punct" for word in words.values())
        gold_bounds, offset = set(), 0
        for sentence in sentences[start : start + GROUP]:
            places = []
            for word in sentence:
                places.append((offset, offset + len(word.form)))
                offset += len(word.form) + word.space
            offset = places[-1][1] + 1
            gold_bounds.add((places[0][0], places[-1][1]))
            for word, place in zip(sentence, places, strict=True):
                count["gold"] += 1
                count["goldp"] += word.dep != "punct"
                verbs[1] += word.pos in ("VERB", "AUX")
                own = words.get(place)
                if own is None:
                    continue
                same = own.lemma.lower() == word.lemma.lower()
                count["words"] += 1
                count["UPOS"] += own.pos == word.pos
                count["lemma"] += same
                verbs[0] += same and word.pos in ("VERB", "AUX")
                head = places[word.head] if places[word.head] != place else None
                if word.dep != "punct" and head == own.head:
                    count["UAS"] += 1
                    count["LAS"] += own.dep == word.dep
        bounds = [bounds[0] + len(gold_bounds & read_bounds), bounds[1] + len(gold_bounds) + len(read_bounds)]
    total, trees = count["gold"] + count["read"], count["goldp"] + count["readp"]
    return {
        **{name: 200 * count[name] / total for name in ("words", "UPOS", "lemma")},
        "lemma of verbs": 100 * verbs[0] / verbs[1],
        **{name: 200 * count[name] / trees for name in ("UAS", "LAS")},
        "sentences F": 200 * bounds[0] / bounds[1],
    }


def groups(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """The sentences in groups that are read as one text."""
    return [sentences[start : start + GROUP] for start in range(0, len(sentences), GROUP)]
