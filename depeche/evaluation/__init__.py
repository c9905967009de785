"""The scorer of codebook section 8.

`score(gold, system)` compares articles of the exchange format; `render` and `render_differences` print it.
"""

from depeche.evaluation.report import as_numbers, render, render_differences
from depeche.evaluation.score import OtherText, score
from depeche.evaluation.scores import KINDS, Difference, Kind, Scores

__all__ = [
    "KINDS", "Difference", "Kind", "OtherText", "Scores", "as_numbers", "render", "render_differences",
    "score",
]  # fmt: skip
