"""Mentions of persons, states, institutions and organisations, and whom each refers to (codebook section 2)."""

from depeche.language.token import Parse
from depeche.model import Actor, Article, Place
from depeche.reading.actors.cast import Cast, Mention
from depeche.reading.actors.casting import Casting
from depeche.reading.actors.gazetteer import compound_states

__all__ = ["Cast", "Mention", "build_cast"]


def build_cast(parse: Parse, article: Article) -> Cast:
    """Find and resolve every mention of an actor in a parsed article."""
    casting = Casting(parse, article)
    drafts = casting.run()
    heads: dict[int, Mention] = {}
    mentions: list[Mention] = []
    for draft in drafts:
        mention = Mention(draft.span(parse), draft.token.i, draft.actors, draft.form)
        mentions.append(mention)
        for head in draft.heads:
            heads.setdefault(head, mention)
    places, states = _geography(casting)
    return Cast(parse, mentions, heads=heads, places=places, states=states)


def _geography(casting: Casting) -> tuple[dict[int, Place], dict[int, tuple[Actor, ...]]]:
    """For each token the place that it names, and the states that it points to."""
    places: dict[int, Place] = {}
    states: dict[int, tuple[Actor, ...]] = {}
    parse = casting.parse
    for found in casting.finder.found.values():
        form = found.entry.form
        if form in ("organisation", "region"):
            continue
        state = casting.likeliest(option.actor for option in found.entries)
        words = parse.text[parse.tokens[found.start].start : parse.tokens[found.end - 1].end]
        for i in range(found.start, found.end):
            states[i] = (state,)
            if form in ("name", "capital", "city"):
                places[i] = Place(state.name if form == "name" else words, state.country)
    for token in parse.tokens:
        if token.pos == "ADJ" and "-" in token.text and token.i not in states:
            pair = compound_states(token.text)
            if pair:
                states[token.i] = pair
    return places, states
