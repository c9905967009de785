"""Modes computed from what is asked, refused or threatened (see docs/plover_triggers.md, section 5)."""

from collections.abc import Sequence

from depeche.language.token import Token
from depeche.model import EventType
from depeche.reading.events.acts import Act
from depeche.reading.events.classes import belongs, says_phrase, word_class
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

ORDER = (
    ("meet", ("MEETV", "VISITV", "TALKS", "MEETING", "SUMMIT", "VISITE")),
    ("yield", ("YIELD", "YIELD_N", "CEASEFIRE")),
    ("assist", ("ASSISTV", "AIDN", "ARMSAID", "MONEY")),
)
HOSTILE = (
    ("restrict", "HOSTILE_RESTRICT"),
    ("arrest", "HOSTILE_ARREST"),
    ("relations", "HOSTILE_RELATIONS"),
    ("expel", "HOSTILE_EXPEL"),
    ("territory", "HOSTILE_TERRITORY"),
    ("violence", "HOSTILE_VIOLENCE"),
)
ASSIST_WORDS = words("assisting nouns")
YIELD_WORDS = words("yielding nouns")
HOSTILE_NOUNS = {
    "guerre": "violence", "frappe": "violence", "riposte": "violence", "représailles": None, "offensive": "violence",
    "sanction": "restrict", "fermeture": "restrict", "rupture": "relations", "expulsion": "expel",
}  # fmt: skip
BLANK_REJECTIONS = ("ACCUSATION", "POSITION")
REQUESTED_BY_TYPE: dict[EventType, str] = {
    "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist",
}  # fmt: skip


# Words of the clause that tell with what an attack was made, the most telling first.
WEAPON_WORDS = (
    ("drone", frozenset(("drone",))),
    ("heavy-weapons", frozenset(("artillerie", "mortier", "obus", "roquette", "missile", "char", "canon"))),
    ("aerial", frozenset(("aérien", "avion", "chasseur", "bombardier", "hélicoptère"))),
    ("explosives", frozenset(("bombe", "explosif", "explosion", "grenade", "mine"))),
    ("firearms", frozenset(("balle", "tir", "fusil", "arme", "fusillade", "rafale", "tirer"))),
    ("primitive", frozenset(("couteau", "machette", "hache", "sabre"))),
)


def _meeting_mode(act: Act, scene: Scene) -> str | None:
    """phone or multilateral where the clause says by what or where the parties met."""
    for preposition, filler in scene.frame(act.token).obl:
        if preposition in ("par", "en", "lors_de", "à_cours_de") and belongs(
            filler, word_class("CALL"), scene
        ):
            return "phone"
        if preposition in ("lors_de", "à_marge_de", "en_marge_de", "à_occasion_de") and belongs(
            filler, word_class("SUMMIT"), scene
        ):
            return "multilateral"
    return None


def computed_mode(act: Act, scene: Scene) -> str | None:
    """The mode that a row leaves open, from the content or the words of the clause."""
    if act.type in ("REQUEST", "REJECT"):
        return asked_mode(act, scene)
    if act.type == "THREATEN":
        return threatened_mode((*act.about_tokens, *act.token.subtree()), scene)
    if act.type == "CONSULT":
        return _meeting_mode(act, scene)
    if act.type == "ASSAULT":
        words = {word.lemma for word in act.token.subtree()} | {act.token.lemma}
        return next((mode for mode, names in WEAPON_WORDS if words & names), None)
    return None


def asked_mode(act: Act, scene: Scene) -> str | None:
    """The mode of a REQUEST or REJECT from the content; "change" for anything else that can be done."""
    for token in act.about_tokens:
        if act.type == "REJECT" and (
            any(belongs(token, word_class(name), scene) for name in BLANK_REJECTIONS)
            or token.lemma in ("visa", "entrée")
        ):
            return None
        found = content_mode(token, scene)
        if found:
            return found
    if act.type == "REQUEST":
        for token in act.token.subtree():
            if (
                token.i > act.token.i
                and token.pos in ("NOUN", "VERB")
                and (found := content_mode(token, scene))
            ):
                return found
    return "change" if act.about_tokens or act.type == "REQUEST" else None


def content_mode(token: Token, scene: Scene) -> str | None:
    """meet, yield or assist by the word that names what is asked; None where the classes do not tell."""
    for mode, names in ORDER:
        if any(belongs(token, word_class(name), scene) for name in names):
            return mode
    if token.lemma in ASSIST_WORDS:
        return "assist"
    if token.lemma in YIELD_WORDS:
        return "yield"
    for child in token.children:  # "l'envoi d'une mission", "la fin des combats": the inner noun may tell
        if child.dep.startswith("nmod") and token.lemma in (
            "demande",
            "appel",
            "idée",
            "principe",
            "proposition",
        ):
            found = content_mode(child, scene)
            if found:
                return found
    return None


def mode_of_request(inner: EventType) -> str:
    """The mode of a REQUEST or REJECT whose content is an act of the given type."""
    return REQUESTED_BY_TYPE.get(inner, "change")


def threatened_mode(tokens: Sequence[Token], scene: Scene) -> str | None:
    """The mode of a THREATEN from what is threatened; None where nothing named fits."""
    for token in tokens:
        for mode, name in HOSTILE:
            if says_phrase(token, word_class(name)):
                return mode
        for mode, name in HOSTILE:
            if belongs(token, word_class(name), scene):
                return mode
        if token.lemma in HOSTILE_NOUNS:
            return HOSTILE_NOUNS[token.lemma]
    return None


def mode_of_threat(inner: EventType, mode: str | None) -> str | None:
    """The mode of a THREATEN whose content is an act of the given type and mode."""
    if inner == "SANCTION":
        return {"withdraw": "relations", "expel": "expel", "convict": "arrest"}.get(mode or "", "restrict")
    if inner == "COERCE":
        return {"deport": "expel", "arrest": "arrest", "seize": "territory"}.get(mode or "", "restrict")
    if inner in ("MOBILIZE", "ASSAULT"):
        return "violence"
    return None
