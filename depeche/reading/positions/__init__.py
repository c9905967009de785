"""Where actors stand on issues (codebook section 5), from their statements and acts."""

from collections.abc import Iterable, Iterator, Sequence

from depeche.language.token import Parse
from depeche.model import Article, Event, Position, Span, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.conditions import find_condition
from depeche.reading.positions.issues import name_issue, story_of
from depeche.reading.positions.neutrality import find_neutral
from depeche.reading.positions.stances import Stand, stands_of_events, stands_of_statements

__all__ = ["find_positions"]


def find_positions(
    parse: Parse,
    cast: Cast,
    article: Article,
    *,
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Position, ...]:
    """Each actor's stance on each issue, with the condition kept where the stance hangs on one, in text order.

    A stance told by several sentences on an issue of the list is one position with several spans of evidence.
    """
    stands = [
        *stands_of_events(events, statements),
        *stands_of_statements(parse, statements),
        *find_neutral(parse, cast),
    ]
    story = story_of(article.text)
    found: dict[tuple[str, str, str], Position] = {}
    for stand in _settled(stands, article.text):
        sentence = stand.sentence.of(article.text)
        issue = name_issue(story, content=stand.content or sentence, sentence=sentence)
        key = (stand.actor.country or stand.actor.name, stand.stance, issue)
        known = found.get(key)
        if known is None:
            found[key] = Position(
                actor=stand.actor,
                issue=issue,
                stance=stand.stance,
                condition=stand.condition,
                date=stand.date,
                evidence=(stand.sentence,),
            )
        elif stand.sentence not in known.evidence:
            found[key] = _with_evidence(known, stand)
    return tuple(
        sorted(found.values(), key=lambda position: (position.evidence[0], position.stance, position.issue))
    )


def _with_evidence(position: Position, stand: Stand) -> Position:
    return Position(
        actor=position.actor,
        issue=position.issue,
        stance=position.stance,
        condition=position.condition or stand.condition,
        date=position.date or stand.date,
        evidence=tuple(sorted({*position.evidence, stand.sentence})),
    )


def _settled(stands: Iterable[Stand], text: str) -> Iterator[Stand]:
    """The stands in text order, conditions read, and only one stance of one actor in one sentence of a kind."""
    seen: set[tuple[str, str, Span]] = set()
    kept: list[Stand] = []
    for stand in stands:
        condition = find_condition(text, stand.sentence)
        if stand.stance == "conditions":
            stand = stand._replace(condition=condition.of(text) if condition else None)
        key = (stand.actor.country or stand.actor.name, stand.stance, stand.sentence)
        if key not in seen:
            seen.add(key)
            kept.append(stand)
    yield from sorted(kept, key=lambda stand: stand.sentence)
