"""Where a sentence is set: which state a title without adjective most likely belongs to."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from depeche.language.token import Parse, Token
from depeche.reading.actors.words import fold

TOPIC = 2.0  # what the state that the headline names weighs
LOCATIVES = {"à", "a", "au", "aux", "en", "depuis", "dans", "près", "côté"}
FRONT = {"a", "au", "aux", "en", "depuis", "de", "la", "dans"}
OPENING, CLOSING = "«“", "»”"


class Cue(msgspec.Struct, frozen=True):
    """A word that points to a state: where it stands and how strongly it sets the scene."""

    at: int
    state: str
    weight: float
    kind: str


def quote_depths(parse: Parse) -> list[bool]:
    """For each token whether it stands between quotation marks; a mark left open ends with its block."""
    inside, block, found = False, -1, []
    for token in parse.tokens:
        if token.block != block:
            inside, block = False, token.block
        if token.text in OPENING:
            inside = True
        elif token.text in CLOSING:
            inside = False
        elif token.text == '"':
            inside = not inside
        found.append(inside)
    return found


def is_fronted(token: Token, parse: Parse) -> bool:
    """Whether a place opens its sentence: "À Ottawa, …", "(Lima) …", "ACCRA, 12 mars …"."""
    sentence = parse.sentence_of(token).tokens
    rank = token.i - sentence[0].i
    before = [fold(word.text) for word in sentence[:rank]]
    return rank == 0 or (rank < 5 and all(word in FRONT or not word[:1].isalpha() for word in before))


class Scene:
    """The cues of one article, and the state that they make likeliest for a phrase."""

    def __init__(self, parse: Parse, home: Sequence[str]) -> None:
        self.parse = parse
        self.cues: list[Cue] = []
        self.home = home  # the states of the outlet, the agency and the dateline
        self.topic: str | None = None  # the one state that the headline names
        self.quoted = quote_depths(parse)
        self._counts: Counter[str] | None = None

    def add(self, token: Token, state: str, weight: float, kind: str) -> None:
        """Note a cue."""
        self._counts = None
        self.cues.append(Cue(token.i, state, weight * (0.4 if self.quoted[token.i] else 1.0), kind))

    def settle(self) -> None:
        """Put the cues in text order; a state that alone opens a block is its topic."""
        first: dict[int, int] = {}
        for sentence in self.parse.sentences:
            first.setdefault(sentence.block, sentence.index)
        alone: dict[int, set[str]] = {}
        for cue in self.cues:
            alone.setdefault(self.parse.tokens[cue.at].sentence, set()).add(cue.state)
        topics = {index for index, states in alone.items() if len(states) == 1}
        self.cues = [
            msgspec.structs.replace(cue, weight=cue.weight * 1.8)
            if (token := self.parse.tokens[cue.at]).sentence in topics
            and first[token.block] == token.sentence
            else cue
            for cue in self.cues
        ]
        self.cues.sort(key=lambda cue: (cue.at, cue.state, cue.kind))

    def counts(self) -> Counter[str]:
        """How often each state is pointed to."""
        if self._counts is None:
            self._counts = Counter([cue.state for cue in self.cues])
        return self._counts

    def leads(self, state: str | None, at: int) -> bool:
        """Whether a state is pointed to before a token, or is that of the outlet."""
        return state in self.home or any(cue.state == state and cue.at < at for cue in self.cues)

    def state_for(
        self, start: int, end: int, *, place: bool = False, but: frozenset[str] = frozenset()
    ) -> str | None:
        """The likeliest state of a phrase at tokens `[start, end)`; `place` when it acts where the scene is set.

        Places weigh most, then subjects before it; states named after it in the same sentence are rather its
        counterparts; those in `but` are out of the question.
        """
        tokens = self.parse.tokens
        here = tokens[start]
        scores: defaultdict[str, float] = defaultdict(float)
        for cue in self.cues:
            if cue.state in but or (start <= cue.at < end and cue.kind != "place"):
                continue
            token = tokens[cue.at]
            distance = here.sentence - token.sentence
            if distance < 0 or distance > 6:
                continue
            weight = cue.weight
            if start <= cue.at < end:
                weight *= 3.0  # "le porte-parole du Parlement siégeant à Benghazi"
            elif distance == 0 and cue.kind in ("subject", "acting") and cue.at < start:
                weight *= 1.8
            elif distance == 0 and cue.at > start:
                weight = weight * 0.6 if cue.kind in ("place", "outlet") else -0.5 * weight
            if cue.kind == "front":
                weight *= 2.5 if distance == 0 else 1.6 if token.block == here.block else 0.6
            if cue.kind == "outlet" and distance == 0:
                weight *= 2.5
            if place and distance < 2 and (cue.kind == "place" or (cue.kind == "front" and distance == 0)):
                weight = 3.0 * cue.weight  # those who act in the street belong to where it is
            decay = (1.0, 0.7, 0.4, 0.25, 0.15, 0.1, 0.05)[distance]
            if token.block != here.block:
                decay *= 0.35 if cue.kind == "acting" else 0.6
            scores[cue.state] += weight * decay
        for state in self.home:
            if state not in but:
                scores[state] += 1.6 if place else 0.8
        if self.topic is not None and self.topic not in but and not place:
            scores[self.topic] += TOPIC
        total = self.counts()
        for state, number in total.items():
            if state not in but:
                scores[state] += 0.6 * number / max(1, len(self.cues))
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if best and (best[0][1] > 0.0 or len(total) == 1):
            return best[0][0]
        return None
