"""Clauses of the treebanks that stand in for what is said: plain sentences with a subject, as trees of nodes."""

from collections.abc import Iterable

from training.sentences import UNKNOWN, Sentence
from training.synthetic.nodes import Node

_MARKS = frozenset('"«»“”:;()[]')


class Base:
    """A clause that can be printed again and again: each call of `tree` gives a fresh root without its final stop."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    def tree(self) -> Node:
        """The clause as nodes, the first word small unless it is a name."""
        words = self._sentence[:-1]
        nodes = [Node(w.form, w.pos, w.lemma, w.feats, ent=UNKNOWN, space=w.space) for w in words]
        nodes[-1].space = True
        root = nodes[0]
        for index, word in enumerate(words):
            if word.head == index:
                root = nodes[index]
                continue
            side = nodes[word.head].left if index < word.head else nodes[word.head].right
            side.append((word.dep, nodes[index]))
        if words[0].pos != "PROPN" and not words[0].form.isupper():
            nodes[0].form = nodes[0].form[:1].lower() + nodes[0].form[1:]
        return root


def find_bases(sentences: Iterable[Sentence]) -> list[Base]:
    """Sentences of 5 to 32 words that are one projective clause with a verb, a subject and a full stop."""
    return [Base(sentence) for sentence in sentences if _is_base(sentence)]


def _is_base(sentence: Sentence) -> bool:
    if not 5 <= len(sentence) <= 32 or sentence[-1].form != "." or not sentence[0].form[:1].isupper():
        return False
    if any(word.form in _MARKS or word.dep.startswith("parataxis") for word in sentence):
        return False
    root = next(index for index, word in enumerate(sentence) if word.head == index)
    if sentence[root].pos not in ("VERB", "ADJ", "NOUN") or sentence[-1].head != root:
        return False
    if any(word.head == len(sentence) - 1 and index != word.head for index, word in enumerate(sentence)):
        return False
    if not any(w.head == root and ("subj" in w.dep) and i < root for i, w in enumerate(sentence)):
        return False
    return _is_projective(sentence)


def _is_projective(sentence: Sentence) -> bool:
    spans = [(min(i, w.head), max(i, w.head)) for i, w in enumerate(sentence) if w.head != i]
    return not any(a < c < b < d for a, b in spans for c, d in spans)
