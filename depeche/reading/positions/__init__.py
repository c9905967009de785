"""Where actors stand on issues (codebook section 5), from their statements and acts."""

import re
from collections.abc import Sequence

from depeche.language.token import Parse
from depeche.model import Article, Event, Position, Stance, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.hanging import stands_on_conditions
from depeche.reading.positions.issues import (
    Story,
    is_against,
    is_listed,
    is_no_issue,
    is_right,
    name_issue,
    story_of,
    takes_up,
)
from depeche.reading.positions.principles import is_upheld, stands_of_principles
from depeche.reading.positions.settling import settle
from depeche.reading.positions.stances import Stand, stands_of_events, stands_of_statements
from depeche.reading.positions.verbs import stands_of_verbs
from depeche.reading.positions.votes import stands_of_votes
from depeche.reading.positions.warnings import stands_of_warnings

__all__ = ["find_positions"]

# Who opposes the opposite of an issue supports it.
_TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports", "calls_for": "opposes"}
# Who asks that something not be done opposes it: "d'éviter", "à cesser", "qu'elle s'abstienne de".
_REFRAIN = re.compile(
    r"[«“\"\s]*(?:à |de |d['’]|qu[e'’] ?(?:\w+[ '’]){0,3})?[«“\"\s]*"
    r"(?:s['’]abst|évit|cess(?!ez-le)|renonc|mett\w+ (?:fin|un terme)|arrêt(?:er|e|ent)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"[«“\"\s]*(?:à |de )[«“\"\s]*ne (?:pas|plus|jamais) ", re.IGNORECASE)
_ON_ISSUES = (
    "supports",
    "opposes",
    "calls_for",
)  # stances that need an issue; a denial is of whatever was said
NEAR = 10  # characters between two sentences that follow each other


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
    story = story_of(article.text)
    principles = list(stands_of_principles(parse, statements, events, story))
    stands: list[Stand] = [
        *stands_of_events(events, parse),
        *stands_of_warnings(parse, statements, events, story),
        *stands_of_statements(parse, statements, cast),
        *stands_of_verbs(parse, cast, statements),
        *stands_of_votes(parse, cast),
        *stands_on_conditions(parse, cast, statements),
    ]
    found: dict[tuple[str, Stance, str], Position] = {}
    stands = [*principles, *(stand for stand in stands if not is_upheld(stand, principles))]
    stands = [_disputed(stand, parse, cast) for stand in stands]
    for stand in settle(stands, parse, article, actors=cast.actors):
        issue = name_issue(story, parse, cast, content=stand.content, sentence=stand.sentence)
        refused = stand.stance == "opposes"
        stand = _turned(stand, story, issue, article.text)
        side = stand.actor.country or stand.actor.name
        key = (side, stand.stance, issue)
        if key not in found:
            near = (
                known
                for known in found
                if known[:2] == key[:2]
                and (
                    takes_up(story, parse, cast, content=stand.content)
                    or _goes_on(found[known], stand, article.text)
                )
            )
            key = next(near, key)
        idle = stand.stance in _ON_ISSUES and is_no_issue(
            story, parse, cast, content=stand.content, refused=refused
        )
        if key not in found and idle:
            continue
        known = found.get(key)
        if known is None:
            found[key] = Position(
                actor=stand.actor,
                issue=issue,
                stance=stand.stance,
                condition=stand.condition,
                date=stand.date or _date(stand, events),
                evidence=(stand.sentence,),
            )
        elif stand.sentence not in known.evidence:
            found[key] = _with_evidence(known, stand)
    return tuple(
        sorted(found.values(), key=lambda position: (position.evidence[0], position.stance, position.issue))
    )


def _disputed(stand: Stand, parse: Parse, cast: Cast) -> Stand:
    """Who contests a right opposes it: "conteste la souveraineté de l'îlot" denies nothing that was done."""
    right = stand.stance == "denies" and is_right(parse, cast, content=stand.content)
    return stand._replace(stance="opposes") if right else stand


def _turned(stand: Stand, story: Story, issue: str, text: str) -> Stand:
    """The stance the other way round where it is on the opposite of the issue, or asks that something not be done."""
    against = any(is_against(story, issue, span.of(text)) for span in stand.content)
    if stand.stance in _TURNED and against:
        return stand._replace(stance=_TURNED[stand.stance])
    said = [span.of(text) for span in stand.content] if stand.stance == "calls_for" else []
    refrain = any(map(_REFRAIN.match, said)) or (is_listed(story, issue) and any(map(_NOT.match, said)))
    return stand._replace(stance="opposes") if refrain else stand


def _date(stand: Stand, events: Sequence[Event]) -> str | None:
    """The day of an act that the same side does in the same sentence."""
    for event in events:
        same = any(
            (actor.country or actor.name) == (stand.actor.country or stand.actor.name)
            for actor in event.actor
        )
        if same and event.date and any(span.overlaps(stand.sentence) for span in event.evidence):
            return event.date
    return None


def _goes_on(position: Position, stand: Stand, text: str) -> bool:
    """Whether a denial goes on from the sentence before: "Riga dément. « Nous n'avons rien livré », a dit …"."""
    between = text[position.evidence[-1].end : stand.sentence.start]
    return stand.stance == "denies" and len(between) < NEAR and "\n" not in between


def _with_evidence(position: Position, stand: Stand) -> Position:
    return Position(
        actor=position.actor,
        issue=position.issue,
        stance=position.stance,
        condition=position.condition or stand.condition,
        date=position.date or stand.date,
        evidence=tuple(sorted({*position.evidence, stand.sentence})),
    )
