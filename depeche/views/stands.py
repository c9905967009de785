"""Where each side stands on each issue, and when it was told so."""

import msgspec

from depeche.views.entries import PositionEntry
from depeche.views.story import Story


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """What a side (an ISO alpha-3 code, or the id of an actor without a country) is told to think of an issue."""

    issue: str
    side: str
    positions: tuple[PositionEntry, ...]


def stands(story: Story) -> tuple[Stand, ...]:
    """The stands of a story by issue and side, each with its positions from the earliest to the latest."""
    countries = story.countries()
    published = {article.id: article.published for article in story.articles}
    found: dict[tuple[str, str], list[PositionEntry]] = {}
    for position in story.positions:
        found.setdefault((position.issue, countries[position.actor] or position.actor), []).append(position)
    return tuple(
        Stand(
            issue=issue,
            side=side,
            positions=tuple(sorted(each, key=lambda p: (p.date or published[p.article] or "9999", p.id))),
        )
        for (issue, side), each in sorted(found.items())
    )
