"""Each side's account of the acts that several articles of a record tell."""

from collections.abc import Iterator

import msgspec

from depeche.record import Place, Record
from depeche.running.desk import tellings_of
from depeche.weaving.occurrences import Occurrence
from depeche.weaving.readouts import find_readout

Topic = tuple[
    tuple[str, Place], ...
]  # accounts: the side (ISO alpha-3, or a name), and its statement's place


class FoundReadout(msgspec.Struct, frozen=True):
    """The accounts of one act by topic; `tellings` are the events that tell it.

    `differing` says of each topic whether its sides say it differently.
    """

    tellings: tuple[Place, ...]
    topics: tuple[Topic, ...]
    differing: tuple[bool, ...]


def find_readouts(record: Record) -> Iterator[FoundReadout]:
    """The readouts of a record's occurrences, in the order of these. A copy adds no account of its own."""
    links = record.links()
    readings = {article: record.reading(article) for places in links.occurrences for article, _ in places}
    tellings = {telling.key: telling for reading in readings.values() for telling in tellings_of(reading)}
    for places in links.occurrences:
        originals = tuple(tellings[place] for place in places if place[0] not in links.origins)
        readout = find_readout(Occurrence(originals), readings) if originals else None
        if readout:
            topics = (
                tuple((account.side, (account.article, account.number)) for account in topic.accounts)
                for topic in readout.topics
            )
            yield FoundReadout(places, tuple(topics), tuple(topic.differs for topic in readout.topics))
