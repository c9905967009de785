"""Tokens of a finished tree keep what they have been asked."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from depeche.language.token import Token

Answer = TypeVar("Answer")
_UNASKED = object()


def remembered(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question whose answer a token of a finished tree keeps: readers ask it of one verb up to six times."""
    name = ask.__name__

    @wraps(ask)
    def answer(token: Token) -> Answer:
        answers = token.answers
        if answers is None:
            return ask(token)
        found = answers.get(name, _UNASKED)
        if found is _UNASKED:
            found = ask(token)
            token.keep(name, found)
        return found  # type: ignore[no-any-return]

    return answer
