"""What the sentences before tell of an act: who made the offer that is declined, whom a denial answers."""

from collections import Counter

from depeche.language.token import Token
from depeche.model import Actor, EventType
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import state_actor
from depeche.reading.events.merging import sides
from depeche.reading.events.neighbours import (
    call_own_truce,
    hit_as_well,
    name_captors,
    name_protesters,
    take_back,
    touches,
)
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases, words

# The kinds of act that an act without a named recipient answers.
ANSWERED: dict[EventType, tuple[EventType, ...]] = {
    "REJECT": ("ACCUSE", "REQUEST", "AGREE", "THREATEN"),
    "AGREE": ("AGREE", "REQUEST"),
    "SUPPORT": ("SUPPORT", "AGREE", "AID", "CONCEDE", "RETREAT"),
}
# What is done to a counterpart: with two sides in the article, the other one is meant.
DIRECTED = frozenset(("ACCUSE", "SANCTION", "THREATEN"))
TO_THE_OTHER = frozenset(("ACCUSE", "SANCTION", "THREATEN", "SUPPORT", "REQUEST", "AGREE", "CONCEDE"))
DOMESTIC = frozenset(("convict", "arrest", "investigate"))  # what courts and police do at home
NO_BENEFIT = words("units of time") | {"paix", "heure", "instant", "moment", "raison", "part"}
LEAST_MENTIONS = 3
JOINT = frozenset(("SUPPORT", "AGREE", "CONCEDE"))  # done by several sides together, these have no recipient
REACH = 6  # sentences
MEDIATIONS = words("mediations")
ACCEPTING = words("accepting verbs")
CHARGES = words("charges")
REPORTS = words("reports denied")
JOINT_WORDS = phrases("joint words")
GOOD_OFFICES = ("MEETING", "TALKS", "SUMMIT", "MEETV")


def complete(acts: list[Act], scene: Scene) -> None:
    """Fill missing recipients from what went before, in place; acts stand in text order."""
    for act in acts:
        if act.type == "SANCTION" and act.actor and act.recipient:
            more = hit_as_well(act, scene)
            act.recipient = united(act.recipient, tuple(one for one in more if not same_side(one, act.actor)))
    for index, act in enumerate(acts):
        if act.recipient or not act.actor or _refuses_to_blame(act):
            continue
        before = acts[:index]
        if act.type in JOINT and len(sides(act.actor)) > 1:
            continue
        if any(token.lemma in REPORTS for token in act.about_tokens):
            continue  # "a démenti **les rumeurs**": they charge nobody
        if act.type in ANSWERED and (act.type != "AGREE" or _accepts(act)):
            act.recipient = _answered(act, before)
        if not act.recipient and act.type in DIRECTED and act.mode not in DOMESTIC:
            act.recipient = _counterpart(act, before)
    pair = _principals(acts)
    for act in acts:
        if act.headline and act.actor and not act.recipient:
            act.recipient = _told_below(act, acts)
        if not act.actor and act.rule.startswith("convoquer/"):  # who summons is the other side, at home
            act.actor = tuple(actor for actor in pair if not same_side(actor, act.recipient))[:1]
        if act.recipient or not act.actor or _denies_blame(act):
            continue
        if act.type in JOINT and len(sides(act.actor)) > 1:
            continue
        if act.mode in DOMESTIC or _benefits_another(act, scene):
            continue
        if act.type == "REQUEST" and not _is_addressed(act):
            continue  # "a appelé à la retenue": nobody is named
        if act.type == "AGREE" and not _concerns_both(act, pair, scene):
            continue
        if act.type in TO_THE_OTHER and pair and act.rule != "statement:deny":
            act.recipient = _other_of(act, pair)
    for act in acts:
        mediates = act.type == "CONSULT" and act.token.lemma in MEDIATIONS
        if mediates and not act.recipient and len(sides(act.actor)) == 1:
            act.recipient = tuple(actor for actor in pair if not same_side(actor, act.actor))
    take_back(acts)
    name_captors(acts)
    name_protesters(acts)
    call_own_truce(acts, scene)


def _told_below(act: Act, acts: list[Act]) -> tuple[Actor, ...]:
    """To whom the body of the article tells the act of a headline is done."""
    below = [other for other in acts if not other.headline and other.type == act.type]
    found = [other for other in below if other.recipient and sides(other.actor) == sides(act.actor)]
    for other in found:
        if len(found) == 1 or other.token.lemma == act.token.lemma:
            return other.recipient
    return ()


