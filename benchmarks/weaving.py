"""Finding copies: time, memory and recall on synthetic articles with planted copies.

    python benchmarks/weaving.py [--sizes 1000 10000 100000]

Articles are made from templates of this file: a vocabulary of its own, sentences drawn with a fixed seed. One in ten
is a planted copy of another: cut to 60 % or 35 %, wrapped in own text, with 15 % of the words changed, or with its
sentences reordered. Hard negatives share a long quotation. Printed are articles a second (hashing and joining, one
core), the growth exponent between sizes, recall by kind of copy, and precision.
"""

import argparse
import math
import random
import resource
import time
from collections import defaultdict

from depeche.model import Span
from depeche.weaving.copies import candidates, compare, page_of

SYLLABLES = [
    a + b for a in "b c d f g l m n p r s t v ch tr pl".split() for b in "a é i o u ou an on in eau".split()
]
KINDS = ("cut 60 %", "cut 35 %", "wrapped", "15 % changed", "reordered")


def make_articles(count: int, rng: random.Random) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Texts by id, and the kind of each planted pair."""
    lexicon = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(20_000)]
    small = "le la de des un une et à en dans pour que qui sur avec par plus au son ses".split()

    def sentence() -> list[str]:
        return [
            rng.choice(small) if rng.random() < 0.45 else rng.choice(lexicon)
            for _ in range(rng.randint(12, 30))
        ]

    def article() -> list[list[str]]:
        return [sentence() for _ in range(rng.randint(12, 22))]

    texts: dict[str, list[list[str]]] = {}
    planted: dict[tuple[str, str], str] = {}
    quote = sentence() + sentence()
    while len(texts) < count:
        name = f"a{len(texts):07}"
        texts[name] = article()
        if len(texts) % 10 == 0:
            copy, kind = f"a{len(texts):07}", KINDS[len(planted) % len(KINDS)]
            texts[copy] = plant(texts[name], kind, article(), lexicon, rng)
            planted[name, copy] = kind
        elif len(texts) % 10 == 5:
            texts[name].append(["«", *quote, "»"])
    return {name: ". ".join(" ".join(words) for words in made) + "." for name, made in texts.items()}, planted


def plant(
    source: list[list[str]], kind: str, own: list[list[str]], lexicon: list[str], rng: random.Random
) -> list[list[str]]:
    """A copy of an article, of one kind."""
    if kind.startswith("cut"):
        return source[: max(3, int(len(source) * (0.6 if "60" in kind else 0.35)))]
    if kind == "wrapped":
        return own[:6] + source + own[6:10]
    if kind == "reordered":
        return rng.sample(source, len(source))
    return [[rng.choice(lexicon) if rng.random() < 0.15 else word for word in words] for words in source]


def measure(count: int) -> float:
    texts, planted = make_articles(count, random.Random(count))
    start = time.process_time()
    pages = {name: page_of(name, text, [Span(0, len(text))]) for name, text in texts.items()}
    pairs = candidates({name: page.sampled for name, page in pages.items()})
    found = {pair for pair in pairs if compare(pages[pair[0]], pages[pair[1]])}
    seconds = time.process_time() - start
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    for pair, kind in planted.items():
        by_kind[kind].append(pair in found)
    hits = len(found & planted.keys())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>7} articles  {seconds:6.1f} s  {count / seconds:6.0f} articles/s  peak {peak:5.0f} MB  "
        f"recall {hits / len(planted):.3f}  precision {hits / max(1, len(found)):.3f}"
    )
    print("         " + "  ".join(f"{kind} {sum(marks) / len(marks):.3f}" for kind, marks in by_kind.items()))
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    sizes = parser.parse_args().sizes
    seconds = [measure(size) for size in sizes]
    for (small, fast), (large, slow) in zip(
        zip(sizes, seconds, strict=True), list(zip(sizes, seconds, strict=True))[1:], strict=False
    ):
        print(f"growth exponent {small} -> {large}: {math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
