"""Meetings by place: a meeting in one participant's country is a visit to that participant."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events.acts import SPOKEN, Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.gazetteer import state_actor
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

RECEIVING = words("receiving verbs")


def arrange(act: Act, scene: Scene) -> None:
    """Sort the parties of a meeting into visitors and host where the place tells, and set the mode."""
    if act.type != "CONSULT":
        return
    split_hosts(act)
    if act.mode == "visit" and not act.recipient and act.place is not None and act.place.country:
        outside = tuple(actor for actor in act.actor if actor.country != act.place.country)
        hosts = tuple(actor for actor in act.actor if actor.country == act.place.country)
        if outside:
            act.actor, act.recipient = outside, hosts or (state_actor(act.place.country),)
        return
    if act.mode not in (None, "visit") or act.place is None or act.place.country is None:
        return
    parties = united(act.actor, act.recipient)
    hosts = tuple(actor for actor in parties if actor.country == act.place.country)
    guests = tuple(actor for actor in parties if actor.country != act.place.country)
    if hosts and guests and not (act.mode == "visit" and act.recipient):
        act.actor, act.recipient, act.mode = guests, hosts, "visit"


def take_callers(act: Act, scene: Scene) -> None:
    """Who came to ask, and whom: guest and host of the clause above ("a reçu X, **venu plaider** pour …")."""
    coming = act.token.head
    if act.type not in SPOKEN or coming.lemma != "venir" or not syntax.is_infinitive(act.token):
        return
    if not syntax.is_participle(coming) or syntax.auxiliaries(coming):
        return
    above = coming.head.head if coming.head.pos in ("NOUN", "PROPN") else coming.head
    if above is coming:  # "le ministre a reçu X, venu …", hung the other way round
        above = next((child for child in coming.children if child.dep.startswith("parataxis")), coming)
    if above.lemma not in RECEIVING:
        return
    frame = scene.frame(above)
    guests = united(*(scene.actors(noun) for noun in frame.obj))
    hosts = united(*(scene.actors(noun) for noun in frame.subj))
    if guests and hosts:
        act.actor = guests
        outside = tuple(actor for actor in act.recipient if not same_side(actor, guests))
        act.recipient = outside or hosts


def hosts_of_caller(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Who received the one that a clause tells of ("**reçu par son homologue**, il a obtenu l'assurance que …")."""
    words = [child for above in (token, *syntax.auxiliaries(token)) for child in above.children]
    receptions = [child for child in words if child.lemma in RECEIVING and scene.frame(child).passive]
    return united(*(scene.actors(host) for child in receptions for host in scene.frame(child).subj))


def split_hosts(act: Act) -> None:
    """A host named by the place and a person of that state are one side: the person stands for it."""
    hosts = {actor.country for actor in act.recipient if actor.country}
    own = tuple(actor for actor in act.actor if actor.country in hosts)
    guests = tuple(actor for actor in act.actor if actor.country not in hosts)
    if own and guests:
        others = tuple(actor for actor in act.recipient if actor.country not in {one.country for one in own})
        act.actor, act.recipient = guests, united(own, others)
    elif own and not guests:
        inland = {one.country for one in own}
        act.recipient = tuple(
            actor
            for actor in act.recipient
            if actor.country not in inland or (act.mode == "phone" and actor.kind == "person")
        )
