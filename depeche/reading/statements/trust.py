"""How often each construction is right on annotated articles, from the table `statement_rules`."""

from functools import cache

from depeche.lexicon import table

UNKNOWN = 0.6  # a construction seen too seldom to measure


@cache
def _measured() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in table("statement_rules")}


def confidence_of(rule: str) -> float:
    """The share of a construction's statements that annotators made too (0 to 1)."""
    return _measured().get(rule, UNKNOWN)
