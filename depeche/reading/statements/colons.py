"""Colons: a clause that announces speech and what is said after it; names and labels in headlines."""

from depeche.language.syntax import own_subjects
from depeche.model import Actor, SpeechAct
from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.clauses import clause_end
from depeche.reading.statements.cues import acts_of, rows_of
from depeche.reading.statements.drafts import Draft, Kind
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbal import is_narrative
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

DASHES = {"–", "—", "-"}
CLOSING = {".", ",", ";", "!", "?", "…", ")"}
SPOKEN = 4  # words that a quotation before a colon must have to be more than a slogan's name
SHORT_QUOTATION = 3  # words that a quotation after a bare name must have


def colon_drafts(scene: Scene) -> list[Draft]:
    """The statements that a colon (or a headline's dash before a quotation) introduces."""
    passage = scene.passage
    found: list[Draft] = []
    low = passage.first
    for k in range(passage.first, len(passage) - 1):
        lower = passage.lower(k)
        if lower in (";", "."):
            low = k + 1
        if (lower != ":" and lower not in DASHES) or not passage.outside(k):
            continue
        quoted = passage.mark[k + 1] and passage.quote[k + 1] is not None
        if lower in DASHES and not quoted:
            continue
        draft = _at(scene, low, k, quoted)
        if draft is not None:
            found.append(draft)
            low = draft.ranges[-1][1]
        elif lower == ":":
            low = k + 1
    return found


def _at(scene: Scene, low: int, k: int, quoted: bool) -> Draft | None:
    passage = scene.passage
    start = k + 1
    end = passage.quote_end(start) if quoted else clause_end(scene, start, origin=None, nominal=False)
    if quoted:
        quotation = passage.quote[start]
        stops = quotation is not None and passage.text[quotation.inner.end - 1] in ".!?…"
        whole = stops or end >= len(passage) or passage.mark[end] or passage.lower(end) in CLOSING
        if not whole or quotation is None:
            end = clause_end(scene, start, origin=None, nominal=False)
    words = [j for j in range(start, end) if passage.pos(j) != "PUNCT" and not passage.mark[j]]
    if not words:
        return None
    verbs = [group for group in scene.finite_between(low, k) if passage.outside(group.head)]
    if not verbs:
        verbs = [group for group in scene.groups if low <= group.start < k and is_narrative(scene, group)]
    turning = [
        group for group in scene.groups if low <= group.start < k and group.form == "present participle"
    ]
    if quoted and not verbs and turning and passage.lower(low) in ("puis", "et", "enfin"):
        return Draft(
            scene, "colon", "speech", [(start, end)], cue=passage.stretch(k, k + 1), at=k
        )  # "Puis, riant : « … »"
    told = [head for head in scene.incises if low <= head < k]
    if passage.lower(k) == ":" and not verbs and told:
        subject, pronoun = scene.incises[max(told)]
        return Draft(scene, "colon" if quoted else "colon without quotation marks", "speech", [(start, end)],
                     cue=passage.stretch(k, k + 1), at=k, subject=subject, pronoun=pronoun)  # fmt: skip
    if passage.lower(k) == ":" and verbs:
        return _after_clause(scene, verbs, k, start, end, quoted, len(words))
    if verbs:
        return None
    before = passage.quote[k - 1] if k else None
    if passage.lower(k) == ":" and before is not None and not quoted:
        return _label_behind(scene, k, start) or _speaker_behind(scene, k, start)
    if (
        quoted and passage.first in scene.asides and len(words) >= SHORT_QUOTATION
    ):  # "Pour X, pas question : « … »"
        return Draft(scene, "colon", "speech", [(start, end)], cue=passage.stretch(k, k + 1), at=k)
    return _after_name(scene, low, k, start, end, quoted, len(words))


