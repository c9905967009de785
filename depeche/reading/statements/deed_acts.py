"""Which act of speech a statement is by the deeds that it tells: a charge, an announcement, a threat, a promise."""

import re

from depeche.language.syntax import Tense
from depeche.model import SpeechAct
from depeche.reading.statements.blame import is_witness, is_wrong, points_at_other
from depeche.reading.statements.deeds import (
    COMING,
    PERFORMED,
    TELLING,
    Deed,
    deeds_of,
    idiom_of,
    idioms,
    measures,
)
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.words import word_class

CONSENT = re.compile(r"\bqu(?:e|') (?:si|s')\b")  # "ne viendra que si"
IF = re.compile(r"\b(?:si|s' ils?)\b")
PAST: frozenset[Tense] = frozenset({"past", "imperfect"})


def act_with_deed(draft: Draft, worded: SpeechAct, *, foretold: bool = False) -> SpeechAct:
    """The act of speech of a statement, once the deeds that it tells are looked at.

    `worded` is the act that its verb and words give; it stands where the verb of speech says more than that
    something was told, and where the deeds decide nothing. `foretold`: only a future tense made it an announcement.
    """
    deeds = deeds_of(draft)
    if draft.act == "promise" and any(_is_menace(deed) for deed in deeds):
        return "threaten"  # "a promis que les auteurs seraient traqués"
    if draft.act == "criticise" and worded == "criticise" and any(is_wrong(deed) for deed in deeds[:1]):
        return "accuse"
    if draft.act not in TELLING:
        return worded
    if worded == "accuse" and is_witness(draft):
        return "assert"
    if (
        draft.rule == "free quotation"
        and worded == "assert"
        and _words_of(draft).rstrip(' »"”').endswith("?")
    ):
        return "ask"
    if draft.act == "assert" and not deeds and worded == "assert":
        return _opening(draft) or worded
    conditional = _has_condition(draft)
    coming = [deed for deed in deeds if deed.when in COMING]
    if draft.act == "threaten":
        return _warned(draft, deeds, worded, conditional=conditional)
    if deeds and deeds[0].performs is not None and worded not in ("threaten", "apologise", "thank"):
        return deeds[0].performs
    if foretold and draft.act == "assert" and deeds and all(_is_foreseen(deed) for deed in coming):
        worded = "assert"  # what is to come is foretold of others, or told in a subordinate clause
    if worded in ("assert", "announce", "promise", "deny") and any(_declines(deed) for deed in deeds[:1]):
        return "reject"
    if worded in (*TELLING, "deny") and points_at_other(draft):
        return "accuse"
    if worded == "request" and deeds and all(_is_principle(deed) for deed in deeds):
        worded = "assert"
    for deed in deeds:
        act = _coming(deed, conditional=conditional) if deed.when in COMING else _done(deed)
        if (act == "announce" and worded != "assert") or (
            act == "promise" and worded in ("agree", "threaten")
        ):
            continue  # "ne s'opposera pas": consent is more than a promise
        if act == "accuse" and is_witness(draft):
            continue
        if act is not None and (deed is deeds[0] or act in ("threaten", "accuse")):
            return act
    return worded


def menaces(draft: Draft) -> bool:
    """Whether what is promised in an infinitive hurts: "a promis de riposter"."""
    scene = draft.scene
    start, end = draft.ranges[0]
    verb = next((group for group in scene.groups if start <= group.start < end), None)
    if verb is None or verb.negated:
        return False
    lemma = idiom_of(scene, verb)
    return lemma in measures("hostile") | idioms() or lemma in word_class("revenge")


def _opening(draft: Draft) -> SpeechAct | None:
    """The act that the infinitive performs with which a content begins: "dit refuser toute médiation"."""
    scene, start = draft.scene, draft.ranges[0][0]
    verb = next((group for group in scene.groups if group.start == start), None)
    if verb is None or verb.form != "infinitive" or verb.negated:
        return None
    lemma = f"se {verb.lemma}" if verb.reflexive else verb.lemma
    return next((act for act in PERFORMED if lemma in word_class(f"own_{act}")), None)


