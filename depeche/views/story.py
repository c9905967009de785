"""Everything a record holds, as entries: what every view is made of."""

import msgspec

from depeche.views.entries import (
    ActorEntry,
    ArticleEntry,
    Disagreement,
    EventEntry,
    PositionEntry,
    ReadoutEntry,
    StatementEntry,
    TermEntry,
)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of a record, each tuple in a stable order: articles by date and id, the rest by article."""

    title: str
    articles: tuple[ArticleEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    positions: tuple[PositionEntry, ...] = ()
    terms: tuple[TermEntry, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    readouts: tuple[ReadoutEntry, ...] = ()

    def countries(self) -> dict[str, str | None]:
        """The country of each actor, by the actor's id."""
        return {entry.id: entry.country for entry in self.actors}

    def involved(self) -> set[str]:
        """The ids of the actors who speak, act, are acted upon or take a stand in a record of the story."""
        ids = {entry.speaker for entry in self.statements} | {entry.actor for entry in self.positions}
        return ids | {each for entry in self.events for each in entry.actor + entry.recipient}

    def named(self) -> set[str]:
        """The ids of all actors that a record names: those involved, those who pass speech on and those addressed."""
        return self.involved() | {each for entry in self.statements for each in entry.via + entry.addressee}

    def origins(self) -> dict[str, str]:
        """For each article's id, the id of the article whose text it carries: its own where it copies nobody."""
        return {entry.id: entry.origin for entry in self.articles}
