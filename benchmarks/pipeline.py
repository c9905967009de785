"""How well and how fast the French pipeline reads: treebank tests, press sentences, names, speed, size, memory.

    python benchmarks/pipeline.py --treebanks DIR [--weights DIR] [--bare] [--quick]

`--treebanks` is the folder that training/README.md describes; without it only our own press sentences, the speed and
the size are measured. `--bare` leaves the repairs out and shows the model alone. Accuracy is counted on raw text, with
our own tokens and sentence bounds, against the test parts as they are published; LAS leaves punctuation out and keeps
subtypes, as spaCy's published figures do. The sentences of a test part are read in groups of ten, joined by a blank.
"""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy

from depeche.language.pipeline import WEIGHTS, SpacyPipeline
from depeche.language.token import Parse
from depeche.model import Span

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from training.harmony import harmonise  # noqa: E402
from training.press_trees import FOLDER as PRESS  # noqa: E402
from training.press_trees import HELD_OUT, read_lines, subject_of  # noqa: E402
from training.sentences import Sentence, read_conllu, text_of  # noqa: E402
from training.synthetic.bases import find_bases  # noqa: E402
from training.synthetic.generator import generate  # noqa: E402
from training.synthetic.words import Dice  # noqa: E402

# As their authors publish them (spacy.io, version 3.8): tags, lemmas, trees on UD French Sequoia, names on WikiNER.
PUBLISHED = {
    "fr_core_news_sm": {"UPOS": 96.2, "lemma": 90.8, "UAS": 88.0, "LAS": 83.6, "sentences F": 89.0},
    "fr_core_news_md": {"UPOS": 97.1, "lemma": 91.2, "UAS": 89.6, "LAS": 85.9, "sentences F": 90.3},
    "fr_core_news_lg": {"UPOS": 97.6, "lemma": 91.4, "UAS": 89.6, "LAS": 85.7, "sentences F": 86.6},
}
GROUP = 10


