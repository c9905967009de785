"""French time expressions: score and speed beside dateparser, on one table, in one run.

    python benchmarks/dates.py [--characters 1000000]

The table is tests/language/moments/expressions.tsv. Every reader gets the same sentences and publication dates. A
place is right when the reader's value has the same first and last day as the expected one, without regard to "~";
one that expects nothing is right when nothing is found there. dateparser (install it beside depeche) gives one day
for an expression, so for months, years, seasons and intervals it is also shown how often its day lies inside.
"""

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "language" / "moments"))

from test_expressions import Case, cases  # noqa: E402

from depeche.language.moments import find_moments, find_moments_in_text  # noqa: E402
from depeche.language.pipeline import load  # noqa: E402
from depeche.model import Span  # noqa: E402
from depeche.model.edtf import days_of  # noqa: E402


def score_ours(every: list[Case], *, parsed: bool) -> tuple[int, float]:
    """Right places and seconds, from the tree or from bare text; parsing itself is not counted."""
    parses = (
        list(load().parse_many((case.text, [Span(0, len(case.text))]) for case in every)) if parsed else []
    )
    start, right = time.perf_counter(), 0
    for number, case in enumerate(every):
        if parsed:
            right += sum(case.right(find_moments(parses[number], published=case.published)))
        else:
            right += sum(case.right(find_moments_in_text(case.text, published=case.published)))
    return right, time.perf_counter() - start


def score_dateparser(every: list[Case]) -> tuple[int, int, float]:
    """Places with the same days, places whose day lies inside the expected ones, and seconds."""
    from dateparser.search import search_dates

    start, same, inside = time.perf_counter(), 0, 0
    for case in every:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
        if case.published and len(case.published) == 10 and case.published[0].isdigit():
            settings["RELATIVE_BASE"] = datetime.fromisoformat(case.published)
        found = search_dates(case.text, languages=["fr"], settings=settings) or []
        placed, position = [], 0
        for words, when in found:
            begin = case.text.find(words, position)
            position = begin + len(words)
            placed.append((Span(begin, position), when.date()))
        for place, expected in zip(case.places, case.expected, strict=True):
            days = [day for span, day in placed if span.overlaps(place)]
            if expected in ("none", "-"):
                hit = not days
                same, inside = same + hit, inside + hit
            elif len(days) == 1:
                first, last = days_of(expected)
                same += first == last == days[0]
                inside += (first is None or first <= days[0]) and (last is None or days[0] <= last)
    return same, inside, time.perf_counter() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--characters", type=int, default=1_000_000)
    size = arguments.parse_args().characters
    every = cases()
    places, characters = sum(len(case.places) for case in every), sum(len(case.text) for case in every)
    for name, parsed in (("depeche, parsed text", True), ("depeche, bare text", False)):
        right, seconds = score_ours(every, parsed=parsed)
        print(
            f"{name:22} {right:4}/{places} = {right / places:.3f}   {characters / seconds:>12,.0f} characters/s"
        )
    try:
        same, inside, seconds = score_dateparser(every)
        print(f"{'dateparser':22} {same:4}/{places} = {same / places:.3f}   {characters / seconds:>12,.0f} characters/s"
              f"   (day inside the expected days: {inside / places:.3f})")  # fmt: skip
    except ImportError:
        print("dateparser             not installed")
    prose = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/gold/texts").glob("*.txt"))
    )
    prose = (prose * (size // len(prose) + 1))[:size]
    start = time.perf_counter()
    count = len(find_moments_in_text(prose, published="2023-05-05"))
    seconds = time.perf_counter() - start
    print(f"bare text of articles: {len(prose) / seconds:,.0f} characters/s, {count} expressions")


if __name__ == "__main__":
    main()
