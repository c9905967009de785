"""Incises: a reporting verb put into or after what was said, with its subject behind it.

"La visite, a déclaré jeudi le ministre, pourrait être reportée." The parser takes "visite" for the subject of
"déclaré", so an incise is found by its outer form: a comma or closing mark, the verb, its pronoun or a noun phrase
that can speak, and then a mark or the end.
"""

from dataclasses import dataclass, replace

from depeche.reading.statements.clauses import SUBORDINATORS, Scene, clause_end, is_quoted
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase, skip_adverbials
from depeche.reading.statements.verbal import governing_verb
from depeche.reading.statements.verbs import VerbGroup

DASHES = {"–", "—", "-", "/"}
THIRD = {"il", "elle", "ils", "elles", "on", "ce"}
# What may follow an incise and still belong to what was said.
RESUMING = ("mais ", "à condition", "pourvu ", "sous réserve", "sauf ", "si ", "s'il", "tant que", "tant qu'",
            "pour autant", "faute ", "afin ", "car ", "parce ", "puisque", "même si", "bien que", "bien qu'",
            "quitte à", "ainsi que", "à moins", "et non ", "sans quoi", "au risque", "quand bien", "dans l'espoir",
            "notamment", "à commencer")  # fmt: skip


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


def _mark_before(scene: Scene, group: VerbGroup) -> tuple[int, bool] | None:
    """The index of the mark that opens the incise, and whether a quotation closes there."""
    passage = scene.passage
    for back in range(9):
        j = group.start - 1 - back
        if j < passage.first:
            return None
        if (
            passage.mark[j]
            and passage.quote[j] is not None
            and passage.quote[j] is not passage.quote[group.start]
        ):
            if back and skip_adverbials(passage, j + 1, any_phrase=True) != group.start:
                return None
            return j + 1, True
        if passage.lower(j) == "," or passage.lower(j) in DASHES or passage.lower(j) in ("?", "!"):
            if back and skip_adverbials(passage, j + 1, any_phrase=True) != group.start:
                return None
            quotation = passage.quote[j - 1] if j else None
            closes = (
                quotation is not None and passage.mark[j - 1] and quotation is not passage.quote[group.start]
            )
            return j, bool(closes)
    return None


def _incise_at(scene: Scene, group: VerbGroup) -> Incise | None:
    passage = scene.passage
    entry = scene.cues.get(group.head)
    cue = entry[0] if entry else None
    mark = _mark_before(scene, group)
    inside = passage.quote[group.head] is not None
    if mark is None:
        return _plain_order(scene, group, cue)
    start, quoted = mark
    voiced = cue is not None and any(frame in ("q", "q.only", "que") for frame in cue.frames)
    if not voiced and not quoted:
        return None
    if group.negated or group.passive:
        return None
    after = max(group.end, entry[1] if entry else 0)
    if group.pronoun is not None:
        word = passage.tokens[group.pronoun].lower.removeprefix("-t").removeprefix("-")
        if word not in THIRD or (
            not quoted and passage.tokens[-1].text == "?" and start <= passage.first + 3
        ):
            return None
        return Incise(group, cue, start, _tail(scene, after, inside), quoted, None, group.pronoun, inside)
    k = skip_adverbials(passage, after, any_phrase=True)
    if passage.lower(k) == ",":
        k = _behind_insertion(scene, k, quoted)
    phrase = noun_phrase(passage, k)
    if phrase is None or passage.quote[phrase.head] is not passage.quote[group.head]:
        return _plain_order(scene, group, cue) if quoted else None
    if quoted:
        fragment = not _opens_clause(scene, start, group)
        if (cue is None or fragment or _has_object_frame(cue) or cue.takes("de.inf")) and not can_speak(
            passage, phrase, scene.cast
        ):
            return None
        if cue is not None and _has_object_frame(cue) and _takes_object(scene, cue, phrase):
            return None
    elif not _unquoted(scene, group, cue, start, phrase, inside):
        return None
    return Incise(group, cue, start, _tail(scene, phrase.end, inside), quoted, phrase, None, inside)


