"""Which meetings and visits a story announces.

An announced meeting is a CONSULT told as future, or a promise, a demand or a refusal about a CONSULT with a date;
in each, the meeting's own date counts. One without a first and last day, or over before the article that tells it,
is no entry of a calendar.
"""

from datetime import date
from typing import Literal

import msgspec

from depeche.exchange.acts import Cast, exact_days
from depeche.model.edtf import days_of
from depeche.views import Story
from depeche.views.entries import EventEntry

MeetingStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
_ANNOUNCING = ("AGREE", "CONCEDE", "REQUEST", "REJECT")


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting to come, as one event tells it.

    `sides` are ISO alpha-3 codes, or names of those without a state; `exact` says that both days are known.
    """

    event: EventEntry
    sides: tuple[str, ...]
    first: date
    last: date
    exact: bool
    mode: str | None
    place: str | None
    status: MeetingStatus


def announced_meetings(story: Story) -> tuple[Meeting, ...]:
    """The meetings that a story announces, in the order of its events."""
    cast = Cast(story)
    published = {article.id: days_of(article.published)[0] for article in story.articles}
    found = (_meeting(event, cast) for event in story.events)
    return tuple(
        meeting
        for meeting in found
        if meeting and meeting.last >= (published[meeting.event.article] or meeting.last)
    )


def _meeting(event: EventEntry, cast: Cast) -> Meeting | None:
    plan, told = event.about, [cast.country(id) or cast.name(id) for id in (*event.actor, *event.recipient)]
    if event.type == "CONSULT" and event.status == "future":
        edtf, mode, place, sides = event.date, event.mode, event.place, told
    elif plan and plan.type == "CONSULT" and event.type in _ANNOUNCING:
        edtf, mode = plan.date, plan.mode
        place = plan.place.name if plan.place else None
        sides = [*plan.actor, *plan.recipient]
        sides += told if len(set(sides)) < 2 else []
    else:
        return None
    first, last = days_of(edtf)
    if first is None or last is None:
        return None
    return Meeting(
        event=event,
        sides=tuple(dict.fromkeys(sides)),
        first=first,
        last=last,
        exact=exact_days(edtf) is not None,
        mode=mode,
        place=place,
        status=_status(event, cast, sides=set(sides), exact=exact_days(edtf) is not None),
    )


def _status(event: EventEntry, cast: Cast, *, sides: set[str], exact: bool) -> MeetingStatus:
    if event.type == "REJECT" or event.status == "negated":
        return "CANCELLED"
    promised = event.type != "REQUEST" and event.status in ("actual", "future")
    return "CONFIRMED" if exact and promised and _is_theirs(event, cast, sides) else "TENTATIVE"


def _is_theirs(event: EventEntry, cast: Cast, sides: set[str]) -> bool:
    """Whether those who announce a meeting are those who go: an offer or an invitation is nobody's promise yet."""
    if event.about is None:
        return True
    speaks_for = {name for id in event.actor for name in (cast.country(id), cast.name(id))}
    return bool(speaks_for & set(event.about.actor)) if event.about.actor else len(sides) > 1
