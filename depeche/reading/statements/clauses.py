"""Where what was said begins and ends: clause boundaries along the row of words.

Sentence marks, quotation marks and the next reporting expression decide here, not the tree.
"""

import re

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.coordination import belongs_to, coordination_ends, opens_clause
from depeche.reading.statements.governing import governing_verb
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import opens_with, word_class

RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel",
             "auxquels", "auxquelles", "à laquelle"}  # fmt: skip
EXPLAINING = {"qui", "dont", "lequel", "laquelle", "lesquels", "lesquelles"}  # tell more of who speaks
CONJUNCTIONS = {"et", "mais", "puis", "ou", ","}
LATER = re.compile(r"\w+ (?:jours?|heures?|semaines?|mois|ans?|minutes?) (?:après|avant|plus tard|plus tôt)")


def clause_end(
    scene: Scene, start: int, *, origin: VerbGroup | None, nominal: bool, limit: int | None = None
) -> int:
    """The index after the last token of a clause or phrase that begins at `start`.

    `origin` is the reporting verb whose complement it is; `nominal` says that the complement is a noun phrase or
    an act's infinitive, which ends at a relative clause or participle set off by a comma.
    """
    passage = scene.passage
    stop = len(passage) if limit is None else limit
    home = passage.quote[start] if start < len(passage) and not passage.mark[start] else None
    k, opened = start, 0
    while k < stop:
        if passage.quote[k] is not None and passage.quote[k] is not home:
            k = passage.quote_end(k)
            continue
        if home is not None and passage.quote[k] is not home:
            break
        lower = passage.lower(k)
        if lower == "(":
            opened += 1
        elif lower == ")":
            opened = max(0, opened - 1)
        if opened:
            k += 1
            continue
        if lower == ";" or (lower == ":" and k + 1 < stop):
            break
        if k > start and k in scene.asides:
            behind = scene.asides[k]
            goes_on = passage.lower(behind) == "," and scene.finite_between(behind, stop)
            if goes_on and passage.lower(behind + 1) in EXPLAINING:
                goes_on = scene.main_verbs(behind, stop)  # "…, a dit X, qui a requis l'anonymat"
            if behind >= stop - 1 or not goes_on:
                break
            k = scene.asides[k]
            continue
        if lower == "," and k > start and _comma_ends(scene, start, k, stop, origin, nominal):
            break
        if (
            nominal
            and lower == "lors"
            and passage.tokens[k - 1].feat("VerbForm") != "Part"
            and k > start + 1
            and passage.lower(k + 1) in ("de", "d'", "du", "des")
        ):
            break
        if nominal and lower in ("et", "mais", "tandis") and k > start and opens_clause(scene, k, stop):
            if passage.lower(k - 1) == ",":
                k -= 1
            break
        if nominal and lower == "et" and k > start and _relative_goes_on(scene, k, origin):
            break
        if lower in CONJUNCTIONS and k > start and coordination_ends(scene, start, k, stop, origin):
            if passage.lower(k - 1) == ",":
                k -= 1
            break
        k += 1
    if k > start and passage.lower(k - 1) == ")":
        opening = next((j for j in range(k - 1, start, -1) if passage.lower(j) == "("), None)
        if opening is not None and passage.mark[opening - 1]:
            k = opening  # "« … » (Élysée)": a source in parentheses is no speech
    while (
        k > start
        and passage.tokens[k - 1].text in (".", ",", ";", ":", "–", "—", "-", "…")
        and not (passage.quote[k - 1] is not None)
    ):
        k -= 1
    return k


def _comma_ends(scene: Scene, start: int, k: int, stop: int, origin: VerbGroup | None, nominal: bool) -> bool:
    passage = scene.passage
    j = k + 1
    if j >= len(passage):
        return True
    if passage.lower(j) in ("et", "mais", "puis"):
        j += 1
    text = passage.text[passage.tokens[k + 1].start : passage.tokens[min(stop, len(passage)) - 1].end].lower()
    text = text.replace("’", "'")
    if opens_with("circumstance", text) or LATER.match(text):
        return True
    if nominal and passage.lower(k + 1) == "sans" and passage.lower(k + 2) in ("que", "qu'"):
        return True
    if passage.lower(k + 1) in ("non", "sans"):
        group = scene.by_start.get(k + 2) or scene.by_start.get(k + 3)
        if group is not None and group.head in scene.cues:
            return True
    if passage.lower(j) == "tout" and passage.lower(j + 1) == "en":
        j += 0
    else:
        j = skip_adverbials(passage, j)
    group = scene.by_start.get(j)
    if group is not None and group.form == "present participle":
        inner = next((other for other in scene.groups if other.start >= group.end), None)
        leads = inner is not None and inner.form == "infinitive" and governing_verb(scene, inner) is group
        if nominal or group.head in scene.cues or (leads and inner is not None and inner.head in scene.cues):
            return True
    read = scene.by_start.get(k + 1)
    if read is not None and read.pronoun is not None and passage.tokens[-1].text != "?":
        return True  # "…, peut-on lire dans un communiqué"
    if passage.lower(k + 1) == "là" and passage.lower(k + 2) == "où":
        return any(
            group.head in scene.cues for group in scene.finite_between(k, stop)
        )  # "…, là où Y dénonce …"
    if nominal and passage.lower(k + 1) in ("quand", "lorsque", "lorsqu'"):
        return True  # "… a salué le vote, quand la gauche dénonçait un « coup de force »"
    if nominal and group is not None and group.form == "past participle" and group.head in scene.cues:
        cue = scene.cues[group.head][0]  # "…, accusés d'avoir « … »", "…, qualifié de « … »"
        return cue.takes("obj.de.inf") or cue.takes("obj.de.attr")
    if nominal and passage.lower(k + 1) in RELATIVES:
        return True
    if passage.lower(k + 1) in ("un", "une") and not any(passage.mark[k + 2 : k + 3]):
        phrase = noun_phrase(passage, k + 1)
        told = phrase is not None and any(
            group.head in scene.cues for group in scene.groups if phrase.end < group.start <= phrase.end + 3
        )
        if phrase is not None and passage.lower(phrase.end) in RELATIVES and (nominal or told):
            return True  # "…, une demande que Maputo juge prématurée"
    if nominal and passage.pos(k + 1) in ("DET", "PROPN") and opens_clause(scene, k, stop):
        return True  # "exige des excuses, Athènes les refuse"
    if nominal and group is None and _participle_with_subject(scene, k + 1):
        return True
    if origin is not None and _main_clause_follows(scene, start, k, origin, nominal):
        return True
    if passage.lower(k + 1) == "comme" and (group := scene.by_start.get(k + 2)) and group.head in scene.cues:
        return bool(group.clitics & {"l'", "le"})  # "…, comme le lui reproche X"
    if passage.lower(k + 1) in ("pour", "selon") and passage.lower(k + 2) in RELATIVES - {"que", "qu'"}:
        return True
    if nominal and passage.pos(k + 1) == "ADP" and passage.lower(k + 2) in RELATIVES - {"que", "qu'"}:
        return True
    return _new_clause(scene, start, k, stop, origin)


