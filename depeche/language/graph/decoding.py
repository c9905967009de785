"""From scores of pairs to one tree: the spanning tree with the best sum and exactly one root.

Chu and Liu (1965), Edmonds (1967); most sentences are trees at the first choice and never come so far.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_NEVER = np.float32(-1e9)
# A sentence of more words whose best heads are no tree is no prose: a few of its words are tried as roots.
_LONG, _ROOTS = 60, 3


def best_tree(scores: Floats, roots: Floats) -> list[int]:
    """The head of each word, the root's own place for the root.

    `scores` are [dependent, head], `roots` are the scores of being the root.
    """
    size = len(roots)
    if size == 1:
        return [0]
    scores = scores.copy()
    np.fill_diagonal(scores, roots)  # a root is its own head
    heads: list[int] = scores.argmax(axis=1).tolist()
    found = [place for place, head in enumerate(heads) if place == head]
    if len(found) == 1 and not _circle(heads):
        return heads
    # Each word may be the root; those that cannot win even with the best head for every other word are not tried.
    best = _without_diagonal(scores).max(axis=1)
    bounds = roots + (best.sum() - best)
    tried: tuple[float, list[int]] = (float("-inf"), heads)
    for root in np.argsort(-bounds, kind="stable")[: _ROOTS if size > _LONG else size].tolist():
        if bounds[root] <= tried[0]:
            break
        tried = max(tried, _rooted_tree(scores, root), key=lambda pair: pair[0])
    return tried[1]


def _without_diagonal(scores: Floats) -> Floats:
    found = scores.copy()
    np.fill_diagonal(found, _NEVER)
    return found


def _rooted_tree(scores: Floats, root: int) -> tuple[float, list[int]]:
    """The best tree under one root, with its sum."""
    own = _without_diagonal(scores)
    heads = _span(own, root)
    heads[root] = root
    total = float(scores[root, root]) + sum(
        float(own[place, head]) for place, head in enumerate(heads) if place != root
    )
    return total, heads


def _span(scores: Floats, root: int) -> list[int]:
    """Best heads of all words but the root; circles are drawn together to one word until none is left."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    circle = _circle(heads)
    if not circle:
        return heads
    inside = set(circle)
    kept = [place for place in range(len(heads)) if place not in inside]
    drawn = len(kept)  # the place of the circle among the words that are left
    smaller = np.full((drawn + 1, drawn + 1), _NEVER, dtype=np.float32)
    smaller[:drawn, :drawn] = scores[np.ix_(kept, kept)]
    leaving = scores[np.ix_(kept, circle)]
    smaller[:drawn, drawn] = leaving.max(axis=1)
    gain = scores[np.ix_(circle, kept)] - np.array([scores[place, heads[place]] for place in circle])[:, None]
    smaller[drawn, :drawn] = gain.max(axis=0)
    np.fill_diagonal(smaller, _NEVER)
    above = _span(smaller, kept.index(root))
    best = leaving.argmax(axis=1).tolist()
    for number, place in enumerate(kept):
        if place != root:
            head = above[number]
            heads[place] = circle[best[number]] if head == drawn else kept[head]
    entry = above[drawn]
    opened = circle[int(gain[:, entry].argmax())]
    heads[opened] = kept[entry]
    return heads


def _circle(heads: list[int]) -> list[int]:
    """The words of one circle, or none; a word that is its own head ends its path."""
    state = [0] * len(heads)  # the number of the walk that came by
    for start in range(len(heads)):
        place = start
        while not state[place]:
            state[place] = start + 1
            if heads[place] == place:
                break
            place = heads[place]
        if state[place] == start + 1 and heads[place] != place:
            found = [place]
            while heads[found[-1]] != place:
                found.append(heads[found[-1]])
            return found
    return []
