"""How fast the pipeline loads and reads, how much memory it holds and how much room it takes."""

import multiprocessing
import resource
import time
from pathlib import Path

from depeche.language.pipeline import SpacyPipeline, read_weights
from depeche.model import Span

TEXTS = Path(__file__).parents[2] / "tests" / "gold" / "texts"


def _texts() -> list[tuple[str, list[Span]]]:
    found = []
    for path in sorted(TEXTS.glob("*.txt")):
        text, blocks, start = path.read_text(encoding="utf-8"), [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                blocks.append(Span(start, start + len(line.rstrip())))
            start += len(line)
        found.append((text, blocks))
    return found


def _speed(weights: str, rounds: int) -> dict[str, float]:
    """One process: seconds to load, words a second of processor time, and the most memory held."""
    start, busy = time.perf_counter(), time.process_time()
    pipeline = SpacyPipeline(read_weights(Path(weights)))  # spaCy is imported here
    pipeline.parse("Il pleut.", [Span(0, 9)])
    loaded, load_busy = time.perf_counter() - start, time.process_time() - busy
    texts = _texts() * rounds
    start, busy = time.perf_counter(), time.process_time()
    words = sum(len(read.tokens) for read in pipeline.parse_many(texts))
    return {
        "load s": loaded,
        "load, processor s": load_busy,
        "words": words,
        "words/s": words / (time.process_time() - busy),
        "wall s": time.perf_counter() - start,
        "memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure_speed(weights: Path, *, rounds: int) -> dict[str, float]:
    """Speed on one and on two cores, in processes of their own; the load counts spaCy's own import."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        alone = pool.apply(_speed, (str(weights), rounds))
    with context.Pool(2) as pool:
        both = pool.starmap(_speed, [(str(weights), rounds)] * 2)
    size = sum(path.stat().st_size for path in weights.rglob("*") if path.is_file())
    return {
        "load s": alone["load s"],
        "load, processor s": alone["load, processor s"],
        "words/s, one core": alone["words/s"],
        "words/s, two cores": sum(part["words"] for part in both) / max(part["wall s"] for part in both),
        "memory MB": alone["memory MB"],
        "size MB": size / 1e6,
    }