def _warned(draft: Draft, deeds: list[Deed], worded: SpeechAct, *, conditional: bool) -> SpeechAct:
    """The act of a warning: a threat of what is to come, unless it refuses or names what consent hangs on."""
    text = _words_of(draft)
    if any(word in text for word in word_class("proviso")):
        return "promise"
    if deeds and deeds[0].restricted and CONSENT.search(text):
        return "agree"  # "ne viendra que si …"
    refused = bool(deeds) and deeds[0].negated and deeds[0].lemma not in word_class("unforsaking")
    if refused and (deeds[0].when in COMING or deeds[0].possible) and not IF.search(text):
        return "threaten" if worded == "threaten" else "reject"
    if worded in ("reject", "agree") and not IF.search(text):
        return worded
    if any(deed.when in COMING for deed in deeds):
        return "threaten"
    if worded not in TELLING:
        return worded
    party = draft.voice is not None and draft.voice.actor.kind not in ("igo", "other", "outlet")
    return "threaten" if party else "assert"  # the United Nations warn of a famine


def _declines(deed: Deed) -> bool:
    """Whether one's own side will not do what somebody wants of it: "nous n'entrerons pas dans ce conflit"."""
    hostile = deed.lemma in measures("hostile") | idioms() or deed.lemma in word_class("revenge")
    bound = hostile or deed.lemma in word_class("unforsaking")
    return deed.own and deed.negated and deed.when in COMING and not bound and not deed.hearsay


def _is_foreseen(deed: Deed) -> bool:
    """Whether what is to come is another's deed or a mere state, which the speaker announces no more than weather."""
    return (deed.party and not deed.own) or (deed.lemma in word_class("state") and not deed.own)


def _is_principle(deed: Deed) -> bool:
    """Whether a content states what ought to be, of nobody: "tout conflit devait se régler par le dialogue"."""
    if deed.doer in word_class("party") and deed.lemma not in word_class("state") and not deed.passive:
        return False
    return deed.due and deed.when == "imperfect" and not (deed.own or deed.other or deed.first_person)


def _is_menace(deed: Deed) -> bool:
    """Whether a deed to come is one that hurts, and nobody but the speaker's side can be meant to do it."""
    if deed.negated or deed.when not in COMING or not (deed.own or (deed.passive and not deed.other)):
        return False
    return deed.lemma in measures("hostile") | idioms() or deed.lemma in word_class("revenge")


def _coming(deed: Deed, *, conditional: bool) -> SpeechAct | None:
    if deed.negated:
        hostile = deed.lemma in measures("hostile") | idioms() or deed.lemma in word_class("revenge")
        return "promise" if deed.own and (hostile or deed.lemma in word_class("unforsaking")) else None
    if _is_menace(deed):
        return "threaten"
    if deed.own or (deed.passive and not deed.other):
        if deed.lemma in measures("kind") and (conditional or not deed.possible):
            return "promise"
        if conditional and deed.passive and deed.lemma in word_class("cut_off"):
            return "threaten"
    if (deed.own or (deed.passive and not deed.other)) and deed.lemma in word_class("keep_word"):
        return "promise"
    return None


def _done(deed: Deed) -> SpeechAct | None:
    if deed.party and is_wrong(deed):
        return "accuse"
    hostile = deed.lemma in measures("hostile") | idioms()
    helping = deed.lemma in word_class("harbour") and bool(deed.objects & word_class("outlaw"))
    if deed.own and deed.negated and deed.when in ("present", "imperfect") and (hostile or helping):
        return "deny"  # "nos forces ne visent pas les civils"
    if (
        deed.first_person
        and deed.when == "present"
        and not deed.negated
        and deed.lemma in measures("measure")
    ):
        return "announce"  # "nous fermons notre ambassade"
    if deed.negated or deed.when not in PAST:
        return None
    if deed.other and (hostile or deed.lemma in word_class("connive")):
        return "accuse"
    plain = deed.when == "past" and not (deed.first_person or deed.hearsay or deed.restricted)
    if deed.own and plain and deed.lemma in measures("measure") | word_class("seizing"):
        return "announce"
    return None


def _has_condition(draft: Draft) -> bool:
    """Whether a condition or an ultimatum goes with what is told: "si …", "à défaut", "tant que"."""
    passage = draft.scene.passage
    for start, end in draft.ranges:
        for k in range(start, end):
            opens = passage.pos(k) == "SCONJ" or passage.pos(k + 1) in ("DET", "PRON", "PROPN")
            if passage.lower(k) in ("si", "s'") and opens and "se " not in passage.tokens[k].lemma + " ":
                return passage.lower(k - 1) not in (
                    "que",
                    "même",
                )  # "ne viendra que si": a condition of one's own
    return any(opening in _words_of(draft) for opening in word_class("condition"))


def _words_of(draft: Draft) -> str:
    """The words of a content in lower case, one space between any two."""
    passage = draft.scene.passage
    return " ".join(passage.lower(k) for start, end in draft.ranges for k in range(start, end))
