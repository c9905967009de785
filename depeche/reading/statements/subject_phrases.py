"""The noun phrases among which the subject of a verb is looked for."""

from depeche.reading.statements.phrases import CONTRACTED, NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class


def free_phrases(scene: Scene, low: int, high: int) -> list[NounPhrase]:
    """The noun phrases of a stretch that no preposition introduces and that tell no time."""
    passage = scene.passage
    found: list[NounPhrase] = []
    k = low
    while k < high:
        phrase = (
            None if passage.mark[k] and passage.quote[k] is not None else noun_phrase(passage, k, limit=high)
        )
        if phrase is None:
            k += 1
            continue
        head = passage.tokens[phrase.head]
        preposed = k > low and (passage.pos(k - 1) == "ADP" or passage.lower(k - 1) in CONTRACTED)
        if (
            not preposed
            and head.lemma not in word_class("time")
            and passage.lower(k) not in ("du", "aux", "au")
        ):
            found.append(phrase)
        k = max(phrase.end, k + 1)
    return found


def beside_relative(scene: Scene, phrases: list[NounPhrase], last: int) -> list[NounPhrase]:
    """The phrases without those of a relative clause on a fronted place: "À Paris, où X manifestait, Y a dit"."""
    passage = scene.passage
    for k in range(passage.first + 1, last):
        if passage.lower(k) not in ("où", "dont") or passage.lower(k - 1) != ",":
            continue
        close = next((j for j in range(k + 1, last) if passage.lower(j) == "," and passage.outside(j)), None)
        if close is not None and scene.finite_between(k, close):
            return [phrase for phrase in phrases if not k < phrase.start < close] or phrases
    return phrases


def come_before(scene: Scene, group: VerbGroup) -> NounPhrase | None:
    """Whom a participle of motion is about: "un émissaire, venu plaider …"; None where no noun stands before it."""
    passage = scene.passage
    last = group.start
    while last > passage.first and (passage.pos(last - 1) == "ADV" or passage.lower(last - 1) == ","):
        last -= 1
    for start in range(max(passage.first, last - 14), last):
        phrase = noun_phrase(passage, start, limit=last)
        if phrase is not None and phrase.end == last and can_speak(passage, phrase, scene.cast):
            return phrase
    return None
