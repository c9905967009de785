"""What happened when: the acts of a story by the day they happened, however many articles tell them."""

import msgspec

from depeche.views.dates import DateEntry, read_date
from depeche.views.entries import EventEntry
from depeche.views.story import Story


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One act in the timeline, by its fullest telling.

    `tellings` are all event records that tell it, the fullest first; `origins` is the number of independent
    articles among them (copies of one dispatch count once); `date` is None where no telling dates it.
    """

    event: EventEntry
    date: DateEntry | None
    tellings: tuple[EventEntry, ...]
    origins: int


def timeline(story: Story) -> tuple[Moment, ...]:
    """The acts of a story, earliest first; those without a known first day come last, by article."""
    told: dict[str, list[EventEntry]] = {}
    for event in story.events:
        told.setdefault(event.occurrence, []).append(event)
    origins = story.origins()
    moments = [_moment(events, origins) for events in told.values()]
    return tuple(sorted(moments, key=_order))


def _moment(events: list[EventEntry], origins: dict[str, str]) -> Moment:
    tellings = sorted(events, key=lambda event: (-_fullness(event), event.id))
    edtf = next((event.date for event in tellings if event.date), None)
    return Moment(
        event=tellings[0],
        date=read_date(edtf) if edtf else None,
        tellings=tuple(tellings),
        origins=len({origins[event.article] for event in events}),
    )


def _fullness(event: EventEntry) -> int:
    """How many of the fields that tell who, whom, when and where are known; a whole day counts double."""
    day = 0 if event.date is None else 1 if read_date(event.date).partial else 2
    return bool(event.actor) + bool(event.recipient) + day + (event.place is not None)


def _order(moment: Moment) -> tuple[bool, str, str, str]:
    first = moment.date.first if moment.date else None
    last = moment.date.last if moment.date else None
    return first is None, first or "", last or "", moment.event.id
