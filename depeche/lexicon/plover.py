"""What other event data call an act: CAMEO root code, quad class, PLOVER score, Goldstein value.

Codes and PLOVER scores are those of the codebook (PLOVER 0.8). The Goldstein column is the value that the CAMEO
tables give the root code, or the code of that root which the mode stands for. An act told as negated or hypothetical
has no score: it did not happen.
"""

from functools import cache

import msgspec

from depeche.lexicon import table
from depeche.model import Event, EventType


class Weight(msgspec.Struct, frozen=True):
    """The codes of one type and mode: CAMEO root ("03" to "20"), quad class 1 to 4 with its name, and two scores.

    `plover_score` runs from -9 to 10, `goldstein` from -10 to 10; both grow with cooperation.
    """

    cameo_root: str
    quad_class: int
    quad_name: str
    plover_score: float
    goldstein: float


@cache
def _weights() -> dict[tuple[str, str], Weight]:
    return {
        (row["type"], row["mode"]): Weight(
            row["cameo_root"],
            int(row["quad_class"]),
            row["quad_name"],
            float(row["plover_score"]),
            float(row["goldstein"]),
        )
        for row in table("plover_scores")
    }


def weigh(kind: EventType, mode: str | None = None) -> Weight:
    """The codes and scores of a type; a mode without values of its own takes those of its type."""
    weights = _weights()
    return weights.get((kind, mode or "")) or weights[kind, ""]


def score(event: Event) -> float | None:
    """The PLOVER score of an event; None where the text does not tell it as done, being done or to come."""
    if event.status in ("negated", "hypothetical"):
        return None
    return weigh(event.type, event.mode).plover_score
