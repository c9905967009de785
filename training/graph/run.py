"""Train the network of trees and write it as a component of the pipeline."""

import dataclasses
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
import torch
from torch import Tensor

from depeche.language.graph.component import GraphParser
from depeche.language.graph.forms import RESERVED
from training.augmentation import make_dirty
from training.graph.data import Labels, Maker, Text, find_alphabet, find_labels, find_lemmas, make_text
from training.graph.fit import fit, measure
from training.graph.network import Network, Sizes
from training.preparation import Trees, gather_trees
from training.settings import Settings

SOURCES = ("", "sequoia", "gsd", "pud", "fqb", "generated", "press", "spoken")
STYLE = "sequoia"  # treebanks differ in small habits; the network keeps those of this one


def train_trees(treebanks: Path, work: Path, settings: Settings) -> None:
    """Write the trained component to `work/graph`; progress is printed epoch by epoch.

    `work/vectors` holds the static vectors as `spacy init vectors` writes them.
    """
    torch.manual_seed(settings.seed)
    trees, dev = gather_trees(treebanks, settings)
    groups = [group for source in trees for group in source.groups]
    tagged = find_labels(group for source in trees if source.tagged for group in source.groups)
    known = Labels(tagged.tags, tagged.rules, find_labels(groups).labels)
    alphabet = find_alphabet(groups)
    facts = {
        **dataclasses.asdict(known), "alphabet": dataclasses.asdict(alphabet),
        "lemmas": find_lemmas(group for source in trees if source.tagged for group in source.groups),
    }  # fmt: skip
    vocab = spacy.load(work / "vectors").vocab
    seen: dict[str, Tensor] = {}

    def vector(form: str) -> Tensor:
        if form not in seen:
            seen[form] = torch.from_numpy(vocab.get_vector(form))
        return seen[form]

    sizes = Sizes(
        words=len(alphabet.words) + RESERVED, letters=len(alphabet.letters) + RESERVED,
        endings=len(alphabet.endings) + RESERVED, shapes=len(alphabet.shapes) + RESERVED,
        tags=len(known.tags), rules=len(known.rules), labels=len(known.labels), sources=len(SOURCES),
        hidden=settings.hidden, layers=settings.layers,
    )  # fmt: skip
    learning = Maker(alphabet, vector, word_dropout=0.2, source_dropout=0.3)
    judging = Maker(alphabet, vector)
    chosen = [make_text(group, SOURCES.index(STYLE), known, tagged=True) for group in dev.groups]

    def report(epoch: int, network: Network, told: str) -> None:
        print(f"epoch {epoch}: {told}", flush=True)
        if epoch % 5 == 4 or epoch == settings.epochs - 1:
            figures = measure(network, judging, chosen)
            print("  " + "  ".join(f"{name} {value:.2f}" for name, value in figures.items()), flush=True)
            _write(network, facts, vocab, work / "graph")

    fit(
        Network(sizes, dropout=settings.dropout), learning, settings.epochs,
        _sampler(trees, known, settings), batch_words=settings.batch, rate=settings.rate, report=report,
        seed=settings.seed, half=settings.half,
    )  # fmt: skip


def _sampler(trees: list[Trees], known: Labels, settings: Settings) -> Callable[[], list[Text]]:
    """The texts of one epoch: all that was printed, some of what was spoken or generated, a few made dirty."""
    texts = [
        (source.source, make_text(group, SOURCES.index(source.source), known, tagged=source.tagged))
        for source in trees
        for group in source.groups
    ]
    shares = {"spoken": settings.spoken_share, "generated": settings.generated_share}
    dice = random.Random(settings.seed)

    def sample() -> list[Text]:
        found = []
        for source, text in texts:
            if dice.random() < shares.get(source, 1.0):
                forms = make_dirty(text.forms, dice, lower=0.02, bare=0.05, quotes=0.05, large=0.01)
                found.append(dataclasses.replace(text, forms=forms))
        return found

    return sample


def _write(network: Network, facts: dict[str, Any], vocab: object, folder: Path) -> None:
    """The averaged network as the component reads it; the style of one treebank becomes part of it."""
    arrays = {name: weight.detach().float().numpy().copy() for name, weight in network.state_dict().items()}
    arrays["form.bias"] += arrays.pop("sources.weight")[SOURCES.index(STYLE)]
    component = GraphParser(vocab)
    component.fill(arrays, facts)
    component.to_disk(folder)
