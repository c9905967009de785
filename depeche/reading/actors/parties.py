"""Which two states a text is about: those that stand together, here and in the whole article."""

from __future__ import annotations

from collections import defaultdict

from depeche.reading.actors.scene import Scene

Pair = tuple[str, str]


class Parties:
    """The states of one article by how often they stand in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._together: dict[Pair, float] | None = None

    def _sentences(self) -> dict[int, dict[str, int]]:
        """For each sentence its states with the token of their first cue."""
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for cue in self.scene.cues:
            if cue.kind not in ("outlet", "place"):
                found[self.scene.parse.tokens[cue.at].sentence].setdefault(cue.state, cue.at)
        return found

    def together(self) -> dict[Pair, float]:
        """How strongly each two states belong together in the article."""
        if self._together is None:
            scores: dict[Pair, float] = defaultdict(float)
            for states in self._sentences().values():
                names = sorted(states)
                for rank, one in enumerate(names):
                    for other in names[rank + 1 :]:
                        near = abs(states[one] - states[other]) < 6
                        scores[one, other] += (1.6 if near else 1.0) / max(1, len(names) - 1)
            most = max(scores.values(), default=1.0)
            self._together = {pair: 2.0 * score / most for pair, score in scores.items()}
        return self._together

    def pair_at(self, at: int, *, shut: frozenset[str] = frozenset()) -> list[str]:
        """The two states that "les deux pays" means at a token, in the order of the article; empty for none.

        States in `shut` are out: they act on the two.
        """
        tokens = self.scene.parse.tokens
        here = tokens[at]
        counts = self.scene.counts()
        top = max(counts.values(), default=1)
        scores: dict[Pair, float] = {}
        for (one, other), score in self.together().items():
            if one not in shut and other not in shut:
                scores[one, other] = score + 1.0 * min(counts[one], counts[other]) / top
        near: dict[str, float] = defaultdict(float)
        for cue in self.scene.cues:
            distance = here.sentence - tokens[cue.at].sentence
            if (
                0 <= distance < 3
                and cue.at < at
                and tokens[cue.at].block == here.block
                and cue.kind != "outlet"
            ):
                near[cue.state] = max(near[cue.state], (1.5, 0.8, 0.4)[distance])
        for one, other in scores:
            scores[one, other] += min(near[one], near[other]) * 1.5 + 0.3 * (near[one] + near[other])
        if not scores:
            return []
        best = min(scores, key=lambda pair: (-scores[pair], pair))
        first = {state: next(cue.at for cue in self.scene.cues if cue.state == state) for state in best}
        return sorted(best, key=lambda state: first[state])

    def partners(self, state: str) -> list[str]:
        """The states that stand with one, the most frequent first."""
        scores = {one if other == state else other: score
                  for (one, other), score in self.together().items() if state in (one, other)}  # fmt: skip
        return sorted(scores, key=lambda partner: (-scores[partner], partner))
