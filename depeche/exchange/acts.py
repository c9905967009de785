"""What several formats ask of a story: the acts that are told as such, their days, sides and sentences."""

from datetime import date

import msgspec

from depeche.exchange.sectors import sector_of
from depeche.model import Span
from depeche.model.edtf import days_of
from depeche.record import Record, Row
from depeche.views import Moment, Story, timeline
from depeche.views.entries import EventEntry
from depeche.views.labels import Language, label, state_names
from depeche.views.tell import event_id

UNDONE = ("negated", "hypothetical")


def told_acts(story: Story) -> tuple[Moment, ...]:
    """The acts of a story that some telling gives as done, alleged or to come, in the order of its timeline.

    Acts that are only denied or conditional are left out: event data and networks would count them as acts. Where
    tellings differ, an act is shown and counted by those that give it as an act.
    """
    origins = story.origins()
    found = []
    for moment in timeline(story):
        tellings = tuple(event for event in moment.tellings if event.status not in UNDONE)
        if tellings:
            independent = len({origins[event.article] for event in tellings})
            found.append(
                msgspec.structs.replace(moment, event=tellings[0], tellings=tellings, origins=independent)
            )
    return tuple(found)


def event_rows(record: Record) -> dict[str, Row]:
    """The record's own row of each event, by the event's id in a story; its id and its act's outlive re-readings."""
    return {event_id(row["article"], row["number"]): row for row in record.rows("events")}


class Cast:
    """Who stands behind the ids of a story."""

    def __init__(self, story: Story) -> None:
        self._actors = {actor.id: actor for actor in story.actors}

    def name(self, id: str) -> str:
        """The canonical name of an actor."""
        return self._actors[id].name

    def kind(self, id: str) -> str:
        """What an actor is."""
        return self._actors[id].kind

    def country(self, id: str) -> str | None:
        """The state of an actor."""
        return self._actors[id].country

    def title(self, id: str) -> str:
        """The title that articles give an actor most often, or nothing."""
        return next(iter(self._actors[id].roles), "")

    def sector(self, id: str) -> str:
        """The PLOVER sector of an actor, or nothing."""
        actor = self._actors[id]
        return sector_of(actor.kind, name=actor.name, country=actor.country, roles=actor.roles)

    def side(self, id: str) -> str:
        """The state that an actor belongs to, else the actor's own id."""
        return self._actors[id].country or id

    def side_name(self, side: str, *, language: Language = "fr") -> str:
        """The name of a side: of a state in French or English, of others as the press gives it."""
        if side in self._actors:
            return self._actors[side].name
        return state_name(side, language=language)


def state_name(iso3: str, *, language: Language = "fr") -> str:
    """The name of a state; what is no code of the tables stays as it is."""
    french, english = state_names().get(iso3, (iso3, iso3))
    return french if language == "fr" else english


def headline(event: EventEntry, cast: Cast) -> str:
    """One line that tells an act in French: its kind, who, and towards whom."""
    kind = label(f"type.{event.type}")
    sides = " → ".join(", ".join(map(cast.name, ids)) for ids in (event.actor, event.recipient) if ids)
    return f"{kind} : {sides}" if sides else kind


def quoted(text: str, spans: tuple[Span, ...]) -> str:
    """The characters of the spans on one line, pieces joined by […]."""
    return " […] ".join(" ".join(span.of(text).split()) for span in spans)


def exact_days(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day of a date or interval whose ends are both whole days, else None."""
    first, last = days_of(edtf)
    ends = (edtf or "").split("/")
    whole = all(len(end) == 10 and end[-2:].isdigit() for end in ends)
    return (first, last) if first and last and whole else None