def _is_addressed(act: Act) -> bool:
    """Whether a request is put to somebody, whoever that is; speech of that kind is, by its cue."""
    if act.match is None:
        return True
    slots = act.match.row.slots
    return any(act.match.fillers[index] for index, slot in enumerate(slots) if slot.role == "recipient")


def _concerns_both(act: Act, pair: list[Actor], scene: Scene) -> bool:
    """Whether an offer is to the sides of the article: good offices by a third, what is joint, what both ask for.

    What a side promises of its own ("amender sa Constitution") is promised to nobody.
    """
    words = [word for token in (act.token, *act.about_tokens) for word in token.subtree()]
    joint = any(word.lower.startswith(JOINT_WORDS) for word in words)
    if any(touches((actor,), act.actor) for actor in pair):
        return joint or any(_refers_back(token) for token in act.about_tokens)
    told = any(belongs(word, word_class(name), scene) for word in words for name in GOOD_OFFICES)
    return (
        told
        or joint
        or any(word.lower == "deux" for word in scene.parse.sentences[act.token.sentence].tokens)
    )


def _refers_back(noun: Token) -> bool:
    """Whether a noun takes up what was told before ("avait promis **l'enveloppe**")."""
    if noun.pos != "NOUN" or any(child.dep.startswith(("nmod", "amod", "acl")) for child in noun.children):
        return False
    return any(child.dep == "det" and child.feat("Definite") == "Def" for child in noun.children)


def _benefits_another(act: Act, scene: Scene) -> bool:
    """ "a promis quarante millions pour le port": whom it is for is said, and is no side of the article."""
    return act.type == "AGREE" and any(
        preposition in ("pour", "en_faveur_de") and filler.pos == "NOUN" and filler.lemma not in NO_BENEFIT
        for preposition, filler in scene.frame(act.token).own_obl
    )


def _refuses_to_blame(act: Act) -> bool:
    """ "refuse de condamner l'invasion": refused is whoever asked for it, whom the text does not name."""
    return _denies_blame(act) and any(token.pos == "VERB" for token in act.about_tokens)


def _denies_blame(act: Act) -> bool:
    blames = act.planned is not None and act.planned.type in ("ACCUSE", "REQUEST")
    charges = any(token.lemma in CHARGES for token in act.about_tokens)  # "a balayé des **allégations**"
    return act.type == "REJECT" and blames and not charges


def _principals(acts: list[Act]) -> list[Actor]:
    """The two sides that most of an article's acts are about, as states or organisations."""
    count: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for act in acts:
        for actor in {*act.actor, *act.recipient}:
            key = actor.country or actor.name
            count[key] += 1
            first.setdefault(key, state_actor(actor.country) if actor.country else actor)
    ranked = sorted(count, key=lambda key: (-count[key], key))
    return [first[key] for key in ranked[:2] if count[key] >= LEAST_MENTIONS]


def _other_of(act: Act, pair: list[Actor]) -> tuple[Actor, ...]:
    inside = [actor for actor in pair if touches((actor,), act.actor)]
    if len(inside) == 1:
        return tuple(actor for actor in pair if actor not in inside)
    if not inside and act.type in ("SUPPORT", "REQUEST", "AGREE"):
        return tuple(pair)
    return ()


def _accepts(act: Act) -> bool:
    return act.match is not None and act.match.token.lemma in ACCEPTING


def _answered(act: Act, before: list[Act]) -> tuple[Actor, ...]:
    reach = 1 if _denies_blame(act) and act.planned is not None and act.planned.type == "ACCUSE" else REACH
    for other in reversed(before):
        if act.token.sentence - other.token.sentence > reach:
            break
        offered = (
            act.type == "AGREE" and act.token.sentence - other.token.sentence < 2 and not other.recipient
        )
        directed = other.type in ANSWERED[act.type] and (offered or touches(other.recipient, act.actor))
        if directed and other.actor and not touches(other.actor, act.actor):
            return other.actor
    return ()


def _counterpart(act: Act, before: list[Act]) -> tuple[Actor, ...]:
    for other in reversed(before):
        if act.token.sentence - other.token.sentence > REACH:
            break
        if other.type not in ("ACCUSE", "SANCTION", "THREATEN", "REJECT", "ASSAULT", "COERCE"):
            continue
        if other.actor and touches(other.recipient, act.actor) and not touches(other.actor, act.actor):
            return other.actor
        if touches(other.actor, act.actor) and other.recipient and not touches(other.recipient, act.actor):
            return other.recipient
    return ()
