"""Who is who in one article: mentions and the actors that they resolve to."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from depeche.language.token import Parse, Token
from depeche.model import Actor, Span

MentionForm = Literal[
    "name", "surname", "title", "metonym", "pronoun", "relational", "collective", "description"
]  # fmt: skip


class Mention(msgspec.Struct, frozen=True):
    """A stretch of text that names or refers to actors (several for a collective: "les deux ministres").

    `span` is the whole mention with title and apposition, `head` the index of its head token in the parse.
    """

    span: Span
    head: int
    actors: tuple[Actor, ...]
    form: MentionForm


class Cast:
    """The mentions of one article, and questions about tokens."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention], *, heads: Mapping[int, Mention] | None = None) -> None:
        self.parse = parse
        self.mentions = tuple(sorted(mentions, key=lambda mention: (mention.span, mention.head)))
        self._by_head = dict(heads) if heads is not None else {mention.head: mention for mention in self.mentions}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The distinct actors, in the order of their first mention."""
        return tuple(dict.fromkeys(actor for mention in self.mentions for actor in mention.actors))

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that `token` heads (pronouns included), or None."""
        return self._by_head.get(token.i)

    def actors_of(self, token: Token) -> tuple[Actor, ...]:
        """Whom the noun phrase or pronoun headed by `token` refers to; empty when it is no actor."""
        mention = self.mention_at(token)
        return mention.actors if mention else ()

    def owners_of(self, token: Token) -> tuple[Actor, ...]:
        """Like `actors_of`, else the actor that the thing or unit belongs to ("les troupes russes" -> Russie)."""
        return self.actors_of(token)
