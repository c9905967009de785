"""From a record to a story."""

from depeche.record import Links, Record
from depeche.views.entries import Disagreement
from depeche.views.story import Story
from depeche.views.tell import Woven, event_id, tell


def gather(record: Record, *, title: str) -> Story:
    """The story of all articles in a record, with what its last weaving found across them."""
    return tell(record.readings(), title=title, woven=_woven(record.links()))


def _woven(links: Links) -> Woven:
    return Woven(
        origins=links.origins,
        occurrences={place: event_id(*places[0]) for places in links.occurrences for place in places},
        disagreements=tuple(
            Disagreement(
                matter=link.matter,
                first=event_id(*link.first),
                second=event_id(*link.second),
                first_says=link.first_says,
                second_says=link.second_says,
            )
            for link in links.contradictions
        ),
    )
