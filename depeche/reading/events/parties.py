"""Parties of an act that stand in no slot of its trigger: whose land or border it is, who gives thanks."""

from collections.abc import Iterable, Sequence

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act, united
from depeche.reading.events.agents import agent_of
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import place_country, state_actor
from depeche.reading.events.matching import Match
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

HIRING = words("hiring words")
STRIKES = words("strike nouns")
THANKING = words("thanking verbs")
ADOPTING = words("adopting verbs")
PAIRED = frozenset(("deux", "mêmes", "autres", "chacun"))


def struck(act: Act, roles: dict[str, list[tuple[Token, ...]]], scene: Scene) -> tuple[Actor, ...]:
    """Whose land is hit, where an attack names a place alone ("les frappes turques sur **Kobané**")."""
    if act.type != "ASSAULT":
        return ()
    tokens = [token for group in roles.get("recipient", ()) for token in group]
    own = {actor.country for actor in act.actor}
    words = [word for token in tokens for word in syntax.phrase(token)]  # "la banlieue sud **de Beyrouth**"
    found = (place_country(word, scene.parse) for word in words if word.pos == "PROPN" or word in tokens)
    return united(tuple(state_actor(country) for country in found if country not in (None, *own)))


def host_of_diplomat(groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Where a diplomat is posted whom somebody unnamed puts out or summons ("l'ambassadeur grec **au Pérou**")."""
    nouns = [token for group in groups for token in group if belongs(token, word_class("DIPLOMAT"), scene)]
    places = [
        place_country(filler, scene.parse)
        for noun in nouns
        for preposition, filler in scene.frame(noun).own_obl
        if preposition in ("à", "en")
    ]
    return united(tuple(state_actor(country) for country in places if country is not None))


def belonging(act: Act, groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Whose thing is helped, hit or barred ("a suspendu son aide aux écoles **de l'archipel**")."""
    if act.type not in ("AID", "SANCTION", "RETREAT", "ASSAULT", "COERCE"):
        return ()
    nouns = [token for group in groups for token in group if token.pos == "NOUN"]
    pairs = [pair for noun in nouns for pair in scene.frame(noun).own_obl]
    hirers = [
        agent
        for noun in nouns
        for child in noun.children
        if child.dep.startswith("acl") and child.lemma in HIRING
        for agent in scene.frame(child).subj
        if agent is not noun
    ]
    found = united(*(scene.actors(filler) for preposition, filler in pairs if preposition == "de"))
    return found or united(*(scene.actors(agent) for agent in hirers))


def striker(act: Act, groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Whose strike or weapon it is that kills ("un raid **de l'aviation éthiopienne** a coûté la vie à …")."""
    nouns = [token for group in groups for token in group if act.type == "ASSAULT" and token.lemma in STRIKES]
    pairs = [pair for noun in nouns for pair in scene.frame(noun).own_obl]
    forces = [
        filler
        for preposition, filler in pairs
        if preposition in ("de", "par")
        and any(belongs(filler, word_class(name), scene) for name in ("TROOPS", "AIRCRAFT", "ARMED", "STATE"))
    ]
    return united(*(scene.owners(filler) for filler in forces), *(agent_of(noun, scene) for noun in nouns))


def keeper(groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Whose border is closed or opened, by nobody that is named ("**sa** frontière, fermée depuis 1993")."""
    nouns = [token for group in groups for token in group if belongs(token, word_class("BORDER"), scene)]
    owners = [scene.frame(noun).possessive for noun in nouns]
    return united(*(scene.owners(owner) for owner in owners if owner is not None))


def described(act: Act, groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Many whom the text only describes ("a exhorté **les pays concernés** à …"), by its own words.

    Two sides, and those that a possessive ties to somebody, are told of elsewhere.
    """
    if act.type not in ("REQUEST", "ACCUSE", "THREATEN", "CONSULT"):
        return ()
    nouns = [
        token for group in groups for token in group if token.pos == "NOUN" and token.feat("Number") == "Plur"
    ]
    if act.type == "CONSULT":  # "**vingt-six pays** se sont réunis"
        nouns = [noun for noun in nouns if any(child.dep == "nummod" for child in noun.children)]
    found: list[Actor] = []
    for noun in nouns:
        if any(child.lower in PAIRED or child.feat("Poss") for child in noun.children):
            continue
        if not belongs(noun, word_class("ACTOR"), scene):
            continue
        clauses_of = [
            child for child in noun.children if child.pos in ("VERB", "AUX") and child.dep != "amod"
        ]
        end = min((child.subtree()[0].i for child in clauses_of), default=noun.i + 8)
        start = min((child.i for child in noun.children if child.dep == "nummod"), default=noun.i)
        words = [word for word in syntax.phrase(noun) if start <= word.i < end]
        found.append(Actor(name=" ".join(word.text for word in words), kind="other"))
    return tuple(found)


def giver(match: Match, scene: Scene) -> tuple[Actor, ...]:
    """Who acts by a paper: the subject of the clause that a participle on a thing stands in ("une note dénonçant")."""
    token = match.token
    if scene.frame(token).nominal:
        return _thanked(token, scene)
    if token.dep == "acl" and scene.frame(token).passive and match.row.type == "AID":
        return _thanked(token.head, scene)  # "a remercié Pékin pour l'aide **fournie** aux sinistrés"
    if token.dep != "acl" or scene.frame(token).passive or token.head.pos != "NOUN":
        return ()
    return agent_of(token.head, scene) or united(
        *(scene.owners(noun) for noun in clauses.governing_subjects(scene.frame(token.head), scene))
    )


def _thanked(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """Who did what somebody is thanked or praised for ("a félicité **l'Ouganda** pour l'accueil de réfugiés")."""
    verb = noun.head
    if verb.lemma not in THANKING or syntax.prepositions(noun).lower() not in ("pour", "de"):
        return ()
    return united(*(scene.owners(token) for token in scene.frame(verb).obj if token is not noun))


def thanking(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Whom help was given to that somebody gives thanks for: the state of who thanks."""
    verb = act.token.head
    if not scene.frame(act.token).nominal or verb.lemma != "remercier":
        return ()
    found = united(*(scene.owners(subject) for subject in scene.frame(verb).subj))
    return tuple(state_actor(actor.country) if actor.country else actor for actor in found)


def sides_of(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """Between whom a thing is ("la trêve **entre Rome et Tripoli** est entrée en vigueur")."""
    if noun.pos != "NOUN":
        return ()
    frame = scene.frame(noun)
    pairs = [*frame.own_obl, *clauses.borrowed_complements(frame, scene)]
    between = [filler for preposition, filler in pairs if preposition == "entre"]
    return united(*(scene.owners(filler) for filler in between))


def adopters(act: Act, groups: Iterable[Sequence[Token]], scene: Scene) -> tuple[Actor, ...]:
    """Who adopts the text that speaks ("le Conseil a adopté **une résolution qui appelle** à …")."""
    if act.type not in SPOKEN:
        return ()
    texts = [token for group in groups for token in group if belongs(token, word_class("TEXT"), scene)]
    verbs = [text.head for text in texts if text.dep in ("obj", "nsubj:pass") and text.head.lemma in ADOPTING]
    return united(*(scene.owners(subject) for verb in verbs for subject in scene.frame(verb).subj))
