"""How the outlet and its speakers name the thing (codebook section 6)."""

from collections.abc import Sequence

from depeche.language.token import Parse
from depeche.model import Article, Statement, Term


def find_terms(parse: Parse, article: Article, *, statements: Sequence[Statement]) -> tuple[Term, ...]:
    """The namings of conflicts and acts, each with whose voice it stands in."""
    return ()
