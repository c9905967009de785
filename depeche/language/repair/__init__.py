"""Deterministic repairs around the trained model: of the text before it, of bounds, names and trees after it."""

from collections.abc import Sequence

from depeche.language.repair.boundaries import can_start, mark_starts
from depeche.language.repair.crossing import repair_crossing
from depeche.language.repair.incises import repair_incises
from depeche.language.repair.joints import repair_joints
from depeche.language.repair.lemmas import repair_lemmas
from depeche.language.repair.merging import join_trees
from depeche.language.repair.missing import repair_missing
from depeche.language.repair.names import repair_names
from depeche.language.repair.subjects import repair_subjects
from depeche.language.repair.text import make_readable
from depeche.language.repair.tokens import repair_tokens
from depeche.language.token import Sentence

__all__ = ["can_start", "join_trees", "make_readable", "mark_starts", "repair"]


def repair(sentences: Sequence[Sentence]) -> None:
    """Set words, names and trees of one parsed article right, in place."""
    for sentence in sentences:
        repair_tokens(sentence)
        repair_lemmas(sentence)
    repair_names(sentences)
    for sentence in sentences:
        repair_incises(sentence)
        repair_joints(sentence)
        repair_crossing(sentence)
        repair_subjects(sentence)
        repair_missing(sentence)
