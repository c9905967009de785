"""Statements: quality and speed beside a baseline of regular expressions, on the annotated articles, in one run.

    python benchmarks/statements.py [--calibrate]

Both get the same paragraphs. The baseline knows the twelve commonest ways of news French to report speech and
takes the words of the text for the speaker; it stands for what a reader without a parser can do in sixty
lines. Scores are those of the codebook, section 8. Milliseconds are those of the statements alone, without
parsing and actors.

`--calibrate` also measures how often each construction is right and writes the table `statement_rules`: the
share of its statements that annotators made too, drawn to 0.8 (unseen articles are read less surely than
these) as if it had been seen eight times more, so that a construction seen once is not taken for sure.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from depeche.evaluation import score
from depeche.evaluation.spans import dice
from depeche.exchange.jsonl import Line, read_lines, to_line
from depeche.language.pipeline import load
from depeche.lexicon import TABLES
from depeche.model import Actor, Article, Document, Reading, Span, Statement, Voice
from depeche.reading.actors import build_cast
from depeche.reading.page import find_article
from depeche.reading.statements import find_statements

GOLD = Path(__file__).parent.parent / "tests" / "gold"
PRIOR, WEIGHT = 0.8, 8

VERBS = (
    "déclaré|affirmé|indiqué|annoncé|estimé|assuré|ajouté|souligné|précisé|expliqué|dit|répondu|prévenu|averti|"
    "rappelé|écrit|dénoncé|accusé|martelé|lancé|jugé|confirmé|reconnu|répété|tranché|résumé|répliqué|promis|juré|"
    "regretté|déploré|insisté|poursuivi|conclu|fait savoir|laissé entendre|menacé|plaidé|raconté|commenté"
)
PRESENT = (
    "déclare|affirme|indique|annonce|estime|assure|ajoute|souligne|précise|explique|dit|prévient|rappelle|écrit|"
    "martèle|lance|juge|confirme|reconnaît|rétorque|soutient|raconte|avertit|regrette|insiste|glisse|confie|rapporte"
)
DAY = r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: soir| matin)?)?"
NAME = r"(?P<who>(?:le |la |l'|les |M\. |Mme |son |sa |un |une )?[\w'. -]+?(?:, [A-ZÀ-Ý][\w' -]+)?)"
SHORT = r"(?P<who>[\w'. -]+?)"
QUOTE = r"[«“\"]\s*(?P<what>[^«»“”\"]{12,}?)\s*[»”\"]"
PATTERNS = tuple(
    (re.compile(pattern), mode)
    for pattern, mode in (
        (rf"{QUOTE},? (?:a|avait)-t-(?P<who>il|elle|on) (?:\w+ )?(?:{VERBS})", "direct"),
        (rf"{QUOTE},? (?:{PRESENT})-(?:t-)?(?P<who>il|elle|on)", "direct"),
        (rf"{QUOTE},? (?:a|avait|ont) (?:\w+ )?(?:{VERBS}){DAY} {NAME}(?:,|\. |\.$)", "direct"),
        (rf"{QUOTE},? (?:{PRESENT}){DAY} {NAME}(?:,|\. |\.$)", "direct"),
        (rf"{SHORT} (?:a|ont|avait) (?:\w+ )?(?:{VERBS}){DAY} : {QUOTE}", "direct"),
        (rf"{SHORT} (?:a|ont|avait) (?:\w+ )?(?:{VERBS}){DAY} qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (rf"{SHORT} (?:{PRESENT})(?: \w+)? qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (r",[^,]{0,20} (?P<who>)(?:\w+ant) qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (rf"(?:Selon|D'après) {SHORT}, (?P<what>[^.;]+)", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;«»]+?), (?:selon|d'après) {SHORT}\.", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;]+?), (?:a|avait|ont)-t-(?P<who>il|elle|on) (?:{VERBS})", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;]+?), (?:a|avait|ont) (?:{VERBS}){DAY} {NAME}(?:,|\. |\.$)", "indirect"),
    )
)


def baseline(article: Article) -> tuple[Statement, ...]:
    """What the regular expressions find in an article."""
    found: list[Statement] = []
    taken: set[int] = set()
    for block in article.blocks:
        text = block.span.of(article.text).replace("’", "'")
        for pattern, mode in PATTERNS:
            for match in pattern.finditer(text):
                start, end = match.span("what")
                span = Span(block.span.start + start, block.span.start + end)
                if taken.isdisjoint(range(span.start, span.end)):
                    taken.update(range(span.start, span.end))
                    speaker = Voice(Actor(name=match["who"].strip(), kind="person"))
                    found.append(Statement(content=(span,), mode=mode, speaker=speaker))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda statement: statement.content))


def articles() -> Iterator[Article]:
    """The annotated articles as the page reader finds them."""
    for path in sorted((GOLD / "texts").glob("*.txt")):
        yield find_article(Document(text=path.read_bytes().decode("utf-8"), id=path.stem))


def report(name: str, lines: list[Line], seconds: float) -> None:
    """Print one row of scores."""
    scores = score(read_lines(GOLD / "gold.jsonl"), lines)
    told = scores.counts
    print(
        f"{name:<22}"
        + "".join(
            f"{told[kind].precision:7.3f}{told[kind].recall:7.3f}{told[kind].f1:7.3f}"
            for kind in ("statement without act", "statement", "statement + speaker")
        )
        + f"{scores.rates['boundaries strict'].share:9.3f}{1000 * seconds / len(lines):8.1f}"
    )


def calibrate(found: dict[str, tuple[Statement, ...]]) -> None:
    """Write how often each construction is right."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in read_lines(GOLD / "gold.jsonl"):
        free = [one.content for one in line.statements]
        for statement in found[line.id]:
            seen[statement.rule] += 1
            match = next((one for one in free if dice(one, statement.content) >= 0.5), None)
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
    """Read the articles both ways and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    every = list(articles())
    parses = load().parse_many((one.text, [block.span for block in one.blocks]) for one in every)
    ours: dict[str, tuple[Statement, ...]] = {}
    seconds = 0.0
    for article, parse in zip(every, parses, strict=True):
        cast = build_cast(parse, article)
        start = time.process_time()
        ours[article.id] = find_statements(parse, cast, article)
        seconds += time.process_time() - start
    print(f"{'':<22}{'without act':>21}{'all':>21}{'with speaker':>21}{'strict':>9}{'ms':>8}")
    print(f"{'':<22}" + 3 * f"{'P':>7}{'R':>7}{'F1':>7}" + f"{'share':>9}{'each':>8}")
    report("depeche", [to_line(Reading(article=one, statements=ours[one.id])) for one in every], seconds)
    start = time.process_time()
    simple = [to_line(Reading(article=one, statements=baseline(one))) for one in every]
    report("regular expressions", simple, time.process_time() - start)
    if options.calibrate:
        calibrate(ours)


if __name__ == "__main__":
    main()
