"""The article in an HTML page: ours beside trafilatura alone, on invented pages of many kinds of French news sites.

    python benchmarks/sources.py --pages

F1 counts words of the body, titles left out on both sides. `sources` is the text that a page becomes, `article` what
the reading keeps of it; `metadata` are headline, outlet, day and author that are right.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

PAGES = Path(__file__).parent.parent / "tests" / "sources" / "pages"
FIELDS = ("title", "outlet", "published", "author")
_WORD = re.compile(r"\w+")


class Scores(NamedTuple):
    """What one page scored: F1 of the words of trafilatura's text, of ours, of our article; metadata right."""

    name: str
    alone: float
    sources: float
    article: float
    alone_right: tuple[str, ...]
    right: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def score_pages() -> Iterator[Scores]:
    """The scores of every page, by its name."""
    for path in sorted(PAGES.glob("*.html")):
        yield score_page(path)


def score_page(path: Path) -> Scores:
    """The scores of one page; beside it lies its truth."""
    import trafilatura

    from depeche.model import Document
    from depeche.reading.page import find_article
    from depeche.sources import open_sources

    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    wanted = _words("\n".join(truth["paragraphs"]))
    data = path.read_bytes()
    found: Any = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    alone = _words(_body(found.text if found else "", truth["title"]))
    said = (found.title, found.sitename, found.date, found.author) if found else (None,) * 4
    alone_right = _right(truth, dict(zip(FIELDS, said, strict=True)))
    documents = [one for one in open_sources([path]) if isinstance(one, Document)]
    if not documents:
        return Scores(path.stem, _f1(alone, wanted), 0.0, 0.0, alone_right, (), (), ())
    document = documents[0]
    article = find_article(document)
    kept = "\n".join(block.span.of(article.text) for block in article.blocks if block.kind != "byline")
    ours = _words(_body(kept, truth["title"]))
    told = (article.headline, article.outlet, article.published.value, article.author)
    return Scores(
        path.stem,
        _f1(alone, wanted),
        _f1(_words(_body(document.text, truth["title"])), wanted),
        _f1(ours, wanted),
        alone_right,
        _right(truth, dict(zip(FIELDS, told, strict=True))),
        tuple((wanted - ours).elements()),
        tuple((ours - wanted).elements()),
    )


def tell_pages() -> None:
    """Print the scores of every page and their means."""
    scores = list(score_pages())
    print(
        f"{'page':12} {'trafilatura':>11} {'sources':>8} {'article':>8}  metadata right, trafilatura and ours"
    )
    for one in scores:
        wrong = ", ".join(field for field in FIELDS if field not in one.right)
        right = f"{len(one.alone_right)} {len(one.right)}{'  not ours: ' + wrong if wrong else ''}"
        print(f"{one.name:12} {one.alone:11.3f} {one.sources:8.3f} {one.article:8.3f}  {right}")
    count = len(scores)
    mean = [sum(values) / count for values in zip(*((one[1:4]) for one in scores), strict=True)]
    alone, ours = (sum(map(len, values)) for values in zip(*((s[4], s[5]) for s in scores), strict=True))
    print(
        f"{'mean':12} {mean[0]:11.3f} {mean[1]:8.3f} {mean[2]:8.3f}  {alone} {ours} of {count * len(FIELDS)}"
    )


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def _body(text: str, title: str) -> str:
    """A text without the lines that are its title."""
    bare = _WORD.findall(title.casefold())
    return "\n".join(line for line in text.splitlines() if _WORD.findall(line.casefold()) != bare)


def _f1(found: Counter[str], wanted: Counter[str]) -> float:
    both = sum((found & wanted).values())
    return 2 * both / (sum(found.values()) + sum(wanted.values())) if both else 0.0


def _right(truth: dict[str, Any], said: dict[str, str | None]) -> tuple[str, ...]:
    """The fields that are right: one of the true values; of an author, with whatever stands around the name."""
    right = []
    for field, value in said.items():
        true = truth[field] if isinstance(truth[field], list) else [truth[field]]
        words = [" ".join(_WORD.findall((one or "").casefold())) for one in true]
        have = " ".join(_WORD.findall((value or "").casefold()))
        if have in words or (
            field == "author" and any(have and (one in have or have in one) for one in words if one)
        ):
            right.append(field)
    return tuple(right)