def _after_clause(
    scene: Scene, verbs: list[VerbGroup], k: int, start: int, end: int, quoted: bool, words: int
) -> Draft | None:
    passage = scene.passage
    group = verbs[-1]
    if len(verbs) > 1 and scene.passage.lower(group.start - 1) in ("je", "j'", "nous"):
        group = verbs[-2]  # "Elle y a mis une réserve, je cite : …"
    reporting = [other for other in verbs if other.head in scene.cues]
    told_before = bool(reporting) and group not in reporting and scene.is_subordinate(group, 0)
    if told_before:
        group = reporting[-1]  # "a fait savoir que rien n'était annulé : …"
    reply = reply_of(scene, group)
    phrase_act = reply or set_phrase(scene, group, k)
    entry = scene.cues.get(group.head)
    voiced = entry is not None and any(frame in ("q", "que", "np") for frame in entry[0].frames)
    if not quoted and not voiced and phrase_act is None:
        return None
    if not quoted and words < 3:
        return None
    if not quoted and passage.lower(start) in ("il", "elle", "ils", "elles"):
        told = scene.main_verbs(start, end)
        if told and told[0].head in scene.cues and told[0].start <= start + 2:
            return None  # "… va plus loin : il accuse Rome de …": that verb tells it
    if quoted and not voiced and phrase_act is None and words < SHORT_QUOTATION:
        return None
    if group.negated and not quoted and phrase_act is None:
        return None
    closes = entry is not None and _reaches(scene, max(entry[1], group.end), k)
    goes_on = told_before and entry is not None and entry[0].act == "deny"  # "a nié qu'il soit venu : …"
    act: SpeechAct = phrase_act or (entry[0].act if entry and (closes or goes_on) else "assert")
    cue = passage.stretch(group.start, k + 1) if closes or phrase_act else passage.stretch(k, k + 1)
    rule = "colon" if quoted else "colon without quotation marks"
    listed = phrase_act == "request" and not quoted and not scene.finite_between(start, end)
    kind: Kind = "nominal" if listed else "speech"  # "pose deux conditions : le retrait et …"
    return Draft(scene, rule, kind, [(start, end)], act=act, cue=cue, at=k,
                 entry=entry[0] if entry else None, group=group,
                 subject=_sender(scene, group, k) if reply is not None else None)  # fmt: skip


def reply_of(scene: Scene, group: VerbGroup) -> SpeechAct | None:
    """The act of a reply that a verb says has come: "La réponse est venue de Kiev : …"; None for anything else."""
    if group.lemma not in word_class("arriving"):
        return None
    subjects = own_subjects(scene.passage.tokens[group.head])
    acts = acts_of("label")
    return next((acts[noun.lemma.lower()] for noun in subjects if noun.lemma.lower() in acts), None)


def _sender(scene: Scene, group: VerbGroup, k: int) -> NounPhrase | None:
    """From whom a reply has come: "est venue de Kiev", "est tombée du ministère"."""
    passage = scene.passage
    for j in range(group.end, k):
        if passage.lower(j) in ("de", "d'", "du", "des"):
            phrase = noun_phrase(passage, j + 1, limit=k)
            if phrase is not None and scene.cast.actors_of(passage.tokens[phrase.head]):
                return phrase
    return None


def _reaches(scene: Scene, after: int, k: int) -> bool:
    """Whether nothing that was said stands between the verb and the colon."""
    return k - after <= 8 and not any(scene.passage.lower(j) in ("que", "qu'") for j in range(after, k))


def set_phrase(scene: Scene, group: VerbGroup, k: int) -> SpeechAct | None:
    """The act of speech that a set phrase before a colon announces ("hausser le ton"), or None."""
    passage = scene.passage
    for lemma, act, _ in rows_of("phrase"):
        head, *tail = lemma.removeprefix("ne pas ").replace("l'", "l' ").replace("d'", "d' ").split()
        if group.lemma != head or (not tail and group.head in scene.cues):
            continue
        words = [passage.lower(j) for j in range(group.head + 1, k)]
        lemmas = [passage.tokens[j].lemma for j in range(group.head + 1, k)]
        if all(word in words or word in lemmas for word in tail):
            return act
    return None


