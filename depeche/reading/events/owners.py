"""Which trigger a word is the content of: what another act is about is no act of its own."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.matching import Match

CONTENT_ROLES = frozenset(("about", "recipient^", "theme"))


def owned_words(matches: list[Match]) -> dict[int, Match]:
    """The words that triggers are about, by their index, each with its trigger."""
    owned: dict[int, Match] = {}
    for match in matches:
        if match.row.type == "NONE":
            continue
        for index, wanted in enumerate(match.row.slots):
            if wanted.role in CONTENT_ROLES:
                for token in match.fillers[index]:
                    if token is match.token:
                        continue
                    if match.row.type == "REJECT":  # "la visite prévue lundi a été reportée": refused
                        owned[token.i] = match
                    owned.setdefault(token.i, match)
    return owned


def owner_of(token: Token, owned: dict[int, Match]) -> Match | None:
    """The trigger whose content a word is, also through the noun phrase it stands in."""
    above = token
    while True:
        owner = owned.get(above.i)
        if owner is not None and owner.token is not token:
            return owner
        if above.dep == "obj" and above.head.i in owned and owned[above.head.i].token is not token:
            return owned[above.head.i]
        if (
            above.dep not in ("nmod", "conj", "acl", "acl:relcl", "xcomp", "appos", "obl:arg")
            or above.head is above
        ):
            return None
        if above.dep == "acl:relcl" and _tells_itself(above):
            return None
        above = above.head
        if above.pos == "VERB" and above.dep not in ("xcomp", "conj", "acl") and above.i not in owned:
            return None


def _tells_itself(verb: Token) -> bool:
    """Whether a relative clause tells as done what somebody else did ("un accord dont Dakar a **suspendu** …").

    Or does still ("la ville, que l'armée **assiège** depuis mai").
    """
    return syntax.tense(verb) in ("past", "present", "imperfect") and any(
        child.dep.startswith("nsubj") and child.pos in ("NOUN", "PROPN") for child in verb.children
    )


def ends_measure(match: Match, owner: Match) -> bool:
    """Whether a participle tells the end of the measure just told ("a imposé un embargo, **levé** un an plus tard")."""
    token = match.token
    ends = match.row.type == "RETREAT" and owner.row.type == "SANCTION"
    apart = any(child.text == "," and child.i < token.i for child in token.children)
    return ends and apart and token.dep == "acl" and syntax.is_participle(token)
