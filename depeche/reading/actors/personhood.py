"""Which of the runs that look like a name are surely a person's."""

from collections.abc import Sequence

from depeche.language.token import Token
from depeche.reading.actors.leaders import first_names, leaders_named
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.nouns import PEOPLE, noun_at
from depeche.reading.actors.phrase import Phrase
from depeche.reading.actors.words import fold, sound

LOCATIVES = {"à", "a", "en", "dans", "vers", "depuis", "près", "jusqu'à", "sur", "entre", "chez"}


def is_person(
    tokens: Sequence[Token], start: int, end: int, *, phrase: Phrase | None, speaking: bool
) -> bool:
    """Whether a run surely names a person.

    `phrase` is the title that stands with it, `speaking` tells that it is the subject of a verb of speech.
    """
    if phrase is not None and phrase.noun.kind in PEOPLE:
        return True
    run = tokens[start:end]
    before = tokens[start - 1] if start and tokens[start - 1].sentence == run[0].sentence else None
    word = fold(before.text).rstrip(".") if before else ""
    if word in folded_class("honorific") and word not in ("s", "e", "se", "son"):
        return True
    if leaders_named(" ".join(token.text for token in run)):
        return True
    score = 2.0 if any(token.ent == "PER" for token in run) else 0.0
    score += 0.5 if len(run) > 1 else -0.5
    if any(token.ent in ("LOC", "ORG", "MISC") for token in run):
        score -= 1.0
    elif len(run) > 1:
        met = run[0].dep == "obj" and run[0].head.lemma in word_class("meeting_verb")
        score += 1.5 if met else 1.0 if sound(run[0].text) in first_names() else 0.0
    if speaking:
        score += 2.0
    if before and before.lower in LOCATIVES:
        score -= 1.5
    if before and before.lower in ("de", "d'") and _is_crowd(tokens, start - 2):
        score -= 2.0  # "les commerçants de Ben Gardane"
    if run[0].dep in ("nsubj", "obl:agent", "nsubj:pass"):
        score += 0.5
    return score >= 1.5


def _is_crowd(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a plural noun for people, whose complement is rather a place."""
    match = noun_at(tokens, at) if at >= 0 else None
    return match is not None and match[0].kind == "people" and match[0].plural
