"""The trained network computed with NumPy alone: forms in, states and scores out.

Bidirectional LSTM layers over the words of a text, then scores of tags, lemma rules and sentence starts for each word
and, for each pair of words of a sentence, of heads and labels (the biaffine parser of Dozat and Manning, 2017).
`training/graph/network.py` trains it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
_LEAK, _HALF = np.float32(0.1), np.float32(0.5)
_CHUNK = 64  # pairs whose labels are scored together: what lies between stays in the processor's cache


class Rows(NamedTuple):
    """Distinct forms as rows of the network's tables, and their static vectors."""

    words: Indices
    endings: Indices
    shapes: Indices
    letters: Indices  # [form, letter]
    vectors: Floats


class Tagging(NamedTuple):
    """Scores for each word."""

    tags: Floats
    rules: Floats
    starts: Floats  # positive where a sentence begins


class Pairs(NamedTuple):
    """What words bring to the scores of heads and labels, once for all sentences of a batch."""

    arc_dependents: Floats
    arc_heads: Floats
    label_dependents: Floats
    label_heads: Floats


class _Layer(NamedTuple):
    """One LSTM layer in both directions; the gates stand in the order input, forget, output, candidate."""

    inputs: Floats  # [direction, input, 4 hidden]
    bias: Floats  # [direction, 4 hidden]
    states: Floats  # [direction, hidden, 4 hidden]


class Network:
    """The arrays of a trained network, by the names that PyTorch gave them."""

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        self._arrays = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}
        count = len({name.split(".")[1] for name in arrays if name.startswith("onward.")})
        self._layers = [_make_layer(self._arrays, number) for number in range(count)]
        self._hidden = self._layers[0].states.shape[1]
        labels = self._arrays["labels"]  # [label, dependent and 1, head and 1]
        self._label_count, width = labels.shape[0], labels.shape[2]
        by_head = labels.transpose(2, 0, 1)
        self._labels = np.ascontiguousarray(by_head[:, :, :-1].reshape(width, -1))
        self._labels_of_heads = np.ascontiguousarray(by_head[:, :, -1])

    def embed(self, rows: Rows) -> Floats:
        """One vector for each distinct form; the treebank's own style is left out (row 0 of `sources`)."""
        arrays = self._arrays
        letters = arrays["letters.weight"][rows.letters]
        spelled = [
            _convolve(letters, arrays[f"{name}.weight"], arrays[f"{name}.bias"]) for name in ("short", "long")
        ]
        joined = np.concatenate(
            [arrays["words.weight"][rows.words], self._linear("vectors", rows.vectors), *spelled,
             arrays["endings.weight"][rows.endings], arrays["shapes.weight"][rows.shapes]],
            axis=1,
        )  # fmt: skip
        return self._linear("form", joined)

    def encode(self, vectors: Floats, lengths: Sequence[int]) -> Floats:
        """The states of the words of texts that stand one after another; `lengths` of the texts in words."""
        steps, onward, back = _order(lengths)
        hidden = vectors
        for layer in self._layers:
            hidden = _read(layer, hidden, steps, onward, back)
        return hidden

    def tag(self, states: Floats) -> Tagging:
        """Scores of tags, lemma rules and sentence starts."""
        hidden = np.maximum(self._linear("tag_hidden", states), 0)
        return Tagging(
            self._linear("tags", hidden), self._linear("rules", hidden), self._linear("starts", hidden)[:, 0]
        )

    def pair(self, states: Floats) -> Pairs:
        """What the words bring to heads and labels; the last row stands for the root."""
        states = np.concatenate([states, self._arrays["root"][None]])
        bilinear = self._arrays["arcs"]
        dependents = self._leaky("arc_dependent", states)
        return Pairs(
            dependents @ bilinear[:-1] + bilinear[-1],
            self._leaky("arc_head", states),
            self._leaky("label_dependent", states),
            self._leaky("label_head", states),
        )

    def attach(self, pairs: Pairs, start: int, end: int) -> tuple[Floats, Floats]:
        """Scores of heads for the sentence between two places: [dependent, head], and of being the root."""
        dependents = pairs.arc_dependents[start:end]
        return dependents @ pairs.arc_heads[start:end].T, dependents @ pairs.arc_heads[-1]

    def label(self, pairs: Pairs, heads: Indices) -> Indices:
        """The best label of each word; `heads` are places, -1 for a root."""
        found = np.empty(len(heads), dtype=np.intp)
        for start in range(0, len(heads), _CHUNK):
            above = pairs.label_heads[heads[start : start + _CHUNK]]
            dependents = pairs.label_dependents[start : start + len(above), :, None]
            wide = (above @ self._labels[:-1] + self._labels[-1]).reshape(len(above), self._label_count, -1)
            scores = np.matmul(wide, dependents)[:, :, 0]
            scores += above @ self._labels_of_heads[:-1] + self._labels_of_heads[-1]
            found[start : start + _CHUNK] = scores.argmax(axis=1)
        return found

    def _linear(self, name: str, inputs: Floats) -> Floats:
        found: Floats = inputs @ self._arrays[f"{name}.weight"].T + self._arrays[f"{name}.bias"]
        return found

    def _leaky(self, name: str, inputs: Floats) -> Floats:
        answers = self._linear(name, inputs)
        found: Floats = np.maximum(answers, answers * _LEAK)
        return found


