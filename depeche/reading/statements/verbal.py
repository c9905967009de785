"""Statements that a verb reports in its usual order: "X a déclaré que …", "…, ajoutant que …", "a appelé à …"."""

from depeche.reading.statements.complements import complement_of
from depeche.reading.statements.coordination import agrees_with_noun, shares_auxiliary
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.governing import governing_verb
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup

PURPOSE_ACTS = {"request", "propose", "apologise", "criticise", "thank"}
HYPOTHETICAL = {"si", "s'"}


def verbal_drafts(scene: Scene) -> list[Draft]:
    """The statements whose reporting verb stands before what was said, in text order."""
    found: list[Draft] = []
    for group in scene.groups:
        entry = scene.cues.get(group.head)
        if entry is None or group.head in scene.incises:
            continue
        if scene.passage.quote[group.head] is not None and not _opens_quotation(scene, group):
            continue
        if group.passive or not _tells(scene, group):
            continue
        cue, after = entry
        complement = complement_of(scene, group, cue, after)
        if complement is None:
            continue
        passage = scene.passage
        end = max(after, complement.ranges[0][0])
        cue_span = passage.stretch(group.start, after)
        while end > after and passage.mark[end - 1]:
            end -= 1
        if complement.frame == "que" and passage.lower(end - 1) in ("que", "qu'"):
            cue_span = passage.stretch(group.start, end)
        rule = f"{group.form}, {complement.frame}"
        draft = Draft(
            scene, rule, complement.kind, complement.ranges, act=cue.act, cue=cue_span, at=group.head
        )
        if complement.frame == "si" and cue.act == "request":
            draft.act = "ask"  # "a demandé si le texte serait ratifié"
        if complement.frame == "np.y.hand":
            draft.act = "accuse"  # "y voit la main de Londres"
        if complement.frame == "delay.pour.inf":
            draft.act = "request"  # "a donné 48 heures à Rome pour répondre"
        draft.entry, draft.group, draft.addressed = cue, group, complement.addressed
        found.append(draft)
    return found


def _opens_quotation(scene: Scene, group: VerbGroup) -> bool:
    """Whether a quotation begins with the verb, its subject outside: "l'armée « dément avoir tiré »"."""
    passage = scene.passage
    k = (group.start if passage.quote[group.carrier] is not None else group.head) - 1
    while k >= 0 and passage.pos(k) == "ADV" and not passage.mark[k]:
        k -= 1
    if passage.outside(group.carrier) and k > group.carrier and passage.mark[k]:
        return group.is_finite  # "a « condamné la campagne »"
    if k < 1 or not passage.mark[k] or passage.quote[k] is not passage.quote[group.head]:
        return False
    return (
        group.is_finite
        and passage.outside(k - 1)
        and passage.pos(k - 1) in ("NOUN", "PROPN", "ADJ", "PRON", "ADV", "PUNCT")
    )


def _tells(scene: Scene, group: VerbGroup) -> bool:
    """Whether the verb form tells of speech that took place."""
    passage = scene.passage
    carrier = passage.tokens[group.carrier]
    if group.is_finite:
        mood, time = carrier.feat("Mood"), carrier.feat("Tense")
        before = passage.lower(group.start - 1)
        if group.lemma == "convenir" and before == "il" and group.form == "finite":
            return False  # "il convient de": nobody agrees
        if before in ("que", "qu'") and passage.lower(group.start - 2) == "ce":
            return False  # "ce que dément l'ambassade"
        if mood in ("Sub", "Imp") or time == "Fut":
            return False
        if before == "comme" and group.clitics & {"l'", "le"}:
            return False  # "comme le lui reproche Kinshasa"
        if mood == "Cnd" and group.form == "finite":
            return False
        opens = passage.lower(passage.first) in HYPOTHETICAL and scene.cues[group.head][0].act == "assert"
        if (
            not opens
            and any(passage.lower(k) in HYPOTHETICAL for k in range(max(0, group.start - 4), group.start))
            and (
                scene.is_subordinate(group, max(0, group.start - 4))
                and passage.lower(group.start - 1) not in ("qui",)
            )
        ):
            return False
        return group.pronoun is None or passage.tokens[-1].text != "?"
    if group.form == "present participle":
        return True
    if group.form == "infinitive":
        return not group.negated and _infinitive_tells(scene, group)
    return _participle_tells(scene, group)


