"""Reporting verbs in the passive: "qualifiée de « disproportionnée » par Lima", "accusé par Kinshasa de …"."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.clauses import clause_end, is_quoted
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.drafts import Draft, Kind
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.pieces import infinitive_at
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.subjects import subject_of
from depeche.reading.statements.verbs import VerbGroup

REACH = 24  # words between the participle and its agent
LINKING = {"de", "d'", "comme"}
# Bare participles on a noun that tell who asked, named or blamed; others only describe the noun.
ON_NOUNS = {"request", "criticise", "accuse"}


def passive_drafts(scene: Scene) -> list[Draft]:
    """The statements whose speaker is the agent of a passive, in text order."""
    found: list[Draft] = []
    for group in scene.groups:
        entry = scene.cues.get(group.head)
        bare = group.form == "past participle"
        if entry is None or not (group.passive or bare) or scene.passage.quote[group.head] is not None:
            continue
        if group.negated or group.reflexive or scene.passage.tokens[group.head].lower.endswith("ant"):
            continue
        draft = _draft(scene, group, entry[0], entry[1], bare)
        if draft is not None:
            found.append(draft)
    return found


def _agent(scene: Scene, after: int) -> tuple[int, NounPhrase] | None:
    """The index of "par" and the phrase behind it, when that can speak."""
    passage = scene.passage
    for k in range(after, min(after + REACH, len(passage))):
        if not passage.outside(k):
            continue
        if passage.lower(k) in (";", ":", ".", "que", "qu'", "qui") or (
            passage.lower(k) == "," and k > after + 12
        ):
            return None
        if scene.by_start.get(k) is not None and scene.by_start[k].is_finite:
            return None
        if passage.lower(k) == "par":
            phrase = noun_phrase(passage, k + 1)
            if phrase is not None and can_speak(passage, phrase, scene.cast):
                return k, phrase
            return None
    return None


def _all_agents(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """The agent with those listed behind it: "par la Chine, le Pakistan et l'Iran"."""
    passage, end = scene.passage, phrase.end
    while passage.lower(end) == "," and passage.lower(end + 1) in ("le", "la", "l'", "les"):
        other = noun_phrase(passage, end + 1)
        if other is None or not scene.cast.actors_of(passage.tokens[other.head]):
            return phrase
        end = other.end
        if any(passage.lower(k) == "et" for k in range(other.head, end)):
            return NounPhrase(phrase.start, phrase.head, end)
    return phrase


def _draft(scene: Scene, group: VerbGroup, cue: Cue, after: int, bare: bool) -> Draft | None:
    agent = _agent(scene, after)
    if agent is None:
        return _without_agent(scene, group, cue, after, bare)
    at, phrase = agent
    phrase = _all_agents(scene, phrase)
    found = _content(scene, group, cue, after, at, phrase.end, bare)
    if found is None:
        return None
    kind, ranges = found
    return Draft(scene, "passive", kind, ranges, act=cue.act, cue=scene.passage.stretch(group.start, after),
                 at=group.head, entry=cue, group=group, subject=phrase)  # fmt: skip


def _without_agent(scene: Scene, group: VerbGroup, cue: Cue, after: int, bare: bool) -> Draft | None:
    """Quoted words of a passive that names no agent: those of the place, or of who tells the rest of the sentence."""
    passage = scene.passage
    k = skip_adverbials(passage, after)
    if passage.lower(k) == ",":
        close = next((j for j in range(k + 1, min(k + REACH, len(passage))) if passage.lower(j) == ","), k)
        k = close + 1 if not scene.finite_between(k, close) else k
    if passage.lower(k) not in LINKING:
        return None
    end = clause_end(scene, k + 1, origin=group, nominal=True)
    if not is_quoted(passage, k + 1, end)[0]:
        return None
    draft = Draft(scene, "passive", "clause", [(k + 1, end)], act=cue.act, at=group.head, entry=cue,
                  cue=passage.stretch(group.start, after))  # fmt: skip
    told = [verb for verb in scene.main_verbs(passage.first, group.start) if verb.head in scene.cues]
    if bare and "obj.de.inf" in cue.frames and told and infinitive_at(scene, k + 1) is not None:
        draft.kind, draft.group = "infinitive", told[-1]  # "a expulsé trois espions, accusés d'avoir « … »"
        return draft
    theme, where = _theme(scene, group, bare), _place(scene, group)
    if theme is None or "obj.de.attr" not in cue.frames:
        return None
    if bare and where is None and told and passage.lower(group.start - 1) == ",":
        draft.ranges.insert(0, theme)  # "a condamné ce raid, qualifié de « crime »"
        draft.group = told[-1]
        return draft
    if where is None:
        return None
    draft.ranges.insert(0, theme)
    draft.group, draft.subject = group, where
    return draft


def _place(scene: Scene, group: VerbGroup) -> NounPhrase | None:
    """The place whose relative clause a verb stands in: "à Moscou, où l'idée est qualifiée de « farce »"."""
    passage = scene.passage
    k = group.start - 1
    while k > passage.first and passage.lower(k) != "où":
        k -= 1
    at = k - 2 if passage.lower(k - 1) == "," else k - 1
    if passage.lower(k) != "où" or at < passage.first or not scene.cast.actors_of(passage.tokens[at]):
        return None
    return NounPhrase(at, at, at + 1)


def _content(
    scene: Scene, group: VerbGroup, cue: Cue, after: int, at: int, behind: int, bare: bool
) -> tuple[Kind, list[tuple[int, int]]] | None:
    passage = scene.passage
    frames = set(cue.frames)
    k = skip_adverbials(passage, after)
    subject = _theme(scene, group, bare)
    if not bare and "que" in frames and passage.lower(skip_adverbials(passage, behind)) in ("que", "qu'"):
        start = skip_adverbials(passage, behind) + 1
        return "clause", [(start, clause_end(scene, start, origin=group, nominal=False))]
    if (
        (
            "obj.de.attr" in frames
            or (frames & {"np.comme", "comme", "np", "adj.np"} and passage.lower(k) == "comme")
        )
        and passage.lower(k) in LINKING
        and k < at
    ):
        named = (k + 1, at)
        return "clause", [subject, named] if subject and "obj.de.attr" in frames else [named]
    if "adj.np" in frames and k < at and (passage.mark[k] or passage.pos(k) == "ADJ"):
        return "clause", [subject, (k, at)] if subject else [(k, at)]  # "jugé « trop commode » par Oslo"
    if passage.lower(behind) in LINKING or (
        passage.lower(behind) == "," and passage.lower(behind + 1) in LINKING
    ):
        start = behind + 1 if passage.lower(behind) in LINKING else behind + 2
        if infinitive_at(scene, start) is not None and any(frame.startswith("obj.") for frame in frames):
            return "infinitive", [(start, clause_end(scene, start, origin=group, nominal=True))]
        if passage.lower(start - 1) == "comme" and frames & {"np.comme", "comme", "np"}:
            return "nominal", [(start, clause_end(scene, start, origin=group, nominal=True))]
        if "obj.de.np" in frames and passage.lower(behind) in LINKING:
            return "nominal", [(start, clause_end(scene, start, origin=group, nominal=True))]
        if "obj.de.attr" in frames and subject:
            return "clause", [subject, (start, clause_end(scene, start, origin=group, nominal=True))]
    if (
        k < at
        and passage.lower(k) in ("de", "d'")
        and "obj.de.inf" in frames
        and infinitive_at(scene, k + 1) is not None
    ):
        return "infinitive", [(k + 1, at)]
    if "np" in frames and at <= after + 3 and subject and (not bare or cue.act in ON_NOUNS):
        return "nominal", [subject]
    return None


def _theme(scene: Scene, group: VerbGroup, bare: bool) -> tuple[int, int] | None:
    """The noun phrase that the passive is about: the one before a bare participle, or the subject."""
    passage = scene.passage
    if not bare:
        subject = subject_of(scene, group)
        phrases = subject.phrases if subject is not None else ()
        return (phrases[0].start, phrases[-1].end) if phrases else None
    last = group.start
    while last > 0 and (passage.pos(last - 1) == "ADV" or passage.lower(last - 1) in ("qui", ",")):
        last -= 1
    for start in range(max(passage.first, last - 14), last):
        phrase = noun_phrase(passage, start, limit=last)
        if phrase is not None and phrase.end == last:
            before = passage.lower(start - 1)
            if bare and before in ("de", "d'", "des", "du", "à", "aux", "au") and start - 1 >= passage.first:
                continue
            return start, last
    return None
