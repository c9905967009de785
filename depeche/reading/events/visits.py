"""Meetings by place: a meeting in one participant's country is a visit to that participant."""

from depeche.reading.events.acts import Act, united
from depeche.reading.events.gazetteer import state_actor
from depeche.reading.events.scene import Scene


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


def split_hosts(act: Act) -> None:
    """A host named by the place and a person of that state are one side: the person stands for it."""
    hosts = {actor.country for actor in act.recipient if actor.country}
    own = tuple(actor for actor in act.actor if actor.country in hosts)
    guests = tuple(actor for actor in act.actor if actor.country not in hosts)
    if own and guests:
        others = tuple(actor for actor in act.recipient if actor.country not in {one.country for one in own})
        act.actor, act.recipient = guests, united(own, others)
    elif own and not guests:
        act.recipient = tuple(
            actor for actor in act.recipient if actor.country not in {one.country for one in own}
        )
