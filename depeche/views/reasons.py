"""Why things across articles are as they are, in words."""

from functools import cache

from depeche.lexicon import table
from depeche.views.labels import Language


@cache
def _reasons() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["fr"], row["en"]) for row in table("reasons")}


def reason(key: str, *, language: Language = "fr") -> str:
    """The words of a reason that the record keeps, such as "contradiction.count". Raises KeyError."""
    french, english = _reasons()[key]
    return french if language == "fr" else english
