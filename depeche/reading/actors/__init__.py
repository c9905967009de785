"""Mentions of persons, states, institutions and organisations, and whom each refers to (codebook section 2)."""

from depeche.language.token import Parse
from depeche.model import Actor, Article
from depeche.reading.actors.cast import Cast, Mention

__all__ = ["Cast", "Mention", "build_cast"]


def build_cast(parse: Parse, article: Article) -> Cast:
    """Find and resolve every mention of an actor in a parsed article."""
    mentions = [
        Mention(token.span, token.i, (Actor(name=token.text, kind="person"),), "name")
        for token in parse.tokens
        if token.ent == "PER" and token.ent_first
    ]
    return Cast(parse, mentions)
