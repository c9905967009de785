"""PLOVER events: types, modes, participants, dates, places and status (codebook section 4)."""

from collections.abc import Sequence

from depeche.language.token import Parse
from depeche.model import Article, Event, Moment, Statement
from depeche.reading.actors import Cast
from depeche.reading.events.reader import read_acts
from depeche.reading.events.scene import Scene

__all__ = ["find_events"]


def find_events(
    parse: Parse, cast: Cast, article: Article, *, statements: Sequence[Statement], moments: Sequence[Moment]
) -> tuple[Event, ...]:
    """Every distinct diplomatic act that the article tells, in text order."""
    scene = Scene(parse, cast, article, statements=statements, moments=moments)
    return tuple(
        Event(
            type=act.type,
            mode=act.mode,
            actor=act.actor,
            recipient=act.recipient,
            date=act.date,
            place=None if act.mode == "phone" else act.place,  # a call is at no one place
            status=act.status,
            according_to=act.according_to,
            about=act.planned,
            contexts=act.contexts,
            evidence=act.evidence,
            rule=act.rule,
            confidence=round(act.confidence, 2),
        )
        for act in read_acts(scene)
    )
