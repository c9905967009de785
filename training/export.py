"""Join what was trained and write it as one pipeline that needs no code of ours to load."""

import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.strings import hash_string  # type: ignore[attr-defined]

from depeche.language.pipeline import WEIGHTS
from training import registered  # noqa: F401  (registers what the trained configuration names)
from training.tokeniser import set_up


def export(work: Path, out: Path) -> None:
    """Write the best trees and names of `work` as one spaCy pipeline to `out`, replacing it whole.

    What was not trained anew comes from the weights in use.
    """
    trees = work / "trees" / "model-best"
    nlp = spacy.load(trees if trees.exists() else WEIGHTS)
    if "ner" in nlp.pipe_names:
        nlp.remove_pipe("ner")
    if (work / "names" / "model-best").exists():
        named = spacy.load(work / "names" / "model-best")
        named.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    else:
        named = spacy.load(WEIGHTS)
    nlp.add_pipe("ner", source=named)
    config: dict[str, Any] = nlp._config
    config["nlp"]["after_creation"] = None
    config["corpora"] = {"train": None, "dev": None}
    for name in ("train", "dev", "vectors"):
        config["paths"][name] = None
    set_up(nlp)
    _forbid_empty_tags(nlp.get_pipe("morphologizer"))
    nlp.meta.update(name="depeche_fr", version="0.3.0", description="French pipeline of Dépêche, see NOTICE")
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    _keep_needed_strings(fresh)
    if "depeche." in (fresh / "config.cfg").read_text(encoding="utf-8"):
        raise ValueError("the exported configuration still names code of the training project")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def _forbid_empty_tags(tagger: Any) -> None:
    """The spoken trees have no tags, and spaCy learns that as a tag of its own: it must never win."""
    if "_" not in tagger.labels:
        return
    index = tagger.labels.index("_")
    output = next(
        node
        for node in tagger.model.walk()
        if node.has_dim("nO") and node.get_dim("nO") == len(tagger.labels) and node.has_param("b")
    )
    bias = output.get_param("b").copy()
    bias[index] = -1e4
    output.set_param("b", bias)


def _keep_needed_strings(folder: Path) -> None:
    """Of the 85,000 words met in training only those of the lemma rules are looked up again: ship these alone."""
    needed: set[int] = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list | tuple):
            for part in value:
                walk(part)
        elif isinstance(value, int):
            needed.add(value)

    walk(srsly.read_msgpack(folder / "trainable_lemmatizer" / "trees"))
    path = folder / "vocab" / "strings.json"
    strings = [text for text in srsly.read_json(path) if hash_string(text) in needed]
    srsly.write_json(path, strings)
