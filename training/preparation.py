"""From the treebanks folder to training files."""

import lzma
import random
from pathlib import Path

from training.corpus import group, write_names, write_trees
from training.harmony import Reference, harmonise
from training.names import read_bio
from training.pages import add_headings, drop_stops
from training.sentences import Sentence, read_conllu
from training.settings import Settings
from training.silver import label_known
from training.synthetic.bases import Base, find_bases
from training.synthetic.generator import generate
from training.synthetic.named import generate_named
from training.synthetic.words import Dice

PRESS = Path(__file__).parent / "press"


def prepare(treebanks: Path, work: Path, settings: Settings) -> None:
    """Write `trees-train`, `trees-dev`, `names-train`, `names-dev` and the plain vectors into `work`."""
    work.mkdir(parents=True, exist_ok=True)

    def read(name: str) -> list[Sentence]:
        return [harmonise(sentence) for sentence in read_conllu(treebanks / "ud" / f"{name}.conllu")]

    sequoia, gsd, dev = read("sequoia-train"), read("gsd-dev"), read("sequoia-dev")
    reference = Reference([*sequoia, *gsd])
    adapted = {
        name: [reference.adapt(sentence) for sentence in read(name)] for name in ("pud-test", "fqb-test")
    }
    bases = find_bases([*sequoia, *gsd, *adapted["pud-test"]])
    # Most of the development part trains too; the rest chooses the best state.
    kept = 3 * len(dev) // 4
    press = [sentence for path in sorted(PRESS.glob("train*.conllu")) for sentence in read_conllu(path)]
    generated = [sentence for _, sentence in generate(Dice(settings.seed), bases, settings.generated)]
    groups = []
    for seed, sentences, most in (
        (1, sequoia, 10), (2, gsd, 10), (3, adapted["pud-test"], 10), (4, adapted["fqb-test"], 4),
        (5, dev[:kept], 10), (6, generated, 5), (7, press * 3, 4),
    ):  # fmt: skip
        printed = add_headings(sentences, seed=seed, share=settings.headings)
        groups += group(drop_stops(printed, seed=seed, share=settings.stopless), seed=seed, most=most)
    spoken: list[list[Sentence]] = []
    if settings.spoken:
        parts = [
            f"{name}-{part}" for name in ("rhapsodie", "parisstories") for part in ("train", "dev", "test")
        ]
        spoken = group([sentence for part in parts for sentence in read(part)], seed=8)
    bare = frozenset(range(len(groups), len(groups) + len(spoken)))
    words = write_trees(work / "trees-train.spacy", [*groups, *spoken], only_trees=bare)
    write_trees(work / "trees-dev.spacy", group(dev[kept:], seed=9))
    print(
        f"trees: {words} words, {len(generated)} generated sentences, {len(press)} press sentences, {len(bases)} bases"
    )
    _prepare_names(treebanks, work, settings, bases, press, [*sequoia, *gsd, *adapted["pud-test"]])
    packed = treebanks / "vectors" / "fr-europarl-96-50k.floret.xz"
    (work / "vectors.floret").write_bytes(lzma.decompress(packed.read_bytes()))


def _prepare_names(
    treebanks: Path,
    work: Path,
    settings: Settings,
    bases: list[Base],
    press: list[Sentence],
    plain: list[Sentence],
) -> None:
    folder = treebanks / "ner"
    old = list(read_bio(folder / "bnf.bio", word=0, tag=1, separator=" ", stops=True))
    for name in ("newseye-dev", "newseye-test"):
        old += read_bio(folder / f"{name}.tsv", word=0, tag=1, separator="\t", stops=True)
    held = list(read_bio(folder / "newseye-dev2.tsv", word=0, tag=1, separator="\t", stops=True))
    generated = [sentence for _, sentence in generate(Dice(settings.seed + 1), bases, settings.named)]
    tests = [sentence for _, sentence in generate(Dice(settings.seed + 2, held_out=True), bases, 400)]
    groups = [
        *group(old, seed=11, most=6), *group(generated, seed=12, most=6), *group(press * 6, seed=13, most=4),
        *group(generate_named(Dice(settings.seed + 3), 2 * settings.named), seed=14, most=3),
        *group(label_known(plain), seed=18, most=6),
    ]  # fmt: skip
    random.Random(settings.seed).shuffle(groups)
    entities = write_names(work / "names-train.spacy", groups)
    press_dev = [sentence for path in sorted(PRESS.glob("heldout*.conllu")) for sentence in read_conllu(path)]
    write_names(
        work / "names-dev.spacy",
        [*group(press_dev * 3, seed=15), *group(tests, seed=16), *group(held[:600], seed=17)],
    )
    print(f"names: {entities} entities")
