"""All that was read in one article."""

import msgspec

from depeche.model.actor import Actor
from depeche.model.article import Article
from depeche.model.event import Event
from depeche.model.position import Position
from depeche.model.statement import Statement
from depeche.model.term import Term


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article and its records, each list in the order of the text."""

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    terms: tuple[Term, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was not read: where it came from, why, what to do, and how it begins."""

    origin: str
    reason: str
    advice: str = ""
    excerpt: str = ""
