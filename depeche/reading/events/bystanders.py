"""Who is named beside an act and takes no part in it: who is left out, who only announces it."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases, words

LEFT_OUT = phrases("openings of an exception")
# What may stand between such an opening and the name ("mais pas **par le** général").
BETWEEN = words("words before an exception")
ANNOUNCING = words("announcing verbs")
LOOK_BACK = 8  # words


def remove_bystanders(acts: list[Act], scene: Scene) -> None:
    """Take out of acts whom their sentence leaves out and who announces what others agreed, in place."""
    for act in acts:
        _leave_out(act, scene)
    for act in acts:
        _tell_of_others(act, acts, scene)


def _leave_out(act: Act, scene: Scene) -> None:
    """ "reçue par deux officiers, **mais pas par** X", "tous **sauf** Rome": no participants."""
    if syntax.is_negated(act.verb or act.token):
        return  # "n'a reçu personne, sauf …"
    named: dict[Actor, list[Token]] = {}
    for word in scene.parse.sentences[act.token.sentence].tokens:
        for actor in scene.actors(word):
            named.setdefault(actor, []).append(word)
    out = {actor for actor, tokens in named.items() if all(_is_excepted(token, scene) for token in tokens)}
    if out:
        act.actor = tuple(actor for actor in act.actor if actor not in out)
        act.recipient = tuple(actor for actor in act.recipient if actor not in out)


def _is_excepted(token: Token, scene: Scene) -> bool:
    """Whether words of exception stand before the phrase of a token, or before the one that "et" joins it to."""
    mention = scene.cast.mention_at(token)
    first = scene.parse.tokens_in(mention.span)[0] if mention is not None else token
    start = scene.parse.sentences[token.sentence].tokens[0].i
    before = [
        word.lower.replace("’", "'") for word in scene.parse.tokens[max(start, first.i - LOOK_BACK) : first.i]
    ]
    joined = before[-1:] in (["et"], ["ni"], ["ou"])
    while before and before[-1] in BETWEEN:
        joined = joined or before[-1] in ("et", "ni", "ou")
        before.pop()
    text = " " + " ".join(before).replace("' ", "'")
    if any(text.endswith(" " + opening) for opening in LEFT_OUT):
        return True
    joined = joined or before[-1:] in (["et"], ["ni"], ["ou"])
    if not joined or token.dep != "conj" or token.head.i >= first.i:
        return False
    apart = any(word.text == "," for word in scene.parse.tokens[token.head.i : first.i])
    return not apart and _is_excepted(token.head, scene)


def _tell_of_others(act: Act, acts: list[Act], scene: Scene) -> None:
    """ "Doha **annonce** une trêve entre X et Y": the truce is theirs."""
    if act.type != "CONCEDE" or not act.actor or act.match is None or act.token.lemma not in ANNOUNCING:
        return
    truces = [token for token in act.about_tokens if belongs(token, word_class("CEASEFIRE"), scene)]
    if not truces:
        return
    pairs = [pair for token in (*truces, act.token) for pair in scene.frame(token).obl]
    between = united(*(scene.actors(filler) for preposition, filler in pairs if preposition == "entre"))
    if _are_others(between, act):
        act.actor, act.recipient = between, ()
        return
    for other in acts:
        if other.type in ("AGREE", "CONCEDE") and not other.foretold and _are_others(other.actor, act):
            act.type, act.mode, act.actor, act.recipient = (
                other.type,
                other.mode,
                other.actor,
                other.recipient,
            )
            return


def _are_others(actors: tuple[Actor, ...], act: Act) -> bool:
    return len(sides(actors)) > 1 and not any(same_side(actor, act.actor) for actor in actors)
