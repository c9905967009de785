"""Mentions of persons, states, institutions and organisations, and whom each refers to (codebook section 2)."""

from depeche.language.token import Parse
from depeche.model import Article
from depeche.reading.actors.cast import Cast, Mention

__all__ = ["Cast", "Mention", "build_cast"]


def build_cast(parse: Parse, article: Article) -> Cast:
    """Find and resolve every mention of an actor in a parsed article."""
    from depeche.reading.actors.casting import Casting

    casting = Casting(parse, article)
    drafts = casting.run()
    casting.finish()
    heads: dict[int, Mention] = {}
    mentions: list[Mention] = []
    for draft in drafts:
        mention = Mention(draft.span(parse), draft.token.i, draft.actors, draft.form)
        mentions.append(mention)
        for head in draft.heads:
            heads.setdefault(head, mention)
    return Cast(parse, mentions, heads=heads)
