"""Who stands up for a principle of the story: "doit être respectée", "sur la base de", aid that is given."""

import re
from collections.abc import Iterator, Sequence

from depeche.language.syntax import is_negated
from depeche.language.token import Parse
from depeche.model import Event, Statement
from depeche.reading.positions.issues import Issue, Story, fold
from depeche.reading.positions.stances import Stand

_SPEAKING = ("assert", "propose", "promise", "agree", "praise", "request")
# Words that make of an issue one's own cause; a demand addressed to somebody is none of them.
_CAUSE = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devrai(?:t|ent)|il (?:faut|fallait|faudrait|convient|convenait)|importance|"
    r"primordial\w*|essentiel\w*|indispensable\w*|seule? (?:issue|voie|solution|option)|sur la base d|attach\w+|"
    r"principe|soutien\w*|soutenai\w+|favorable|détermin\w+|résolu\w*|(?:pour|re)suivre|promouvoir|œuvr\w+|oeuvr\w+)\b"
)
_ASKING = re.compile(
    r"\b(?:appel|demand|exhort|invit|pri[eé]|exig|réclam|press[eé]|conjur|somm|enjoin|supplia|implor)",
    re.IGNORECASE,
)
_GIVING = ("promise", "agree")  # acts by which a side takes on what it speaks of
_IMPERSONAL = ("devoir", "falloir", "convenir", "revenir", "statement:request")  # demands made of nobody
_HELPING = ("actual", "alleged", "future")


def stands_of_principles(
    parse: Parse, statements: Sequence[Statement], events: Sequence[Event], story: Story
) -> Iterator[Stand]:
    """A supporting stand for each statement and gift of aid that makes a principle of the story its own."""
    for statement in statements:
        if statement.act not in _SPEAKING or (statement.cue and _ASKING.match(statement.cue.of(parse.text))):
            continue
        said = fold(" ".join(span.of(parse.text) for span in statement.content))
        if statement.act == "promise" and any(
            issue.given and issue.cues.search(said) for issue in story.issues
        ):
            sentence = parse.sentence_of(parse.tokens_in(statement.content[0])[0]).span
            yield Stand(statement.speaker.actor, "supports", sentence, content=statement.content)
            continue
        if _principle(story, said) is None or not (statement.act in _GIVING or _CAUSE.search(said)):
            continue
        tokens = parse.tokens_in(statement.content[0])
        if not any(token.pos in ("VERB", "AUX") and is_negated(token) for token in tokens):
            sentence = parse.sentence_of(tokens[0]).span
            yield Stand(statement.speaker.actor, "supports", sentence, content=statement.content)
    for event in events:
        if event.type == "AID" and event.status in _HELPING:
            told = fold(event.evidence[0].of(parse.text))
            given = any(issue.given and issue.cues.search(told) for issue in story.issues)
            for actor in event.actor if given else ():
                yield Stand(actor, "supports", event.evidence[0], date=event.date)


def is_upheld(stand: Stand, principles: Sequence[Stand]) -> bool:
    """Whether a demand is no more than what its side says of a principle: "doit être respectée"."""
    return stand.stance == "calls_for" and any(
        stand.actor == one.actor
        and stand.sentence == one.sentence
        and (stand.content == one.content or stand.words in _IMPERSONAL)
        for one in principles
    )


def _principle(story: Story, said: str) -> Issue | None:
    return next((issue for issue in story.issues if issue.principle and issue.cues.search(said)), None)
