"""How a text names the thing (codebook section 6)."""

import msgspec

from depeche.model.span import Span


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A naming, where it stands, and in whose voice: "outlet", or the speaker's name inside a statement."""

    term: str
    span: Span
    voice: str = "outlet"
