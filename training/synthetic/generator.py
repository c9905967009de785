"""One stream of generated sentences: every construction in its share."""

from collections.abc import Callable

from training.sentences import Sentence
from training.synthetic import acts, speech
from training.synthetic.bases import Base
from training.synthetic.nodes import Node, linearise, mark
from training.synthetic.words import Dice

# Shares of the constructions; the last column tells whether the sentence ends with a stop.
_SHARES: list[tuple[float, str, Callable[..., Node], bool]] = [
    (0.25, "final incise", speech.final_incise, True),
    (0.13, "medial incise", speech.medial_incise, True),
    (0.05, "incise and participle", speech.between_sentences, True),
    (0.11, "indirect", speech.indirect, True),
    (0.04, "colon", speech.colon, False),
    (0.06, "according", speech.according, True),
    (0.03, "as said", speech.as_said, True),
    (0.02, "headline of speech", speech.headline, False),
    (0.08, "transitive", acts.transitive, True),
    (0.06, "reflexive", acts.reflexive, True),
    (0.05, "asking", acts.asking, True),
    (0.04, "passive", acts.passive, True),
    (0.02, "relative", acts.relative, True),
    (0.02, "joined", acts.joined, True),
    (0.01, "meeting", acts.meeting, True),
    (0.03, "bare headline", acts.bare_headline, False),
]


def generate(dice: Dice, bases: list[Base], count: int) -> list[tuple[str, Sentence]]:
    """Pairs of construction and sentence."""
    found: list[tuple[str, Sentence]] = []
    while len(found) < count:
        _, name, make, stops = dice.random.choices(_SHARES, weights=[share for share, *_ in _SHARES])[0]
        if make is speech.between_sentences:
            root = make(dice, dice.one(bases), dice.one(bases))
        elif make.__module__.endswith("speech"):
            root = make(dice, dice.one(bases))
        else:
            root = make(dice)
        if stops:
            root.after("punct", mark("."))
        sentence = linearise(root)
        if len(sentence) <= 75:
            found.append((name, sentence))
    return found
