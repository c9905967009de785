"""Who stands behind a noun: the doer of the act or the holder of the stance that it names."""

from collections.abc import Sequence

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import united
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import demonyms, state_actor
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

# Nouns whose "de" names the victim, not the doer ("condamner l'invasion de l'île").
VICTIM_NOUNS = words("victim nouns")
BACKING = words("backing verbs")


def agent_of(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Who does the act or holds the stance that a noun names; a filler that is an actor is itself the agent."""
    direct = serving(token, scene) or scene.actors(token)
    if direct:
        return direct
    if token.pos in ("VERB", "AUX"):
        return united(*(scene.owners(subject) for subject in scene.frame(token).subj))
    frame = scene.frame(token)
    pairs = frame.own_obl
    borrowed = clauses.borrowed_complements(frame, scene)
    national = united(*(scene.owners(adjective) for adjective in frame.adjectives))
    backed = any(child.lemma in BACKING for child in token.children)
    if national and backed:  # "un projet **ukrainien** soutenu par les Européens"
        return national
    agents = united(*(scene.owners(filler) for name, filler in (*pairs, *borrowed) if name == "par"))
    if agents and not backed:
        return agents
    if national:
        return national
    if frame.possessive is not None and (owner := scene.owners(frame.possessive)):
        return owner
    if token.lemma in VICTIM_NOUNS or belongs(token, word_class("VIOLENCE"), scene):
        return united(*(_agents_of_participle(child, scene) for child in token.children))
    if belongs(token, word_class("ACCORD"), scene):  # "l'accord **de Vienne**": a name
        pairs = [pair for pair in pairs if pair[0] != "de" or not _is_bare_town(pair[1], scene)]
    found = united(*(scene.owners(filler) for preposition, filler in pairs if preposition in ("de", "entre")))
    if not found:
        found = united(*(scene.owners(filler) for preposition, filler in borrowed if preposition == "entre"))
    if found:
        return found
    whose = [syntax.antecedent(child) for child in token.children if child.lower == "dont"]
    if token.dep == "obj" and token.head.dep == "acl:relcl":  # a state has no "dont" of its own
        names = [child for child in token.head.children if child.dep == "nsubj" and child.pos == "PROPN"]
        if any(child.lower == "dont" for name in names for child in name.children):
            whose.append(token.head.head)
    found = united(*(scene.owners(noun) for noun in whose if noun is not None))
    if found:
        return found  # "Paris, **dont** Israël avait rejeté le plan"
    for preposition, filler in pairs:
        if preposition == "de" and filler.pos == "NOUN" and filler is not token:
            inner = agent_of(filler, scene)
            if inner:
                return inner
    for child in token.children:  # "la décision de Quito de rappeler", "le communiqué publié par Minsk"
        if child.dep.startswith("acl"):
            found = united(
                *(scene.owners(subject) for subject in scene.frame(child).subj if subject is not token)
            )
            if found:
                return found
    return scene.owners(token)


def _is_bare_town(token: Token, scene: Scene) -> bool:
    """Whether a name without an article may be that of a town alone."""
    return token.pos == "PROPN" and token.child("det") is None and clauses.is_place(token, scene)


def _agents_of_participle(child: Token, scene: Scene) -> tuple[Actor, ...]:
    """ "l'attaque **menée par l'armée**": by whom."""
    if not child.dep.startswith("acl") or not scene.frame(child).passive:
        return ()
    return united(*(scene.owners(agent) for agent in scene.frame(child).subj))


def serving(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whose people serve an organisation named in small letters ("deux casques bleus **indonésiens**")."""
    if not token.text.islower() or not any(actor.kind == "igo" for actor in scene.actors(token)):
        return ()
    adjectives = [word for word in syntax.phrase(token) if word.pos == "ADJ" and word.lower in demonyms()]
    return tuple(state_actor(demonyms()[word.lower]) for word in adjectives)


def same_side(actor: Actor, others: Sequence[Actor]) -> bool:
    """Whether an actor is one of the others or of the same state."""
    return any(
        actor == other or (actor.country is not None and actor.country == other.country) for other in others
    )
