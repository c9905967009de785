"""Who accepts on a condition where no act tells it: "il n'y voit pas d'objection, à condition que …"."""

import re
from collections.abc import Iterator, Sequence

from depeche.language.syntax import is_finite, subjects
from depeche.language.token import Parse, Token
from depeche.model import Actor, Span, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.conditions import find_cue
from depeche.reading.positions.stances import Stand

# Who menaces accepts nothing: "menace de frapper dès lors que"; a warning may: "prévient qu'il ne viendra que si".
_MENACE = re.compile(r"\bmena[cç]", re.IGNORECASE)
OWN = ("je", "j'", "nous", "on", "pays", "gouvernement", "armée")


def stands_on_conditions(parse: Parse, actors: Cast, statements: Sequence[Statement]) -> Iterator[Stand]:
    """A conditional stand for each sentence with a condition: its clause's subject, or the speaker."""
    for sentence in parse.sentences:
        cue = find_cue(parse.text, sentence.span)
        if cue is None:
            continue
        over = [one for one in statements if any(span.overlaps(cue) for span in one.content)]
        if over and over[-1].cue and _MENACE.search(over[-1].cue.of(parse.text)):
            continue
        for actor in _holders(parse, actors, cue, over):
            yield Stand(actor, "conditions", sentence.span)


def _holders(parse: Parse, actors: Cast, cue: Span, over: Sequence[Statement]) -> tuple[Actor, ...]:
    """Who accepts: the subject of the verb that the condition hangs on, or the speaker of what holds them both."""
    verb = _governor(parse, cue)
    if over and verb and not any(span.covers(verb.span) for span in over[-1].content):
        verb = None
    for subject in subjects(verb) if verb else []:
        found = actors.actors_of(subject)
        if any(actor.country or actor.kind == "igo" for actor in found):
            return found
    return tuple(one.speaker.actor for one in over[-1:])


def _governor(parse: Parse, cue: Span) -> Token | None:
    """The finite verb that the condition hangs on: the first above it that stands before it."""
    apart = parse.text[: cue.start].rstrip().endswith(",")  # from a clause inside the one that it closes
    for token in parse.tokens_in(cue):
        for above in token.ancestors():
            if apart and above.dep == "acl:relcl":
                continue
            if above.start < cue.start and above.pos in ("VERB", "AUX", "ADJ", "NOUN") and is_finite(above):
                return above
    return None
