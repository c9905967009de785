"""From a record to a story."""

from collections.abc import Iterable

from depeche.record import Clash, Link, Links, Record, fold_copies
from depeche.views.entries import Disagreement, ReadoutEntry
from depeche.views.story import Story
from depeche.views.tell import Woven, event_id, statement_id, tell

Place = tuple[str, int]  # a record of a reading: its article's id, and its place in the reading, from 0


def gather(record: Record, *, title: str, readouts: Iterable[ReadoutEntry] = ()) -> Story:
    """The story of all articles in a record, with what its last weaving found across them.

    `readouts` are made outside the record; see `readout_entry`.
    """
    return tell(record.readings(), title=title, woven=_woven(record.links(), tuple(readouts)))


def readout_entry(
    tellings: Iterable[Place],
    topics: Iterable[Iterable[tuple[str, Place]]],
    *,
    differing: Iterable[bool] = (),
) -> ReadoutEntry:
    """A readout by the events that tell its act, and each topic's accounts: the side, and its statement.

    `differing` says of each topic whether its sides say it differently.
    """
    return ReadoutEntry(
        occurrence=event_id(*min(tellings)),
        topics=tuple(tuple((side, statement_id(*place)) for side, place in topic) for topic in topics),
        differing=tuple(differing),
    )


def _woven(links: Links, readouts: tuple[ReadoutEntry, ...]) -> Woven:
    return Woven(
        origins=links.origins,
        occurrences={place: event_id(*min(places)) for places in links.occurrences for place in places},
        disagreements=tuple(
            Disagreement(
                matter=link.matter,
                why=link.why,
                first=None if one is None else event_id(first, one),
                second=None if two is None else event_id(second, two),
                first_article=first,
                second_article=second,
                first_says=link.first_says,
                second_says=link.second_says,
            )
            for link in _folded(links)
            for (first, one), (second, two) in [(link.first, link.second)]
        ),
        readouts=readouts,
        identities={
            (one.actor.name, one.actor.kind, one.actor.country): one.whole for one in links.identities
        },
    )


def _folded(links: Links) -> list[Link]:
    """The contradictions, those of several copies of one text once."""
    acts: dict[tuple[str, int | None], str] = {
        place: event_id(*min(places)) for places in links.occurrences for place in places
    }
    clashes = []
    for link in links.contradictions:
        act = acts.get(link.first)
        same = act if act and act == acts.get(link.second) else None
        clashes.append(
            Clash(
                link.matter,
                link.why,
                same,
                (link.first[0], link.second[0]),
                (link.first_says, link.second_says),
            )
        )
    return [links.contradictions[one.place] for one in fold_copies(clashes, links.origins)]
