"""Speed and memory of the whole reading beside the bare pipeline, in one run on one core.

    python benchmarks/reading.py [--articles 1000]

Prints articles and words a second of processor time for both (what else the machine does then counts little), their
ratio (the whole reading may take at most 1.4 times the bare pipeline), the peak memory of the process, and how long
`depeche --help` takes to start (median of five).
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

TEXTS = Path(__file__).parent.parent / "tests" / "gold" / "texts"


def documents(count: int) -> Iterator["Document"]:  # noqa: F821 (imported after the cores are pinned)
    from depeche.model import Document

    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(count):
        yield Document(text=texts[number % len(texts)], id=f"article-{number:05}")


def time_bare_pipeline(count: int) -> tuple[float, int]:
    """Seconds of the processor that the parser alone takes on the same paragraphs, and the number of words."""
    from depeche.language.pipeline import load
    from depeche.reading.page import find_article

    pipeline = load()
    articles = [find_article(document) for document in documents(count)]
    start = time.process_time()
    words = 0
    texts = ((article.text, [block.span for block in article.blocks]) for article in articles)
    for parse in pipeline.parse_many(texts):
        words += len(parse.tokens)
    return time.process_time() - start, words


def time_reading(count: int) -> tuple[float, int]:
    """Seconds of the processor that the whole reading takes, and the number of records found."""
    from depeche.language.pipeline import load
    from depeche.reading import read_documents

    pipeline = load()
    list(read_documents(documents(1), pipeline=pipeline))  # tables are compiled on first use
    start = time.process_time()
    records = 0
    for reading in read_documents(documents(count), pipeline=pipeline):
        records += len(reading.statements) + len(reading.events)
    return time.process_time() - start, records


def time_help() -> float:
    """Median seconds until `depeche --help` has printed."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "depeche.cli.__main__", "--help"], capture_output=True, check=True
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many articles to read")
    count = parser.parse_args().articles
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    time_bare_pipeline(24)  # warm
    bare, words = time_bare_pipeline(count)
    whole, records = time_reading(count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} articles, {words} words, one core")
    print(f"bare pipeline   {bare:7.1f} s   {count / bare:6.1f} articles/s   {words / bare:7.0f} words/s")
    print(f"whole reading   {whole:7.1f} s   {count / whole:6.1f} articles/s   {words / whole:7.0f} words/s")
    print(f"ratio           {whole / bare:7.2f}     ({records} statements and events)")
    print(f"peak memory     {peak:7.0f} MB")
    print(f"depeche --help  {time_help() * 1000:7.0f} ms")


if __name__ == "__main__":
    main()
