"""Attributed speech (codebook section 3)."""

from typing import Literal

import msgspec

from depeche.model.actor import Actor, Voice
from depeche.model.span import Span

Mode = Literal["direct", "mixed", "indirect", "act"]
SpeechAct = Literal[
    "assert", "deny", "accuse", "criticise", "praise", "promise", "propose", "request", "threaten",
    "reject", "agree", "ask", "thank", "announce", "apologise",
]  # fmt: skip


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One act of speech or writing that the article attributes to somebody.

    `content` are the spans of what was said, without the cue clause and outside the quotation marks; `cue` is
    the span of the reporting expression, None for free quotation; `rule` names the construction that found
    the statement and `confidence` (0 to 1) how often that construction is right on gold.
    """

    content: tuple[Span, ...]
    mode: Mode
    speaker: Voice
    cue: Span | None = None
    via: tuple[Actor, ...] = ()
    channel: str | None = None
    addressee: tuple[Actor, ...] = ()
    act: SpeechAct = "assert"
    rule: str = ""
    confidence: float = 0.5
