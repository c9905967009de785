"""An act while it is being read: mutable, tied to its word in the tree."""

import msgspec

from depeche.language.token import Token
from depeche.model import Actor, EventType, Place, PlannedAct, Span, Status
from depeche.reading.events.matching import Match

# Acts that are done by speaking or writing.
SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


class Act(msgspec.Struct):
    """A candidate event with all that is known so far.

    `match` is the trigger it came from, None for acts read from a statement; `verb` is the word whose clause dates
    and places it; `inner` is the act that this one is about. `foretold` says that the text tells a plan and no word
    given: its date is that of the plan.
    """

    token: Token
    type: EventType
    mode: str | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    status: Status = "actual"
    match: Match | None = None
    verb: Token | None = None
    inner: "Act | None" = None
    planned: PlannedAct | None = None
    about_tokens: tuple[Token, ...] = ()
    place_tokens: tuple[Token, ...] = ()
    place: Place | None = None
    date: str | None = None
    headline: bool = False
    foretold: bool = False
    according_to: str | None = None
    contexts: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 0.5


def united(*groups: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """All actors of several groups, each once, in order."""
    return tuple(dict.fromkeys(actor for group in groups for actor in group))
