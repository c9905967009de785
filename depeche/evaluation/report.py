"""Scores as people read them: a table and a list of differences in plain text, or numbers for a program."""

from collections.abc import Iterable
from typing import Any

from depeche.evaluation.scores import KINDS, Kind, Scores

# What each table shows; the names are those of `Scores.counts` and `Scores.rates`.
_COUNTS: dict[Kind, tuple[str, ...]] = {
    "statements": (
        "statement", "statement strict", "statement + speaker", "statement without act",
        "statement strict without act", "statement + speaker without act",
    ),
    "events": ("event type", "event dyad", "event full"),
    "positions": ("position",),
    "terms": ("term",),
    "furniture": ("furniture",),
    "publication": (),
}  # fmt: skip
_RATES: dict[Kind, tuple[str, ...]] = {
    "statements": (
        "direct statements found", "boundaries strict", "speaker right", "mode right", "act of speech right",
        "addressee right",
    ),
    "events": (
        "dyad right", "date right where gold has one", "date right or rightly absent", "status right",
        "not done, recorded as done", "event mode right", "place country right", "according to right",
    ),
    "positions": ("issue right",),
    "terms": ("term voice right",),
    "furniture": (),
    "publication": ("publication date right where known", "headline right"),
}  # fmt: skip


def render(scores: Scores, *, only: Iterable[Kind] = KINDS) -> str:
    """The figures as a plain table: precision, recall, F1 and counts, then the rates among found records."""
    kinds = tuple(only)
    lines = [
        f"{scores.articles} articles",
        f"{'':33}{'P':>7}{'R':>7}{'F1':>7}{'hits':>8}{'gold':>8}{'system':>8}",
    ]
    for kind in kinds:
        for name in _COUNTS[kind]:
            count = scores.counts[name]
            lines.append(
                f"{name:33}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}"
                f"{count.hits:8}{count.gold:8}{count.system:8}"
            )
    if "events" in kinds:
        lines.append("")
        for name, count in sorted(scores.types.items()):
            lines.append(
                f"  {name:31}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}"
                f"{count.hits:8}{count.gold:8}{count.system:8}"
            )
    lines.append("")
    for kind in kinds:
        for name in _RATES[kind]:
            rate = scores.rates[name]
            share = "      –" if rate.share is None else f"{rate.share:7.3f}"
            lines.append(f"{name:33}{share}  ({rate.right} of {rate.of})")
        if kind == "events" and scores.status_macro_f1 is not None:
            lines.append(f"{'status macro-F1':33}{scores.status_macro_f1:7.3f}")
    return "\n".join(lines)


def render_differences(scores: Scores, *, only: Iterable[Kind] = KINDS) -> str:
    """Each difference in two or three lines: article and what, both answers, the characters of the text."""
    kinds = frozenset(only)
    lines = []
    for difference in scores.differences:
        if difference.kind not in kinds:
            continue
        answers = [f"gold: {difference.gold}"] if difference.gold else []
        answers += [f"system: {difference.system}"] if difference.system else []
        lines.append(
            f"{difference.article}  {difference.kind}  {difference.what.upper()}  {'  |  '.join(answers)}"
        )
        if difference.text:
            lines.append(f"    « {difference.text} »")
    return "\n".join(lines)


def as_numbers(scores: Scores) -> dict[str, Any]:
    """All figures as plain numbers, for JSON."""

    def triple(name: str) -> dict[str, float | int]:
        count = scores.counts[name]
        return {
            "precision": round(count.precision, 4), "recall": round(count.recall, 4),
            "f1": round(count.f1, 4), "hits": count.hits, "gold": count.gold, "system": count.system,
        }  # fmt: skip

    return {
        "articles": scores.articles,
        "counts": {name: triple(name) for kind in KINDS for name in _COUNTS[kind]},
        "rates": {
            name: {"share": scores.rates[name].share, "right": scores.rates[name].right,
                   "of": scores.rates[name].of}
            for kind in KINDS
            for name in _RATES[kind]
        },
        "types": {
            name: {"precision": round(count.precision, 4), "recall": round(count.recall, 4),
                   "f1": round(count.f1, 4), "gold": count.gold, "system": count.system}
            for name, count in sorted(scores.types.items())
        },
        "status_macro_f1": scores.status_macro_f1,
    }  # fmt: skip
