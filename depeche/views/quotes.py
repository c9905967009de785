"""Who said what: the quote book of a story."""

import msgspec

from depeche.views.entries import ActorEntry, StatementEntry
from depeche.views.story import Story


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker and what articles attribute to them, in the order of the articles."""

    actor: ActorEntry
    statements: tuple[StatementEntry, ...]
    articles: int


def quote_book(story: Story) -> tuple[Speaker, ...]:
    """The speakers of a story, those with the most statements first, then by name."""
    said: dict[str, list[StatementEntry]] = {}
    for statement in story.statements:
        said.setdefault(statement.speaker, []).append(statement)
    speakers = [
        Speaker(
            actor=actor,
            statements=tuple(said[actor.id]),
            articles=len({statement.article for statement in said[actor.id]}),
        )
        for actor in story.actors
        if actor.id in said
    ]
    return tuple(sorted(speakers, key=lambda speaker: (-len(speaker.statements), speaker.actor.name)))
