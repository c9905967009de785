"""Join a record's readings: copies, occurrences, contradictions, narrowed dates, actors (codebook section 7)."""

from depeche.record import Identity, Record
from depeche.running.desk import Desk
from depeche.running.joining import Joining
from depeche.weaving.identities import Known, find_identities

BATCH = 64  # articles that are woven in one transaction: what an interrupted weaving does again


def weave(record: Record) -> None:
    """Find what the articles that are not yet woven have in common with all others, and store it.

    The cost grows with the new articles and with what they have in common with others, not with the record. What
    comes out depends on the articles alone, not on their order nor on when they were woven.
    """
    desk, waiting = Desk(), record.unwoven()
    for start in range(0, len(waiting), BATCH):
        with record.weaving() as loom:
            Joining(loom, desk).join(waiting[start : start + BATCH])
    identify(record)


def identify(record: Record) -> None:
    """Find which actors go by several names, as people hold them apart now, and store it."""
    with record.weaving() as loom:
        known = [Known(one.actor, one.roles, one.articles) for one in loom.known_actors()]
        found = find_identities(known, apart=loom.held_apart())
        loom.identify(Identity(one.actor, one.whole, one.why) for one in found)
