"""Join what was trained and write it as one pipeline that needs no code of ours to load."""

import shutil
from pathlib import Path
from typing import Any

import spacy

from training import registered  # noqa: F401  (registers what the trained configuration names)


def export(work: Path, out: Path) -> None:
    """Write the best trees and names of `work` as one spaCy pipeline to `out`, replacing it whole."""
    nlp = spacy.load(work / "trees" / "model-best")
    named = spacy.load(work / "names" / "model-best")
    named.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=named)
    config: dict[str, Any] = nlp._config
    config["nlp"]["after_creation"] = None
    config["corpora"] = {"train": None, "dev": None}
    for name in ("train", "dev", "vectors"):
        config["paths"][name] = None
    nlp.meta.update(name="depeche_fr", version="0.2.0", description="French pipeline of Dépêche, see NOTICE")
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    if "depeche." in (fresh / "config.cfg").read_text(encoding="utf-8"):
        raise ValueError("the exported configuration still names code of the training project")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
