"""Join what was trained and write it as one pipeline: all that is needed to read, and nothing of the training."""

import shutil
from pathlib import Path

import spacy
import srsly  # type: ignore[import-untyped]

from depeche.language.graph.component import NAME as GRAPH
from depeche.language.pipeline import WEIGHTS, read_weights
from training import registered  # noqa: F401  (registers what the trained configuration names)
from training.tokeniser import set_up


def export(work: Path, out: Path) -> None:
    """Write the trees and names of `work` as one spaCy pipeline to `out`, replacing it whole.

    What was not trained anew comes from the weights in use.
    """
    used = read_weights(WEIGHTS)
    nlp = set_up(spacy.blank("fr", vocab=used.vocab))
    trained = work / "graph"
    nlp.add_pipe(GRAPH).from_disk(trained if trained.exists() else WEIGHTS / GRAPH)
    if (work / "names" / "model-best").exists():
        used = spacy.load(work / "names" / "model-best")
        used.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=used)
    nlp.meta.update(name="depeche_fr", version="0.4.0", description="French pipeline of Dépêche, see NOTICE")
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    # Words met in training are never looked up again, and labels bring their own strings.
    srsly.write_json(fresh / "vocab" / "strings.json", [])
    if "depeche." in (fresh / "config.cfg").read_text(encoding="utf-8"):
        raise ValueError("the exported configuration still names code of the training project")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
