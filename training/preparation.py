"""From the treebanks folder to training files."""

import lzma
import random
from dataclasses import dataclass
from pathlib import Path

from training.corpus import group, write_names
from training.harmony import Reference, harmonise
from training.names import read_bio
from training.pages import add_headings, drop_stops
from training.sentences import Sentence, read_conllu
from training.settings import Settings
from training.silver import label_known
from training.synthetic.bases import find_bases
from training.synthetic.generator import generate
from training.synthetic.named import generate_named
from training.synthetic.words import Dice

PRESS = Path(__file__).parent / "press"


@dataclass(frozen=True, slots=True)
class Trees:
    """The sentences of one source in groups that are read as one text."""

    source: str
    groups: list[list[Sentence]]
    tagged: bool = True


def gather_trees(treebanks: Path, settings: Settings) -> tuple[list[Trees], Trees]:
    """What trains the trees, by source, and what chooses among states of the training."""

    sequoia, gsd, dev = (_read(treebanks, name) for name in ("sequoia-train", "gsd-dev", "sequoia-dev"))
    reference = Reference([*sequoia, *gsd])
    pud, fqb = (
        [reference.adapt(sentence) for sentence in _read(treebanks, name)]
        for name in ("pud-test", "fqb-test")
    )
    bases = find_bases([*sequoia, *gsd, *pud])
    # Most of the development part trains too; the rest chooses the best state.
    kept = 3 * len(dev) // 4
    press = _press()
    generated = [sentence for _, sentence in generate(Dice(settings.seed), bases, settings.generated)]
    found = []
    for seed, source, sentences, most in (
        (1, "sequoia", sequoia, 10), (2, "gsd", gsd, 10), (3, "pud", pud, 10), (4, "fqb", fqb, 4),
        (5, "sequoia", dev[:kept], 10), (6, "generated", generated, 5), (7, "press", press * 3, 4),
    ):  # fmt: skip
        printed = add_headings(sentences, seed=seed, share=settings.headings)
        groups = group(drop_stops(printed, seed=seed, share=settings.stopless), seed=seed, most=most)
        found.append(Trees(source, groups))
    if settings.spoken:
        parts = [
            f"{name}-{part}" for name in ("rhapsodie", "parisstories") for part in ("train", "dev", "test")
        ]
        spoken = [sentence for part in parts for sentence in _read(treebanks, part)]
        found.append(Trees("spoken", group(spoken, seed=8), tagged=False))
    return found, Trees("sequoia", group(dev[kept:], seed=9))


def _read(treebanks: Path, name: str) -> list[Sentence]:
    return [harmonise(sentence) for sentence in read_conllu(treebanks / "ud" / f"{name}.conllu")]


def _press() -> list[Sentence]:
    return [sentence for path in sorted(PRESS.glob("train*.conllu")) for sentence in read_conllu(path)]


def prepare_names(treebanks: Path, work: Path, settings: Settings) -> None:
    """Write `names-train` and `names-dev`, spaCy's training files, and the plain vectors into `work`."""
    work.mkdir(parents=True, exist_ok=True)
    sequoia, gsd = _read(treebanks, "sequoia-train"), _read(treebanks, "gsd-dev")
    reference = Reference([*sequoia, *gsd])
    plain = [*sequoia, *gsd, *(reference.adapt(sentence) for sentence in _read(treebanks, "pud-test"))]
    bases, press = find_bases(plain), _press()
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
    packed = treebanks / "vectors" / "fr-europarl-96-50k.floret.xz"
    (work / "vectors.floret").write_bytes(lzma.decompress(packed.read_bytes()))
