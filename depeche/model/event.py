"""PLOVER events (codebook section 4)."""

from typing import Literal

import msgspec

from depeche.model.actor import Actor
from depeche.model.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "alleged", "future", "hypothetical", "negated"]


class Place(msgspec.Struct, frozen=True, order=True):
    """Where an act happened: a name as the press writes it, and the ISO alpha-3 state it lies in, or None."""

    name: str
    country: str | None = None


class PlannedAct(msgspec.Struct, frozen=True, omit_defaults=True):
    """The act that a promise, refusal, request or denial is about; actors are ISO codes or names, each once."""

    type: EventType | None = None
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    date: str | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        # Several persons of one state act for it once.
        for side in ("actor", "recipient"):
            named = getattr(self, side)
            if len(set(named)) < len(named):
                msgspec.structs.force_setattr(self, side, tuple(dict.fromkeys(named)))


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One distinct act, however many sentences tell it.

    `date` is EDTF (ISO 8601-2) or None; `according_to` is the name of the speaker when the act is told only
    inside attributed speech; `evidence` are the spans of the sentences that tell it; `rule` names the trigger
    that found it and `confidence` (0 to 1) how often that trigger is right on gold.
    """

    type: EventType
    mode: str | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: str | None = None
    place: Place | None = None
    status: Status = "actual"
    according_to: str | None = None
    about: PlannedAct | None = None
    contexts: tuple[str, ...] = ()
    evidence: tuple[Span, ...]
    rule: str = ""
    confidence: float = 0.5
