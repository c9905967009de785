"""From one sentence to its drafts, and from a draft to a statement."""

import re

from depeche.model import Statement
from depeche.reading.statements.blame import reproaches
from depeche.reading.statements.colons import colon_drafts
from depeche.reading.statements.deed_acts import act_with_deed, menaces
from depeche.reading.statements.denial import denies
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.incise_content import incise_drafts
from depeche.reading.statements.incises import find_incises
from depeche.reading.statements.inner_quotations import inner_drafts
from depeche.reading.statements.modes import content_of, mode_of
from depeche.reading.statements.nested import settle_nesting
from depeche.reading.statements.nominal import nominal_drafts
from depeche.reading.statements.passives import passive_drafts
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.source_content import source_drafts
from depeche.reading.statements.sources import find_sources
from depeche.reading.statements.speech_acts import act_of, bids_come, is_foretold
from depeche.reading.statements.trust import confidence_of
from depeche.reading.statements.verbal import verbal_drafts
from depeche.reading.statements.words import word_class

NEGATION = re.compile(r"\b(?:ne |n['’])")


def scene_drafts(scene: Scene) -> list[Draft]:
    """Every statement that one sentence reports, in the order of the reporting expressions."""
    incises = find_incises(scene)
    for incise in incises:
        scene.asides[incise.start] = incise.end
    sources = find_sources(scene)
    passed_on = {incise.end: incise for incise in incises}
    for source in sources:
        if source.relative:
            continue
        scene.asides[source.start] = source.end
    told = incise_drafts(scene, incises)
    if told:  # "À ses yeux, a-t-il dit, …": the incise tells it
        sources = [source for source in sources if source.subject is not None or source.relative]
    for source in list(sources):
        # "…, a déclaré Qin, selon le ministère": the source passes the incise's statement on.
        if source.start in passed_on and source.subject is not None and not source.relative:
            sources.remove(source)
            for draft in told:
                if draft.at == passed_on[source.start].group.head:
                    draft.relays.append(source.subject)
    nouns = nominal_drafts(scene)
    for draft in nouns:
        if draft.kind == "clause":
            scene.asides[draft.at] = len(scene.passage)  # "l'affirmation de Kigali | selon laquelle …"
    passives = passive_drafts(scene)
    heads = {draft.at for draft in passives}
    drafts = [
        *told, *source_drafts(scene, sources), *colon_drafts(scene), *nouns, *passives,
        *(draft for draft in verbal_drafts(scene) if draft.at not in heads), *inner_drafts(scene),
    ]  # fmt: skip
    drafts = _without_relays(drafts)
    _share_sources(drafts)
    return settle_nesting(scene, sorted(drafts, key=lambda draft: draft.at))


def _without_relays(drafts: list[Draft]) -> list[Draft]:
    """The drafts without sources put between a verb and what it tells: "lui reprocher, selon X, de …" is told via X."""
    kept = []
    for draft in drafts:
        told = [
            other for other in drafts
            if draft.rule == "source after" and not other.rule.startswith("source")
            and other.group is not None and other.group.form == "infinitive"
            and draft.ranges[-1][1] == other.group.end <= draft.at < other.ranges[0][0]
        ]  # fmt: skip
        if not told:
            kept.append(draft)
        elif draft.subject is not None:
            told[0].relays.append(draft.subject)
    return kept


def _share_sources(drafts: list[Draft]) -> None:
    """A colon behind "pour X, …" goes on with what X says."""
    for draft in drafts:
        if not draft.rule.startswith("colon") or draft.entry is not None:
            continue
        told = [other for other in drafts if other.rule == "source before" and other.at < draft.at]
        if told and draft.subject is None:
            draft.subject, draft.pronoun = told[-1].subject, told[-1].pronoun


def assemble(draft: Draft) -> Statement | None:
    """The statement of a draft whose speaker is known; None where no content is left."""
    content = content_of(draft)
    if not content or draft.voice is None:
        return None
    text = draft.scene.passage.text
    mode = mode_of(draft)
    words = " … ".join(span.of(text) for span in content)
    negated = draft.group is not None and draft.group.negated
    usual = draft.act
    if draft.entry is not None and draft.entry.lemma in word_class("inviting") and not bids_come(words):
        usual = "request"
    if draft.entry is not None and draft.kind == "speech" and draft.entry.lemma in word_class("arguing"):
        usual = "assert"
    named = draft.rule == "passive" and draft.entry is not None and draft.entry.takes("obj.de.attr")
    act = act_of(usual, words, kind="nominal" if named else draft.kind, negated=negated)
    if draft.kind in ("speech", "clause") and not negated:
        if act in ("deny", "reject") and act != draft.act and not denies(draft, act):
            affirmed = NEGATION.sub("", words)  # "le gel durera tant que l'accès n'est pas libre"
            act = act_of(draft.act, affirmed, kind=draft.kind, negated=False)
        act = act_with_deed(draft, act, foretold=act == "announce" and is_foretold(words))
    elif draft.kind == "infinitive" and act == "promise" and menaces(draft):
        act = "threaten"
    elif draft.kind == "infinitive" and act == "accuse" and reproaches(draft):
        act = "criticise"
    if act == "announce" and draft.entry is not None and draft.entry.lemma in word_class("vouching"):
        act = "promise"
    if _of_survey(draft):
        act = "assert"
    return Statement(
        content=content, mode=mode, speaker=draft.voice, cue=draft.cue, via=draft.via, channel=draft.channel,
        addressee=draft.addressee, act=act, rule=draft.rule,
        confidence=confidence_of(draft.rule),
    )  # fmt: skip


def _of_survey(draft: Draft) -> bool:
    """Whether a survey tells a content, which performs no act of its own: "révèle un sondage"."""
    passage = draft.scene.passage
    return draft.subject is not None and (
        passage.tokens[draft.subject.head].lemma.lower() in word_class("poll")
    )
