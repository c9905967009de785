"""Weaving: time, memory and recall on synthetic articles with planted copies.

    python benchmarks/weaving.py [--sizes 1000 10000 100000] [--beside 10000] [--records 1000 10000]

Articles are made from templates of this file: a vocabulary of its own, sentences drawn with a fixed seed. One in ten
is a planted copy of another: cut to 60 % or 35 %, wrapped in own text, with 15 % of the words changed, or with its
sentences reordered. Hard negatives share a long quotation. Printed are articles a second (hashing and joining, one
core), the growth exponent between sizes, recall by kind of copy, and precision.

With --beside, datasketch (a MinHash LSH with 128 permutations over the same shingles) finds copies in the first so
many articles. With --records, records of so many readings are woven, then ten more articles are added: the time for
these ten is to depend on them, not on the record.
"""

import argparse
import math
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from depeche.lexicon import table
from depeche.model import Actor, Article, Block, Event, EventType, Published, Reading, Span, text_sha256
from depeche.record import open_record
from depeche.running import weave
from depeche.weaving.copies import candidates, compare, page_of
from depeche.weaving.shingles import WIDTH, word_spans

SYLLABLES = [
    a + b for a in "b c d f g l m n p r s t v ch tr pl".split() for b in "a é i o u ou an on in eau".split()
]
Pair = tuple[str, str]
TYPES: tuple[EventType, ...] = ("CONSULT", "ACCUSE", "AID", "REQUEST", "ASSAULT", "SUPPORT")
STORY = 4  # articles that tell one story
KINDS = ("cut 60 %", "cut 35 %", "wrapped", "15 % changed", "reordered")


def make_articles(count: int, rng: random.Random) -> tuple[dict[str, str], dict[Pair, str]]:
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
    planted: dict[Pair, str] = {}
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
    tell("depeche", count, seconds, planted, found)
    return seconds


def tell(who: str, count: int, seconds: float, planted: dict[Pair, str], found: set[Pair]) -> None:
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    for pair, kind in planted.items():
        by_kind[kind].append(pair in found)
    hits = len(found & planted.keys())
    print(
        f"{who:10} {count:>7} articles  {seconds:6.1f} s  {count / seconds:6.0f} articles/s  {peak()}  "
        f"recall {hits / len(planted):.3f}  precision {hits / max(1, len(found)):.3f}"
    )
    kinds = "  ".join(f"{kind} {sum(marks) / len(marks):.3f}" for kind, marks in by_kind.items())
    print(f"{'':19}{kinds}", flush=True)


def peak() -> str:
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:5.0f} MB"


def measure_datasketch(count: int, *, threshold: float) -> None:
    """The same articles by likeness (Jaccard) instead of containment; pairs that the index gives count as found."""
    from datasketch import MinHash, MinHashLSH

    texts, planted = make_articles(count, random.Random(count))
    start = time.process_time()
    index, found = MinHashLSH(threshold=threshold, num_perm=128), set[Pair]()
    for name, text in texts.items():
        words = [text[span.start : span.end] for span in word_spans(text, [Span(0, len(text))])]
        shingles = [" ".join(words[at : at + WIDTH]).encode() for at in range(len(words) - WIDTH + 1)]
        prints = MinHash(num_perm=128)
        prints.update_batch(shingles)
        found |= {(min(name, other), max(name, other)) for other in index.query(prints)}
        index.insert(name, prints)
    tell(f"datasketch {threshold}", count, time.process_time() - start, planted, found)


def make_readings(count: int, *, seed: int, prefix: str) -> Iterator[Reading]:
    """Readings with six events each; STORY articles in a row tell one story, of two states on one day of two years."""
    rng = random.Random(seed)
    texts, _ = make_articles(count, rng)
    states = [Actor(row["name_fr"], "state", row["iso3"]) for row in table("states") if row["iso3"]]
    for number, (name, text) in enumerate(texts.items()):
        if number % STORY == 0:
            parties, day = rng.sample(states, 2), date(2023, 1, 1) + timedelta(days=rng.randrange(730))
        ends = [at for at, letter in enumerate(text) if letter == "."]
        events = tuple(
            Event(
                type=kind, actor=(parties[0],), recipient=(parties[1],), date=day.isoformat(),
                evidence=(Span(first + 2, last + 1),),
            )
            for kind, first, last in zip(TYPES, ends, ends[1:], strict=False)
        )  # fmt: skip
        head = f"{prefix}{name} : {parties[0].name} et {parties[1].name}. "
        yield Reading(
            article=Article(
                id=f"{prefix}{name}", text=text + head, text_sha256=text_sha256(text + head),
                published=Published(value=day.isoformat(), basis="given"),
                blocks=(Block(Span(0, len(text + head))),), origin=f"{prefix}{name}.txt",
            ),
            actors=tuple(parties), events=events,
        )  # fmt: skip


def measure_record(count: int) -> None:
    """Weave a record, then ten more articles: those of two stories and a half, one of them copied."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        for reading in make_readings(count, seed=count, prefix="a"):
            record.store(reading)
        start = time.process_time()
        weave(record)
        whole = time.process_time() - start
        for reading in make_readings(10, seed=count + 1, prefix="b"):
            record.store(reading)
        start = time.process_time()
        weave(record)
        ten = time.process_time() - start
        counts = record.counts()
    print(
        f"record of {count:>6}: woven in {whole:6.1f} s ({count / whole:4.0f} articles/s), ten more in {ten:.2f} s; "
        f"{counts['copies']} copies, {counts['occurrences']} occurrences, {peak()}",
        flush=True,
    )


def growth(sizes: list[int], seconds: list[float]) -> None:
    steps = list(zip(sizes, seconds, strict=True))
    for (small, fast), (large, slow) in pairwise(steps):
        print(f"growth exponent {small} -> {large}: {math.log(slow / fast) / math.log(large / small):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--beside", type=int, help="articles for datasketch, none where left out")
    parser.add_argument("--records", type=int, nargs="*", default=[1000, 10_000])
    asked = parser.parse_args()
    growth(asked.sizes, [measure(size) for size in asked.sizes])
    if asked.beside:
        for threshold in (0.5, 0.2):
            measure_datasketch(asked.beside, threshold=threshold)
    for size in asked.records:
        measure_record(size)


if __name__ == "__main__":
    main()
