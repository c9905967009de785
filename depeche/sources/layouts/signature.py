"""Who signs an article in its page: the element that is named after its author."""

import re
from typing import Any

from depeche.sources.layouts.markup import line
from depeche.sources.layouts.parts import kinds_of

_LONGEST = 120  # characters of a signature
_BEFORE = re.compile(
    r"^\W*(?:(?:écrit|rédigé|publié|propos recueillis?|texte|reportage|un article)?\s*(?:par|by|de)\b|"
    r"auteure?s?\b|signé|(?:notre|nos) (?:correspondante?|envoyée?)s?(?: spéciale?s?)?\b)\W*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[,(|•·–—/@]|\b(?:le|à|avec|publié|mis|suivre|pour)\b|\d|<).*$", re.DOTALL)
_PARTICLE = r"(?:d[eu]|des|la|le|van|von|ben|ibn|al|el|bin|da|dos|di|ould|mint)"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.’'-]+(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-Þ][\w.’'-]*){{1,3}}")
_NOT_ONE = re.compile(r"\b(?:rédaction|agence|newsletter|abonn|lire|suivre)", re.IGNORECASE)


def find_signature(tree: Any) -> str | None:
    """The name in the first element that is marked as the author's, None where no name can be told from the rest."""
    for node in tree.iter("a", "span", "p", "div", "strong", "em", "address"):
        marked = (
            node.get("itemprop") == "author"
            or "author" in (node.get("rel") or "").lower().split()
            or "author name" in kinds_of(node)
        )
        if marked and (name := _name(line(node))):
            return name
    return None


def _name(text: str) -> str | None:
    if len(text) > _LONGEST:
        return None
    bare = _BEHIND.sub("", _BEFORE.sub("", text.strip())).strip(" .:")
    return bare if _NAME.fullmatch(bare) and not _NOT_ONE.search(bare) else None