def _behind_insertion(scene: Scene, k: int, quoted: bool) -> int:
    """The index after an insertion between verb and subject: "confie, la voix nouée, une infirmière"."""
    passage = scene.passage
    resumed = skip_adverbials(passage, k + 1, any_phrase=True)
    if resumed > k + 1 and passage.lower(resumed) == ",":
        return resumed + 1
    if quoted:
        for j in range(k + 2, min(k + 10, len(passage))):
            if passage.lower(j) == "," and not scene.finite_between(k, j):
                return j + 1
    return k


def _opens_clause(scene: Scene, start: int, group: VerbGroup) -> bool:
    """Whether the quotation that closes before an incise begins the sentence and is no fragment inside it."""
    passage = scene.passage
    k = start - 1
    while k >= 0 and (passage.quote[k] is None or passage.quote[k] is passage.quote[group.start]):
        k -= 1
    quotation = passage.quote[k] if k >= 0 else None
    first = next((j for j in range(len(passage)) if passage.quote[j] is quotation), 0)
    return quotation is not None and (first <= passage.first or passage.lower(first - 1) in (":", ".", ";"))


def _unquoted(
    scene: Scene, group: VerbGroup, cue: Cue | None, start: int, phrase: NounPhrase, inside: bool
) -> bool:
    """Whether verb and noun phrase after a comma are an incise where no quotation mark shows it."""
    passage = scene.passage
    if cue is None or group.start - start > 8:
        return False
    floor = _floor(scene, group.start, inside)
    following = passage.lower(phrase.end)
    if any(frame.startswith("obj.") for frame in cue.frames) and not cue.takes("que"):
        return False
    if _has_object_frame(cue):
        if _takes_object(scene, cue, phrase) or not can_speak(passage, phrase, scene.cast):
            return False
    complete = any(
        other
        for other in scene.main_verbs(floor, start)
        if passage.quote[other.head] is passage.quote[group.head]
    ) or any(passage.quote[k] is not None for k in range(floor, start) if not inside)
    if complete:
        if passage.lower(start + 1) in ("et", "mais", "qui", "ou"):
            return False
        return (
            following in (",", ".", "", ";", ":", "»", '"', "”", ")", "!", "…")
            or following in SUBORDINATORS
            or (passage.pos(phrase.end) in ("ADP", "ADV", "NOUN", "PUNCT", "VERB", "CCONJ"))
        )
    resumed = _resumes_at(scene, phrase.end, inside)
    if resumed is not None:
        return True
    ends = phrase.end >= len(passage) - 1 or following in (":", "cité", "citée", "cités")
    return ends and not _has_object_frame(cue) and not cue.takes("np") and start - floor <= 6


def _floor(scene: Scene, at: int, inside: bool) -> int:
    passage = scene.passage
    if inside:
        k = at
        while k > 0 and passage.quote[k - 1] is passage.quote[at]:
            k -= 1
        return k + 1 if passage.mark[k] else k
    for k in range(at - 1, passage.first - 1, -1):
        if passage.lower(k) == ";" and passage.outside(k):
            return k + 1
    return passage.first


def _has_object_frame(cue: Cue) -> bool:
    return any(
        frame.startswith(("obj.", "adj")) or (frame.startswith("np") and not frame.endswith("quoted"))
        for frame in cue.frames
    )


def _takes_object(scene: Scene, cue: Cue, phrase: NounPhrase) -> bool:
    """Whether the phrase is the verb's object: its "de" or "à" with an infinitive follows."""
    passage = scene.passage
    k = skip_adverbials(passage, phrase.end)
    if passage.lower(k) in ("de", "d'", "à") and any(frame.startswith("obj.") for frame in cue.frames):
        later = next((group for group in scene.groups if group.start > k), None)
        return later is not None and later.form == "infinitive" and later.start <= k + 3
    return False


