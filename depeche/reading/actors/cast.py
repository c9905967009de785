"""Who is who in one article: mentions and the actors that they resolve to."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from depeche.language.syntax import conjuncts, prepositions
from depeche.language.token import Parse, Token
from depeche.model import Actor, Place, Span

MentionForm = Literal[
    "name", "surname", "title", "metonym", "pronoun", "relational", "collective", "description"
]  # fmt: skip

POSSESSIVES = ("son", "sa", "ses", "leur", "leurs")
OWNING = ("de", "à", "par")


class Mention(msgspec.Struct, frozen=True):
    """A stretch of text that names or refers to actors (several for a collective: "les deux ministres").

    `span` is the whole mention with title and apposition, `head` the index of its head token in the parse.
    """

    span: Span
    head: int
    actors: tuple[Actor, ...]
    form: MentionForm


class Cast:
    """The mentions of one article, and questions about tokens.

    `heads` maps every token that stands for a mention (title, name, honorific) to it; `places` the tokens of states,
    cities and regions to what they name; `states` the adjectives and names of states to those states.
    """

    def __init__(
        self, parse: Parse, mentions: Iterable[Mention], *, heads: Mapping[int, Mention] | None = None,
        places: Mapping[int, Place] | None = None, states: Mapping[int, tuple[Actor, ...]] | None = None,
    ) -> None:  # fmt: skip
        self.parse = parse
        self.mentions = tuple(sorted(mentions, key=lambda mention: (mention.span, mention.head)))
        self._by_head = (
            dict(heads) if heads is not None else {mention.head: mention for mention in self.mentions}
        )
        self._places = dict(places or {})
        self._states = dict(states or {})

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
        return self.actors_of(token) or self._owners(token, depth=0)

    def _owners(self, token: Token, *, depth: int) -> tuple[Actor, ...]:
        owned = self.possessor(token)
        if owned:
            return owned
        found: list[Actor] = []
        for child in token.children:
            if child.dep in ("amod", "acl", "conj") and child.pos in ("ADJ", "NOUN", "PROPN", "VERB"):
                found.extend(actor for actor in self._states.get(child.i, ()) if actor not in found)
        if found:
            return tuple(found)
        for child in token.children:
            if child.dep in ("nmod", "obl:arg", "appos", "flat:name") and prepositions(child).split("_")[
                0
            ] in ("", *OWNING):
                for complement in conjuncts(child):
                    owners = self.actors_of(complement) or (
                        self._owners(complement, depth=depth + 1) if depth < 2 else ()
                    )
                    found.extend(actor for actor in owners if actor not in found)
                if found:
                    return tuple(found)
        return ()

    def possessor(self, token: Token) -> tuple[Actor, ...]:
        """Whom son, sa, ses, leur refers to: `token` is the determiner itself or the noun that it determines."""
        for word in (token, *token.children):
            if word.lower in POSSESSIVES:
                mention = self._by_head.get(word.i)
                if mention is not None:
                    return mention.actors
        return ()

    def place_at(self, token: Token) -> Place | None:
        """The state, region or city that a token names, or None; a name of several words answers at each of them."""
        return self._places.get(token.i)
