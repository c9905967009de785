"""A time expression of the text and what it means."""

import msgspec

from depeche.model.span import Span


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A French time expression, resolved as far as the text allows.

    `edtf` is the value in EDTF (ISO 8601-2), with XXXX for an unknown year, or None when nothing can be said;
    `first` and `last` are the first and last day it can mean (ISO dates), None where unknown; `granularity` is
    "day", "month", "season", "year" or "interval"; `rule` names the grammar rule.
    """

    span: Span
    text: str
    edtf: str | None
    first: str | None = None
    last: str | None = None
    granularity: str = "day"
    rule: str = ""
