"""French time expressions, resolved to EDTF."""

from depeche.language.token import Parse
from depeche.model import Moment


def find_moments(parse: Parse, *, published: str | None) -> tuple[Moment, ...]:
    """The time expressions of a parsed article, resolved against its publication date (EDTF or None)."""
    return ()
