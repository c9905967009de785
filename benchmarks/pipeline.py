"""How well and how fast the French pipeline reads: treebank tests, press sentences, names, speed, size, memory.

    python benchmarks/pipeline.py --treebanks DIR [--weights DIR] [--bare] [--quick]

`--treebanks` is the folder that training/README.md describes; without it only our own press sentences, the speed and
the size are measured. `--bare` leaves the repairs out and shows the model alone. Accuracy is counted on raw text, with
our own tokens and sentence bounds, and on the words of the treebank, against the test parts as they are published;
the sentences of a test part are read in groups of ten, joined by a blank.
"""

import argparse
import json
import sys
from pathlib import Path

from spacy.language import Language

from depeche.language.pipeline import WEIGHTS, SpacyPipeline, read_weights

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.french.press import (
    held_out,
    kept_for_tests,
    measure_bounds,
    measure_generated,
    measure_names,
    measure_subjects,
    trained_on,
)
from benchmarks.french.speed import measure_speed
from benchmarks.french.trees import groups, measure_trees, read_raw, read_words
from training.harmony import harmonise
from training.press_trees import FOLDER, read_lines
from training.sentences import read_conllu

# As their authors publish them (spacy.io/models/fr, version 3.8): tags, lemmas and trees on UD French Sequoia.
PUBLISHED = {
    "fr_core_news_sm": {"UPOS": 96.2, "lemma": 90.8, "UAS": 88.0, "LAS": 83.6, "sentences F": 89.0},
    "fr_core_news_md": {"UPOS": 97.1, "lemma": 91.2, "UAS": 89.6, "LAS": 85.9, "sentences F": 90.3},
    "fr_core_news_lg": {"UPOS": 97.6, "lemma": 91.4, "UAS": 89.6, "LAS": 85.7, "sentences F": 86.6},
}
Results = dict[str, dict[str, float]]


def measure_treebanks(pipeline: SpacyPipeline, nlp: Language, folder: Path, *, generated: int) -> Results:
    """The treebank tests from raw text, with the words given, and in the scheme that the training follows."""
    results: Results = {}
    names = ("sequoia-dev", "sequoia-test", "gsd-test")
    parts = {name: list(read_conllu(folder / "ud" / f"{name}.conllu")) for name in names}
    for name, sentences in parts.items():
        raw = [read_raw(pipeline, group) for group in groups(sentences)]
        results[name] = measure_trees(raw, sentences)
        if name != "sequoia-dev":
            given = [read_words(nlp, group) for group in groups(sentences)]
            results[f"{name}, words given"] = measure_trees(given, sentences)
            results[f"{name}, one scheme"] = measure_trees(
                raw, [harmonise(sentence) for sentence in sentences]
            )
    bases = [sentence for name in names[1:] for sentence in parts[name]]
    results["generated, new names"] = measure_generated(pipeline, bases, generated)
    return results


def main() -> None:
    """Measure and print; one line of JSON at the end for machines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--bare", action="store_true", help="the model alone, without the repairs")
    parser.add_argument("--quick", action="store_true", help="no speed, fewer generated sentences")
    given = parser.parse_args()
    nlp = read_weights(given.weights)
    pipeline = SpacyPipeline(nlp, repairs=not given.bare)
    results: Results = {}
    if given.treebanks:
        results = measure_treebanks(pipeline, nlp, given.treebanks, generated=200 if given.quick else 600)
    results["press, never trained on"] = measure_subjects(pipeline, held_out())
    results["press, kept for tests"] = measure_subjects(pipeline, kept_for_tests())
    results["press, trained on"] = measure_subjects(pipeline, trained_on())
    results["press, dirty dumps"] = measure_bounds(pipeline, held_out())
    results["names, none of them trained"] = measure_names(pipeline, read_lines(FOLDER / "names.txt"))
    results["names, ten sentences an article"] = measure_names(
        pipeline, read_lines(FOLDER / "names.txt"), together=10
    )
    later = read_lines(FOLDER / "names_later.txt")
    results["names, written after the choice"] = measure_names(pipeline, later, together=10)
    third = read_lines(FOLDER / "names_third.txt")
    results["names, third file"] = measure_names(pipeline, third, together=10)
    results["names, sentences kept"] = measure_names(pipeline, kept_for_tests())
    if not given.quick:
        results["speed"] = measure_speed(given.weights, rounds=6)
    for name, figures in results.items():
        print(f"{name:28s}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()))
    for name, figures in PUBLISHED.items():
        print(
            f"{name:28s}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()), " (published)"
        )
    print(json.dumps(results, ensure_ascii=False))


if __name__ == "__main__":
    main()