def _convolve(letters: Floats, weight: Floats, bias: Floats) -> Floats:
    """The strongest answer of each filter over the letters of each form; `weight` is [filter, letter, place]."""
    filters, width, places = weight.shape
    margin = places // 2
    count, length = letters.shape[:2]
    padded = np.zeros((count, length + 2 * margin, width), dtype=np.float32)
    padded[:, margin : margin + length] = letters
    windows = np.concatenate([padded[:, place : place + length] for place in range(places)], axis=2)
    kernel = weight.transpose(2, 1, 0).reshape(places * width, filters)
    answers = (windows.reshape(-1, places * width) @ kernel).reshape(count, length, filters)
    found: Floats = np.maximum(answers.max(axis=1) + bias, 0)
    return found


def _make_layer(arrays: Mapping[str, Floats], number: int) -> _Layer:
    """PyTorch's gates stand as input, forget, candidate, output; a sigmoid is a tanh of half its input."""
    inputs: list[Floats] = []
    bias: list[Floats] = []
    states: list[Floats] = []
    for direction in ("onward", "back"):
        prefix = f"{direction}.{number}."
        whole = [arrays[f"{prefix}weight_ih_l0"], arrays[f"{prefix}weight_hh_l0"],
                 (arrays[f"{prefix}bias_ih_l0"] + arrays[f"{prefix}bias_hh_l0"])[:, None]]  # fmt: skip
        for array, kept in zip(whole, (inputs, states, bias), strict=True):
            opening, forgetting, candidate, closing = np.split(array, 4)
            kept.append(np.concatenate([opening / 2, forgetting / 2, closing / 2, candidate]).T)
    return _Layer(
        *(np.ascontiguousarray(np.stack(kept)) for kept in (inputs, [row[0] for row in bias], states))
    )


def _order(lengths: Sequence[int]) -> tuple[list[int], Indices, Indices]:
    """How many texts are still read at each step, and the places read at the steps, onward and backward."""
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    longest_first = sorted(range(len(lengths)), key=lambda text: (-lengths[text], text))
    first = starts[longest_first]
    size = np.array(lengths)[longest_first]
    steps = [int((size > step).sum()) for step in range(int(size[0]))]
    onward = np.concatenate([first[:count] + step for step, count in enumerate(steps)])
    back = np.concatenate([first[:count] + size[:count] - 1 - step for step, count in enumerate(steps)])
    return steps, onward.astype(np.intp), back.astype(np.intp)


def _read(layer: _Layer, inputs: Floats, steps: list[int], onward: Indices, back: Indices) -> Floats:
    """One layer over all texts, both directions at once."""
    hidden = layer.states.shape[1]
    gates = np.empty((2, len(inputs), 4 * hidden), dtype=np.float32)
    for way, places in enumerate((onward, back)):
        np.matmul(inputs[places], layer.inputs[way], out=gates[way])
        gates[way] += layer.bias[way]
    outputs = np.empty((2, len(inputs), hidden), dtype=np.float32)
    memory = np.zeros((2, steps[0], hidden), dtype=np.float32)
    state = np.zeros_like(memory)
    start = 0
    for count in steps:
        now = gates[:, start : start + count]
        if start:
            now += np.matmul(state[:, :count], layer.states)
        np.tanh(now, out=now)
        doors = now[:, :, : 3 * hidden]
        doors *= _HALF
        doors += _HALF
        memory = memory[:, :count]
        memory *= now[:, :, hidden : 2 * hidden]
        memory += now[:, :, :hidden] * now[:, :, 3 * hidden :]
        state = outputs[:, start : start + count]
        np.tanh(memory, out=state)
        state *= now[:, :, 2 * hidden : 3 * hidden]
        start += count
    found = np.empty((len(inputs), 2 * hidden), dtype=np.float32)
    found[onward, :hidden] = outputs[0]
    found[back, hidden:] = outputs[1]
    return found