def _participle_tells(scene: Scene, group: VerbGroup) -> bool:
    """A bare past participle tells when it stands under an earlier verb's auxiliary."""
    passage = scene.passage
    k = group.start - 1
    while k > 0 and (passage.pos(k) == "ADV" or passage.lower(k) in ("en", "outre", "plus")):
        k -= 1
    before = passage.lower(k)
    if before not in ("et", "mais", ",", "puis", "ou"):
        return False
    earlier = [
        other for other in scene.groups
        if other.start < group.start and other.form in ("compound", "past participle", "infinitive")
        and other.head not in scene.incises
    ]  # fmt: skip
    if not earlier:
        return False
    compounds = [other for other in earlier if other.form == "compound"]
    if not compounds:
        return False
    if before == "," and agrees_with_noun(scene, group):
        return False
    return shares_auxiliary(scene, group, compounds[-1], [])


def _infinitive_tells(scene: Scene, group: VerbGroup) -> bool:
    passage = scene.passage
    before = passage.lower(group.start - 1)
    if before == "sans":
        return passage.lower(group.start - 2) == "non"
    if before in ("de", "d'") and passage.lower(group.start - 2) == "avant":
        return True
    if is_narrative(scene, group) or (before == "après" and group.head != group.carrier):
        return True
    governor = governing_verb(scene, group)
    if governor is not None and governor.form in ("present participle", "past participle"):
        return True  # "…, se bornant à reconnaître des retards", "…, venu plaider pour un retrait"
    if governor is not None and governor.is_finite and not _is_future(scene, governor):
        return True
    if before == "pour" or (before == "et" and group.dative is not None):
        cue = scene.cues[group.head][0]
        voiced = (
            cue.act in PURPOSE_ACTS or group.dative is not None or (cue.takes("que") and cue.act != "promise")
        )
        return voiced and bool(scene.finite_between(0, group.start))
    return False


def is_narrative(scene: Scene, group: VerbGroup) -> bool:
    """Whether an infinitive tells as a finite verb does: "Et d'ajouter : …"."""
    passage = scene.passage
    k = group.start - 1
    opening = [passage.lower(j) for j in range(passage.first, group.start)]
    if group.form == "present participle" and not opening:
        return not scene.finite_between(0, len(passage)) or passage.lower(group.end) == ":"
    if passage.lower(k) not in ("de", "d'"):
        return False
    if len(opening) <= 3 and opening[:1] in (["avant"], ["puis"]):
        return not any(not scene.is_subordinate(other, 0) and passage.outside(other.head)
                       for other in scene.finite_between(0, len(passage)))  # fmt: skip
    return (len(opening) <= 3 and opening[:1] == ["et"]) or narrator(scene, group) is not None


def narrator(scene: Scene, group: VerbGroup) -> NounPhrase | None:
    """Who does what a narrative infinitive tells, where it is named: "Et le ministre d'ajouter que …"; else None."""
    passage = scene.passage
    start = passage.first + (passage.lower(passage.first) in ("et", "mais", "puis"))
    if (
        group.form != "infinitive"
        or group.head not in scene.cues
        or passage.lower(group.start - 1) not in ("de", "d'")
    ):
        return None
    phrase = noun_phrase(passage, start, limit=group.start - 1)
    if phrase is None or phrase.end != group.start - 1 or passage.pos(phrase.start) not in ("DET", "PROPN"):
        return None
    return phrase if can_speak(passage, phrase, scene.cast) else None


def _is_future(scene: Scene, group: VerbGroup) -> bool:
    carrier = scene.passage.tokens[group.carrier]
    return carrier.feat("Tense") == "Fut" or carrier.feat("Mood") in ("Cnd", "Sub")