def _resumes_at(scene: Scene, k: int, inside: bool) -> int | None:
    """Where an interrupted clause goes on after an incise: at a conjugated verb without a subject of its own."""
    passage = scene.passage
    for group in scene.groups:
        if group.start < k or not group.is_finite:
            continue
        if bool(passage.quote[group.head]) != inside and inside:
            continue
        low = group.start
        while low > k and (
            passage.pos(low - 1) in ("ADV", "PRON") and passage.lower(low - 1) not in SUBORDINATORS
        ):
            low -= 1
        while low > k and passage.mark[low - 1]:
            low -= 1
        if passage.lower(low - 1) == ",":
            return low
        if not scene.is_subordinate(group, k):
            return None
    return None


def _tail(scene: Scene, k: int, inside: bool) -> int:
    """The index after the incise's circumstances, up to the mark that ends it."""
    passage = scene.passage
    while k < len(passage):
        lower = passage.lower(k)
        if lower in (",", ".", ";", ":", "!", "?", "…") or lower in SUBORDINATORS:
            return k
        if passage.mark[k] or (inside != (passage.quote[k] is not None)):
            return k
        if lower == "et" and scene.by_start.get(k + 1) is not None:
            return k
        k += 1
    return k


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


def incise_drafts(scene: Scene, incises: list[Incise]) -> list[Draft]:
    """The statements that incises report, each with the content before it and what resumes after it."""
    found: list[Draft] = []
    low = scene.passage.first
    for number, incise in enumerate(incises):
        high = incises[number + 1].start if number + 1 < len(incises) else len(scene.passage)
        draft = _draft(scene, incise, low, high)
        if draft is not None:
            found.append(draft)
            low = max(incise.end, draft.ranges[-1][1])
        else:
            low = incise.end
    return found


def _draft(scene: Scene, incise: Incise, low: int, high: int) -> Draft | None:
    passage = scene.passage
    behind = incise.end + 1 if passage.lower(incise.end) == "," else incise.end
    if passage.lower(behind) in ("que", "qu'") and not incise.quoted:
        return None  # "au motif, disait-il, que": the noun tells it
    if incise.inside:
        quotation = passage.quote[incise.group.head]
        covered = [k for k in range(len(passage)) if passage.quote[k] is quotation and not passage.mark[k]]
        ranges = [(covered[0], incise.start), (incise.end + 1, covered[-1] + 1)]
        ranges = [(a, b) for a, b in ranges if a < b]
    else:
        ranges = _ranges(scene, incise, low, high)
    ranges = [piece for piece in (_trim(scene, a, b) for a, b in ranges) if piece is not None]
    if not ranges:
        return None
    cue_end = max(
        incise.group.end, scene.cues[incise.group.head][1] if incise.group.head in scene.cues else 0
    )
    return Draft(
        scene, "incise" if incise.quoted or incise.inside else "incise without quotation marks", "speech", ranges,
        act=incise.cue.act if incise.cue else "assert",
        cue=passage.stretch(incise.group.start, cue_end),
        at=incise.group.head, entry=incise.cue, group=incise.group, subject=incise.subject, pronoun=incise.pronoun,
    )  # fmt: skip


