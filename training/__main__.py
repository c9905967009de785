"""python -m training: prepare the data, train, and write the weights; one command for all."""

import argparse
import dataclasses
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from training.export import export
from training.preparation import prepare_names
from training.settings import Settings, names_configuration

_KINDS: dict[type, Callable[[str], Any]] = {int: int, float: float, bool: lambda text: text == "yes"}


def main() -> None:
    """Run the steps named (all by default), in order."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("tasks", nargs="*", default=["prepare", "trees", "names", "export"],
                        help="prepare, trees, names, export (default: all of them)")  # fmt: skip
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder with ud/, ner/ and vectors/ (see README.md)"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="folder for what is made on the way"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("depeche/language/weights"), help="folder of the weights"
    )
    for field in dataclasses.fields(Settings):
        kind = _KINDS[type(field.default)]
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default)
    given = parser.parse_args()
    settings = Settings(**{field.name: getattr(given, field.name) for field in dataclasses.fields(Settings)})
    for step in given.tasks:
        if step == "prepare":
            prepare_names(given.treebanks, given.work, settings)
            _spacy(
                "init",
                "vectors",
                "fr",
                str(given.work / "vectors.floret"),
                str(given.work / "vectors"),
                "--mode",
                "floret",
            )
        elif step == "trees":
            from training.graph.run import train_trees  # PyTorch is needed here alone

            train_trees(given.treebanks, given.work, settings)
        elif step == "names":
            _train_names(given.work, settings)
        elif step == "export":
            export(given.work, given.out)
        else:
            sys.exit(f"unknown step: {step}")


def _train_names(work: Path, settings: Settings) -> None:
    path = work / "names.cfg"
    text = names_configuration(
        settings, train=str(work / "names-train.spacy"), dev=str(work / "names-dev.spacy"),
        vectors=str(work / "vectors"),
    )  # fmt: skip
    path.write_text(text, encoding="utf-8")
    code = Path(__file__).parent / "registered.py"
    _spacy("train", str(path), "--output", str(work / "names"), "--code", str(code))


def _spacy(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "spacy", *arguments], check=True)


if __name__ == "__main__":
    main()
