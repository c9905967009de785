"""PLOVER events: types, modes, participants, dates, places and status (codebook section 4)."""

from collections.abc import Sequence

from depeche.language.token import Parse
from depeche.model import Article, Event, Moment, Statement
from depeche.reading.actors import Cast


def find_events(
    parse: Parse, cast: Cast, article: Article, *, statements: Sequence[Statement], moments: Sequence[Moment]
) -> tuple[Event, ...]:
    """Every distinct diplomatic act that the article tells, in text order."""
    return ()
