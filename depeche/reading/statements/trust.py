"""How often each construction is right on annotated articles, from the table `statement_rules`."""

from functools import cache

from depeche.lexicon import table

UNKNOWN = 0.8  # a construction that the annotated articles do not hold


@cache
def _measured() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in table("statement_rules")}


def confidence_of(rule: str) -> float:
    """The share of a construction's statements that annotators made too (0 to 1)."""
    return _measured().get(rule, UNKNOWN)
