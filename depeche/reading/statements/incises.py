"""Incises: a reporting verb put into or after what was said, with its subject behind it.

"La visite, a déclaré jeudi le ministre, pourrait être reportée." The parser takes "visite" for the subject of
"déclaré", so an incise is found by its outer form: a comma or closing mark, the verb, its pronoun or a noun phrase
that can speak, and then a mark or the end.
"""

from dataclasses import dataclass, replace

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.governing import governing_verb
from depeche.reading.statements.incise_bounds import (
    DASHES,
    all_quoted_before,
    behind_insertion,
    incise_end,
    mark_before,
    quotation_opens,
    resumes_at,
    sentence_floor,
)
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import SUBORDINATORS, Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

THIRD = {"il", "elle", "ils", "elles", "on", "ce"}


@dataclass(slots=True)
class Incise:
    """An incise: token indices of the mark before it (`start`), the index after it (`end`), and its subject."""

    group: VerbGroup
    cue: Cue | None
    start: int
    end: int
    quoted: bool
    subject: NounPhrase | None
    pronoun: int | None
    inside: bool


def find_incises(scene: Scene) -> list[Incise]:
    """The incises of a sentence, in text order."""
    found: list[Incise] = []
    for group in scene.groups:
        if not group.is_finite or scene.passage.mark[group.start]:
            continue
        governed = _governed(scene, group)
        incise = _incise_at(scene, governed or group)
        if incise is not None:
            if governed is not None:
                scene.incises[governed.head] = (incise.subject, incise.pronoun)
            found.append(incise)
            scene.incises[group.head] = (incise.subject, incise.pronoun)
    return found


