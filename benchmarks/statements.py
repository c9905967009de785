"""Statements: quality and speed beside two others on annotated articles, in one run.

    python benchmarks/statements.py [--also GOLD TEXTS]... [--peer DIR] [--calibrate]

A baseline of regular expressions stands for what a reader without a parser can do in sixty lines; it takes the words
of the text for the speaker. With `--peer`, the French extractor of a checkout of sfu-discourse-lab/GenderGapTracker
in DIR runs on the parses that our reader gets (see `statement_peer`). Every reader gets the same paragraphs; scores
are those of the codebook, section 8; milliseconds are those of the statements alone, without parsing and actors.

Scored are `tests/gold`, which the rules were written beside, and `tests/gold/held_out`, annotated apart; `--also` adds
a file of annotations and the folder of its texts.

`--calibrate` also measures how often each construction is right and writes the table `statement_rules`: the share of
its statements in all these articles that annotators made too, drawn to 0.8 (unseen articles are read less surely than
these) as if it had been seen eight times more, so that a construction seen once is not taken for sure.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from statement_patterns import baseline
from statement_peer import Peer

from depeche.evaluation import score
from depeche.evaluation.spans import dice
from depeche.exchange.jsonl import Line, read_lines, to_line
from depeche.language.pipeline import load
from depeche.language.token import Parse
from depeche.lexicon import TABLES
from depeche.model import Article, Document, Reading, Statement
from depeche.reading.actors import Cast, build_cast
from depeche.reading.page import find_article
from depeche.reading.statements import find_statements

GOLD = Path(__file__).parent.parent / "tests" / "gold"
PRIOR, WEIGHT = 0.8, 8
Reader = Callable[[Article, Parse, Cast], tuple[Statement, ...]]
KINDS = ("statement without act", "statement + speaker without act", "statement", "statement + speaker")


@dataclass(frozen=True)
class Set:
    """Annotated articles, with what every reader gets of them."""

    name: str
    gold: list[Line]
    articles: list[Article]
    parses: list[Parse]
    casts: list[Cast]


def prepare(name: str, gold: Path, texts: Path) -> Set:
    """Find, parse and cast the articles of a file of annotations."""
    lines = read_lines(gold)
    articles = [
        find_article(Document(text=(texts / f"{line.id}.txt").read_bytes().decode("utf-8"), id=line.id))
        for line in lines
    ]
    parses = list(load().parse_many((one.text, [block.span for block in one.blocks]) for one in articles))
    casts = [build_cast(parse, one) for parse, one in zip(parses, articles, strict=True)]
    return Set(name, lines, articles, parses, casts)


def report(name: str, one: Set, read: Reader) -> None:
    """Read every article of a set and print one row of scores."""
    start = time.process_time()
    found = [read(*each) for each in zip(one.articles, one.parses, one.casts, strict=True)]
    spent = 1000 * (time.process_time() - start) / len(found)
    lines = [
        to_line(Reading(article=article, statements=statements))
        for article, statements in zip(one.articles, found, strict=True)
    ]
    told = score(one.gold, lines).counts
    figures = "".join(f"{told[kind].f1:9.3f}" for kind in KINDS)
    print(f"{name:<22}{figures}{spent:9.1f}")


def calibrate(sets: list[Set]) -> None:
    """Write how often each construction is right."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in sets:
        for line, article, parse, cast in zip(one.gold, one.articles, one.parses, one.casts, strict=True):
            free = [statement.content for statement in line.statements]
            for statement in find_statements(parse, cast, article):
                seen[statement.rule] += 1
                match = next((content for content in free if dice(content, statement.content) >= 0.5), None)
                if match is not None:
                    free.remove(match)
                    right[statement.rule] += 1
    rows = [
        f"{rule}\t{count}\t{right[rule]}\t{(right[rule] + PRIOR * WEIGHT) / (count + WEIGHT):.2f}"
        for rule, count in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    path = TABLES / "statement_rules.tsv"
    path.write_text("rule\tfound\tright\tconfidence\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} constructions written to {path.name}")


def main() -> None:
    """Read the articles in every way and print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--also", nargs=2, action="append", default=[], metavar=("GOLD", "TEXTS"), type=Path)
    parser.add_argument("--peer", type=Path, metavar="DIR")
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    peer = Peer(options.peer) if options.peer else None
    sets = [
        prepare("24 articles", GOLD / "gold.jsonl", GOLD / "texts"),
        prepare("apart", GOLD / "held_out" / "gold.jsonl", GOLD / "held_out" / "texts"),
        *(prepare(texts.name, gold, texts) for gold, texts in options.also),
    ]
    for one in sets:
        print(f"{one.name}, {len(one.articles)} articles")
        print(
            "F1".ljust(22)
            + "".join(f"{title:>9}" for title in ("no act", "+speaker", "all", "+speaker", "ms each"))
        )
        report("depeche", one, lambda article, parse, cast: find_statements(parse, cast, article))
        if peer is not None:
            peer.prepare(one.parses)
            report("gender gap tracker", one, lambda _, parse, cast: peer.find(parse, cast))
        report("regular expressions", one, lambda article, *_: baseline(article))
        print()
    if options.calibrate:
        calibrate(sets)


if __name__ == "__main__":
    main()
