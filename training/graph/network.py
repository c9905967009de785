"""The network as PyTorch trains it; `depeche.language.graph.network` computes the same without PyTorch."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as fn


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows the tables have, how many labels there are, how wide the layers are."""

    words: int
    letters: int
    endings: int
    shapes: int
    tags: int
    rules: int
    labels: int
    sources: int
    vector: int = 96
    word: int = 100
    letter: int = 32
    spelling: int = 64  # of each of two filters, over three and five letters
    ending: int = 32
    shape: int = 16
    form: int = 256
    hidden: int = 256  # of each direction
    layers: int = 3
    arc: int = 320
    label: int = 112
    tag: int = 128


class Network(nn.Module):
    """Forms in; scores of tags, lemma rules, sentence starts, heads and labels out."""

    def __init__(self, sizes: Sizes, *, dropout: float) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        self.words = nn.Embedding(sizes.words, sizes.word, padding_idx=0)
        self.endings = nn.Embedding(sizes.endings, sizes.ending, padding_idx=0)
        self.shapes = nn.Embedding(sizes.shapes, sizes.shape, padding_idx=0)
        self.letters = nn.Embedding(sizes.letters, sizes.letter, padding_idx=0)
        self.sources = nn.Embedding(sizes.sources, sizes.form)
        self.short = nn.Conv1d(sizes.letter, sizes.spelling, 3, padding=1)
        self.long = nn.Conv1d(sizes.letter, sizes.spelling, 5, padding=2)
        self.vectors = nn.Linear(sizes.vector, sizes.word)
        parts = 2 * sizes.word + 2 * sizes.spelling + sizes.ending + sizes.shape
        self.form = nn.Linear(parts, sizes.form)
        widths = [sizes.form] + [2 * sizes.hidden] * (sizes.layers - 1)
        # Two networks for the two directions: padding then never stands before a text's words, and PyTorch's fast
        # kernel, which knows no lengths, can be used.
        self.onward, self.back = (
            nn.ModuleList(nn.LSTM(width, sizes.hidden, batch_first=True) for width in widths)
            for _ in range(2)
        )
        wide = 2 * sizes.hidden
        self.tag_hidden = nn.Linear(wide, sizes.tag)
        self.tags = nn.Linear(sizes.tag, sizes.tags)
        self.rules = nn.Linear(sizes.tag, sizes.rules)
        self.starts = nn.Linear(sizes.tag, 1)
        self.arc_dependent = nn.Linear(wide, sizes.arc)
        self.arc_head = nn.Linear(wide, sizes.arc)
        self.label_dependent = nn.Linear(wide, sizes.label)
        self.label_head = nn.Linear(wide, sizes.label)
        self.root = nn.Parameter(torch.zeros(wide))
        self.arcs = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.labels = nn.Parameter(torch.zeros(sizes.labels, sizes.label + 1, sizes.label + 1))
        nn.init.xavier_uniform_(self.arcs)
        nn.init.zeros_(self.sources.weight)
        for table in (self.words, self.endings, self.shapes, self.letters):
            nn.init.normal_(table.weight, std=0.1)
        for layer in [*self.onward, *self.back]:
            for name, weight in layer.named_parameters():
                if "weight_hh" in name:
                    for part in weight.data.chunk(4):
                        nn.init.orthogonal_(part)

    def _locked(self, inputs: Tensor, share: float | None = None) -> Tensor:
        """Dropout with one mask for all words of a text."""
        share = self.dropout if share is None else share
        if not self.training or share == 0:
            return inputs
        mask = inputs.new_empty(inputs.shape[0], 1, inputs.shape[2]).bernoulli_(1 - share) / (1 - share)
        return inputs * mask

    def embed(self, forms: dict[str, Tensor]) -> Tensor:
        """One vector for each distinct form."""
        letters = self.letters(forms["letters"]).transpose(1, 2)
        spelled = [fn.relu(layer(letters)).amax(dim=2) for layer in (self.short, self.long)]
        parts = [self.words(forms["words"]), self.vectors(forms["vectors"]), *spelled,
                 self.endings(forms["endings"]), self.shapes(forms["shapes"])]  # fmt: skip
        joined = torch.cat(parts, dim=1)
        if self.training:
            joined = fn.dropout(joined, self.dropout / 2)
        return self.form(joined)

    def encode(self, forms: dict[str, Tensor], places: Tensor, lengths: Tensor, sources: Tensor) -> Tensor:
        """States of all words of texts; `places` tells which form stands where."""
        hidden = self.embed(forms)[places] + self.sources(sources)[:, None]
        hidden = self._locked(hidden)
        turned = _turned(lengths, places.shape[1])
        for onward, back in zip(self.onward, self.back, strict=True):
            ahead, behind = onward(hidden)[0], back(_reorder(hidden, turned))[0]
            hidden = self._locked(torch.cat([ahead, _reorder(behind, turned)], dim=2))
        return hidden

    def tagged(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags, lemma rules and sentence starts for states of any shape."""
        hidden = fn.dropout(fn.relu(self.tag_hidden(states)), self.dropout, self.training)
        return self.tags(hidden), self.rules(hidden), self.starts(hidden)[..., 0]

    def attached(self, states: Tensor) -> Tensor:
        """Scores of heads for sentences: [sentence, dependent, head], the last head is the root."""
        rooted = torch.cat([states, self.root.expand(states.shape[0], 1, -1)], dim=1)
        dependents = self._locked(fn.leaky_relu(self.arc_dependent(states), 0.1))
        heads = self._locked(fn.leaky_relu(self.arc_head(rooted), 0.1))
        ones = dependents.new_ones(*dependents.shape[:2], 1)
        return torch.cat([dependents, ones], dim=2) @ self.arcs @ heads.transpose(1, 2)

    def labelled(self, states: Tensor, heads: Tensor) -> Tensor:
        """Scores of labels for pairs: states of dependents and of their heads, both [pair, width]."""
        dependents = fn.dropout(fn.leaky_relu(self.label_dependent(states), 0.1), self.dropout, self.training)
        above = fn.dropout(fn.leaky_relu(self.label_head(heads), 0.1), self.dropout, self.training)
        ones = dependents.new_ones(dependents.shape[0], 1)
        dependents, above = torch.cat([dependents, ones], 1), torch.cat([above, ones], 1)
        wide = above @ self.labels.permute(2, 0, 1).reshape(above.shape[1], -1)
        return (wide.view(len(above), -1, dependents.shape[1]) @ dependents[:, :, None])[..., 0]


def _turned(lengths: Tensor, width: int) -> Tensor:
    """Places that put each text's words in reverse order and leave its padding behind them."""
    places = torch.arange(width).expand(len(lengths), -1)
    last = lengths[:, None] - 1
    return torch.where(places <= last, last - places, places)


def _reorder(states: Tensor, places: Tensor) -> Tensor:
    return states.gather(1, places[..., None].expand_as(states))
