"""One statement within another, and two findings of one statement."""

from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

# Acts that are told as records of their own inside reported speech; plain praise or blame there is content.
RELAYING = ("source before", "source inside", "source after")
OWN = {"request", "propose", "promise", "accuse", "reject", "deny", "agree", "threaten", "announce"}


def settle_nesting(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are statements, each inner one knowing who passes it on."""
    kept: list[Draft] = []
    drafts = [draft for draft in drafts if not _told_by_incise(draft, drafts)]
    drafts = [draft for draft in drafts if not _relays_all(scene, draft, drafts)]
    for draft in drafts:
        outer = [other for other in drafts if other is not draft and _holds(other, draft)]
        if outer and not _stands_alone(scene, draft, outer):
            continue
        if outer:
            draft.outer = min(outer, key=_size)
        kept.append(draft)
    return [draft for draft in kept if not _only_passes_on(scene, draft, kept)]


def _told_by_incise(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a colon's quotation has an incise of its own, which then tells it."""
    if not draft.rule.startswith(("colon", "label", "name and colon")) or (
        draft.group is not None and draft.entry
    ):
        return False
    return any(
        other.rule.startswith("incise")
        and any(a < d and c < b for a, b in draft.ranges for c, d in other.ranges)
        for other in drafts
    )


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.ranges)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner cue and content lie within what the outer draft says."""
    if _size(outer) < _size(inner):
        return False
    return any(start <= inner.at < end for start, end in outer.ranges) and all(
        any(start <= low and high <= end for start, end in outer.ranges) for low, high in inner.ranges
    )


def _cue_within(outer: Draft, inner: Draft) -> bool:
    return any(start <= inner.at < end for start, end in outer.ranges)


def _stands_alone(scene: Scene, draft: Draft, outer: list[Draft]) -> bool:
    if draft.rule.startswith(("source", "relative source")):
        return draft.rule.startswith("relative") or "laquelle" in draft.rule
    if draft.rule in ("noun", "inner quotation"):
        return True
    if draft.rule.endswith(", adj"):
        return any(other.rule.startswith("source") for other in outer)  # "selon X, Y s'est dit prêt"
    group = draft.group
    if group is None:
        return draft.kind == "speech"
    if scene.passage.quote[group.head] is not None:
        return draft.kind == "speech" and all(
            scene.passage.mark[start] or scene.passage.quote[start] is not None for start, _ in draft.ranges
        )
    if group.negated:
        return False
    if draft.act not in OWN and draft.kind != "clause" and group.dative is None:
        return False
    mood = scene.passage.tokens[group.carrier].feat("Mood")
    return not (group.form == "finite" and mood in ("Sub", "Cnd"))


def _relays_all(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a source holds nothing but what others say, each of whom it then passes on.

    "D'après un communiqué, X a plaidé pour … et proposé de …" is told by X; a refusal may be more than words.
    """
    relayed = draft.entry is not None and draft.entry.lemma in word_class("relaying")
    if draft.subject is None or not (draft.rule in RELAYING or (draft.rule.startswith("incise") and relayed)):
        return False
    if scene.passage.pos(draft.ranges[0][0]) in ("ADP", "ADV", "SCONJ"):
        return False
    told = [
        other for other in drafts
        if other is not draft and other.group is not None and not other.rule.startswith(("source", "incise"))
        and not other.group.negated and other.act not in ("reject", "agree") and _cue_within(draft, other)
    ]  # fmt: skip
    heads = {other.group.head for other in told if other.group is not None}
    main = [group for start, end in draft.ranges for group in scene.main_verbs(start, end)]
    if not main or any(group.head not in heads or _by_nobody(scene, group) for group in main):
        return False
    own = [
        other
        for other in told
        if other.group in main or (other.group and other.group.form == "past participle")
    ]
    for other in own:
        other.relays.append(draft.subject)
    return True


def _by_nobody(scene: Scene, group: VerbGroup) -> bool:
    """Whether the subject of a verb is a pronoun that stands for nobody known."""
    k = group.start - 1
    pronoun = scene.passage.lower(k) in ("il", "elle", "ils", "elles", "on")
    return pronoun and not scene.cast.actors_of(scene.passage.tokens[k])


def _only_passes_on(scene: Scene, draft: Draft, kept: list[Draft]) -> bool:
    """Whether a source phrase holds no more than one other statement: "selon X, Y a dit que Z" is Y's, via X."""
    if draft.rule == "source after" and draft.pronoun is not None:
        # "…, orchestrée, selon lui, par …": the sentence's own statement holds it.
        return any(
            other is not draft and other.group is not None and _cue_within(draft, other) for other in kept
        )
    if not draft.rule.startswith(("source", "incise")) or draft.subject is None:
        return False
    for other in kept:
        bare = draft.rule.startswith("source") and scene.passage.pos(draft.ranges[0][0]) not in ("ADP", "ADV")
        if other is draft or other.rule.startswith("source") or other.kind == "speech":
            continue
        if other.kind != "clause" and not bare:
            continue  # "selon X, lors d'un entretien, Y a proposé …" tells more than that
        to_the_end = _holds(draft, other) and other.ranges[-1][1] >= draft.ranges[-1][1] - 1
        opens = not scene.main_verbs(draft.ranges[0][0], other.group.start if other.group else other.at)
        if to_the_end and opens and (other.group is None or other.group.is_finite):
            other.relays.append(draft.subject)
            return True
    return False