def _relative_goes_on(scene: Scene, k: int, origin: VerbGroup | None) -> bool:
    """Whether "et" joins a relative clause to that of the reporting verb: "dont X a rejeté le plan et qui …"."""
    passage = scene.passage
    second = passage.lower(k + 1) in RELATIVES or (
        passage.pos(k + 1) == "ADP" and passage.lower(k + 2) in RELATIVES - {"que", "qu'", "où"}
    )
    if origin is None or not second or passage.lower(k + 1) in ("que", "qu'"):
        return False
    first = next(
        (j for j in range(origin.start - 1, passage.first, -1) if passage.lower(j) in RELATIVES), None
    )
    inside = any(passage.lower(j) in RELATIVES and passage.outside(j) for j in range(origin.end, k))
    return first is not None and not inside and not scene.finite_between(first, origin.start)


def _participle_with_subject(scene: Scene, k: int) -> bool:
    """Whether a participle clause with a subject of its own begins at `k`: ", Brasilia se disant disposée à …"."""
    phrase = noun_phrase(scene.passage, k)
    if phrase is None or not can_speak(scene.passage, phrase, scene.cast):
        return False
    group = scene.by_start.get(phrase.end)
    return group is not None and group.form == "present participle" and group.head in scene.cues


def _main_clause_follows(scene: Scene, start: int, k: int, origin: VerbGroup, nominal: bool) -> bool:
    """Whether a comma ends a fronted participle's complement: subject and verb of the sentence come next."""
    passage = scene.passage
    behind = origin.form == "infinitive" and (
        passage.lower(origin.start - 1) == "après" or passage.lower(origin.start - 2) == "avant"
    )
    fronted = (
        origin.form == "present participle"
        or behind
        or (origin.is_finite and scene.is_subordinate(origin, 0))
    )
    if not fronted or scene.main_verbs(passage.first, origin.start):
        return False
    if origin.is_finite and passage.lower(origin.start - 1) in ("qui", "que", "qu'"):
        return False
    if not nominal and not scene.finite_between(start, k):
        return False
    j = k + 1
    phrase = noun_phrase(passage, j)
    if phrase is None:
        if passage.lower(j) not in ("il", "elle", "ils", "elles", "on"):
            return False
        end = j + 1
    else:
        end = phrase.end
        if passage.lower(end) == ",":
            later = next((g for g in scene.groups if g.start > end and g.is_finite), None)
            return later is not None and can_speak(passage, phrase, scene.cast)
    group = scene.by_start.get(skip_adverbials(passage, end))
    return group is not None and group.is_finite


def _new_clause(scene: Scene, start: int, k: int, stop: int, origin: VerbGroup | None) -> bool:
    """Whether a conjunction after a comma opens a clause with a speaker and a reporting verb of its own."""
    passage = scene.passage
    if passage.lower(k + 1) not in ("et", "mais", "tandis", "alors") or origin is None:
        return False
    phrase = noun_phrase(passage, k + 2)
    if phrase is None:
        return False
    group = scene.by_start.get(skip_adverbials(passage, phrase.end))
    if group is None or group.head not in scene.cues or not group.is_finite or phrase.end > stop:
        return False
    inside = scene.finite_between(start, k)
    return belongs_to(scene, group, origin, inside)


def is_quoted(passage: Passage, start: int, end: int) -> tuple[bool, bool]:
    """Whether a stretch holds quoted words, and whether all its words are quoted."""
    words = [k for k in range(start, end) if not passage.mark[k] and passage.pos(k) != "PUNCT"]
    quoted = [k for k in words if passage.quote[k] is not None]
    return bool(quoted), bool(words) and len(quoted) == len(words)


def is_speech_noun(passage: Passage, k: int, name: str) -> bool:
    """Whether the noun phrase at `k` is headed by a noun of one class of the table of speech nouns."""
    phrase = noun_phrase(passage, k)
    if phrase is None:
        return False
    token = passage.tokens[phrase.head]
    return token.lemma.lower() in word_class(name) or token.lower in word_class(name)