def _trim(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    passage = scene.passage
    while start < end and passage.tokens[start].text in (",", ".", ";", ":", "–", "—", "-", "•", "/"):
        start += 1
    while end > start and passage.outside(end - 1) and passage.tokens[end - 1].text in (
        ",", ".", ";", ":", "–", "—", "-", "/"
    ):  # fmt: skip
        end -= 1
    return (start, end) if start < end else None


def _ranges(scene: Scene, incise: Incise, low: int, high: int) -> list[tuple[int, int]]:
    passage = scene.passage
    start = _start(scene, incise, low)
    before = (start, incise.start)
    resumed = _resumed(scene, incise, start, high)
    if resumed is None:
        if incise.quoted:
            return [_quoted_part(scene, before)]
        return [before]
    opening, coordinate = resumed
    if not coordinate and not incise.quoted:
        before = (_last_clause(scene, start, incise.start), incise.start)
    end = clause_end(scene, opening, origin=None, nominal=False, limit=high)
    return [before, (opening, end)] if end > opening else [before]


def _start(scene: Scene, incise: Incise, low: int) -> int:
    passage = scene.passage
    for k in range(incise.start - 1, low - 1, -1):
        if passage.lower(k) == ";" and passage.outside(k):
            return k + 1
        if passage.lower(k) == ":" and passage.outside(k) and passage.mark[k + 1]:
            return k + 1
    while low < incise.start and passage.lower(low) in (",", ".", ";") and passage.outside(low):
        low += 1
    return low


def _quoted_part(scene: Scene, before: tuple[int, int]) -> tuple[int, int]:
    """The quotation alone where it is a sentence and what precedes it tells something else."""
    passage = scene.passage
    start, end = before
    last = end - 1
    while last > start and passage.quote[last] is None:
        last -= 1
    quotation = passage.quote[last]
    first = last
    while first > start and passage.quote[first - 1] is quotation:
        first -= 1
    ahead = scene.main_verbs(start, first)
    inner = [k for k in range(first, last + 1) if not passage.mark[k]]
    stands = (
        bool(inner)
        and passage.tokens[inner[0]].text[0].isupper()
        and passage.lower(first - 1) in (",", ":", ".")
    )
    if ahead and first > start and stands:
        return first, end
    return before


def _resumed(scene: Scene, incise: Incise, start: int, high: int) -> tuple[int, bool] | None:
    """Where the content goes on after an incise, and whether as a new clause rather than the interrupted one."""
    passage = scene.passage
    k = incise.end
    if k >= high or (passage.lower(k) not in (",", ":") and not passage.mark[k]):
        return None
    if passage.lower(k) in (",", ":"):
        k += 1
    if k >= high:
        return None
    quoted, wholly = is_quoted(passage, start, incise.start)
    if passage.mark[k] and passage.quote[k] is not None:
        return (k, True) if quoted else (k, False)
    text = passage.text[passage.tokens[k].start : passage.tokens[min(high, len(passage)) - 1].end].lower()
    if text.replace("’", "'").startswith(RESUMING):
        ahead = [group for group in scene.finite_between(k, high) if group.head in scene.cues]
        own = [group for group in ahead if group.start > k + 1 and not scene.is_subordinate(group, k + 1)]
        if wholly or (passage.lower(k) == "mais" and own and scene.passage.pos(k + 1) in ("DET", "PROPN")):
            return None
        return k, True
    if wholly:
        return None
    interrupted = not scene.main_verbs(start, incise.start)
    if interrupted and not quoted:
        opening = _resumes_at(scene, incise.end, False)
        if opening is not None:
            return opening, False
    segment = _last_clause(scene, start, incise.start)
    verbless = not any(segment <= group.start < incise.start for group in scene.groups)
    relative = passage.lower(segment) in SUBORDINATORS
    participle = scene.by_start.get(k)
    if participle is not None and participle.form == "present participle":
        return None
    if segment > start and (relative or (verbless and incise.start - segment <= 3)):
        return k, False
    return None


def _last_clause(scene: Scene, start: int, end: int) -> int:
    """Where the clause that an incise interrupts begins, when a whole clause stands before it."""
    passage = scene.passage
    for k in range(end - 1, start, -1):
        if passage.lower(k) == "," and passage.outside(k):
            relative = k + 2 if passage.lower(k + 1) in ("et", "mais") else k + 1
            if passage.lower(relative) in ("où", "dont", "qui", "que"):
                return relative
            if not scene.main_verbs(start, k) or scene.main_verbs(k, end):
                return start
            opening = k + 1
            if passage.lower(opening) in ("et", "mais") and passage.lower(opening + 1) in SUBORDINATORS:
                opening += 1
            return opening
    return start
