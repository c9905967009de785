"""Where an actor stands on an issue (codebook section 5)."""

from typing import Literal

import msgspec

from depeche.model.actor import Actor
from depeche.model.span import Span

Stance = Literal["supports", "opposes", "conditions", "calls_for", "denies", "neutral"]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's stance on an issue, with the condition kept where it hangs on one; `date` is EDTF or None."""

    actor: Actor
    issue: str
    stance: Stance
    condition: str | None = None
    date: str | None = None
    evidence: tuple[Span, ...]
