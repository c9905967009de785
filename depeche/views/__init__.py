"""What a record shows, as plain view models without a word of HTML: `tell` or `gather` a story, then look at it."""

from depeche.views.dates import DateEntry, read_date
from depeche.views.dyads import Dyad, dyads
from depeche.views.gather import gather, readout_entry
from depeche.views.narrow import Wanted, narrow
from depeche.views.quotes import Speaker, quote_book
from depeche.views.spots import Spot, spots
from depeche.views.story import Story
from depeche.views.summary import Summary, summary
from depeche.views.tell import Woven, tell
from depeche.views.timeline import Moment, timeline

__all__ = [
    "DateEntry", "Dyad", "Moment", "Speaker", "Spot", "Story", "Summary", "Wanted", "Woven", "dyads",
    "gather", "narrow", "quote_book", "read_date", "readout_entry", "spots", "summary", "tell", "timeline",
]  # fmt: skip