def _after_name(
    scene: Scene, low: int, k: int, start: int, end: int, quoted: bool, words: int
) -> Draft | None:
    passage = scene.passage
    phrase = noun_phrase(passage, low)
    if phrase is None or k - phrase.end > 8:
        return None
    token = passage.tokens[phrase.head]
    label = acts_of("label").get(token.lemma.lower())
    told = any(group.head in scene.cues and group.is_finite for group in scene.groups if group.start > k)
    if label is not None and phrase.end >= k - 1 and words >= 3 and not told:
        return Draft(scene, "label", "speech", [(start, end)], act=label, cue=passage.stretch(low, k + 1), at=k,
                     subject=phrase)  # fmt: skip
    actors = scene.cast.actors_of(token) or any(
        scene.cast.actors_of(passage.tokens[j]) for j in range(phrase.start, phrase.end)
    )
    named = bool(actors) or token.ent in ("PER", "ORG", "LOC") or token.pos == "PROPN"
    if quoted:
        last = _last_name(scene, phrase, k)
        if (not named and not can_speak(passage, phrase, scene.cast)) or words < SHORT_QUOTATION:
            return None
        if last is None:
            return None
        return Draft(scene, "name and colon", "speech", [(start, end)], cue=passage.stretch(k, k + 1), at=k,
                     subject=last)  # fmt: skip
    person = any(actor.kind == "person" and _is_known(scene, actor) for actor in scene.cast.actors_of(token))
    if passage.kind == "headline" and person and phrase.end == k and words > 3:
        return Draft(scene, "name and colon in a headline", "speech", [(start, end)], cue=passage.stretch(k, k + 1),
                     at=k, subject=phrase)  # fmt: skip
    return None


def _is_known(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is named more than once, so that its name is no chance reading of a headline's topic."""
    return sum(actor in mention.actors for mention in scene.cast.mentions) > 1


def _label_behind(scene: Scene, k: int, start: int) -> Draft | None:
    """A headline's quotation with its label behind the colon: "« … » : le message de Londres"."""
    passage = scene.passage
    phrase = noun_phrase(passage, start)
    first = k - 1
    while first > 0 and passage.quote[first - 1] is passage.quote[k - 1]:
        first -= 1
    labels = {lemma: act for lemma, act, _ in [*rows_of("label"), *rows_of("noun")]}
    if phrase is None or first > passage.first or passage.tokens[phrase.head].lemma.lower() not in labels:
        return None
    if not any(scene.cast.actors_of(passage.tokens[j]) for j in range(phrase.head + 1, phrase.end)):
        return None
    return Draft(scene, "label", "speech", [(first, k)], act=labels[passage.tokens[phrase.head].lemma.lower()],
                 cue=passage.stretch(k, phrase.end), at=k, subject=phrase)  # fmt: skip


def _speaker_behind(scene: Scene, k: int, start: int) -> Draft | None:
    """A quotation whose speaker acts behind the colon: "« … » : le président salue l'accord"."""
    passage = scene.passage
    if passage.lower(start) == "c'":  # "« … » : c'est en ces termes que la ministre a répondu"
        start = next((j + 1 for j in range(start, start + 8) if passage.lower(j) in ("que", "qu'")), start)
    phrase = noun_phrase(passage, start)
    if phrase is None or not can_speak(passage, phrase, scene.cast):
        return None
    group = scene.by_start.get(skip_adverbials(passage, phrase.end))
    if group is None or not group.is_finite or group.passive:
        return None
    if group.head not in scene.cues and passage.kind != "headline":
        return None
    first = k - 1
    while first > 0 and passage.quote[first - 1] is passage.quote[k - 1]:
        first -= 1
    words = sum(passage.pos(j) != "PUNCT" and not passage.mark[j] for j in range(first, k))
    if first > passage.first or words < SPOKEN:
        return None
    return Draft(scene, "quotation and colon", "speech", [(first, k)], cue=passage.stretch(k, k + 1), at=k,
                 subject=phrase)  # fmt: skip


def _last_name(scene: Scene, phrase: NounPhrase, k: int) -> NounPhrase | None:
    """The phrase next to the colon: in "Ukraine, Lavrov : « … »" the name after the comma."""
    passage = scene.passage
    if phrase.end == k:
        return phrase
    for j in range(k - 1, phrase.end - 1, -1):
        if passage.lower(j) in (",", "-", "–", "/"):
            inner = noun_phrase(passage, j + 1)
            return inner if inner is not None and inner.end == k else phrase
    return phrase
