"""From a record to a story."""

from depeche.record import Record
from depeche.views.story import Story
from depeche.views.tell import Woven, tell


def gather(record: Record, *, title: str, woven: Woven | None = None) -> Story:
    """The story of all articles in a record, and of what is known across them."""
    return tell(record.readings(), title=title, woven=woven)
