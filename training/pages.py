"""Sentences as pages print them: headings without a stop run into the text, and final stops are lost."""

import copy
import random
from collections.abc import Sequence

from training.sentences import Sentence

_LONGEST = 9  # words of a heading
_HEADS = ("nsubj", "obj", "nmod", "obl:mod", "obl:arg", "nsubj:pass", "ROOT", "appos")
_MARKS = frozenset('"«»“”:;()[],.!?')


def drop_stops(sentences: Sequence[Sentence], *, seed: int, share: float) -> list[Sentence]:
    """The sentences in order, a share of them without the full stop at the end."""
    dice, found = random.Random(seed), []
    for sentence in sentences:
        bare = len(sentence) > 3 and sentence[-1].form == "." and dice.random() < share
        last = len(sentence) - 1
        if bare and not any(word.head == last for word in sentence):
            sentence = copy.deepcopy(sentence[:last])
            sentence[-1].space = True
        found.append(sentence)
    return found


def add_headings(sentences: Sequence[Sentence], *, seed: int, share: float) -> list[Sentence]:
    """The sentences in order; before a share of them stands a heading, a noun phrase of another sentence."""
    dice = random.Random(seed)
    headings = [heading for sentence in sentences if (heading := _heading(sentence, dice)) is not None]
    found: list[Sentence] = []
    for sentence in sentences:
        if headings and dice.random() < share:
            found.append(copy.deepcopy(headings[dice.randrange(len(headings))]))
        found.append(sentence)
    return found


def _heading(sentence: Sentence, dice: random.Random) -> Sentence | None:
    """One noun phrase of the sentence as a heading of its own, with or without its article."""
    phrases = [index for index, word in enumerate(sentence) if word.pos == "NOUN" and word.dep in _HEADS]
    dice.shuffle(phrases)
    for head in phrases:
        inside = _subtree(sentence, head)
        while len(inside) > 1 and sentence[inside[0]].dep in ("case", "mark", "cc", "punct"):
            inside.pop(0)
        if sentence[inside[0]].pos == "DET" and inside[0] != head and dice.random() < 0.5:
            inside.pop(0)
        while inside and sentence[inside[-1]].pos == "PUNCT":
            inside.pop()
        if (
            head not in inside
            or not 1 <= len(inside) <= _LONGEST
            or inside[-1] - inside[0] != len(inside) - 1
        ):
            continue
        words = [sentence[index] for index in inside]
        if (
            any(w.form in _MARKS or w.feats.get("VerbForm") == "Fin" for w in words)
            or words[0].form[:1] in "'-"
        ):
            continue
        if any(sentence[index].head not in inside for index in inside if index != head):
            continue
        return _lifted(words, inside[0], head)
    return None


def _lifted(words: Sentence, first: int, head: int) -> Sentence:
    heading = copy.deepcopy(words)
    for word in heading:
        word.head -= first
    heading[head - first].head, heading[head - first].dep = head - first, "ROOT"
    heading[0].form = heading[0].form[:1].upper() + heading[0].form[1:]
    heading[-1].space = True
    return heading


def _subtree(sentence: Sentence, head: int) -> list[int]:
    found, grown = {head}, True
    while grown:
        more = {index for index, word in enumerate(sentence) if word.head in found} - found
        found |= more
        grown = bool(more)
    return sorted(found)
