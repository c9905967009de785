"""What a weaving knows of articles, events and actors while it compares them."""

import msgspec

from depeche.model import Actor, Event, Published
from depeche.record.links import Place


class Key(msgspec.Struct, frozen=True):
    """What an event is found by: its number, a key, and the days on which it can lie (None: any).

    Days are counted as `datetime.date.toordinal` counts them.
    """

    number: int
    key: str
    first: int | None
    last: int | None


class Imprint(msgspec.Struct, frozen=True):
    """What an article is found by: the stems of its names, hashes of its shingles, and its events' keys."""

    article: str
    names: frozenset[str]
    hashes: tuple[int, ...]
    keys: tuple[Key, ...]


class Told(msgspec.Struct, frozen=True):
    """An event with its evidence as printed; `event.evidence` is empty, and so are the roles of its actors."""

    place: Place
    event: Event
    passages: tuple[str, ...]


class Dating(msgspec.Struct, frozen=True):
    """What tells which of several copies came first."""

    published: Published
    outlet: str | None
    agencies: tuple[str, ...]
    length: int


class KnownActor(msgspec.Struct, frozen=True):
    """An actor of the record with the titles that articles give, and how many articles name it."""

    actor: Actor
    roles: tuple[str, ...]
    articles: int
