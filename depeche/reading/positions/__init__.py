"""Where actors stand on issues (codebook section 5), from their statements and acts."""

from collections.abc import Sequence

from depeche.language.token import Parse
from depeche.model import Article, Event, Position, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.issues import name_issue, story_of
from depeche.reading.positions.settling import settle
from depeche.reading.positions.stances import Stand, stands_of_events, stands_of_statements
from depeche.reading.positions.verbs import stands_of_verbs

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
        *stands_of_events(events),
        *stands_of_statements(parse, statements, cast),
        *stands_of_verbs(parse, cast, statements),
    ]
    story = story_of(article.text)
    found: dict[tuple[str, str, str], Position] = {}
    for stand in settle(stands, parse, article):
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
