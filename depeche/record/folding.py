"""One contradiction of several copies: the dispatch that a dozen papers print clashes once, not a dozen times.

Folded are pairs of articles whose texts go back to the same two origins (`Links.origins`), on one matter: the first
pair stands for them. What one pair of articles is at odds on several times is never folded.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from depeche.record.words import fold


class Clash(msgspec.Struct, frozen=True):
    """What is asked of a contradiction: its two articles, what each says, on which matter, and of which act.

    `occurrence` is None where the passages do not tell one act.
    """

    matter: str
    why: str
    occurrence: str | None
    articles: tuple[str, str]
    says: tuple[str, str]


class Folded(msgspec.Struct, frozen=True):
    """A contradiction that is listed: its place among those given, and how many articles and origins tell it."""

    place: int
    articles: int
    origins: int


def fold_copies(clashes: Iterable[Clash], origins: Mapping[str, str]) -> list[Folded]:
    """The contradictions to be listed, in their order; `origins` names the origin of each article that is a copy."""
    pairs: dict[Any, tuple[str, str]] = {}
    tellers: dict[Any, set[str]] = {}
    listed: list[tuple[int, Any]] = []
    for place, clash in enumerate(clashes):
        key = _key(clash, origins)
        tellers.setdefault(key, set()).update(clash.articles)
        if pairs.setdefault(key, clash.articles) == clash.articles:
            listed.append((place, key))
    return [
        Folded(place, len(tellers[key]), len({origins.get(one, one) for one in tellers[key]}))
        for place, key in listed
    ]


def _key(clash: Clash, origins: Mapping[str, str]) -> tuple[object, ...]:
    sides = frozenset(origins.get(article, article) for article in clash.articles)
    # The numbers differ from copy to copy, not what is counted.
    of = frozenset(map(_counted, clash.says)) if clash.matter == "number" else clash.occurrence
    return clash.matter, clash.why, sides, of


def _counted(says: str) -> str:
    """What a number is of: its last word that is no number, without the mark of the plural."""
    words = [word for word in fold(says).split() if word.isalpha()]
    return words[-1].rstrip("sx") if words else ""
