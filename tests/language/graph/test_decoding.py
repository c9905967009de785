"""The tree with the best sum: against every tree that there is, for short sentences."""

from itertools import product

import numpy as np
import pytest

from depeche.language.graph.decoding import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether all words lead to one root, which is its own head."""
    if sum(place == head for place, head in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        place = start
        for _ in heads:
            place = heads[place]
        if heads[place] != place:
            return False
    return True


def total(heads: tuple[int, ...] | list[int], scores: np.ndarray, roots: np.ndarray) -> float:
    return sum(
        float(roots[place] if place == head else scores[place, head]) for place, head in enumerate(heads)
    )


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_no_other_tree_is_better(size: int, seed: int) -> None:
    dice = np.random.default_rng(1000 * size + seed)
    scores = dice.normal(size=(size, size)).astype(np.float32)
    # Roots are made likely in half of the cases, so that several words claim to be one.
    roots = (dice.normal(size=size) + 2 * (seed % 2)).astype(np.float32)
    found = best_tree(scores, roots)
    assert is_tree(tuple(found))
    trees = [heads for heads in product(range(size), repeat=size) if is_tree(heads)]
    best = max(total(heads, scores, roots) for heads in trees)
    assert total(found, scores, roots) == pytest.approx(best, abs=1e-4)


def test_one_word_is_a_root() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.float32)) == [0]


def test_a_long_sentence_full_of_circles_becomes_a_tree() -> None:
    dice = np.random.default_rng(7)
    scores = dice.normal(size=(120, 120)).astype(np.float32)
    for place in range(0, 120, 2):
        scores[place, place + 1] = scores[place + 1, place] = 20
    assert is_tree(tuple(best_tree(scores, dice.normal(size=120).astype(np.float32))))
