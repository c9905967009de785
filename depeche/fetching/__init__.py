"""Addresses of the web to documents, politely and safely: what `read` and `watch` fetch.

Only http and https are asked, only public addresses unless allowed, and every answer is bounded in time and size.
"""

from depeche.fetching.addresses import clean, host_of, is_address, key, own
from depeche.fetching.archive import Archive, Stored
from depeche.fetching.failed import Failed
from depeche.fetching.feeds import Feed, Item, is_opml, read_feed, read_opml
from depeche.fetching.guard import is_of_privacy
from depeche.fetching.options import FetchOptions
from depeche.fetching.pages import FromFeed, Page, open_addresses, open_page, read_page
from depeche.fetching.transport import Answer
from depeche.fetching.web import Web

__all__ = [
    "Answer", "Archive", "Failed", "Feed", "FetchOptions", "FromFeed", "Item", "Page", "Stored", "Web", "clean",
    "host_of", "is_address", "is_of_privacy", "is_opml", "key", "open_addresses", "open_page", "own", "read_feed",
    "read_opml", "read_page",
]  # fmt: skip
