"""Pages of which only the beginning is shown, the rest being for subscribers."""

import re
from typing import Any, NamedTuple

from depeche.sources.entry import Refused, refuse
from depeche.sources.layouts.json_ld import said_in

_SHARE = 0.5  # of the words that a page counts itself, below which it is not whole
_WORD = re.compile(r"\w+")


class Paywall(NamedTuple):
    """That an article is not free to read, and how many words the page counts in it; 0 where it counts none."""

    words: int

    def hides(self, text: str, *, short: int) -> bool:
        """Whether a text is only the beginning: less than half of the words, or where they are not counted, less than
        `short` characters.
        """
        if self.words:
            return len(_WORD.findall(text)) < _SHARE * self.words
        return len(text) < short


def find_paywall(tree: Any) -> Paywall | None:
    """What a page says of the price of its article, None where it says nothing or that it is free."""
    metas = (meta for meta in tree.iter("meta") if meta.get("property") == "article:content_tier")
    shut = any((meta.get("content") or "").lower() in ("locked", "metered") for meta in metas)
    if not shut and all(
        str(said).lower() not in ("false", "no") for said in said_in(tree, "isAccessibleForFree")
    ):
        return None
    counts = (int(said) for said in said_in(tree, "wordCount") if re.fullmatch(r"\d{1,6}", str(said)))
    return Paywall(max(counts, default=0))


def refuse_remnant(origin: str, text: str) -> Refused:
    """The refusal of a page's beginning."""
    return refuse(
        origin,
        "only the beginning of the article is there, the rest is behind a paywall",
        advice="Save the page while you are logged in as a subscriber.",
        excerpt=text,
    )
