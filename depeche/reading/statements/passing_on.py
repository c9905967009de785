"""Who passes a statement on, over which channel, and to whom it was said."""

from depeche.model import Actor
from depeche.reading.statements.addressees import addressees_of
from depeche.reading.statements.attribution import Attribution
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.words import word_class

BY_VERB = {"tweeter": "Twitter", "retweeter": "Twitter", "gazouiller": "Twitter"}
REACH = 14  # words around a cue in which its channel is looked for


def settle(draft: Draft, attribution: Attribution) -> None:
    """Fill in `via`, `channel` and `addressee` of a draft whose speaker is known."""
    scene = draft.scene
    via: list[Actor] = list(draft.via)
    cited = _cited(scene, draft)
    if cited is not None and draft.voice is not None and draft.voice.actor.kind == "outlet":
        via.append(draft.voice.actor)  # "affirme l'agence X, citant un officier": the officer says it
        draft.voice = attribution.phrase_voice(scene.passage, cited)
    speaker = draft.voice.actor if draft.voice else None
    for phrase in [*draft.relays, *_relays_of(scene, draft)]:
        via.append(attribution.phrase_voice(scene.passage, phrase).actor)
    if draft.outer is not None and draft.outer.voice is not None:
        via.append(draft.outer.voice.actor)
    draft.via = tuple(actor for actor in dict.fromkeys(via) if actor != speaker)
    draft.channel = draft.channel or _channel(scene, draft)
    draft.addressee = tuple(actor for actor in addressees_of(draft, attribution) if actor != speaker)


def _cited(scene: Scene, draft: Draft) -> NounPhrase | None:
    """Whom an outlet cites right behind its name: ", citant un officier"."""
    passage = scene.passage
    for k in range(draft.at + 1, min(draft.at + REACH, len(passage) - 1)):
        if passage.lower(k) == "citant" and passage.lower(k - 1) in (",", "en") and passage.outside(k):
            phrase = noun_phrase(passage, k + 1)
            return phrase if phrase is not None and can_speak(passage, phrase, scene.cast) else None
    return None


def _relays_of(scene: Scene, draft: Draft) -> list[NounPhrase]:
    """The phrases behind "cité par", "relayé par", "par la voix de" in the draft's sentence."""
    passage = scene.passage
    found: list[NounPhrase] = []
    passed_on, go_between = word_class("passed_on"), word_class("go_between")
    for k in range(passage.first, len(passage) - 2):
        lower = passage.lower(k)
        if lower in passed_on and passage.lower(k + 1) == "par":
            start = k + 2
        elif lower == "par" and passage.lower(k + 2) in go_between:
            start = k + 4
        else:
            continue
        if not passage.outside(k) or _other_cue_between(scene, draft, k):
            continue
        phrase = noun_phrase(passage, start)
        if phrase is not None:
            found.append(phrase)
    return found


def _other_cue_between(scene: Scene, draft: Draft, k: int) -> bool:
    low, high = sorted((draft.at, k))
    return any(low < head < high for head in scene.cues if scene.passage.outside(head))


def _channel(scene: Scene, draft: Draft) -> str | None:
    passage = scene.passage
    if draft.entry is not None and draft.entry.lemma in BY_VERB:
        return BY_VERB[draft.entry.lemma]
    if word_class("channel").isdisjoint(passage.lemmas) and not any(
        token.lower in word_class("network") for token in passage.tokens
    ):
        return None
    inside = {k for start, end in draft.ranges for k in range(start, end)}
    near = [*range(draft.at + 1, min(draft.at + REACH, len(passage))), *range(passage.first, draft.at)]
    network, channels = word_class("network"), word_class("channel") - word_class("time")
    for k in near:
        if k in inside or not passage.outside(k):
            continue
        if passage.lower(k - 1) == "sur" and passage.lower(k) in network:
            return str(passage.tokens[k].text)
        if passage.pos(k - 1) != "ADP" and passage.lower(k - 1) not in ("du", "au", "aux", "des", "lors"):
            continue
        phrase = noun_phrase(passage, k)
        if phrase is None or passage.lower(k - 2) in ("de", "ministère"):
            continue
        lemma = passage.tokens[phrase.head].lemma.lower()
        if lemma in channels:
            return _named(scene, phrase, lemma)
    return None


def _named(scene: Scene, phrase: NounPhrase, lemma: str) -> str:
    """The channel's name where it has one ("la chaîne CBS" -> "CBS"), else its noun ("communiqué")."""
    passage = scene.passage
    if lemma in word_class("named_outlet"):
        names = [k for k in range(phrase.head + 1, phrase.end) if passage.pos(k) in ("PROPN", "X")]
        if names:
            last = names[0]
            while last + 1 in names:
                last += 1
            return passage.stretch(names[0], last + 1).of(passage.text)
    end = phrase.head + 1
    while end < phrase.end and passage.pos(end) == "ADJ":
        end += 1
    if passage.lower(end) == "de" and passage.lower(end + 1) == "presse":
        end += 2
    return passage.stretch(phrase.head, end).of(passage.text)
