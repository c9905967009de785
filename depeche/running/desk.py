"""What a weaving has at hand of the articles that it has met, so that each is opened once."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from depeche.model import Reading
from depeche.record import Loom, Place
from depeche.weaving.copies import Page, page_of
from depeche.weaving.occurrences import Telling
from depeche.weaving.versions import Version, version_of
from depeche.weaving.wording import names_in

PAGES = 5000  # articles whose shingles are held: about 20 MB
VERSIONS = 500  # articles whose sentences are held: about 50 MB
TELLINGS = 50_000  # events that are held: about 50 MB


Key = TypeVar("Key")
Value = TypeVar("Value")


class Held(Generic[Key, Value]):
    """The values that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """The value of a key, if it is held."""
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: Key, value: Value) -> Value:
        """Hold a value, in place of the one that was asked for longest ago."""
        self._values[key] = value
        if len(self._values) > self._most:
            self._values.popitem(last=False)
        return value


class Desk:
    """Pages, versions and tellings by article."""

    def __init__(self) -> None:
        self._pages: Held[str, Page] = Held(PAGES)
        self._versions: Held[str, Version] = Held(VERSIONS)
        self._tellings: Held[Place, Telling] = Held(TELLINGS)
        self._names: Held[str, frozenset[str]] = Held(PAGES)

    def open(self, reading: Reading) -> None:
        """Take an article that is being woven."""
        article = reading.article
        names = self._names.put(article.id, names_in(article.text))
        self._pages.put(article.id, _page(reading))
        self._versions.put(article.id, version_of(reading))
        for telling in tellings_of(reading, names=names):
            self._tellings.put(telling.key, telling)

    def page(self, loom: Loom, article: str) -> Page:
        """The page of an article."""
        return self._pages.get(article) or self._pages.put(article, _page(loom.reading(article)))

    def version(self, loom: Loom, article: str) -> Version:
        """What an article says."""
        held = self._versions.get(article)
        return held or self._versions.put(article, version_of(loom.reading(article)))

    def names(self, loom: Loom, articles: Iterable[str]) -> dict[str, frozenset[str]]:
        """The stems of the names in the texts of articles that are woven."""
        wanted = set(articles)
        found = {article: names for article in wanted if (names := self._names.get(article)) is not None}
        for article, names in loom.names(wanted - found.keys()).items():
            found[article] = self._names.put(article, names)
        return found

    def tellings(self, loom: Loom, places: Iterable[Place]) -> dict[Place, Telling]:
        """Events of woven articles as they are compared."""
        wanted = set(places)
        found = {place: telling for place in wanted if (telling := self._tellings.get(place)) is not None}
        missing = wanted - found.keys()
        names = self.names(loom, {article for article, _ in missing})
        dates = {article: loom.dating(article).published.value for article in names}
        for told in loom.told(missing):
            article, number = told.place
            telling = Telling(
                article=article,
                number=number,
                event=told.event,
                passage=" ".join(told.passages),
                published=dates[article],
                names=names[article],
            )
            found[told.place] = self._tellings.put(told.place, telling)
        return found


def tellings_of(reading: Reading, *, names: frozenset[str] | None = None) -> Iterator[Telling]:
    """The events of a reading as they are compared across articles."""
    text = reading.article.text
    names = names_in(text) if names is None else names
    for number, event in enumerate(reading.events):
        yield Telling(
            article=reading.article.id,
            number=number,
            event=event,
            passage=" ".join(span.of(text) for span in event.evidence),
            published=reading.article.published.value,
            names=names,
        )


def _page(reading: Reading) -> Page:
    return page_of(reading.article.id, reading.article.text, (block.span for block in reading.article.blocks))
