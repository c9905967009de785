"""A story in figures, each of which says what it counts."""

import msgspec

from depeche.views.dates import read_date
from depeche.views.story import Story


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a story.

    `origins` are articles that copy no other; `acts` are occurrences, told by `events` records; `speakers` are
    actors with at least one statement, `actors` those that any record involves; `undated` are event records
    without a date and `partial` those whose date lacks its day. `first` and `last` are the first and last day of
    publication, None where none is known.
    """

    articles: int
    origins: int
    outlets: int
    statements: int
    speakers: int
    events: int
    acts: int
    undated: int
    partial: int
    actors: int
    positions: int
    terms: int
    disagreements: int
    first: str | None
    last: str | None


def summary(story: Story) -> Summary:
    """Count a story."""
    dates = [read_date(article.published) for article in story.articles if article.published]
    days = sorted(day for date in dates for day in (date.first, date.last) if day)
    event_dates = [read_date(event.date) for event in story.events if event.date]
    return Summary(
        articles=len(story.articles),
        origins=len({article.origin for article in story.articles}),
        outlets=len({article.outlet for article in story.articles if article.outlet}),
        statements=len(story.statements),
        speakers=len({statement.speaker for statement in story.statements}),
        events=len(story.events),
        acts=len({event.occurrence for event in story.events}),
        undated=sum(event.date is None for event in story.events),
        partial=sum(date.partial for date in event_dates),
        actors=len(story.involved()),
        positions=len(story.positions),
        terms=len(story.terms),
        disagreements=len(story.disagreements),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