def measure_trees(pipeline: SpacyPipeline, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracy in percent on raw text, as F1 over words (so that words cut otherwise count as errors)."""
    count = dict.fromkeys(("gold", "read", "words", "UPOS", "lemma", "UAS", "LAS", "goldp", "readp"), 0)
    bounds = [0, 0, 0]
    for start in range(0, len(sentences), GROUP):
        group = sentences[start : start + GROUP]
        text = " ".join(text_of(sentence) for sentence in group)
        read = pipeline.parse(text, [Span(0, len(text))])
        at = {(token.start, token.end): token for token in read.tokens}
        count["read"] += len(read.tokens)
        count["readp"] += sum(token.dep != "punct" for token in read.tokens)
        gold_bounds, offset = set(), 0
        for sentence in group:
            places = []
            for word in sentence:
                places.append((offset, offset + len(word.form)))
                offset += len(word.form) + word.space
            offset = places[-1][1] + 1
            gold_bounds.add((places[0][0], places[-1][1]))
            for word, place in zip(sentence, places, strict=True):
                count["gold"] += 1
                count["goldp"] += word.dep != "punct"
                token = at.get(place)
                if token is None:
                    continue
                count["words"] += 1
                count["UPOS"] += token.pos == word.pos
                count["lemma"] += token.lemma.lower() == word.lemma.lower()
                head = places[word.head] if places[word.head] != place else None
                own = (token.head.start, token.head.end) if token.head is not token else None
                if word.dep != "punct" and head == own:
                    count["UAS"] += 1
                    count["LAS"] += token.dep == word.dep
        read_bounds = {(sentence.span.start, sentence.span.end) for sentence in read.sentences}
        bounds = [
            bounds[0] + len(gold_bounds & read_bounds),
            bounds[1] + len(gold_bounds),
            bounds[2] + len(read_bounds),
        ]
    words, trees = count["gold"] + count["read"], count["goldp"] + count["readp"]
    return {
        **{name: 200 * count[name] / words for name in ("words", "UPOS", "lemma")},
        **{name: 200 * count[name] / trees for name in ("UAS", "LAS")},
        "sentences F": 200 * bounds[0] / (bounds[1] + bounds[2]),
    }


def measure_press(pipeline: SpacyPipeline, *, held_out: bool) -> dict[str, float]:
    """Share of right subjects, and F1 of names, on our own press sentences (those kept for tests, or all)."""
    facts = right = found = given = shared = 0
    for number, (text, names, pairs) in enumerate(read_lines(PRESS / "sentences.txt")):
        if (number % HELD_OUT == 0) != held_out:
            continue
        read = pipeline.parse(text, [Span(0, len(text))])
        for verb, subject in pairs:
            facts += 1
            right += subject_of(read.tokens, verb) == [subject]
        gold = {(start + _civil(text[start:end]), end, label) for start, end, label in names}
        own = {name for name in _names(read) if name[2] != "MISC"}
        found, given, shared = found + len(own), given + len(gold), shared + len(gold & own)
    return {"subjects": 100 * right / facts, "names F": 200 * shared / (found + given), "facts": facts}


def _civil(name: str) -> int:
    first = name.split()[0]
    return len(first) + 1 if first in ("M.", "Mme") else 0


def _names(read: Parse) -> set[tuple[int, int, str]]:
    found: list[list[Any]] = []
    for token in read.tokens:
        if not token.ent:
            continue
        if token.ent_first or not found or found[-1][1] + 1 < token.start:
            found.append([token.start, token.end, token.ent])
        else:
            found[-1][1] = token.end
    return {(start, end, label) for start, end, label in found}


def measure_generated(pipeline: SpacyPipeline, bases: Sequence[Sentence], count: int) -> dict[str, float]:
    """Share of right subjects of the reporting or acting verb on generated sentences with names never seen."""
    facts = right = 0
    for _, sentence in generate(Dice(77, held_out=True), find_bases(bases), count):
        text = text_of(sentence)
        read = pipeline.parse(text, [Span(0, len(text))])
        at = {(token.start, token.end): token for token in read.tokens}
        places, offset = [], 0
        for word in sentence:
            places.append((offset, offset + len(word.form)))
            offset += len(word.form) + word.space
        for word, place in zip(sentence, places, strict=True):
            verb = sentence[word.head]
            is_reporting = verb.dep in ("parataxis:insert", "ROOT") and verb.pos == "VERB"
            if word.dep not in ("nsubj", "nsubj:pass") or not is_reporting or word.ent == "?":
                continue
            facts += 1
            token = at.get(place)
            if token is not None and token.dep.startswith("nsubj"):
                right += (token.head.start, token.head.end) == places[word.head]
    return {"subjects": 100 * right / facts, "facts": facts}


def _texts() -> list[tuple[str, list[Span]]]:
    found = []
    for path in sorted((ROOT / "tests" / "gold" / "texts").glob("*.txt")):
        text, blocks, start = path.read_text(encoding="utf-8"), [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                blocks.append(Span(start, start + len(line.rstrip())))
            start += len(line)
        found.append((text, blocks))
    return found


def _speed(weights: str, rounds: int) -> dict[str, float]:
    """One process: seconds to load, words a second of processor time, and the most memory held."""
    start = time.perf_counter()
    pipeline = SpacyPipeline(spacy.load(weights))
    pipeline.parse("Il pleut.", [Span(0, 9)])
    loaded = time.perf_counter() - start
    texts = _texts() * rounds
    start, busy = time.perf_counter(), time.process_time()
    words = sum(len(read.tokens) for read in pipeline.parse_many(texts))
    return {
        "load s": loaded,
        "words": words,
        "words/s": words / (time.process_time() - busy),
        "wall s": time.perf_counter() - start,
        "memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure_speed(weights: Path, *, rounds: int) -> dict[str, float]:
    """Speed on one and on two cores, in processes of their own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        alone = pool.apply(_speed, (str(weights), rounds))
    with context.Pool(2) as pool:
        both = pool.starmap(_speed, [(str(weights), rounds)] * 2)
    size = sum(path.stat().st_size for path in weights.rglob("*") if path.is_file())
    return {
        "load s": alone["load s"],
        "words/s, one core": alone["words/s"],
        "words/s, two cores": sum(part["words"] for part in both) / max(part["wall s"] for part in both),
        "memory MB": alone["memory MB"],
        "size MB": size / 1e6,
    }


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
    pipeline = SpacyPipeline(spacy.load(given.weights), repairs=not given.bare)
    results: dict[str, dict[str, float]] = {}
    if given.treebanks:
        parts = {name: list(read_conllu(given.treebanks / "ud" / f"{name}.conllu"))
                 for name in ("sequoia-dev", "sequoia-test", "gsd-test")}  # fmt: skip
        for name, sentences in parts.items():
            results[name] = measure_trees(pipeline, sentences)
        for name in ("sequoia-test", "gsd-test"):
            harmonised = [harmonise(sentence) for sentence in parts[name]]
            results[f"{name}, one scheme"] = measure_trees(pipeline, harmonised)
        bases = [harmonise(s) for name in ("sequoia-test", "gsd-test") for s in parts[name]]
        results["generated, new names"] = measure_generated(pipeline, bases, 200 if given.quick else 600)
    results["press, kept for tests"] = measure_press(pipeline, held_out=True)
    results["press, trained on"] = measure_press(pipeline, held_out=False)
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
