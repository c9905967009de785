"""One actor in place of another, wherever records name the former."""

from typing import Any

import msgspec

from depeche.model import Actor, PlannedAct, Voice
from depeche.model.correction import Recast

# Fields that name an actor by name alone.
BY_NAME = ("according_to", "voice")


def same_actor(one: Actor, two: Actor) -> bool:
    """Whether two actors are one row of the record: name, kind and country."""
    return (one.name, one.kind, one.country) == (two.name, two.kind, two.country)


def recast_record(record: Any, recast: Recast) -> Any:
    """The record with the new actor; itself where it does not name the former."""
    changed = {}
    for field in msgspec.structs.fields(record):
        value = getattr(record, field.name)
        new = recast.new.name if field.name in BY_NAME and value == recast.former.name else _in(value, recast)
        if new != value:
            changed[field.name] = new
    return msgspec.structs.replace(record, **changed) if changed else record


def recast_cast(actors: tuple[Actor, ...], recast: Recast) -> tuple[Actor, ...]:
    """The actors of an article, the two as one with the roles of both."""
    roles: dict[tuple[str, str, str | None], Actor] = {}
    for actor in actors:
        one: Actor = _in(actor, recast)
        key = (one.name, one.kind, one.country)
        known = roles.get(key)
        joined = (
            (*known.roles, *(role for role in one.roles if role not in known.roles)) if known else one.roles
        )
        roles[key] = msgspec.structs.replace(one, roles=joined)
    return tuple(roles.values())


def _in(value: Any, recast: Recast) -> Any:
    if isinstance(value, Actor):
        if not same_actor(value, recast.former):
            return value
        new = recast.new
        return msgspec.structs.replace(value, name=new.name, kind=new.kind, country=new.country)
    if isinstance(value, Voice):
        return msgspec.structs.replace(value, actor=_in(value.actor, recast))
    if isinstance(value, PlannedAct):
        actor, recipient = _in(value.actor, recast), _in(value.recipient, recast)
        return msgspec.structs.replace(value, actor=actor, recipient=recipient)
    if isinstance(value, tuple) and value and isinstance(value[0], Actor):
        found: list[Actor] = []
        for one in value:
            new = _in(one, recast)
            if not any(same_actor(new, each) for each in found):
                found.append(new)
        return tuple(found)
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(recast.new.name if one == recast.former.name else one for one in value)
    return value
