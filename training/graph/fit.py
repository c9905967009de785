"""Train the network and keep its averaged weights."""

import copy
import math
import random
import time
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from training.graph.data import IGNORED, Batch, Maker, Text, batches
from training.graph.network import Network

_WEIGHTS = {"tags": 1.0, "rules": 0.5, "heads": 1.0, "labels": 1.0, "starts": 0.5}
_WARM = 200  # steps until the full rate
_AVERAGE = 0.998  # of the averaged weights that is kept at each step


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each answer."""
    states = network.encode(batch.forms, batch.places, batch.lengths, batch.sources)
    tags, rules, starts = network.tagged(states)
    known = batch.starts >= 0
    flat = states.reshape(-1, states.shape[-1])
    inside = flat[batch.sentences]
    arcs = network.attached(inside)
    arcs = arcs.masked_fill(_no_head(batch)[:, None, :], -1e9)
    heads = batch.heads[batch.inside]
    found = {
        "tags": fn.cross_entropy(
            tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED, label_smoothing=0.03
        ),
        "rules": fn.cross_entropy(rules.flatten(0, 1), batch.rules.flatten(), ignore_index=IGNORED),
        "heads": fn.cross_entropy(arcs[batch.inside], heads),
    }
    if known.any():
        found["starts"] = fn.binary_cross_entropy_with_logits(starts[known], batch.starts[known])
    dependents, above = pairs(network, batch, inside, batch.heads)
    labels = network.labelled(dependents, above)
    found["labels"] = fn.cross_entropy(labels, batch.labels[batch.inside], ignore_index=IGNORED)
    return {name: loss for name, loss in found.items() if torch.isfinite(loss)}


def _no_head(batch: Batch) -> Tensor:
    """Places that cannot be a head: the padding; the root at the end can."""
    root = batch.inside.new_ones(len(batch.inside), 1)
    return ~torch.cat([batch.inside, root], dim=1)


def pairs(network: Network, batch: Batch, inside: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
    """The states of all dependents and of the heads given."""
    rooted = torch.cat([inside, network.root.expand(len(inside), 1, -1)], dim=1)
    places = heads.clamp(min=0)[..., None].expand(-1, -1, rooted.shape[-1])
    return inside[batch.inside], rooted.gather(1, places)[batch.inside]


@torch.no_grad()
def measure(network: Network, maker: Maker, texts: Sequence[Text]) -> dict[str, float]:
    """Shares of right answers, words and bounds of sentences given, heads taken one by one."""
    network.eval()
    right = dict.fromkeys(("tag", "rule", "uas", "las"), 0)
    words = hit = told = asked = 0
    for some in batches(texts, words=4000, dice=None):
        batch = maker.batch(some)
        states = network.encode(batch.forms, batch.places, batch.lengths, batch.sources)
        tags, rules, starts = network.tagged(states)
        inside = states.reshape(-1, states.shape[-1])[batch.sentences]
        arcs = network.attached(inside).masked_fill(_no_head(batch)[:, None, :], -1e9)
        heads = arcs.argmax(dim=2)
        labels = network.labelled(*pairs(network, batch, inside, heads)).argmax(dim=1)
        gold = batch.heads[batch.inside]
        good = heads[batch.inside] == gold
        right["uas"] += int(good.sum())
        right["las"] += int((good & (labels == batch.labels[batch.inside])).sum())
        seen = batch.tags != IGNORED
        right["tag"] += int((tags.argmax(2)[seen] == batch.tags[seen]).sum())
        right["rule"] += int((rules.argmax(2)[seen] == batch.rules[seen]).sum())
        words += len(gold)
        known = batch.starts >= 0
        said, true = starts[known] > 0, batch.starts[known] > 0
        hit, told, asked = hit + int((said & true).sum()), told + int(said.sum()), asked + int(true.sum())
    network.train()
    found = {name: 100 * count / words for name, count in right.items()}
    return found | {"starts": 200 * hit / max(1, told + asked)}


def fit(
    network: Network,
    maker: Maker,
    epochs: int,
    sample: Callable[[], Sequence[Text]],
    *,
    batch_words: int,
    rate: float,
    report: Callable[[int, Network, str], None],
    seed: int,
    half: bool,
) -> Network:
    """Train for so many epochs on what `sample` draws for each; the averaged network is what comes back.

    `rate` is reached after some steps and falls to nearly nothing along a cosine; `half` computes in bfloat16.
    """
    dice = random.Random(seed)
    averaged = copy.deepcopy(network).eval()
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, betas=(0.9, 0.95), weight_decay=0.01)
    network.train()
    step = 0
    for epoch in range(epochs):
        began = time.monotonic()
        sums: dict[str, float] = {}
        drawn = list(batches(sample(), words=batch_words, dice=dice))
        for number, some in enumerate(drawn):
            done = (epoch + number / len(drawn)) / epochs
            now = rate * min(1.0, (step + 1) / _WARM) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * done)))
            for group in optimiser.param_groups:
                group["lr"] = now
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                found = losses(network, maker.batch(some))
            optimiser.zero_grad()
            sum((_WEIGHTS[name] * part for name, part in found.items()), torch.zeros(())).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            step += 1
            # Early on the average forgets fast.
            keep = min(_AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, weight in zip(averaged.parameters(), network.parameters(), strict=True):
                    mean.lerp_(weight, 1 - keep)
            for name, part in found.items():
                sums[name] = sums.get(name, 0.0) + float(part.detach())
        told = " ".join(f"{name} {value / len(drawn):.3f}" for name, value in sums.items())
        report(epoch, averaged, f"{time.monotonic() - began:.0f} s, losses {told}")
    return averaged