def _governed(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The reporting infinitive under a verb of aspect, as one verb group: "a tenu à préciser"."""
    for other in scene.groups:
        if other.start > group.end + 2 or other.form != "infinitive" or other.head not in scene.cues:
            continue
        if other.start >= group.end and governing_verb(scene, other) is group:
            return replace(
                other,
                start=group.start,
                carrier=group.carrier,
                form="compound",
                pronoun=group.pronoun,
                negated=False,
            )
    return None


def _incise_at(scene: Scene, group: VerbGroup) -> Incise | None:
    passage = scene.passage
    entry = scene.cues.get(group.head)
    cue = entry[0] if entry else None
    mark = mark_before(scene, group)
    inside = passage.quote[group.head] is not None
    if mark is None:
        return _plain_order(scene, group, cue)
    start, quoted = mark
    voiced = cue is not None and any(frame in ("q", "q.only", "que") for frame in cue.frames)
    if not voiced and not quoted:
        return None
    if inside and cue is not None and cue.takes("q.only") and group.pronoun is None:
        return None  # "si notre voisin, …, pense pouvoir": a verb of thought in what is said
    if group.negated or group.passive:
        return None
    after = max(group.end, entry[1] if entry else 0)
    if group.pronoun is not None:
        word = passage.tokens[group.pronoun].lower.removeprefix("-t").removeprefix("-")
        if word not in THIRD or (
            not quoted and passage.tokens[-1].text == "?" and start <= passage.first + 3
        ):
            return None
        return Incise(
            group,
            cue,
            start,
            incise_end(scene, after, inside, passage.lower(start)),
            quoted,
            None,
            group.pronoun,
            inside,
        )
    k = skip_adverbials(passage, after, any_phrase=True)
    if passage.lower(k) == "," == passage.lower(k + 2) and passage.pos(k + 1) in ("ADJ", "VERB"):
        k += 3  # "a reconnu, amer, le négociateur"
    elif passage.lower(k) == ",":
        for _ in range(3 if cue is not None else 1):
            k = behind_insertion(scene, k, quoted)
            if noun_phrase(passage, k) is not None:
                break
            k = skip_adverbials(passage, k, any_phrase=True)
            if cue is not None and passage.lower(k) == "," and noun_phrase(passage, k + 1) is not None:
                k += 1
                break
            if passage.lower(k) != ",":
                break
    phrase = noun_phrase(passage, k)
    if inside and phrase is not None and passage.pos(phrase.start) not in ("DET", "PROPN", "PRON"):
        return None
    if phrase is None or passage.quote[phrase.head] is not passage.quote[group.head]:
        return _plain_order(scene, group, cue) if quoted else None
    if quoted:
        fragment = not quotation_opens(scene, start, group)
        doubtful = cue is None or (
            (fragment or _has_object_frame(cue) or cue.takes("de.inf"))
            and not all_quoted_before(scene, start, group)
        )
        if doubtful and not can_speak(passage, phrase, scene.cast):
            return None
        if cue is not None and _has_object_frame(cue) and _takes_object(scene, cue, phrase):
            return None
    elif not _unquoted(scene, group, cue, start, phrase, inside):
        return None
    return Incise(
        group,
        cue,
        start,
        incise_end(scene, phrase.end, inside, passage.lower(start)),
        quoted,
        phrase,
        None,
        inside,
    )


def _unquoted(
    scene: Scene, group: VerbGroup, cue: Cue | None, start: int, phrase: NounPhrase, inside: bool
) -> bool:
    """Whether verb and noun phrase after a comma are an incise where no quotation mark shows it."""
    passage = scene.passage
    if cue is None or group.start - start > 8:
        return False
    floor = sentence_floor(scene, group.start, inside)
    following = passage.lower(phrase.end)
    if any(frame.startswith("obj.") for frame in cue.frames) and not cue.takes("que"):
        return False
    if passage.lower(start - 1) in ("lui", "elle", "eux", "elles") and passage.lower(start - 2) == ",":
        return False  # "Le Tadjikistan, lui, en avait repoussé l'idée"
    objects = _has_object_frame(cue)
    if objects and _takes_object(scene, cue, phrase):
        return False
    complete = any(
        other
        for other in scene.main_verbs(floor, start)
        if passage.quote[other.head] is passage.quote[group.head]
    ) or any(passage.quote[k] is not None for k in range(floor, start) if not inside)
    decided = not complete and resumes_at(scene, phrase.end, inside) is not None
    if objects and not decided and not can_speak(passage, phrase, scene.cast):
        return False
    if complete:
        if passage.lower(start + 1) in ("et", "mais", "qui", "ou"):
            return False
        return (
            following in (",", ".", "", ";", ":", "»", '"', "”", ")", "!", "…")
            or following in SUBORDINATORS
            or (passage.pos(phrase.end) in ("ADP", "ADV", "NOUN", "PUNCT", "VERB", "CCONJ"))
        )
    resumed = resumes_at(scene, phrase.end, inside)
    if resumed is not None:
        return True
    if _only_comma(scene, floor, start, group) and can_speak(passage, phrase, scene.cast):
        return True
    ends = phrase.end >= len(passage) - 1 or following in (":", "cité", "citée", "cités")
    return ends and not _has_object_frame(cue) and not cue.takes("np") and start - floor <= 6


def _only_comma(scene: Scene, floor: int, start: int, group: VerbGroup) -> bool:
    """Whether one comma alone stands before a verb, so that nothing before it can be its subject."""
    passage = scene.passage
    if group.start != start + 1 or passage.lower(start) != ",":
        return False
    return not any(
        passage.lower(k) in (",", "(", *DASHES) and passage.outside(k) for k in range(floor, start)
    )


def _has_object_frame(cue: Cue) -> bool:
    return any(
        frame.startswith(("obj.", "adj")) or (frame.startswith("np") and not frame.endswith("quoted"))
        for frame in cue.frames
    )


def _takes_object(scene: Scene, cue: Cue, phrase: NounPhrase) -> bool:
    """Whether the phrase is the verb's object: its "de" or "à" with an infinitive follows."""
    passage = scene.passage
    offered = passage.tokens[phrase.head].lemma.lower() in word_class("offer")
    if offered and cue.takes("np.offer"):
        return True  # "…, a offert ses bons offices"
    k = skip_adverbials(passage, phrase.end)
    if passage.lower(k) in ("de", "d'", "à") and any(frame.startswith("obj.") for frame in cue.frames):
        later = next((group for group in scene.groups if group.start > k), None)
        return later is not None and later.form == "infinitive" and later.start <= k + 3
    return False


def _plain_order(scene: Scene, group: VerbGroup, cue: Cue | None) -> Incise | None:
    """A quotation, then subject and verb in their usual order: "…", elle a dit."""
    passage = scene.passage
    if cue is None or not cue.takes("q") or group.negated or not passage.outside(group.head):
        return None
    after = skip_adverbials(passage, group.end, any_phrase=True)
    if after < len(passage) and passage.lower(after) not in (",", ".", ";"):
        return None
    for start in range(group.start - 1, max(passage.first, group.start - 12), -1):
        closing = passage.mark[start] and passage.quote[start] is not None
        if not closing:
            continue
        k = start + 2 if passage.lower(start + 1) == "," else start + 1
        if passage.quote_end(start) != start + 1:
            return None
        words = len([n for n in range(start) if passage.quote[n] is passage.quote[start]])
        if words < 5:
            return None
        if k == group.start - 1 and passage.pos(k) == "PRON":
            return Incise(group, cue, start + 1, after, True, None, k, False)
        phrase = noun_phrase(passage, k)
        if phrase is not None and phrase.end == group.start and can_speak(passage, phrase, scene.cast):
            return Incise(group, cue, start + 1, after, True, phrase, None, False)
        return None
    return None
