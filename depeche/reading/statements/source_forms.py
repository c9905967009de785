"""A source phrase, and the forms of it that are no preposition with a name: "comme l'a dit X", "selon ses mots"."""

from dataclasses import dataclass, field

from depeche.model import SpeechAct
from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.words import word_class


@dataclass(slots=True)
class Source:
    """A source phrase; token indices. `start` is where it begins (its comma included), `end` the index after it."""

    start: int
    at: int
    end: int
    cue_end: int
    act: SpeechAct
    subject: NounPhrase | None
    pronoun: int | None = None
    relative: bool = False
    relays: list[NounPhrase] = field(default_factory=list)
    cited: NounPhrase | None = None


def as_told(scene: Scene, start: int, k: int) -> Source | None:
    """ "comme l'a rappelé la chancelière": a clause that names the source of the one it stands in."""
    passage = scene.passage
    group = scene.by_start.get(k + 1)
    entry = scene.cues.get(group.head) if group is not None else None
    if (
        start != passage.first
        or group is None
        or entry is None
        or not group.is_finite
        or not group.clitics & {"l'", "le"}
    ):
        return None
    if not (entry[0].takes("que") or entry[0].takes("q")):
        return None
    phrase = noun_phrase(passage, skip_adverbials(passage, max(entry[1], group.end)))
    if phrase is None or not can_speak(passage, phrase, scene.cast):
        return None
    scene.incises[group.head] = (phrase, None)
    return Source(start, k, phrase.end, max(entry[1], group.end), entry[0].act, phrase)


def possessed(scene: Scene, k: int, start: int) -> Source | None:
    passage = scene.passage
    after = k + 1
    if passage.lower(k) == "d'" and passage.lower(k + 1) == "après":
        after = k + 2
    elif passage.lower(k) == "de" and passage.lower(k + 1) != "son":
        return None
    if passage.lower(after) == "aux":
        return None
    noun = after + 2 if passage.pos(after + 1) == "ADJ" else after + 1
    if passage.lower(after) in ("ses", "son", "leurs", "leur", "sa") and passage.lower(noun) in word_class(
        "possessed_words"
    ):
        inside = passage.lower(k) == "à" and passage.lower(k - 1) not in (
            ",",
            "(",
            "–",
            "—",
            "qui",
            "que",
            "mais",
            "et",
        )
        if inside and k > passage.first and passage.lower(noun + 1) != ",":
            return None  # "l'accord demeure à ses yeux le seul cadre": told by the verb of its sentence
        end = noun + 1
        if passage.pos(end) == "ADJ":
            end += 1
        return Source(start, k, end, end, "assert", None, pronoun=after)
    return None
