"""Whether a content is negated as a denial or a refusal is."""

from depeche.language.syntax import is_negated
from depeche.model import SpeechAct
from depeche.reading.statements.deeds import Deed, deeds_of, idioms, measures
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.words import word_class

NOBODY = {"personne", "aucun", "nul", "rien"}


def denies(draft: Draft, act: SpeechAct) -> bool:
    """Whether a content is negated as an act of denial or rejection is; True where no verb is found.

    A denial negates its first main verb, of a deed that is not another party's and not merely perceived; a
    rejection negates any of them.
    """
    scene = draft.scene
    if scene.passage.lower(draft.ranges[0][0]) in ("n'", "ne"):
        return True  # an infinitive: "assure n'avoir menacé personne"
    groups = [group for start, end in draft.ranges for group in scene.main_verbs(start, end)]
    negated = [
        bool(group.clitics & {"ne", "n'"}) or is_negated(scene.passage.tokens[group.head]) for group in groups
    ]
    if act != "deny" or not groups:
        return not groups or any(negated)
    if draft.voice is not None and draft.voice.actor.kind == "outlet":
        return False  # a paper that writes that somebody did nothing denies nothing
    first = next(iter(deeds_of(draft)), None)
    sworn = draft.entry is not None and draft.entry.lemma in word_class("vouching")
    party = draft.voice is not None and draft.voice.actor.country is not None
    if first is not None and first.negated and _is_told(first, party=party and not sworn):
        return False
    return negated[0]


def _is_told(deed: Deed, *, party: bool) -> bool:
    """Whether a negated deed is merely told: another's, one of the senses, or a blameless one of nobody's side.

    `party` says that the speaker stands for a state, so that it is known what is of his own side, and swears to
    nothing.
    """
    if deed.lemma in word_class("perception") or (deed.other and not deed.own):
        return True
    named = (
        deed.own
        or deed.first_person
        or deed.passive
        or not deed.doer
        or deed.doer.lower() in NOBODY | word_class("claim")
    )
    return (
        party
        and not named
        and not {deed.lemma}
        & (
            measures("hostile")
            | idioms()
            | word_class("connive")
            | word_class("wrong")
            | word_class("harbour")
        )
    )
